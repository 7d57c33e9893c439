"""Hours promised, planned and spent against the hours there are, over the municipalities of a police area.

What nobody has said is None, never zero. One thing done is counted once, however many promises it serves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from handslag.domain.errors import NotFound
from handslag.domain.judging.cells import Cell
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.domain.promises.terms import Kind, Per, PromiseState, Terms
from handslag.models.models import AvailableHours, Membership, Municipality, User
from handslag.services.judging.reads.evidence import Closed, Deed
from handslag.services.judging.reads.standings import Standing, standings_of


@dataclass(frozen=True, slots=True)
class Pool:
    """What one party has for its promises in one municipality from `start` to `end`, and what it took so far.

    `available` None: nobody has said. `without`: things done whose hours nobody has said. `key` is that
    of the figure, None where there is none.
    """

    slug: str
    town: str
    party: Party
    start: date
    end: date
    available: Decimal | None
    planned: Decimal
    spent: Decimal
    without: int
    key: int | None
    may_set: bool

    @property
    def left(self) -> Decimal | None:
        return None if self.available is None else self.available - self.planned - self.spent


@dataclass(frozen=True, slots=True)
class PeriodHours:
    """The hours of one period of a promise. `is_told`: spent as told by whoever closed it, else as logged."""

    start: date
    end: date | None
    per: str
    promised: Decimal | None
    planned: Decimal | None
    spent: Decimal | None
    is_told: bool
    without: int


@dataclass(frozen=True, slots=True)
class PromiseHours:
    number: int
    text: str
    periods: tuple[PeriodHours, ...]


@dataclass(frozen=True, slots=True)
class TownHours:
    """The promises of one municipality that have a period in the year."""

    slug: str
    name: str
    may_set: bool
    promises: tuple[PromiseHours, ...]


@dataclass(frozen=True, slots=True)
class AreaSum:
    """One party over all the municipalities; `unknown`: those whose available hours nobody has said."""

    party: Party
    available: Decimal
    planned: Decimal
    spent: Decimal
    without: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoursPage:
    """The hours of a calendar year in the municipalities of `area` that the person belongs to."""

    area: str
    year: int
    years: tuple[int, ...]
    sums: tuple[AreaSum, ...]
    pools: tuple[Pool, ...]
    towns: tuple[TownHours, ...]


def hours_page(user: User, municipality: Municipality, *, on: date, year: int | None = None) -> HoursPage:
    """The hours of one year, this year when none is named. Nine queries. Raises `NotFound` for another year.

    `municipality` says which police area; the person belongs to it.
    """
    memberships = Membership.objects.filter(
        user=user, municipality__police_area=municipality.police_area_id
    ).select_related("municipality__police_area")
    roles = {one.municipality: Role(one.role) for one in memberships.order_by("municipality__short_name")}
    found = standings_of(list(roles), on=on)
    figures = list(AvailableHours.objects.filter(municipality__in=roles))
    years = _years(found.values(), figures, on)
    chosen = on.year if year is None else year
    if chosen not in years:
        raise NotFound("not_found")
    pools, towns = [], []
    for town, role in roles.items():
        valid = [one for one in found[town.pk] if one.state != PromiseState.WITHDRAWN]
        may_set = is_allowed(role, Action.SET_HOURS)
        own = [one for one in figures if one.municipality_id == town.pk]
        pools += _pools(town, valid, own, chosen, may_set=may_set)
        rows = tuple(row for one in valid if (row := _promise_hours(one, chosen)).periods)
        towns.append(TownHours(town.slug, town.short_name, may_set, rows))
    area = municipality.police_area.name
    return HoursPage(area, chosen, years, _sums(pools), tuple(pools), tuple(towns))


def _years(
    found: Iterable[Sequence[Standing]], figures: Iterable[AvailableHours], on: date
) -> tuple[int, ...]:
    years = {on.year} | {day.year for one in figures for day in (one.start, one.end)}
    years |= {year for some in found for one in some for year in one.assessment.years}
    return tuple(sorted(years, reverse=True))


def _pools(
    town: Municipality,
    found: Sequence[Standing],
    figures: Sequence[AvailableHours],
    year: int,
    *,
    may_set: bool,
) -> list[Pool]:
    """A row for each figure of the year, and one for each party that promises and has none."""
    days = Period(date(year, 1, 1), date(year, 12, 31))
    deeds = {deed.id: deed for one in found for deed in one.evidence.current}.values()
    known = [one for one in figures if days.meets(one.start, one.end)]
    spans = [(Party(one.party), Period(one.start, one.end), one) for one in known]
    promising = [p for one in found if one.assessment.cells_of(year) for p in one.terms.parties]
    missing = dict.fromkeys(p for p in promising if p not in {party for party, _, _ in spans})
    return [
        *(_pool(town, party, span, figure, deeds, may_set) for party, span, figure in spans),
        *(_pool(town, party, days, None, deeds, may_set) for party in missing),
    ]


def _pool(
    town: Municipality,
    party: Party,
    span: Period,
    figure: AvailableHours | None,
    deeds: Iterable[Deed],
    may_set: bool,
) -> Pool:
    own = [deed for deed in deeds if deed.party is party and span.meets(deed.done_on, deed.done_on)]
    done = [deed for deed in own if deed.status is ActivityStatus.DONE]
    planned = [deed for deed in own if deed.status is ActivityStatus.PLANNED]
    return Pool(
        slug=town.slug,
        town=town.short_name,
        party=party,
        start=span.start,
        end=span.end,
        available=figure.hours if figure else None,
        planned=_sum(deed.hours for deed in planned) or Decimal(0),
        spent=_sum(deed.hours for deed in done) or Decimal(0),
        without=sum(deed.hours is None for deed in done),
        key=figure.pk if figure else None,
        may_set=may_set,
    )


def _sums(pools: Sequence[Pool]) -> tuple[AreaSum, ...]:
    """By party, in the order they first appear."""
    return tuple(
        AreaSum(
            party=party,
            available=sum((one.available or Decimal(0) for one in some), Decimal(0)),
            planned=sum((one.planned for one in some), Decimal(0)),
            spent=sum((one.spent for one in some), Decimal(0)),
            without=sum(one.without for one in some),
            unknown=tuple(one.town for one in some if one.available is None),
        )
        for party in dict.fromkeys(one.party for one in pools)
        if (some := [one for one in pools if one.party is party])
    )


def _promise_hours(standing: Standing, year: int) -> PromiseHours:
    cells = sorted(standing.assessment.cells_of(year), key=lambda cell: (cell.start, cell.end or date.max))
    if standing.terms.measure.kind is Kind.EACH_EVENT and cells:  # the events of a year together
        spans = [((date(year, 1, 1), date(year, 12, 31)), cells)]
    else:
        spans = [(days, list(some)) for days, some in groupby(cells, key=lambda cell: (cell.start, cell.end))]
    periods = tuple(_period(standing, start, end, some) for (start, end), some in spans)
    return PromiseHours(standing.number, standing.terms.text, periods)


def _period(standing: Standing, start: date, end: date | None, cells: Sequence[Cell]) -> PeriodHours:
    last = end or date.max
    within = [deed for deed in standing.evidence.current if start <= deed.done_on <= last]
    done = [deed for deed in within if deed.status is ActivityStatus.DONE]
    told = [one for one in standing.evidence.closed if start <= one.report.end <= last]
    spent = _told(told, "spent_hours")
    planned = _told(told, "planned_hours")
    if planned is None:
        planned = _sum(deed.hours for deed in within if deed.status is ActivityStatus.PLANNED)
    return PeriodHours(
        start=start,
        end=end,
        per=Per.YEAR if standing.terms.measure.kind is Kind.EACH_EVENT else standing.terms.measure.per,
        promised=_sum(cell.target for cell in cells) if _is_in_hours(standing.terms) else None,
        planned=planned,
        spent=_sum(deed.hours for deed in done) if spent is None else spent,
        is_told=spent is not None,
        without=0 if spent is not None else sum(deed.hours is None for deed in done),
    )


def _told(reports: Iterable[Closed], name: str) -> Decimal | None:
    return _sum(getattr(one, name) for one in reports)


def _is_in_hours(terms: Terms) -> bool:
    unit = terms.measure.unit.strip().lower()
    return terms.measure.kind is Kind.QUANTITY and (unit == "h" or unit.endswith(("timme", "timmar")))


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are known; None where none is."""
    known = [one for one in numbers if one is not None]
    return sum(known, Decimal(0)) if known else None
