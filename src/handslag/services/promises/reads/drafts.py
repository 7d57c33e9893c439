"""Drafts beside the words they came from, with advice on how to make them easier to follow up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import prefetch_related_objects

from handslag.domain.errors import BadInput
from handslag.domain.judging.calendar import Calendar
from handslag.domain.judging.cells import Reason
from handslag.domain.judging.fulfilment import assess
from handslag.domain.linting import Finding, lint_terms
from handslag.domain.people.parties import Party
from handslag.domain.promises.passages import Passage, passages, words_of
from handslag.domain.promises.terms import Kind, Measure, PromiseState, Spread, Terms
from handslag.models.models import Municipality, Promise, PromiseVersion, Reading, Round
from handslag.services.judging.reads.registers import registers_of
from handslag.services.places import schools_of
from handslag.services.promises.changes import Days
from handslag.services.promises.drafts import Draft

UNDECIDED = Measure(kind=Kind.COUNT, minimal=True)  # what lint assumes until a measure has been chosen
A_YEAR = timedelta(days=366)  # how far ahead a promise until further notice is looked at


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft. `passages`: the lines it came from; `unheld`: words that its measure cannot hold."""

    number: int
    draft: Draft
    aim: int | None  # the number of the aim it spells out
    fields: frozenset[str]  # those that have words in the text
    passages: tuple[Passage, ...]
    unheld: tuple[str, ...]
    findings: tuple[Finding, ...]
    valid_from: date
    valid_to: date | None

    @property
    def is_ready(self) -> bool:
        """Whether it may be published: somebody promises, and it is decided how it is judged."""
        return not self.lacks

    @property
    def lacks(self) -> tuple[str, ...]:
        """What must be said before it may be published: "parties", "measure", "events"."""
        measure = self.draft.measure
        is_at_events = measure is not None and measure.kind is Kind.EACH_EVENT
        wanted = {
            "parties": bool(self.draft.parties),
            "measure": measure is not None,
            "events": not is_at_events or bool(self.draft.event_series),
        }
        return tuple(name for name, is_said in wanted.items() if not is_said)


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A draft that would be public without ever getting a verdict, and why."""

    number: int
    text: str
    reason: Reason


def draft_rows(reading: Reading) -> list[DraftRow]:
    """Every draft of a page that was read, in its order. Three queries."""
    promises = _promises(reading)
    prefetch_related_objects([reading.municipality], "schools")
    pledge = [_row_terms(promise, promise.round, reading.municipality) for promise in promises]
    return [
        _row(promise, reading, lint_terms(terms, pledge=pledge))
        for promise, terms in zip(promises, pledge, strict=True)
    ]


def common_findings(rows: Sequence[DraftRow]) -> tuple[Finding, ...]:
    """The advice that every one of several drafts gets in the same words: said once, it is about the page."""
    if len(rows) < 2:
        return ()
    said = [{finding.why("sv") for finding in row.findings} for row in rows]
    return tuple(one for one in rows[0].findings if all(one.why("sv") in words for words in said))


def without(row: DraftRow, common: Sequence[Finding]) -> DraftRow:
    """A draft without the advice that has been given for all."""
    said = {finding.why("sv") for finding in common}
    return replace(row, findings=tuple(one for one in row.findings if one.why("sv") not in said))


def draft_row(promise: Promise) -> DraftRow:
    """One draft with everything its page needs, also when it was written and not read."""
    prefetch_related_objects([promise.municipality], "schools")
    pledge = [_row_terms(other, other.round, promise.municipality) for other in _promises(promise.reading)]
    terms = _row_terms(promise, promise.round, promise.municipality)
    return _row(promise, promise.reading, lint_terms(terms, pledge=pledge))


def unjudged(reading: Reading, days: Round | Days) -> tuple[Unjudged, ...]:
    """The drafts that nobody could judge if they held these days. Seven queries."""
    prefetch_related_objects([reading.municipality], "schools")
    kept = registers_of([reading.municipality])[reading.municipality_id]
    found = []
    for promise in _promises(reading):
        version = promise.versions.all()[0]
        terms = _row_terms(promise, days, reading.municipality)
        reason = _why_unjudged(terms, kept.calendar([version.event_series]))
        if reason is not None:
            found.append(Unjudged(promise.number, version.text, reason))
    return tuple(found)


def advice_on(draft: Draft, days: Round | PromiseVersion, municipality: Municipality) -> tuple[Finding, ...]:
    """What lint says of words that are being written and have not been saved, for the days given."""
    return lint_terms(_terms("draft", draft, None, days, municipality))


def draft_of(version: PromiseVersion, perspective: str) -> Draft:
    """What a stored draft says."""
    return Draft(
        text=version.text,
        parties=tuple(Party(party) for party in version.parties),
        perspective=perspective,
        places=tuple(version.places),
        target_groups=tuple(version.target_groups),
        measure=version.measure() if version.kind else None,
        event_series=version.event_series,
    )


def _promises(reading: Reading | None) -> list[Promise]:
    found = Promise.objects.filter(reading=reading, state=PromiseState.DRAFT)
    return list(found.select_related("round", "aim").prefetch_related("versions")) if reading else []


def _row(promise: Promise, reading: Reading | None, findings: Iterable[Finding]) -> DraftRow:
    text = reading.text if reading else ""
    return DraftRow(
        number=promise.number,
        draft=draft_of(promise.versions.all()[0], promise.perspective),
        aim=promise.aim.number if promise.aim else None,
        fields=frozenset(promise.spans),
        passages=tuple(passages(text, promise.spans)),
        unheld=tuple(words_of(text, promise.spans, "unheld")),
        findings=tuple(findings),
        valid_from=promise.round.valid_from,
        valid_to=promise.round.valid_to,
    )


def _why_unjudged(terms: Terms, calendar: Calendar) -> Reason | None:
    """Why nothing is ever asked of a promise: what it lacks, or what its first cell says. Else None."""
    found = assess(terms, (), on=terms.valid_to or terms.valid_from + A_YEAR, calendar=calendar)
    if any(cell.target for cell in found.cells):
        return None
    return (found.reasons or found.cells[0].reasons)[0]


def _row_terms(promise: Promise, days: Round | Days, municipality: Municipality) -> Terms:
    draft = draft_of(promise.versions.all()[0], promise.perspective)
    aim = promise.aim.public_id if promise.aim else None
    return _terms(promise.public_id, draft, aim, days, municipality)


def _terms(
    public_id: str,
    draft: Draft,
    aim: str | None,
    days: Round | Days | PromiseVersion,
    municipality: Municipality,
) -> Terms:
    """The draft as terms, as if it were published with `days`."""
    measure = draft.measure or UNDECIDED
    schools = schools_of(municipality) if measure.spread is Spread.SCHOOL else ()

    def terms(measure: Measure) -> Terms:
        return Terms(
            id=public_id,
            text=draft.text,
            parties=draft.parties,
            valid_from=days.valid_from,
            valid_to=days.valid_to,
            review_on=days.review_on,
            measure=measure,
            places=draft.places,
            schools=tuple(school.name for school in schools),
            aim=aim,
        )

    try:
        return terms(measure)
    except BadInput:  # days that contradict each other are refused at publication, not here
        return terms(UNDECIDED)
