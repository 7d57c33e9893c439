"""One promise in time order: made, done, planned, corrected, closed, changed, measured; and what is ahead."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from handslag.domain.judging.cells import Status
from handslag.domain.judging.periods import DAY
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import PromiseState
from handslag.services.judging.reads.evidence import Closed, Deed
from handslag.services.judging.reads.standings import Standing, Version
from handslag.services.promises.reads.baselines import BaselineRow, Effect, MeasurementRow
from handslag.services.showing.reads.promise import PromisePage, promise_page


class Happening(StrEnum):
    """What a day of a timeline tells; on the same day in this order."""

    LOCKED = "locked"  # a baseline
    PUBLISHED = "published"
    CHANGED = "changed"  # a new version of the terms
    DONE = "done"
    DENIED = "denied"  # done by the word of one party, denied by another
    CANCELLED = "cancelled"
    PLANNED = "planned"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"  # activities, with the file they came from
    PERIOD_OVER = "period_over"  # and nobody has closed it
    CLOSED = "closed"
    MEASURED = "measured"
    REVIEWED = "reviewed"
    REVIEW = "review"
    LAST_DAY = "last_day"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on one day. Which of the rest is there goes by `kind`.

    `places`: where a period is over and open. `number`: how many were taken back, for `why`.
    """

    day: date
    kind: Happening
    deed: Deed | None = None
    closed: Closed | None = None
    version: Version | None = None
    baseline: BaselineRow | None = None
    measured: MeasurementRow | None = None
    start: date | None = None
    places: tuple[str, ...] = ()
    number: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything up to the day of the page by calendar year, earliest first, and what is ahead."""

    page: PromisePage
    years: tuple[tuple[int, tuple[Moment, ...]], ...]
    ahead: tuple[Moment, ...]


def timeline(slug: str, number: int, *, on: date) -> Timeline:
    """The timeline of a promise that is or was public. Raises `NotFound`. Queries as `promise_page`."""
    page = promise_page(slug, number, on=on)
    found = [*_moments(page.promise), *_measured(page.effect)]
    order = [*Happening]
    found.sort(key=lambda moment: (moment.day, order.index(moment.kind)))
    past = [moment for moment in found if moment.day <= on]
    years = tuple((year, tuple(some)) for year, some in groupby(past, key=lambda moment: moment.day.year))
    return Timeline(page, years, tuple(moment for moment in found if moment.day > on))


def _moments(standing: Standing) -> Iterator[Moment]:
    first, *later = standing.versions
    yield Moment(first.made_on, Happening.PUBLISHED, version=first)
    for version in later:
        yield Moment(version.made_on, Happening.CHANGED, version=version, why=version.reason)
    yield from _deeds(standing)
    for closed in standing.evidence.closed:
        yield Moment(closed.report.closed_on, Happening.CLOSED, closed=closed)
    yield from _silent(standing)
    if standing.state == PromiseState.WITHDRAWN:
        return
    terms, on = standing.terms, standing.assessment.on
    if standing.reviewed_on is not None:
        yield Moment(standing.reviewed_on, Happening.REVIEWED)
    if standing.review_on is not None and standing.review_on > on:
        yield Moment(standing.review_on, Happening.REVIEW)
    if terms.valid_to is not None:
        yield Moment(terms.valid_to, Happening.LAST_DAY)


def _deeds(standing: Standing) -> Iterator[Moment]:
    for deed in reversed(standing.evidence.deeds):
        if deed.replaces is not None:
            yield Moment(deed.logged_on, Happening.CORRECTED, deed=deed, why=deed.reason)
    for deed in reversed(standing.evidence.current):
        yield Moment(deed.done_on, _KINDS[deed.status], deed=deed)
    back = Counter(deed.taken_back for deed in standing.evidence.deeds if deed.taken_back)
    for (day, reason), number in back.items():
        yield Moment(day, Happening.TAKEN_BACK, number=number, why=reason)


_KINDS = {
    ActivityStatus.DONE: Happening.DONE,
    ActivityStatus.PLANNED: Happening.PLANNED,
    ActivityStatus.CANCELLED: Happening.CANCELLED,
    ActivityStatus.DENIED: Happening.DENIED,
}


def _silent(standing: Standing) -> Iterator[Moment]:
    """Periods that are over and that nobody has closed, the places of each together."""
    open_cells = [cell for cell in standing.assessment.cells if cell.status is Status.NOT_REPORTED]
    for (start, end), cells in groupby(open_cells, key=lambda cell: (cell.start, cell.end)):
        if end is not None:
            names = [cell.place or standing.event_names.get(cell.event or "", "") for cell in cells]
            yield Moment(end + DAY, Happening.PERIOD_OVER, start=start, places=tuple(filter(None, names)))


def _measured(effect: Effect | None) -> Iterator[Moment]:
    if effect is None or effect.baseline.locked_on is None:
        return
    yield Moment(effect.baseline.locked_on, Happening.LOCKED, baseline=effect.baseline)
    for row in effect.baseline.measurements:
        if row.taken_back is None:
            yield Moment(row.measured_on, Happening.MEASURED, baseline=effect.baseline, measured=row)
