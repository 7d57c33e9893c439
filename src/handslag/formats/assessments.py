"""The files that `handslag assess` asks for and answers in; also the form of the public bundle.

Their form stands in docs/rules/fulfilment.md §8. Reading is strict: what cannot be understood is refused
with its file and row, since a row passed over would make a promise look less kept than it is.
"""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from handslag.domain.judging.calendar import Calendar
from handslag.domain.judging.cells import Cell, Reason
from handslag.domain.judging.fulfilment import NO_CALENDAR, Assessment
from handslag.domain.judging.goals import place_match
from handslag.domain.judging.versions import in_order
from handslag.domain.keeping.activities import Activity, ActivityStatus, PeriodReport
from handslag.domain.keeping.places import Match, Register, matcher
from handslag.domain.people.parties import party_from
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread, Terms
from handslag.formats.fields import Fields, object_of, rows_of

PROMISE_FIELDS = (
    *("id", "text", "parties", "valid_from", "valid_to", "review_on", "places", "schools"),
    *("aim", "version", "withdrawn", "measure"),
)
MEASURE_FIELDS = (
    *("kind", "at_least", "unit", "per", "reading", "spread", "year_named", "minimal"),
    *("season", "by", "events"),
)
ACTIVITY_COLUMNS = (
    ("promise", "date", "status"),
    (
        *("place", "count", "event", "party", "note"),
        *("others", "waits_for"),
    ),
)
REPORT_COLUMNS = ("promise", "period_start", "period_end", "closed_on"), ("place", "cause", "decision")
CSV_COLUMNS = (
    *("promise", "start", "end", "place", "event", "done", "target", "status", "reasons"),
    *("headline_year", "headline"),
)


def promises_from(text: str, file: str = "promises.json") -> list[Terms]:
    """The promises of a file, in its order; entries with one id and different `version` are versions.

    Raises `BadInput` for what is missing, unknown, contradictory or there twice.
    """
    whole = object_of(text, file)
    whole.only("promises")
    promises = [_terms(entry) for entry in whole.each("promises")]
    versions: dict[str, list[Terms]] = {}
    for terms in promises:
        versions.setdefault(terms.id, []).append(terms)
    for of_one in versions.values():
        with whole.located():
            in_order(of_one)
    return promises


def _terms(entry: Fields) -> Terms:
    entry.only(*PROMISE_FIELDS)
    version = entry.number("version")
    if version < 1 or version != int(version):
        entry.refuse("bad_number", field="version", value=version)
    with entry.located():
        return Terms(
            id=entry.text("id"),
            text=entry.text("text"),
            parties=tuple(party_from(name) for name in entry.texts("parties")),
            valid_from=entry.day("valid_from"),
            valid_to=entry.optional_day("valid_to"),
            review_on=entry.optional_day("review_on"),
            places=entry.texts("places"),
            schools=entry.texts("schools"),
            measure=_measure(entry.inner("measure")),
            aim=entry.optional("aim"),
            version=int(version),
            withdrawn=entry.flag("withdrawn"),
        )


def _measure(entry: Fields) -> Measure:
    entry.only(*MEASURE_FIELDS)
    return Measure(
        kind=entry.word("kind", Kind),
        at_least=entry.number("at_least"),
        unit=entry.text("unit", ""),
        per=entry.word("per", Per, Per.ONCE),
        reading=entry.word("reading", Reading, Reading.EACH),
        spread=entry.word("spread", Spread) if entry.values.get("spread") else None,
        year_named=entry.flag("year_named"),
        minimal=entry.flag("minimal"),
        season=entry.optional("season"),
        by=entry.optional_day("by"),
        events=entry.texts("events"),
    )


def activities_from(
    lines: Iterable[str],
    promises: Iterable[Terms],
    calendar: Calendar = NO_CALENDAR,
    places: Register = (),
    file: str = "activities.csv",
) -> list[Activity]:
    """The activities of a CSV file, one a row; `promises`, `calendar` and `places` are what it speaks of.

    Raises `BadInput` for an unknown promise, place, event, party or status, a bad date or number, and
    a day before the promise.
    """
    known = _Known(promises, calendar, places)
    return [_activity(row, known) for row in rows_of(lines, file, *ACTIVITY_COLUMNS)]


def reports_from(
    lines: Iterable[str],
    promises: Iterable[Terms],
    calendar: Calendar = NO_CALENDAR,
    places: Register = (),
    file: str = "reports.csv",
) -> list[PeriodReport]:
    """The closing reports of a CSV file, one a row. Raises `BadInput` as `activities_from`."""
    known = _Known(promises, calendar, places)
    return [_report(row, known) for row in rows_of(lines, file, *REPORT_COLUMNS)]


class _Known:
    """The promises, events and places that rows may name."""

    def __init__(self, promises: Iterable[Terms], calendar: Calendar, places: Register) -> None:
        self.events = {event.id for event in calendar.events}
        self.starts: dict[str, date] = {}
        self._readers: dict[str, list[Match]] = {}  # one for each version that is judged place by place
        for terms in promises:
            self.starts[terms.id] = min(terms.valid_from, self.starts.get(terms.id, terms.valid_from))
            if terms.measure.spread is not None or terms.measure.kind is Kind.EACH_EVENT:
                self._readers.setdefault(terms.id, []).append(place_match(terms, calendar, places))
        self._elsewhere = matcher((place.name for place in places), places)

    def is_placed(self, promise: str) -> bool:
        """Whether the promise is judged place by place, so that the place of a row matters."""
        return promise in self._readers

    def may_be_at(self, promise: str, place: str) -> bool:
        """Whether `place` is one of the promise, or at least of the register; any will do if unplaced."""
        readers = self._readers.get(promise)
        if readers is None or self._elsewhere(place) is not None:
            return True
        return any(match(place) is not None for match in readers)


def _activity(row: Fields, known: _Known) -> Activity:
    promises = tuple(_promise(row, name, known) for name in row.text("promise").split("|"))
    if len(set(promises)) < len(promises):
        row.refuse("twice", field="promise", value=row.text("promise"))
    day, place, event = row.day("date"), row.optional("place"), row.optional("event")
    for promise in promises:
        if day < known.starts[promise]:
            row.refuse("activity_before_promise", promise=promise, day=day, valid_from=known.starts[promise])
        if place is not None and not known.may_be_at(promise, place):
            row.refuse("unknown_place", promise=promise, value=place)
    if event is not None and event not in known.events:
        row.refuse("unknown_event", value=event)
    party = row.optional("party")
    others, waits_for = ((row.optional(name) or "").split("|") for name in ("others", "waits_for"))
    with row.located():
        return Activity(
            promises=promises,
            done_on=day,
            amount=row.number("count"),
            place=place,
            status=row.word("status", ActivityStatus),
            event=event,
            party=None if party is None else party_from(party),
            note=row.text("note", ""),
            others=tuple(party_from(one) for one in others if one),
            waits_for=tuple(party_from(one) for one in waits_for if one),
        )


def _report(row: Fields, known: _Known) -> PeriodReport:
    promise = _promise(row, row.text("promise"), known)
    start, end, closed_on = row.day("period_start"), row.day("period_end"), row.day("closed_on")
    place = row.optional("place")
    if closed_on < end:
        row.refuse("closed_too_early", closed_on=closed_on, end=end)
    if place is not None and not known.is_placed(promise):
        row.refuse("report_for_place", promise=promise, value=place)
    if place is not None and not known.may_be_at(promise, place):
        row.refuse("unknown_place", promise=promise, value=place)
    with row.located():
        return PeriodReport(
            promise,
            start,
            end,
            closed_on,
            place,
            cause=row.text("cause", ""),
            decision=row.text("decision", ""),
        )


def _promise(row: Fields, name: str, known: _Known) -> str:
    if name.strip() not in known.starts:
        row.refuse("unknown_promise", value=name.strip())
    return name.strip()


def as_json(assessments: Iterable[Assessment], on: date) -> str:
    """The assessments as JSON: whole numbers and decimals as numbers, dates as YYYY-MM-DD."""
    whole = {"on": on, "assessments": [_assessment(assessment) for assessment in assessments]}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_written) + "\n"


def _assessment(assessment: Assessment) -> dict[str, object]:
    year, headline = assessment.headline
    return {
        "promise": assessment.promise,
        "status": assessment.status,
        "tally": assessment.tally,
        "headline": {"year": year, "status": headline.status, "tally": headline.tally},
        "cells": [_cell(cell) for cell in assessment.cells],
        "reasons": [_reason(reason) for reason in assessment.reasons],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "start": cell.start,
        "end": cell.end,
        "place": cell.place,
        "event": cell.event,
        "version": cell.version,
        "done": cell.done,
        "target": cell.target,
        "status": cell.status,
        "reasons": [_reason(reason) for reason in cell.reasons],
    }


def _reason(reason: Reason) -> dict[str, object]:
    return {"code": reason.code, **reason.params}


def _written(value: object) -> object:
    """A date or a decimal as JSON has it; two decimals and nine digits fit a float exactly as written."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return str(value)


def as_csv(assessments: Iterable[Assessment]) -> str:
    """The cells as CSV, one a row under `CSV_COLUMNS`; their reasons as codes separated by "|"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for assessment in assessments:
        year, headline = assessment.headline
        for cell in assessment.cells:
            reasons = "|".join(reason.code for reason in cell.reasons)
            where = (assessment.promise, cell.start, cell.end, cell.place, cell.event)
            writer.writerow([*where, cell.done, cell.target, cell.status, reasons, year, headline.status])
    return out.getvalue()
