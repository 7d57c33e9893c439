"""The field `cadence`: the number, rhythm or one-off nature a promise states.

Read in this order: a rhythm no unit holds (nothing, the words are unheld), a counted number with
its period, a rhythm alone, every event, a single deliverable.
"""

from dataclasses import dataclass

from handslag.domain.reading.counts import Count, find_counts
from handslag.domain.reading.deliverables import find_deliverable
from handslag.domain.reading.finds import Cadence, CadenceUnit, Span
from handslag.domain.reading.occasions import find_each_event
from handslag.domain.reading.rhythms import (
    find_one_year,
    find_rhythms,
    find_unheld_rhythm,
    find_year_named,
    is_in_total,
    is_on_average,
)


@dataclass(frozen=True, slots=True)
class Rate:
    """A cadence with what it was made of, as the proposal of a measure needs it."""

    cadence: Cadence
    counts: tuple[Count, ...] = ()
    names_year: bool = False
    is_average: bool = False


def read_rate(text: str, span: Span, above: tuple[Span, ...]) -> Rate | None:
    """How often the promise at `span` is to be kept, or None; `above`: the lines over it."""
    if find_unheld_rhythm(text, span) is not None:
        return None
    counts = tuple(find_counts(text, span))
    return (
        _counted(text, span, above, counts)
        or _rhythmic(text, span)
        or _of_each_event(text, span)
        or _of_single(text, span)
    )


def _counted(text: str, span: Span, above: tuple[Span, ...], counts: tuple[Count, ...]) -> Rate | None:
    if not counts:
        return None
    first = counts[0]
    per, period, names_year = _period_of(text, span, above, first)
    cadence = Cadence(int(first.amount), per, per is CadenceUnit.ONCE, _joined(first.span, period))
    return Rate(cadence, counts, names_year, is_on_average(text, span))


def _period_of(
    text: str, span: Span, above: tuple[Span, ...], count: Count
) -> tuple[CadenceUnit, Span | None, bool]:
    """The period a number is tied to: the nearest rhythm, the year named, else the whole validity."""
    rhythms = sorted(find_rhythms(text, span), key=lambda rhythm: _distance(rhythm.span, count.span))
    if rhythms:
        return rhythms[0].per, rhythms[0].span, False
    if is_in_total(text, span):
        return CadenceUnit.ONCE, None, False
    if year := find_year_named(text, span):
        return CadenceUnit.YEAR, year, True
    if find_one_year(text, above):
        return CadenceUnit.YEAR, None, True
    return CadenceUnit.ONCE, None, False


def _rhythmic(text: str, span: Span) -> Rate | None:
    rhythm = next(find_rhythms(text, span), None)
    if rhythm is None:
        return None
    return Rate(Cadence(1, rhythm.per, False, rhythm.span), (), False, is_on_average(text, span))


def _of_each_event(text: str, span: Span) -> Rate | None:
    words = find_each_event(text, span)
    return Rate(Cadence(None, CadenceUnit.EACH_EVENT, False, words.span)) if words else None


def _of_single(text: str, span: Span) -> Rate | None:
    words = find_deliverable(text, span)
    return Rate(Cadence(1, CadenceUnit.ONCE, True, words.span)) if words else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _joined(count: Span, period: Span | None) -> Span:
    """From the number to the words of its period, in whichever order they stand."""
    if period is None:
        return count
    return Span(min(count.start, period.start), max(count.end, period.end))
