"""What promises are judged by besides their terms: schools, their terms, places and events. Four queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from handslag.domain import calendar, places
from handslag.domain.periods import Period
from handslag.models.models import Event, Municipality, Place, School, SchoolTerm
from handslag.services.queries.names import by_name

Row = TypeVar("Row")


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


def registers_of(municipalities: Sequence[Municipality]) -> dict[int, Registers]:
    """The registers of each municipality, by its key."""
    schools = _grouped(
        (row.municipality_id, _school(row))
        for row in by_name(School.objects.filter(municipality__in=municipalities).select_related("authority"))
    )
    terms = _grouped(
        (row.authority.municipality_id, (row.authority.name, Period(row.start, row.end)))
        for row in SchoolTerm.objects.filter(authority__municipality__in=municipalities).select_related(
            "authority"
        )
    )
    named = _grouped(
        (row.municipality_id, places.Place(row.name, tuple(row.aliases)))
        for row in by_name(Place.objects.filter(municipality__in=municipalities))
    )
    events = _grouped(
        (row.municipality_id, (row.series, _event(row)))
        for row in Event.current.filter(municipality__in=municipalities)
    )
    return {m.pk: Registers(schools[m.pk], terms[m.pk], named[m.pk], events[m.pk]) for m in municipalities}


def _grouped(pairs: Iterable[tuple[int, Row]]) -> Mapping[int, tuple[Row, ...]]:
    groups: defaultdict[int, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return defaultdict(tuple, {key: tuple(rows) for key, rows in groups.items()})


def _school(row: School) -> calendar.School:
    return calendar.School(row.name, row.name, row.authority.name, row.first_on, row.last_on)


def _event(row: Event) -> calendar.Event:
    return calendar.Event(row.public_id, row.start, row.end, row.place or None, row.name)
