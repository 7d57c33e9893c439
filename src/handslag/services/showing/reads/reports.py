"""Follow-up reports: how the promises of one municipality stood at the end of a period.

A part of a promise that was over by the last day of the period is judged with everything known when the
report is made, also what was reported and closed afterwards. A part that was still going on is
judged as it stood on that last day. Built on the same standings as the public pages; nine queries.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from handslag.domain.errors import NotFound
from handslag.domain.judging.cells import Cell, Reason, Status
from handslag.domain.judging.fulfilment import Assessment
from handslag.domain.judging.party_verdicts import PartyVerdict as Said
from handslag.domain.judging.periods import DAY, Period, civil_periods
from handslag.domain.judging.rollup import Tally, outcome_of, tally_in_order, tally_of
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.reminders import NOTE_DAY, day_of
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, PromiseState
from handslag.services.access import public_municipality
from handslag.services.judging.reads.evidence import Deed, Evidence
from handslag.services.judging.reads.party_verdicts import Beside, beside, words_on
from handslag.services.judging.reads.standings import Standing, headline_status, standings_on
from handslag.services.people.reads.municipalities import Face, face_of

PARTS = {"": Per.YEAR, "h1": Per.HALF_YEAR, "h2": Per.HALF_YEAR} | dict.fromkeys(
    ("t1", "t2", "t3"), Per.TERTIAL
)
AHEAD = timedelta(days=122)  # a review or last day within four months must be prepared now
_LATE_COUNTS = (Kind.MILESTONE, Kind.EACH_EVENT)  # what keeps these may be dated after the period


class Need(StrEnum):
    """Why somebody has to decide something about a promise."""

    REPORT = "report"  # a period is over and nobody has closed it
    DECIDE = "decide"  # closed short, and nothing was decided about it
    CATCH_UP = "catch_up"  # behind in a period that goes on
    NAME_DAY = "name_day"  # no day by which it is to be done
    REVIEW = "review"  # to be looked at again within four months, or already before
    RENEW = "renew"  # ends within four months


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The days of a report; `part` as in addresses: "" for the year, "t1" to "t3", "h1" or "h2"."""

    year: int
    part: str
    days: Period

    @property
    def per(self) -> Per:
        return PARTS[self.part]


@dataclass(frozen=True, slots=True)
class Reported:
    """One promise in a report. `standing` holds the parts of it and the evidence that the report is about.

    `done`: what was done within the period itself. `unsettled`: planned for a day that has passed, and
    nobody has said whether it came about. `denied`: done within the period by the word of one party and
    denied by another that is said to have taken part. `verdicts`: what the
    parties say of it themselves. `is_silent`: nobody has said anything about
    the period, weeks of it have passed, and it is not all for a later day.
    """

    standing: Standing
    done: tuple[Deed, ...]
    unsettled: tuple[Deed, ...]
    denied: tuple[Deed, ...]
    verdicts: tuple[Beside, ...]
    is_silent: bool
    needs: tuple[Need, ...]

    @property
    def is_withdrawn(self) -> bool:
        return self.standing.state == PromiseState.WITHDRAWN


@dataclass(frozen=True, slots=True)
class FollowupReport:
    """How the promises that were valid in `period` stood on the day `on`, as known on `made_on`.

    `on` is the last day of the period, or `made_on` while the period goes on. `tally` leaves
    withdrawn promises out.
    """

    face: Face
    period: ReportPeriod
    on: date
    made_on: date
    promises: tuple[Reported, ...]
    tally: Tally

    @property
    def is_over(self) -> bool:
        return self.on < self.made_on

    @property
    def parties(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(party for row in self.promises for party in row.standing.terms.parties))

    @property
    def done(self) -> tuple[Deed, ...]:
        """What was done within the period, each thing once however many promises it serves."""
        return tuple({deed.id: deed for row in self.promises for deed in row.done}.values())


def report_period(year: int, part: str = "") -> ReportPeriod:
    """The period called `part` ("", "t1" …, "h1" …) of `year`. Raises `NotFound` for any other."""
    if part not in PARTS or not 2000 <= year <= 2100:
        raise NotFound("not_found")
    days = civil_periods(PARTS[part], date(year, 1, 1), date(year, 12, 31))
    return ReportPeriod(year, part, days[int(part[1:] or 1) - 1])


def followup_report(slug: str, *, year: int, part: str = "", on: date) -> FollowupReport:
    """The report on a period, made on the day `on`. Raises `NotFound`, also before the period has begun."""
    municipality = public_municipality(slug)
    period = report_period(year, part)
    if on < period.days.start:
        raise NotFound("not_found")
    last = min(on, period.days.end)
    then, now = (found[municipality.pk] for found in standings_on([municipality], days=[last, on]))
    said = words_on(now)
    promises = [
        _reported(*pair, period.days, said[pair[0].public_id])
        for pair in zip(then, now, strict=True)
        if _is_in(pair[0], period)
    ]
    judged = [row.standing for row in promises if not row.is_withdrawn]
    tally = tally_in_order(tally_of(headline_status(standing) for standing in judged))
    return FollowupReport(face_of(municipality), period, last, on, tuple(promises), tally)


def report_periods(slug: str, *, on: date) -> tuple[Face, list[ReportPeriod]]:
    """The municipality, and every period that has begun since its first promise, latest first.

    Raises `NotFound`. Eight queries.
    """
    municipality = public_municipality(slug)
    found = standings_on([municipality], days=[on])[0][municipality.pk]
    first = min((one.versions[0].terms.valid_from for one in found), default=date.max)
    ends = [one.terms.valid_to or on for one in found]
    last = min(on, max(ends, default=on))
    years = range(last.year, first.year - 1, -1)
    every = [report_period(year, part) for year in years for part in PARTS]
    return face_of(municipality), [one for one in every if one.days.meets(first, last)]


def _is_in(standing: Standing, period: ReportPeriod) -> bool:
    """Whether the promise was valid on some day of the period."""
    return period.days.meets(standing.versions[0].terms.valid_from, standing.terms.valid_to or date.max)


def _reported(then: Standing, now: Standing, days: Period, words: Iterable[Said]) -> Reported:
    on, made_on = then.assessment.on, now.assessment.on
    cells = _cells(then.assessment.cells, now.assessment.cells, days, on)
    evidence = _evidence(now, cells, days, on if then.terms.measure.kind not in _LATE_COUNTS else made_on)
    standing = replace(then, assessment=_assessment(then.assessment, cells), evidence=evidence)
    within = [deed for deed in evidence.current if days.meets(deed.done_on, deed.done_on)]
    said = [deed for deed in within if deed.status is ActivityStatus.DONE]
    begun = max(days.start, then.versions[0].terms.valid_from)
    planned = [deed for deed in evidence.current if deed.status is ActivityStatus.PLANNED]
    closed = any(days.meets(one.report.start, one.report.end) for one in evidence.closed)
    return Reported(
        standing=standing,
        done=tuple(said),
        denied=tuple(deed for deed in within if deed.status is ActivityStatus.DENIED),
        unsettled=tuple(deed for deed in planned if deed.done_on < made_on),
        verdicts=beside(standing, (one for one in words if _is_about(one, days))),
        is_silent=not said and not closed and made_on >= day_of(begun, NOTE_DAY) and _is_asked_for(cells),
        needs=tuple(_needs(standing, cells)),
    )


def _is_asked_for(cells: Sequence[Cell]) -> bool:
    """Whether something could be reported yet: a day that has not come leaves nothing out."""
    return not cells or any(cell.status is not Status.NOT_DUE for cell in cells)


def _is_about(said: Said, days: Period) -> bool:
    """Whether a party's word is about the days of a report; one on how it stood: said in them."""
    about = said.period or Period(said.said_on, said.said_on)
    return days.meets(about.start, about.end)


def _cells(then: Iterable[Cell], now: Iterable[Cell], days: Period, on: date) -> tuple[Cell, ...]:
    """The cells with days in the period: those over by `on` as known now, the others as they stood."""
    over = [cell for cell in now if cell.end is not None and cell.end <= on]
    open_then = [cell for cell in then if cell.end is None or cell.end > on]
    met = [cell for cell in (*over, *open_then) if days.meets(cell.start, cell.end or date.max)]
    return tuple(sorted(met, key=lambda cell: (cell.start, cell.place or "", cell.event or "")))


def _assessment(then: Assessment, cells: tuple[Cell, ...]) -> Assessment:
    """The assessment of these cells alone. What lies after the day is not part of the report."""
    outcome = outcome_of(cells)
    reasons = tuple(reason for reason in then.reasons if reason.code != "after_the_day")
    if not cells and not reasons:
        reasons = (Reason("nothing_in_period"),)
    return replace(then, status=outcome.status, tally=outcome.tally, cells=cells, reasons=reasons)


def _evidence(now: Standing, cells: Sequence[Cell], days: Period, last: date) -> Evidence:
    """What the numbers of these cells are counted from, also before the period, and the history of it."""
    counted = Period(min([days.start, *(cell.start for cell in cells)]), last)
    return Evidence(
        tuple(
            deed for deed in now.evidence.deeds if deed.replaced or counted.meets(deed.done_on, deed.done_on)
        ),
        tuple(one for one in now.evidence.closed if counted.meets(one.report.start, one.report.end)),
    )


def _needs(standing: Standing, cells: Sequence[Cell]) -> Iterable[Need]:
    if standing.state == PromiseState.WITHDRAWN:
        return
    terms, on = standing.terms, standing.assessment.on
    codes = {cell.reasons[0].code for cell in cells if cell.reasons}
    short = [cell.reasons[0].params for cell in cells if cell.status is Status.NOT_KEPT]
    if any(cell.status is Status.NOT_REPORTED for cell in cells):
        yield Need.REPORT
    if any(not params["decision"] for params in short):
        yield Need.DECIDE
    if any(cell.status is Status.BEHIND for cell in cells):
        yield Need.CATCH_UP
    if "no_last_day" in codes:
        yield Need.NAME_DAY
    if standing.review_on is not None and standing.review_on <= on + AHEAD:
        yield Need.REVIEW
    if terms.valid_to is not None and on - DAY < terms.valid_to <= on + AHEAD:
        yield Need.RENEW
