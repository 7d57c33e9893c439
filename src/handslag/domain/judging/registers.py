"""What promises are judged by besides their terms: schools, their terms, places and events."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from handslag.domain.judging import calendar
from handslag.domain.judging.periods import Period
from handslag.domain.keeping import places


@dataclass(frozen=True, slots=True)
class Registers:
    """What one municipality keeps; terms by school authority, events by the series that promises name."""

    schools: tuple[calendar.School, ...]
    terms: tuple[tuple[str, Period], ...]
    places: places.Register
    events: tuple[tuple[str, calendar.Event], ...]

    def events_of(self, series: Iterable[str]) -> tuple[calendar.Event, ...]:
        """The events of these series; no series, no events."""
        wanted = set(series)
        return tuple(event for name, event in self.events if name in wanted)

    def calendar(self, series: Iterable[str]) -> calendar.Calendar:
        """The calendar of a promise that names these series of events."""
        terms: defaultdict[str, tuple[Period, ...]] = defaultdict(tuple)
        for authority, term in self.terms:
            terms[authority] += (term,)
        return calendar.Calendar(dict(terms), self.schools, events=self.events_of(series))
