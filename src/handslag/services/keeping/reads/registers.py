"""What stands in the calendars and lists: rows that a template can print without another query."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handslag.domain.characters import by_name, swedish_order
from handslag.domain.judging.calendar import eves, holidays
from handslag.domain.judging.periods import Period
from handslag.domain.judging.register_changes import Break, Position
from handslag.domain.promises.changes import ENDS
from handslag.domain.promises.terms import Kind
from handslag.models.models import Event, Municipality, Place, PromiseVersion, School, SchoolAuthority
from handslag.services.places import places_of


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    key: int
    name: str
    terms: tuple[Period, ...]
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    public_id: str
    name: str
    start: date
    end: date
    place: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series and its events, by day. `promises`: the numbers of those judged at each of them."""

    name: str
    events: tuple[EventRow, ...]
    promises: tuple[int, ...]

    @property
    def ahead(self) -> tuple[EventRow, ...]:
        return tuple(event for event in self.events if not event.is_over)

    @property
    def over(self) -> tuple[EventRow, ...]:
        """The latest first."""
        return tuple(event for event in reversed(self.events) if event.is_over)


@dataclass(frozen=True, slots=True)
class SchoolRow:
    key: int
    name: str
    authority: str
    unit_code: str
    first_on: date | None
    last_on: date | None
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    key: int
    name: str
    aliases: tuple[str, ...]
    position: Position | None


def authority_rows(municipality: Municipality) -> list[AuthorityRow]:
    """The school authorities, each with its terms and breaks. Three queries."""
    found = SchoolAuthority.objects.filter(municipality=municipality).prefetch_related("terms", "breaks")
    return [authority_row(row) for row in by_name(found)]


def authority_row(row: SchoolAuthority) -> AuthorityRow:
    """One school authority. Two queries, none where its terms and breaks are fetched already."""
    return AuthorityRow(
        row.pk,
        row.name,
        tuple(Period(term.start, term.end) for term in row.terms.all()),
        tuple(Break(one.name, one.start, one.end) for one in row.breaks.all()),
    )


def series_rows(municipality: Municipality, *, on: date) -> list[SeriesRow]:
    """Every series that has events or that a promise names, by name. Two queries."""
    judged: defaultdict[str, set[int]] = defaultdict(set)
    versions = PromiseVersion.objects.filter(promise__municipality=municipality, kind=Kind.EACH_EVENT)
    for version in versions.select_related("promise").order_by("version"):
        if version.change in ENDS:
            for numbers in judged.values():
                numbers.discard(version.promise.number)
        elif version.event_series:
            judged[version.event_series].add(version.promise.number)
    rows = Event.current.filter(municipality=municipality).order_by("series", "start", "name")
    events = {name: tuple(some) for name, some in groupby(rows, key=lambda row: row.series)}
    return [
        SeriesRow(
            name,
            tuple(_event_row(row, on) for row in events.get(name, ())),
            tuple(sorted(judged.get(name, ()))),
        )
        for name in sorted({*events, *judged}, key=swedish_order)
    ]


def school_rows(municipality: Municipality) -> list[SchoolRow]:
    """The schools by name, also those that have closed. One query."""
    rows = School.objects.filter(municipality=municipality).select_related("authority")
    return [
        SchoolRow(
            *(row.pk, row.name, row.authority.name, row.unit_code, row.first_on, row.last_on),
            stages=tuple(row.stages),
        )
        for row in by_name(rows)
    ]


def place_rows(municipality: Municipality) -> list[PlaceRow]:
    """The places by name. One query."""
    rows = places_of(municipality)
    return [PlaceRow(row.pk, row.name, tuple(row.aliases), position(row)) for row in rows]


def position(place: Place) -> Position | None:
    """Latitude and longitude of a place, when both are known."""
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def free_days(year: int) -> list[tuple[date, str, bool]]:
    """The public holidays and eves of a year in order: day, Swedish name, whether it is a holiday by law."""
    named = [(day, name, True) for day, name in holidays(year).items()]
    named += [(day, name, False) for day, name in eves(year).items()]
    return sorted(named)


def _event_row(row: Event, on: date) -> EventRow:
    return EventRow(row.public_id, row.name, row.start, row.end, row.place, row.end < on)
