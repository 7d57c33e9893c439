"""What residents see: every municipality, one municipality, one promise. Eleven queries a page at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from handslag.domain.activities import ActivityStatus
from handslag.domain.cells import Status
from handslag.domain.characters import swedish_order
from handslag.domain.fulfilment import municipality_tally
from handslag.domain.promises import Kind, Party, PromiseState
from handslag.domain.reminders import Silence
from handslag.domain.rollup import Tally, tally_of
from handslag.models.models import Municipality
from handslag.services.access import public_municipality, public_promise
from handslag.services.queries.asked_now import AskedNow, asked_now, asking
from handslag.services.queries.baselines import Effect, effect_of
from handslag.services.queries.fulfilment import Standing, standings, standings_of
from handslag.services.queries.party_verdicts import Beside, beside, words_on
from handslag.services.queries.place_links import PlaceLink, place_links
from handslag.services.queries.reminders import public_note
from handslag.services.queries.resident_checks import CheckShown, check_shown

# What a reader must know first: shown in this order within a perspective, and in a tally.
WORST_FIRST = (
    Status.NOT_KEPT,
    Status.PARTLY_KEPT,
    Status.NOT_REPORTED,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.KEPT,
    Status.NOT_DUE,
    Status.CANNOT_BE_JUDGED,
)
_OPEN = {Status.ON_TRACK, Status.BEHIND, Status.NOT_DUE}
UPCOMING = 6


@dataclass(frozen=True, slots=True)
class Face:
    """What every page of a municipality shows of it."""

    slug: str
    name: str
    short_name: str
    police_area: str
    contact: str
    is_demo: bool


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
class FrontRow:
    """One municipality of the first page, with how many promises have each status."""

    face: Face
    promises: int
    given: Given | None
    tally: Tally
    is_asking: bool  # whether residents can answer a survey or come to a dialogue


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


@dataclass(frozen=True, slots=True)
class PromisePage:
    """One promise, the aim it serves if any, and the promises that serve it if it is an aim."""

    face: Face
    on: date
    promise: Standing
    aim: Standing | None
    serving: tuple[Standing, ...]
    verdicts: tuple[Beside, ...]  # what the parties say themselves
    check: CheckShown | None  # what residents say, where they are or have been asked
    replaces: tuple[int, ...]  # numbers of the promises that it stands in the place of
    silence: Silence | None  # since when nobody has answered, when it has been too long
    effect: Effect | None  # the baseline that was locked, if any, and what was measured since


def front_page(*, on: date) -> list[FrontRow]:
    """Every municipality that has promises in public or asks its residents, by name. Ten queries."""
    municipalities = sorted(
        Municipality.objects.select_related("police_area"), key=lambda row: swedish_order(row.short_name)
    )
    found = standings_of(municipalities, on=on)
    asks = asking(municipalities, on=on)
    return [
        FrontRow(face_of(one), len(current), _given(current, on), _tally(current), one.pk in asks)
        for one in municipalities
        if (current := current_of(found[one.pk], on)) or one.pk in asks
    ]


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


def promise_page(slug: str, number: int, *, on: date) -> PromisePage:
    """One promise that is or was public. Raises `NotFound`. Ten queries, eleven with a baseline."""
    row = public_promise(slug, number)
    municipality = row.municipality
    found = {s.number: s for s in standings(municipality, on=on, numbers=[number])}
    promise = found[number]
    return PromisePage(
        face=face_of(municipality),
        on=on,
        promise=promise,
        aim=found.get(promise.aim) if promise.aim else None,
        serving=tuple(worst_first(s for s in found.values() if s.aim == number)),
        verdicts=beside(promise, words_on([promise])[promise.public_id]),
        check=check_shown(row, promise, on=on),
        replaces=tuple(s.number for s in found.values() if s.versions[-1].replaced_by == number),
        silence=public_note(promise, on=on),
        effect=effect_of(row, promise.evidence),
    )


def face_of(municipality: Municipality) -> Face:
    """What pages show of a municipality whose police area is fetched."""
    return Face(
        slug=municipality.slug,
        name=municipality.name,
        short_name=municipality.short_name,
        police_area=municipality.police_area.name,
        contact=municipality.contact,
        is_demo=municipality.is_demo,
    )


def headline_status(standing: Standing) -> Status:
    """The status a page leads with: that of the year of the day asked about."""
    return standing.assessment.headline[1].status


def worst_first(found: Iterable[Standing]) -> list[Standing]:
    """What a reader must know first, first; promises that stand alike in the order promised."""
    return sorted(found, key=lambda standing: WORST_FIRST.index(headline_status(standing)))


def in_order(tally: Tally) -> Tally:
    """A tally in the order of `WORST_FIRST`, kept first: the page leads with what was done."""
    order = (
        Status.KEPT,
        Status.ON_TRACK,
        Status.BEHIND,
        Status.NOT_REPORTED,
        Status.PARTLY_KEPT,
        Status.NOT_KEPT,
    )
    return {s: tally[s] for s in (*order, Status.NOT_DUE, Status.CANNOT_BE_JUDGED) if s in tally}


def _given(current: Iterable[Standing], on: date) -> Given | None:
    days = sorted(standing.since for standing in current)
    to_come = [day for day in days if day > on]
    return Given(days[0], days[-1], len(to_come), next(iter(to_come), None)) if days else None


def _tally(found: Iterable[Standing]) -> Tally:
    return in_order(municipality_tally(standing.assessment for standing in found))


def current_of(found: Sequence[Standing], on: date) -> list[Standing]:
    """What the tally of a page is over: the promises valid on the day or later.

    When all have ended: those that ended last.
    """
    kept = [standing for standing in found if standing.state != PromiseState.WITHDRAWN]
    ends = [standing.terms.valid_to or date.max for standing in kept]
    last = min(on, max(ends, default=on))
    return [standing for standing, end in zip(kept, ends, strict=True) if end >= last]


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
        (year, in_order(tally_of(status for _, status in pairs)))
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
