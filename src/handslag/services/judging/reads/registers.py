"""What promises are judged by besides their terms: schools, their terms, places and events. Four queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from handslag.domain.characters import by_name
from handslag.domain.judging import calendar
from handslag.domain.judging.periods import Period
from handslag.domain.judging.registers import Registers
from handslag.domain.keeping import places
from handslag.models.models import Event, Municipality, Place, School, SchoolTerm

Row = TypeVar("Row")


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
