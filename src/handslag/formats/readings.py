"""A reading as data: JSON (docs/data/reading.schema.json) and CSV.

A reading is what `handslag.read` gives, with the name of the file it came from.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields

from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Measure
from handslag.domain.reading.finds import Cadence, Find, FoundParty, ReadDocument, ReadPromise, Span
from handslag.domain.reading.unread import line_of

Reading = tuple[str, ReadDocument]  # name of the file, what was read in it
Json = dict[str, object]

COLUMNS = (
    "file number text promisors places target_groups min_count per total_over_validity quantity period"
    " perspective measurable is_aim aim measure unheld municipality police_area valid_from valid_to"
)
# What a spreadsheet takes for a formula (OWASP ASVS 1.2.10, with the full-width signs).
_formula = re.compile(r"[=+\-@\t\r＝＋－＠]")


def as_json(readings: Sequence[Reading]) -> str:
    """One object for one reading; a list of objects, each with its `file`, for several."""
    objects = [{"file": name} | document_form(document) for name, document in readings]
    if len(objects) == 1:
        del objects[0]["file"]
    return json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=1)


def document_form(document: ReadDocument) -> Json:
    """`document` as docs/data/reading.schema.json has it. Spans count characters of its `text`."""
    return {
        "municipality": _value(document.municipality),
        "police_area": _value(document.police_area),
        "valid_from": _value(document.valid_from),
        "valid_to": _value(document.valid_to),
        "open_ended": document.open_ended is not None,
        "signatories": [find.value for find in document.signatories],
        "grounds": [str(found.ground) for found in document.grounds],
        "promises": [_promise_form(promise) for promise in document.promises],
        "unread": unread_form(document),
        "spans": {
            "municipality": _span(document.municipality),
            "police_area": _span(document.police_area),
            "valid_from": _span(document.valid_from),
            "valid_to": _span(document.valid_to),
            "open_ended": _span(document.open_ended),
            "signatories": _spans(document.signatories),
            "grounds": [_pair(found.span) for found in document.grounds],
        },
        "text": document.text,
    }


def unread_form(document: ReadDocument) -> list[Json]:
    """What was not read; null for what it does not have of `line`, `span` and `page`."""
    return [
        {
            "what": str(item.what),
            "words": item.words,
            "line": line_of(item, document.text) or None,
            "span": _pair(item.span) if item.span else None,
            "page": item.page or None,
        }
        for item in document.unread
    ]


def _promise_form(promise: ReadPromise) -> Json:
    parties = parties_of(promise)
    return {
        "text": promise.text.value,
        "promisors": [str(party) for party in parties],
        "places": [find.value for find in promise.places],
        "target_groups": [find.value for find in promise.target_groups],
        "cadence": _cadence_form(promise.cadence),
        "quantity": _value(promise.quantity),
        "period": _value(promise.period),
        "perspective": _value(promise.perspective),
        "measurable": promise.measurable,
        "is_aim": promise.is_aim,
        "aim": promise.aim,
        "measure": measure_form(promise.measure) if promise.measure else None,
        "unheld": [find.value for find in promise.unheld],
        "spans": {
            "text": _span(promise.text),
            "promisors": [_pair(found.span) for found in parties.values()],
            "places": _spans(promise.places),
            "target_groups": _spans(promise.target_groups),
            "cadence": _pair(promise.cadence.span) if promise.cadence else None,
            "quantity": _span(promise.quantity),
            "period": _span(promise.period),
            "perspective": _span(promise.perspective),
            "unheld": _spans(promise.unheld),
        },
    }


def measure_form(measure: Measure) -> Json:
    """`measure` as it stands in promises.json (docs/rules/fulfilment.md)."""
    form: Json = {field.name: getattr(measure, field.name) for field in fields(measure)}
    whole = measure.at_least == int(measure.at_least)
    form["at_least"] = int(measure.at_least) if whole else float(measure.at_least)
    form["by"] = measure.by and measure.by.isoformat()
    return form | {"events": list(measure.events)}


def as_csv(readings: Sequence[Reading]) -> str:
    """One row per promise; several values in one cell are parted by "|", `number` and `aim` count from 1.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS.split(), lineterminator="\n")
    writer.writeheader()
    for name, document in readings:
        whole = document_form(document)
        for number, promise in enumerate(document.promises, 1):
            row = whole | _promise_form(promise) | (_cadence_form(promise.cadence) or {})
            row |= {"file": name, "number": number, "aim": None if promise.aim is None else promise.aim + 1}
            writer.writerow({column: _cell(row.get(column)) for column in writer.fieldnames})
    return out.getvalue().rstrip("\n")


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = "|".join(value)
    if isinstance(value, (dict, bool)):
        value = json.dumps(value, ensure_ascii=False)
    text = "" if value is None else str(value)
    return "'" + text if _formula.match(text) else text


def _cadence_form(cadence: Cadence | None) -> Json | None:
    if cadence is None:
        return None
    return {
        "min_count": cadence.min_count,
        "per": str(cadence.per),
        "total_over_validity": cadence.total_over_validity,
    }


def parties_of(promise: ReadPromise) -> dict[Party, FoundParty]:
    """Each promising party once, with its first mention."""
    first: dict[Party, FoundParty] = {}
    for found in promise.parties:
        first.setdefault(found.party, found)
    return first


def _value(find: Find | None) -> str | None:
    return find.value if find else None


def _span(find: Find | None) -> list[int] | None:
    return _pair(find.span) if find else None


def _spans(finds: Iterable[Find]) -> list[list[int]]:
    return [_pair(find.span) for find in finds]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
