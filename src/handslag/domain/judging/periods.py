"""Periods of local days: a whole week, month, tertial … and how much of it falls on a span of days.

All days are local dates and both ends belong to the period. Whole-number arithmetic only.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from handslag.domain.promises.terms import Per

DAY = timedelta(days=1)
MONTHS_IN = {Per.MONTH: 1, Per.QUARTER: 3, Per.TERTIAL: 4, Per.HALF_YEAR: 6, Per.YEAR: 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days `start` to `end`, both included. `approximate`: assumed, as no calendar gave them."""

    start: date
    end: date
    approximate: bool = False

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def meets(self, first: date, last: date) -> bool:
        """Whether at least one day of `first` to `last` lies in the period."""
        return self.start <= last and first <= self.end

    def cut(self, first: date, last: date) -> "Period":
        """The part of the period within `first` to `last`, which it must meet."""
        if first <= self.start and self.end <= last:
            return self
        return Period(max(self.start, first), min(self.end, last), self.approximate)


@lru_cache(maxsize=512)
def civil_periods(per: Per, first: date, last: date) -> tuple[Period, ...]:
    """The whole days, ISO weeks, months … years that meet `first` to `last`, in order.

    Terms, seasons and `once` are no civil periods: the calendar and the promise give them.
    """
    starts = list(_starts(per, first, last))
    return tuple(Period(start, after - DAY) for start, after in pairwise(starts))


def _starts(per: Per, first: date, last: date) -> Iterator[date]:
    """First days of the periods that meet the span, and of the one after it."""
    start = first_day(per, first)
    while start <= last:
        yield start
        start = _next_start(per, start)
    yield start


def first_day(per: Per, day: date) -> date:
    """The first day of the civil period that `day` lies in."""
    if per is Per.DAY:
        return day
    if per is Per.WEEK:
        return day - day.weekday() * DAY
    months = MONTHS_IN[per]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _next_start(per: Per, start: date) -> date:
    if per is Per.DAY:
        return start + DAY
    if per is Per.WEEK:
        return start + 7 * DAY
    years, month = divmod(start.month - 1 + MONTHS_IN[per], 12)
    return date(start.year + years, month + 1, 1)


def covered(periods: Sequence[Period], first: date, last: date) -> Fraction:
    """How many of `periods` fall on `first` to `last`: a period covered for 92 of 365 days is 92/365.

    The periods are in order and do not overlap, so that only the two at the ends can be cut.
    """
    begin = bisect_left(periods, first, key=lambda period: period.end)
    end = bisect_right(periods, last, key=lambda period: period.start)
    met = periods[begin:end]
    if not met:
        return Fraction(0)
    if len(met) == 1:
        return _share(met[0], first, last)
    return len(met) - 2 + _share(met[0], first, last) + _share(met[-1], first, last)


def _share(period: Period, first: date, last: date) -> Fraction:
    return Fraction(period.cut(first, last).days, period.days)
