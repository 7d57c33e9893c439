"""A filled-in form as a document of one promise, so that the same rules look at it."""

from collections.abc import Sequence

from handslag.domain.promises.terms import Kind, Measure, Reading, Terms
from handslag.domain.reading.fields import ALONE, read_fields
from handslag.domain.reading.finds import (
    Cadence,
    CadenceUnit,
    Find,
    FoundParty,
    ReadDocument,
    ReadPromise,
    Span,
)


def as_document(terms: Terms, spelling_out: Sequence[Terms] = ()) -> ReadDocument:
    """The form, and after it the promises that spell it out. A field's value has the promise's span."""
    text = "\n".join(form.text for form in (terms, *spelling_out))
    whole = Span(0, len(terms.text))
    rest = Span(min(len(terms.text) + 1, len(text)), len(text))
    return ReadDocument(
        text=text,
        municipality=None,
        police_area=None,
        valid_from=Find(terms.valid_from.isoformat(), whole),
        valid_to=Find(terms.valid_to.isoformat(), whole) if terms.valid_to else None,
        open_ended=None,
        signatories=(),
        grounds=(),
        promises=(_promise(terms, whole, None), *(_promise(form, rest, 0) for form in spelling_out)),
    )


def _promise(terms: Terms, span: Span, aim: int | None) -> ReadPromise:
    measure = terms.measure
    read = read_fields(terms.text, Span(0, len(terms.text)), ALONE)
    return ReadPromise(
        text=Find(terms.text, span),
        parties=tuple(FoundParty(party, span) for party in terms.parties),
        places=tuple(Find(place, span) for place in (*terms.places, *terms.schools)),
        target_groups=read.target_groups,
        cadence=_cadence(measure, span),
        quantity=Find(f"{measure.at_least} {measure.unit}", span) if measure.kind is Kind.QUANTITY else None,
        period=read.period,
        perspective=None,
        measurable=measure.kind is not Kind.STANDING,
        is_aim=measure.kind is Kind.STANDING and terms.aim is None,
        aim=aim,
        measure=measure,
    )


def _cadence(measure: Measure, span: Span) -> Cadence | None:
    """The measure as a rhythm; none where no amount was promised."""
    if measure.kind is Kind.STANDING or measure.minimal:
        return None
    if measure.kind is Kind.EACH_EVENT:
        return Cadence(None, CadenceUnit.EACH_EVENT, False, span)
    per = CadenceUnit(measure.per.value)
    count = 1 if measure.kind is Kind.MILESTONE else int(measure.at_least)
    return Cadence(count, per, measure.reading is Reading.IN_TOTAL or per is CadenceUnit.ONCE, span)
