"""Drafts read by hand, so that a rule is tested without the reader."""

from datetime import date
from typing import Any

from handslag.domain.linting import Finding, lint
from handslag.domain.people.parties import Party
from handslag.domain.reading.finds import (
    Cadence,
    CadenceUnit,
    Find,
    FoundParty,
    ReadDocument,
    ReadPromise,
    Span,
)

HARNOSAND = "Härnösands kommun"


def page(
    *promises: dict[str, Any], to: str | None = "2027", since: str | None = None, open_ended: str = ""
) -> ReadDocument:
    """A document of the promises given as `{"text": …, field: …}`, each on its own line under a heading."""
    heading = f"Medborgarlöfte för {HARNOSAND} {since or ''} {open_ended}"
    text = "\n".join([heading, *(promise["text"] for promise in promises)])
    return ReadDocument(
        text=text,
        municipality=_find(text, HARNOSAND),
        police_area=None,
        valid_from=_find(text, since),
        valid_to=Find(to, Span(0, 1)) if to else None,
        open_ended=_find(text, open_ended),
        signatories=(),
        grounds=(),
        promises=tuple(_read(text, **promise) for promise in promises),
    )


def words(
    rule: str, text: str, review_on: date | None = None, to: str | None = "2027", **fields: Any
) -> list[str]:
    """What `rule` points at in one draft, none when it leaves the draft alone."""
    document = page({"text": text, **fields}, to=to)
    return [document.text[found.span.start : found.span.end] for found in _of(rule, document, review_on)]


def rewrites(rule: str, text: str, **fields: Any) -> list[str]:
    """What `rule` proposes instead of one draft."""
    return [found.rewrite for found in _of(rule, page({"text": text, **fields}))]


def _of(rule: str, document: ReadDocument, review_on: date | None = None) -> list[Finding]:
    return [found for found in lint(document, review_on=review_on) if found.rule == rule]


def _read(page_text: str, text: str, **fields: Any) -> ReadPromise:
    """One promise: `often` is (least number, unit), `parties` are values of `Party`."""
    start = page_text.index(text)
    span = Span(start, start + len(text))
    often = fields.pop("often", None)
    found: dict[str, Any] = {"places": (), "target_groups": (), "quantity": None, "period": None}
    for name in found.keys() & fields.keys():
        value = fields.pop(name)
        found[name] = _find(page_text, value) if isinstance(value, str) else _finds(page_text, value)
    return ReadPromise(
        text=Find(text, span),
        parties=tuple(FoundParty(Party(party), span) for party in fields.pop("parties", ["police"])),
        cadence=Cadence(often[0], CadenceUnit(often[1]), often[1] == "once", span) if often else None,
        perspective=None,
        measurable=fields.pop("measurable", bool(often or found["quantity"])),
        **found,
        **fields,
    )


def _find(text: str, value: str | None) -> Find | None:
    if not value:
        return None
    return Find(value, Span(text.index(value), text.index(value) + len(value)))


def _finds(text: str, values: tuple[str, ...]) -> tuple[Find, ...]:
    return tuple(find for value in values if (find := _find(text, value)))
