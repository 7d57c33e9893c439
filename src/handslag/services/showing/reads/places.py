"""One place, for those who live there: which promises reach it, how they go there, what was said there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.errors import NotFound
from handslag.domain.judging.cells import Cell
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.places import Match, matcher
from handslag.domain.keeping.places import Place as RegisterPlace
from handslag.models.models import Event, Municipality, Place, Promise
from handslag.services.access import public_municipality
from handslag.services.judging.reads.evidence import Deed
from handslag.services.judging.reads.standings import Standing, standings, worst_first
from handslag.services.keeping.reads.resident_checks import check_shown
from handslag.services.listening.reads.dialogues import (
    FindingRow,
    PublicRow,
    findings_at,
    public_dialogue_rows,
)
from handslag.services.listening.reads.voices import quotes_of
from handslag.services.people.reads.municipalities import Face, face_of
from handslag.services.showing.reads.place_links import address_of, addresses_of


@dataclass(frozen=True, slots=True)
class Reaching:
    """A promise that reaches a place. `cell`: how it goes just there, when it is judged place by place.

    `last` and `next` are what was done there latest and is planned there next; `asks`: whether residents
    are asked now if they have noticed it.
    """

    promise: Standing
    cell: Cell | None
    last: Deed | None
    next: Deed | None
    asks: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A dialogue about a place, or one that stopped there: what may be quoted of it, what was seen there."""

    row: PublicRow
    quotes: tuple[str, ...]
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """`here` names the place, `everywhere` names none; worst first. `events` are those to come there."""

    face: Face
    on: date
    name: str
    aliases: tuple[str, ...]
    here: tuple[Reaching, ...]
    everywhere: tuple[Standing, ...]
    events: tuple[tuple[date, str], ...]
    heard: tuple[Heard, ...]


def place_page(slug: str, address: str, *, on: date) -> PlacePage:
    """A place as it stands at the end of the day `on`. An alias of the place leads to it as well.

    Fifteen queries, however much is logged. Raises `NotFound`.
    """
    municipality = public_municipality(slug)
    places = list(municipality.places.order_by("pk"))
    place = _at(places, address)
    register = tuple(RegisterPlace(row.name, tuple(row.aliases)) for row in places)
    match = matcher([place.name], register)
    active = [one for one in standings(municipality, on=on) if not one.is_over and not one.is_ending]
    named = [one for one in active if any(match(name) for name in one.terms.places)]
    asking = _asking(municipality, named, on)
    spread = [one for one in active if not one.terms.places and _cell_at(one, match, on) is not None]
    return PlacePage(
        face_of(municipality),
        on,
        place.name,
        tuple(place.aliases),
        tuple(_reaching(one, match, on, asking) for one in worst_first([*named, *spread])),
        tuple(worst_first(one for one in active if not one.terms.places and one not in spread)),
        _events(municipality, match, on),
        tuple(_heard(place, on)),
    )


def _at(places: Sequence[Place], address: str) -> Place:
    addresses = addresses_of(places)
    for place in places:
        if addresses[place.pk] == address:
            return place
    for place in places:
        if address in map(address_of, place.aliases):
            return place
    raise NotFound("not_found")


def _reaching(promise: Standing, match: Match, on: date, asking: set[int]) -> Reaching:
    there = [deed for deed in promise.evidence.current if deed.place and match(deed.place)]
    done = [deed for deed in there if deed.status is ActivityStatus.DONE and deed.done_on <= on]
    planned = [deed for deed in there if deed.status is ActivityStatus.PLANNED and deed.done_on >= on]
    return Reaching(
        promise,
        _cell_at(promise, match, on),
        max(done, key=lambda deed: deed.done_on, default=None),
        min(planned, key=lambda deed: deed.done_on, default=None),
        promise.number in asking,
    )


def _asking(municipality: Municipality, found: Sequence[Standing], on: date) -> set[int]:
    """The numbers of the promises whose residents' check is open. One query."""
    rows = Promise.objects.filter(municipality=municipality, resident_check__isnull=False)
    checks = {row.number: row for row in rows.select_related("resident_check")}
    shown = {one.number: check_shown(checks[one.number], one, on=on) for one in found if one.number in checks}
    return {number for number, check in shown.items() if check is not None and check.is_open}


def _cell_at(promise: Standing, match: Match, on: date) -> Cell | None:
    """The cell of the place that is running on the day, else the latest that has begun, else the first."""
    cells = [cell for cell in promise.assessment.cells if cell.place and match(cell.place)]
    begun = [cell for cell in cells if cell.start <= on]
    return max(begun, key=lambda cell: cell.start) if begun else (cells[0] if cells else None)


def _events(municipality: Municipality, match: Match, on: date) -> tuple[tuple[date, str], ...]:
    rows = Event.current.filter(municipality=municipality, end__gte=on).order_by("start", "name")
    return tuple((row.start, row.name) for row in rows if row.place and match(row.place))


def _heard(place: Place, on: date) -> Iterable[Heard]:
    rows = public_dialogue_rows(place.municipality, on=on, place=place)
    quoted = quotes_of(place.municipality, [row.public_id for row in rows])
    findings = findings_at(place)
    return (Heard(row, quoted.get(row.public_id, ()), findings[row.public_id]) for row in rows)
