"""What was done: when, where, by whom and how much; and who closed a period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from handslag.domain.errors import BadInput
from handslag.domain.people.parties import Party


class ActivityStatus(StrEnum):
    """What became of an activity. Nobody logs `DENIED`: it is done by the word of whoever logged it, while a
    party that is said to have taken part says that it did not."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    DENIED = "denied"


MOST_COUNT = 9_999  # times in one activity
LOGGED = (ActivityStatus.PLANNED, ActivityStatus.DONE, ActivityStatus.CANCELLED)  # what somebody may log


class PeriodOutcome(StrEnum):
    """What became of what was planned, in the words of whoever closes a period. Never judged by."""

    AS_PLANNED = "as_planned"
    CHANGED = "changed"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing done, planned or cancelled, on one local date, at one place at most.

    It counts `amount` (occasions, hours …; ≥ 0) once in each of `promises` (ids of `Terms`).
    `place` is a name of the place register or the id of a school; `event` the id of an event.
    Only `DONE` counts (docs/rules/fulfilment.md §1). `others` took part beside `party`, those of them in
    `waits_for` have not confirmed it; nothing is judged by either. Raises `BadInput` when `amount` is
    negative.
    """

    promises: tuple[str, ...]
    done_on: date
    amount: Decimal = Decimal(1)
    place: str | None = None
    status: ActivityStatus = ActivityStatus.DONE
    event: str | None = None
    party: Party | None = None
    note: str = ""
    others: tuple[Party, ...] = ()
    waits_for: tuple[Party, ...] = ()

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise BadInput("negative_amount", value=self.amount)


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """The owner's word that everything done for `promise` from `start` to `end` has been reported.

    `place` None means all places. `closed_on` is the day it was said; days after it are not closed
    by it. A shortfall is stated with its cause and what was decided about it. Raises `BadInput`
    when `end` lies before `start`.
    """

    promise: str
    start: date
    end: date
    closed_on: date
    place: str | None = None
    cause: str = ""
    decision: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise BadInput("report_backwards", start=self.start, end=self.end)
