"""The field `cadence`: the number, rhythm or one-off nature a promise states.

Read in this order, where no rhythm stands that no unit holds: a counted number with its period, a
rhythm alone, every event, a single deliverable.
"""

from typing import NamedTuple

from handslag.domain.reading.counts import Count, find_counts
from handslag.domain.reading.deliverables import find_deliverable
from handslag.domain.reading.finds import CadenceUnit, Span
from handslag.domain.reading.occasions import find_each_event
from handslag.domain.reading.rhythms import (
    Rhythm,
    find_rhythms,
    find_year_named,
    is_in_total,
    is_on_average,
    names_one_year,
)
from handslag.domain.reading.words import Wording


class Rate(NamedTuple):
    """A cadence within its promise, with what it was made of, as the proposal of a measure needs it."""

    min_count: int | None
    per: CadenceUnit
    span: Span
    rhythms: tuple[Rhythm, ...] = ()
    counts: tuple[Count, ...] = ()
    names_year: bool = False
    is_average: bool = False

    @property
    def is_total(self) -> bool:
        """Whether the number stands for the whole validity."""
        return self.per is CadenceUnit.ONCE


def read_rate(promise: Wording, above: tuple[str, ...]) -> Rate | None:
    """How often a promise is to be kept, or None; the lines `above` it in lower case."""
    rhythms = tuple(find_rhythms(promise))
    rate = _counted(promise, above, rhythms) or _rhythmic(promise, rhythms)
    return rate or _of_each_event(promise) or _of_single(promise)


def _counted(promise: Wording, above: tuple[str, ...], rhythms: tuple[Rhythm, ...]) -> Rate | None:
    counts = tuple(find_counts(promise))
    if not counts:
        return None
    first = counts[0]
    per, period, names_year = _period_of(promise, above, first, rhythms)
    span, is_average = _joined(first.span, period), is_on_average(promise)
    return Rate(int(first.amount), per, span, rhythms, counts, names_year, is_average)


def _period_of(
    promise: Wording, above: tuple[str, ...], count: Count, rhythms: tuple[Rhythm, ...]
) -> tuple[CadenceUnit, Span | None, bool]:
    """The period a number is tied to, its words, and whether they name the year itself.

    The nearest rhythm; else the whole validity if that is said; else the year named, else the validity.
    """
    if rhythm := min(rhythms, key=lambda found: _distance(found.span, count.span), default=None):
        return rhythm.per, rhythm.span, False
    if is_in_total(promise):
        return CadenceUnit.ONCE, None, False
    year = find_year_named(promise)
    if year or names_one_year(above):
        return CadenceUnit.YEAR, year, True
    return CadenceUnit.ONCE, None, False


def _rhythmic(promise: Wording, rhythms: tuple[Rhythm, ...]) -> Rate | None:
    if not rhythms:
        return None
    return Rate(1, rhythms[0].per, rhythms[0].span, rhythms, is_average=is_on_average(promise))


def _of_each_event(promise: Wording) -> Rate | None:
    words = find_each_event(promise)
    return Rate(None, CadenceUnit.EACH_EVENT, words) if words else None


def _of_single(promise: Wording) -> Rate | None:
    words = find_deliverable(promise)
    return Rate(1, CadenceUnit.ONCE, words) if words else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _joined(count: Span, period: Span | None) -> Span:
    """From the number to the words of its period, in whichever order they stand."""
    if period is None:
        return count
    return Span(min(count.start, period.start), max(count.end, period.end))
