"""What a party itself says of a promise. It stands beside the computed status and never replaces it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handslag.domain.judging.cells import Cell, Status
from handslag.domain.judging.fulfilment import Assessment
from handslag.domain.judging.periods import Period
from handslag.domain.judging.rollup import outcome_of
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role


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
    """What `party`, through somebody in `role`, said of one period, or (None) of how it was that day.

    `event`: the id of the one that the days are of, where the promise is judged event by event.
    """

    party: Party
    role: Role
    verdict: Verdict
    reason: str
    said_on: date
    period: Period | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """What is over and can be spoken of: a period, or one event and its days."""

    period: Period
    event: str | None = None

    @property
    def key(self) -> str:
        """How a form and an address name it."""
        days = f"{self.period.start.isoformat()}_{self.period.end.isoformat()}"
        return f"{days}_{self.event}" if self.event else days


def computed(assessment: Assessment, period: Period | None, event: str | None = None) -> Status | None:
    """The computed status of what a verdict is about; None where nothing is judged by just these days."""
    if period is None:
        return assessment.headline[1].status
    cells = cells_of(assessment, Ended(period, event))
    return outcome_of(cells).status if cells else None


def differs(verdict: Verdict, status: Status | None) -> bool:
    """Whether a verdict says something else than the computed status; never where that says nothing."""
    return status is not None and status not in _SAYS_NOTHING | _SAME[verdict]


def ended_periods(assessment: Assessment) -> tuple[Ended, ...]:
    """What was over on the day of the assessment, the latest first; events of the same days each alone."""
    every = (ended_of(cell) for cell in assessment.cells)
    over = dict.fromkeys(one for one in every if one is not None and one.period.end < assessment.on)
    return tuple(sorted(over, key=lambda one: (one.period.start, one.period.end), reverse=True))


def ended_of(cell: Cell) -> Ended | None:
    """What one speaks of who speaks of a cell; None where it has no last day."""
    return None if cell.end is None else Ended(Period(cell.start, cell.end), cell.event)


def cells_of(assessment: Assessment, one: Ended) -> list[Cell]:
    """The cells of just these days; where an event is named, its own."""
    same = (cell for cell in assessment.cells if (cell.start, cell.end) == (one.period.start, one.period.end))
    return [cell for cell in same if one.event in (None, cell.event)]
