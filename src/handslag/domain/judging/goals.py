"""From the terms of a promise to its goals: one for every cell, before any activity is counted.

The rules are those of docs/rules/fulfilment.md §3: windows, and the part of a target that falls on them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.domain.judging.calendar import Calendar
from handslag.domain.judging.cells import Goal, Reason, floored, plain
from handslag.domain.judging.periods import Period, civil_periods, covered
from handslag.domain.keeping.places import Match, Place, Register, matcher, name_key
from handslag.domain.promises.terms import Kind, Per, Reading, Spread, Terms

Notes = tuple[Reason, ...]
_AIM: Notes = (Reason("aim_not_judged"),)
_MINIMAL: Notes = (Reason("minimal_reading"),)
_APPROXIMATE: Notes = (Reason("approximate_term"),)


def goals_of(terms: Terms, first: date, on: date, calendar: Calendar) -> list[Goal]:
    """The goals of one version of a promise from the day `first`, place by place in order of start.

    With a last day they reach to it; until further notice they reach to the period that `on` lies
    in, and at least to the first one. Raises `BadInput` when the terms name an unknown event.
    """
    last = terms.valid_to or max(on, first)
    if last < first:
        return []
    if terms.measure.kind is Kind.EACH_EVENT:
        until = terms.valid_to or date.max
        return list(_Column(terms, calendar, first, last, until).at_events())
    columns = (_column(terms, calendar, first, last, place) for place in places_of(terms, calendar))
    return [goal for column in columns if column.first <= column.until for goal in column.goals()]


def _column(terms: Terms, calendar: Calendar, first: date, last: date, place: str | None) -> "_Column":
    """The column of a place; a school's begins on its first day and ends on its last."""
    opened, closed = calendar.days_of(place if terms.measure.spread is Spread.SCHOOL else None)
    begin, until = max(first, opened), min(terms.valid_to or date.max, closed)
    return _Column(terms, calendar, begin, min(max(last, begin), until), until, place)


def places_of(terms: Terms, calendar: Calendar) -> list[str | None]:
    """The places or schools each judged for itself, in the order promised; one None where not spread."""
    if terms.measure.spread is None:
        return [None]
    names: Sequence[str] = terms.places
    if terms.measure.spread is Spread.SCHOOL:
        names = terms.schools or [school.id for school in calendar.schools]
    by_key: dict[str, str | None] = {}
    for name in names:
        by_key.setdefault(name_key(name), name)
    return list(by_key.values())


def place_match(terms: Terms, calendar: Calendar, register: Register) -> Match:
    """How the names of places in activities and reports on this promise are read.

    They mean one of its places or schools (by id or name), or the place of one of its events.
    """
    names = places_of(terms, calendar)
    if terms.measure.kind is Kind.EACH_EVENT:
        names = [event.place for event in calendar.events_named(terms.measure.events)]
    if terms.measure.spread is Spread.SCHOOL:
        register += tuple(Place(school.id, (school.name,)) for school in calendar.schools)
    return matcher(dict.fromkeys(name for name in names if name is not None), register)


@dataclass(frozen=True, slots=True)
class _Column:
    """The goals of `terms` at one place (None: wherever), for the days `first` to `last`.

    `until`: the last day on which anything can be asked for there.
    """

    terms: Terms
    calendar: Calendar
    first: date
    last: date
    until: date
    place: str | None = None

    def goals(self) -> Iterator[Goal]:
        measure, end = self.terms.measure, self.terms.valid_to
        in_total = measure.per is Per.ONCE or measure.reading is Reading.IN_TOTAL
        if measure.kind is Kind.STANDING:
            return (self._aim(year) for year in civil_periods(Per.YEAR, self.first, self.last))
        if measure.kind is Kind.MILESTONE or (in_total and end is None):
            return self._dated()
        if in_total and end is not None:
            return iter([self._each(Period(self.terms.valid_from, end))])
        if measure.reading is Reading.ON_AVERAGE:
            return self._averages()
        return (self._each(period) for period in self._periods(self.first, self.last))

    def at_events(self) -> Iterator[Goal]:
        """One goal for every event that meets the validity, also those still to come."""
        for event in self.calendar.events_named(self.terms.measure.events):
            if Period(event.start, event.end).meets(self.first, self.until):
                yield self._each(Period(event.start, event.end), event.place, event.id)

    def _cut(self, period: Period) -> Period:
        return period.cut(self.first, self.until)

    def _aim(self, year: Period) -> Goal:
        cut = self._cut(year)
        return Goal(cut.start, cut.end, cut.end, None, self.place, version=self.terms.version, notes=_AIM)

    def _dated(self) -> Iterator[Goal]:
        """One goal that is due on a day, if any: the day promised, the last day, or the review.

        A day promised is part of the promise: what is done after it comes too late. A review is
        only the day we look, so what is done after it still counts.
        """
        promised = self.terms.measure.by or self.terms.valid_to
        end = promised or self.terms.review_on
        if end is None or self.first <= end <= self.until:
            yield Goal(
                self.first,
                end,
                promised or date.max,
                self.terms.measure.at_least,
                self.place,
                version=self.terms.version,
                paced=False,
                notes=_MINIMAL if self.terms.measure.minimal else (),
            )

    def _each(self, period: Period, place: str | None = None, event: str | None = None) -> Goal:
        """The goal of a period: its whole target, or the part that falls on the days of the validity."""
        measure, cut, share = self.terms.measure, self._cut(period), None
        target = measure.at_least
        if cut != period:
            share = cut.days, period.days
            if not measure.year_named:
                target = floored(target, *share)
        notes = self._notes(target, share, period.approximate)
        place = place or self.place
        return Goal(cut.start, cut.end, cut.end, target, place, event, self.terms.version, notes=notes)

    def _averages(self) -> Iterator[Goal]:
        """One goal for the validity, or one per calendar year while it is until further notice."""
        if self.terms.valid_to is not None:
            return self._average(Period(self.first, self.last))
        years = civil_periods(Per.YEAR, self.first, self.last)
        return (goal for year in years for goal in self._average(self._cut(year)))

    def _average(self, window: Period) -> Iterator[Goal]:
        """The goal of a window: the target of a period, times the periods that fall on the window."""
        measure, judged, share = self.terms.measure, window, None
        if measure.year_named:
            judged = Period(date(window.start.year, 1, 1), date(window.end.year, 12, 31))
            share = (window.days, judged.days) if judged != window else None
        periods = self._periods(judged.start, judged.end)
        if not periods:
            return
        times = covered(periods, judged.start, judged.end)
        target = floored(measure.at_least, times.numerator, times.denominator)
        yield Goal(
            window.start,
            window.end,
            window.end,
            target,
            self.place,
            version=self.terms.version,
            averaged=periods,
            notes=self._notes(
                target,
                share if target else (window.days, periods[0].days),
                any(period.approximate for period in periods),
            ),
        )

    def _periods(self, first: date, last: date) -> tuple[Period, ...]:
        """The periods that meet `first` to `last`; until further notice at least the next one known."""
        measure = self.terms.measure
        if measure.per is Per.TERM:
            schools = (self.place,) if measure.spread is Spread.SCHOOL and self.place else self.terms.schools
            listed = self.calendar.terms_for(schools, first, date(last.year + 1, 1, 1))
        elif measure.per is Per.SEASON:
            listed = self.calendar.seasons_named(measure.season)
        else:
            return civil_periods(measure.per, first, last)
        met = tuple(period for period in listed if period.meets(first, last))
        if met or self.until < date.max:
            return met
        return tuple(period for period in listed if period.start > last)[:1]

    def _notes(self, target: Decimal, share: tuple[int, int] | None, approximate: bool) -> Notes:
        """What a reader must know of the target; `share`: days in the window, days in the whole."""
        notes: Notes = _APPROXIMATE if approximate else ()
        if self.terms.measure.minimal:
            notes += _MINIMAL
        if share is None:
            return notes
        code = "year_in_full" if self.terms.measure.year_named else "part_of_period"
        at_least = plain(self.terms.measure.at_least)
        params = {"days": share[0], "of_days": share[1], "at_least": at_least}
        return (Reason(code if target else "period_too_short", params), *notes)
