"""Drafts beside the words they came from, with advice on how to make them easier to follow up."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from handslag.domain.errors import BadInput
from handslag.domain.linting import Finding, lint_terms
from handslag.domain.promises import Kind, Measure, Party, PromiseState, Spread, Terms
from handslag.models.models import Municipality, Promise, PromiseVersion, Reading, Round
from handslag.services.promises import Draft
from handslag.services.queries.passages import Passage, passages, words_of

UNDECIDED = Measure(kind=Kind.COUNT, minimal=True)  # what lint assumes until a measure has been chosen


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

    @property
    def is_ready(self) -> bool:
        """Whether it may be published: somebody promises, and it is decided how it is judged."""
        measure = self.draft.measure
        names_events = measure is None or measure.kind is not Kind.EACH_EVENT or bool(self.draft.event_series)
        return bool(self.draft.parties) and measure is not None and names_events


def draft_rows(reading: Reading) -> list[DraftRow]:
    """Every draft of a page that was read, in its order. Three queries."""
    promises = _promises(reading)
    prefetch_related_objects([reading.municipality], "schools")
    pledge = [_row_terms(promise, reading.municipality) for promise in promises]
    return [
        _row(promise, reading, lint_terms(terms, pledge=pledge))
        for promise, terms in zip(promises, pledge, strict=True)
    ]


def draft_row(promise: Promise) -> DraftRow:
    """One draft with everything its page needs, also when it was written and not read."""
    prefetch_related_objects([promise.municipality], "schools")
    pledge = [_row_terms(other, promise.municipality) for other in _promises(promise.reading)]
    terms = _row_terms(promise, promise.municipality)
    return _row(promise, promise.reading, lint_terms(terms, pledge=pledge))


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
    )


def _row_terms(promise: Promise, municipality: Municipality) -> Terms:
    draft = draft_of(promise.versions.all()[0], promise.perspective)
    aim = promise.aim.public_id if promise.aim else None
    return _terms(promise.public_id, draft, aim, promise.round, municipality)


def _terms(
    public_id: str, draft: Draft, aim: str | None, days: Round | PromiseVersion, municipality: Municipality
) -> Terms:
    """The draft as terms, as if it were published with the days of its round."""
    measure = draft.measure or UNDECIDED
    schools = municipality.schools.all() if measure.spread is Spread.SCHOOL else ()

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
