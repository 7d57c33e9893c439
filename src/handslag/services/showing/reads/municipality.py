"""One municipality as residents see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from handslag.domain.judging.cells import Status
from handslag.domain.judging.fulfilment import municipality_tally
from handslag.domain.judging.rollup import Tally, tally_in_order, tally_of
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, PromiseState
from handslag.services.access import public_municipality
from handslag.services.judging.reads.standings import (
    Standing,
    current_of,
    standings,
    worst_first,
)
from handslag.services.listening.reads.asked_now import AskedNow, asked_now
from handslag.services.people.reads.municipalities import Face, face_of
from handslag.services.showing.reads.place_links import PlaceLink, place_links

_OPEN = {Status.ON_TRACK, Status.BEHIND, Status.NOT_DUE}
UPCOMING = 6


@dataclass(frozen=True, slots=True)
class Given:
    """From which day the first and the latest of some promises stand.

    `to_come`: how many do not stand yet on the day asked about, the first of them `from_on`.
    """

    first: date
    latest: date
    to_come: int
    from_on: date | None


@dataclass(frozen=True, slots=True)
class Perspective:
    """Promises that belong together: the umbrella aims, then what was promised, worst first."""

    name: str
    aims: tuple[Standing, ...]
    promises: tuple[Standing, ...]

    @property
    def number(self) -> int:
        return len(self.aims) + len(self.promises)


class Coming(StrEnum):
    """What may happen next."""

    PERIOD_ENDS = "period_ends"
    EVENT = "event"
    PLANNED = "planned"
    REVIEW = "review"
    VALIDITY_ENDS = "validity_ends"


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Something on a day to come; `numbers` of the promises it concerns, `name` of the event or place."""

    day: date
    kind: Coming
    numbers: tuple[int, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """How the promises of one municipality stand on the day `on`; the headline is about its year."""

    face: Face
    on: date
    tally: Tally
    parties: tuple[Party, ...]
    given: Given | None
    perspectives: tuple[Perspective, ...]
    ended: tuple[Standing, ...]
    withdrawn: tuple[Standing, ...]
    years: tuple[tuple[int, Tally], ...]  # the years before, latest first
    upcoming: tuple[Upcoming, ...]
    asked: AskedNow
    places: tuple[PlaceLink, ...]

    @property
    def number(self) -> int:
        return sum(perspective.number for perspective in self.perspectives)

    @property
    def is_to_come(self) -> bool:
        """Whether none of the promises is in force yet."""
        return self.given is not None and self.given.first > self.on


def municipality_page(slug: str, *, on: date) -> MunicipalityPage:
    """One municipality. Raises `NotFound`. Ten queries, one more where there are dialogues."""
    municipality = public_municipality(slug)
    found = standings(municipality, on=on)
    current = current_of(found, on)
    kept = [standing for standing in found if standing.state != PromiseState.WITHDRAWN]
    return MunicipalityPage(
        face=face_of(municipality),
        on=on,
        tally=_tally(current),
        parties=tuple(dict.fromkeys(party for standing in current for party in standing.terms.parties)),
        given=_given(current, on),
        perspectives=_perspectives(current),
        ended=tuple(standing for standing in kept if standing not in current),
        withdrawn=tuple(standing for standing in found if standing not in kept),
        years=_years_before(found, on),
        upcoming=_upcoming(current, on),
        asked=asked_now(municipality, on=on),
        places=place_links(municipality),
    )


def _given(current: Iterable[Standing], on: date) -> Given | None:
    days = sorted(standing.since for standing in current)
    to_come = [day for day in days if day > on]
    return Given(days[0], days[-1], len(to_come), next(iter(to_come), None)) if days else None


def _tally(found: Iterable[Standing]) -> Tally:
    return tally_in_order(municipality_tally(standing.assessment for standing in found))


def _perspectives(current: Sequence[Standing]) -> tuple[Perspective, ...]:
    umbrellas = {standing.aim for standing in current}
    groups: dict[str, list[Standing]] = {}
    for standing in current:
        groups.setdefault(standing.perspective, []).append(standing)
    return tuple(_perspective(name, group, umbrellas) for name, group in groups.items())


def _perspective(name: str, group: Sequence[Standing], umbrellas: set[int | None]) -> Perspective:
    aims = [s for s in group if s.terms.measure.kind is Kind.STANDING and s.number in umbrellas]
    return Perspective(name, tuple(aims), tuple(worst_first(s for s in group if s not in aims)))


def _years_before(kept: Sequence[Standing], on: date) -> tuple[tuple[int, Tally], ...]:
    """How the promises ended in each calendar year before that of `on`."""
    ended = [
        (year, outcome.status)
        for standing in kept
        for year, outcome in standing.assessment.years.items()
        if year < on.year
    ]
    ended.sort(key=lambda pair: -pair[0])
    return tuple(
        (year, tally_in_order(tally_of(status for _, status in pairs)))
        for year, pairs in groupby(ended, key=lambda pair: pair[0])
    )


def _upcoming(current: Sequence[Standing], on: date) -> tuple[Upcoming, ...]:
    """The first few things to come, by day."""
    numbers: dict[tuple[date, Coming, str], list[int]] = {}
    for standing in current:
        for day, kind, name in sorted(set(_coming(standing, on))):
            numbers.setdefault((day, kind, name), []).append(standing.number)
    days = sorted(numbers, key=lambda key: (key[0], [*Coming].index(key[1]), key[2]))
    return tuple(Upcoming(day, kind, tuple(numbers[day, kind, name]), name) for day, kind, name in days)[
        :UPCOMING
    ]


def _coming(standing: Standing, on: date) -> Iterable[tuple[date, Coming, str]]:
    terms = standing.terms
    is_dated = terms.measure.kind is Kind.MILESTONE and terms.measure.by is None
    due = on if is_dated else date.max  # its only day is the review or the last day, told as such
    for cell in standing.assessment.cells:
        if cell.event is not None and cell.start > on:
            yield cell.start, Coming.EVENT, standing.event_names.get(cell.event, "")
        elif cell.end is not None and cell.start <= on <= cell.end < due and cell.status in _OPEN:
            yield cell.end, Coming.PERIOD_ENDS, ""
    for deed in standing.evidence.current:
        if deed.status is ActivityStatus.PLANNED and deed.done_on >= on:
            yield deed.done_on, Coming.PLANNED, ", ".join(deed.where)
    if standing.review_on is not None and standing.review_on >= on:
        yield standing.review_on, Coming.REVIEW, ""
    if terms.valid_to is not None and terms.valid_to >= on:
        yield terms.valid_to, Coming.VALIDITY_ENDS, ""
