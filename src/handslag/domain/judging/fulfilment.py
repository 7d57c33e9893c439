"""When is a promise kept? The rules stand in docs/rules/fulfilment.md, with examples that run.

`assess` answers for one promise, `assess_all` for many in one pass over the activities. Goals come
from the terms alone (`goals`, `versions`), deeds are counted towards them (`counting`), every cell is
judged by itself (`cells`, `closing`), and several are told in one word (`rollup`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, localcontext
from itertools import groupby

from handslag.domain.errors import BadInput
from handslag.domain.judging.calendar import Calendar
from handslag.domain.judging.cells import Cell, Reason, Status, judge
from handslag.domain.judging.counting import count
from handslag.domain.judging.goals import place_match, places_of
from handslag.domain.judging.rollup import Outcome, Tally, outcome_of, tally_of
from handslag.domain.judging.versions import Stretch, in_order, stretches
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.keeping.closing import Closing
from handslag.domain.keeping.places import Register
from handslag.domain.promises.terms import Kind, Spread, Terms

NO_CALENDAR = Calendar()
EXACT = Context(prec=60)  # sums of amounts are never rounded, whatever precision the caller works in


@dataclass(frozen=True, slots=True)
class Assessment:
    """How one promise stands on the day `on`.

    `cells` in order of start, then place. `status` and `tally` are over all of them; a page's
    headline is `headline`. `reasons` say what concerns no single cell: activities that were not
    counted, or why there is nothing to judge.
    """

    promise: str
    on: date
    status: Status
    tally: Tally
    cells: tuple[Cell, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def years(self) -> dict[int, Outcome]:
        """The outcome of each calendar year, in order.

        A cell belongs to the year of `on` if it has days there, else to its nearest year.
        """
        ordered = sorted(self.cells, key=self._year_of)
        return {year: outcome_of(cells) for year, cells in groupby(ordered, key=self._year_of)}

    def cells_of(self, year: int) -> tuple[Cell, ...]:
        """The cells that make the outcome of `year`."""
        return tuple(cell for cell in self.cells if self._year_of(cell) == year)

    @property
    def headline(self) -> tuple[int, Outcome]:
        """The year a page speaks of and its outcome: the year of `on` where it has cells.

        Else the last year before, when the promise has ended; or the first one, when it has not begun.
        """
        years = self.years or {self.on.year: Outcome(self.status, self.tally)}
        year = max((year for year in years if year <= self.on.year), default=min(years))
        return year, years[year]

    @property
    def places(self) -> dict[str | None, Outcome]:
        """The outcome at each place or school, all years, in order of name."""
        ordered = sorted(self.cells, key=lambda cell: cell.place or "")
        return {place: outcome_of(cells) for place, cells in groupby(ordered, key=lambda cell: cell.place)}

    def _year_of(self, cell: Cell) -> int:
        last = self.on.year if cell.end is None else cell.end.year
        return max(cell.start.year, min(self.on.year, last))


def assess(
    terms: Terms,
    activities: Iterable[Activity],
    reports: Iterable[PeriodReport] = (),
    *,
    on: date,
    calendar: Calendar = NO_CALENDAR,
    places: Register = (),
    earlier: Sequence[Terms] = (),
) -> Assessment:
    """How the promise `terms` stands at the end of the local day `on`.

    `activities` and `reports` may be on other promises too; those are passed over. `earlier`: the
    versions of the promise before `terms`. `places`: the register that knows other names of places.
    Raises `BadInput` when versions contradict each other or the terms name an unknown event.
    """
    versions = (*earlier, terms)
    if any(version.id != terms.id for version in versions):
        raise BadInput("version_of_another", promise=terms.id)
    return assess_all(versions, activities, reports, on=on, calendar=calendar, places=places)[0]


def assess_all(
    promises: Iterable[Terms],
    activities: Iterable[Activity],
    reports: Iterable[PeriodReport] = (),
    *,
    on: date,
    calendar: Calendar = NO_CALENDAR,
    places: Register = (),
) -> list[Assessment]:
    """`assess` for every promise, in the order given, in one pass over the activities.

    Terms with the same id are versions of one promise.
    """
    versions: dict[str, list[Terms]] = {}
    for terms in promises:
        versions.setdefault(terms.id, []).append(terms)
    done = _by_promise(versions, activities)
    said: dict[str, list[PeriodReport]] = {promise: [] for promise in versions}
    for report in reports:
        if report.promise in said:
            said[report.promise].append(report)
    with localcontext(EXACT):
        return [
            _assess_one(in_order(of_one), done[promise], said[promise], on, calendar, places)
            for promise, of_one in versions.items()
        ]


def municipality_tally(assessments: Iterable[Assessment]) -> Tally:
    """How many promises have each headline status. A municipality is never one word."""
    return tally_of(assessment.headline[1].status for assessment in assessments)


def _by_promise(promises: Iterable[str], activities: Iterable[Activity]) -> dict[str, list[Activity]]:
    """The activities of each promise. One that serves several stands once under each.

    Grouped first and counted promise by promise: counted as they come, a million activities take twice
    the time, since the goals of ten thousand promises do not fit in the processor's cache.
    """
    groups: dict[str, list[Activity]] = {promise: [] for promise in promises}
    for activity in activities:
        served = activity.promises
        for promise in served if len(served) == 1 else dict.fromkeys(served):
            if promise in groups:
                groups[promise].append(activity)
    return groups


def _assess_one(
    versions: Sequence[Terms],
    activities: Sequence[Activity],
    reports: Sequence[PeriodReport],
    on: date,
    calendar: Calendar,
    places: Register,
) -> Assessment:
    cells: list[Cell] = []
    uncounted: Counter[str] = Counter()
    for stretch, done in _shares(stretches(versions, on, calendar), activities):
        match = place_match(stretch.terms, calendar, places)
        closing = Closing(reports, on, match)
        amounts, left_out = count(stretch.goals, stretch.terms, done, on, match)
        pairs = zip(stretch.goals, amounts, strict=True)
        cells += [judge(goal, amount, on, closing) for goal, amount in pairs]
        uncounted += left_out
    cells.sort(key=lambda cell: (cell.start, cell.place or "", cell.event or ""))
    outcome = outcome_of(cells)
    reasons = tuple(Reason(code, {"activities": number}) for code, number in sorted(uncounted.items()))
    if not cells:
        reasons = (_nothing_to_judge(versions[-1], calendar), *reasons)
    return Assessment(versions[-1].id, on, outcome.status, outcome.tally, tuple(cells), reasons)


def _shares(
    found: Sequence[Stretch], activities: Sequence[Activity]
) -> Iterable[tuple[Stretch, Sequence[Activity]]]:
    """Each version with the activities of its days."""
    if len(found) == 1:
        return [(found[0], activities)]
    shares: list[list[Activity]] = [[] for _ in found]
    for activity in activities:
        index = next(i for i, stretch in enumerate(found) if activity.done_on <= stretch.last)
        shares[index].append(activity)
    return zip(found, shares, strict=True)


def _nothing_to_judge(terms: Terms, calendar: Calendar) -> Reason:
    if terms.measure.kind is Kind.EACH_EVENT:
        return Reason("no_events")
    if places_of(terms, calendar):
        return Reason("no_periods")
    return Reason("no_schools" if terms.measure.spread is Spread.SCHOOL else "no_places")
