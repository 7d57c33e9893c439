"""What a party itself says of a promise. It stands beside the computed status and never replaces it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handslag.domain.cells import Status
from handslag.domain.fulfilment import Assessment
from handslag.domain.periods import Period
from handslag.domain.permissions import Role
from handslag.domain.promises import Party
from handslag.domain.rollup import outcome_of


class Verdict(StrEnum):
    """How somebody thinks that it went."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"
    CANNOT_SAY = "cannot_say"


# What says the same as a verdict: of a period that goes on, "so far" is meant.
_SAME = {
    Verdict.KEPT: {Status.KEPT, Status.ON_TRACK},
    Verdict.PARTLY: {Status.PARTLY_KEPT, Status.BEHIND},
    Verdict.NOT_KEPT: {Status.NOT_KEPT},
    Verdict.CANNOT_SAY: set(Status),  # who cannot say contradicts nobody
}
_SAYS_NOTHING = {Status.NOT_DUE, Status.CANNOT_BE_JUDGED}


@dataclass(frozen=True, slots=True)
class PartyVerdict:
    """What `party`, through somebody in `role`, said of one period, or (None) of how it was that day."""

    party: Party
    role: Role
    verdict: Verdict
    reason: str
    said_on: date
    period: Period | None = None


def computed(assessment: Assessment, period: Period | None) -> Status | None:
    """The computed status of what a verdict is about; None where nothing is judged by just these days."""
    if period is None:
        return assessment.headline[1].status
    cells = [cell for cell in assessment.cells if (cell.start, cell.end) == (period.start, period.end)]
    return outcome_of(cells).status if cells else None


def differs(verdict: Verdict, status: Status | None) -> bool:
    """Whether a verdict says something else than the computed status; never where that says nothing."""
    return status is not None and status not in _SAYS_NOTHING | _SAME[verdict]


def ended_periods(assessment: Assessment) -> tuple[Period, ...]:
    """The periods that were over on the day of the assessment, the latest first."""
    ended = ((cell.start, cell.end) for cell in assessment.cells if cell.end is not None)
    over = {(start, end) for start, end in ended if end < assessment.on}
    return tuple(Period(start, end) for start, end in sorted(over, reverse=True))
