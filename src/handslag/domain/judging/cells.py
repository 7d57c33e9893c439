"""One cell of a promise: what is expected of one period and place, and how that went.

The rules are those of docs/rules/fulfilment.md §3. A `Goal` is known before any activity is counted
(rules before deeds); `judge` sets it against what was done and against who has reported.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from handslag.domain.judging.periods import DAY, Period, covered
from handslag.domain.judging.rounding import half_up
from handslag.domain.keeping.closing import Closing


class Status(StrEnum):
    """How a cell went, or several together (`PARTLY_KEPT` exists only there)."""

    KEPT = "KEPT"
    ON_TRACK = "ON_TRACK"
    BEHIND = "BEHIND"
    NOT_KEPT = "NOT_KEPT"
    NOT_REPORTED = "NOT_REPORTED"
    NOT_DUE = "NOT_DUE"
    CANNOT_BE_JUDGED = "CANNOT_BE_JUDGED"
    PARTLY_KEPT = "PARTLY_KEPT"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code of `handslag.sentences` and what fills its gaps (whole numbers as int)."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Goal:
    """What one cell asks for.

    `end` None: the promise names no last day, nor any day to look at it again. `counts_to`: the last
    day whose activities count (later than `end` where `end` is only a review date). `target` None:
    not judged at all. `paced`: the target falls due evenly over the days; else all of it at `end`.
    `averaged`: the periods an average is taken over.
    """

    start: date
    end: date | None
    counts_to: date
    target: Decimal | None
    place: str | None = None
    event: str | None = None
    version: int = 1
    paced: bool = True
    averaged: tuple[Period, ...] = ()
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One judged cell. `reasons`: first the arithmetic of the status, then what to know about it."""

    start: date
    end: date | None
    place: str | None
    event: str | None
    done: Decimal
    target: Decimal | None
    status: Status
    reasons: tuple[Reason, ...]
    version: int = 1


def judge(goal: Goal, done: Decimal, on: date, closing: Closing) -> Cell:
    """The cell for `goal` on the day `on`, when `done` of it has been done by then."""
    status, reason = _verdict(goal, done, on, closing)
    reasons = goal.notes if reason is None else (reason, *goal.notes)
    return Cell(
        goal.start, goal.end, goal.place, goal.event, done, goal.target, status, reasons, goal.version
    )


def _verdict(goal: Goal, done: Decimal, on: date, closing: Closing) -> tuple[Status, Reason | None]:
    """The first that fits, in the order of docs/rules/fulfilment.md §3."""
    if goal.target is None:
        return Status.CANNOT_BE_JUDGED, None  # the goal's notes say why
    if on < goal.start:
        return Status.NOT_DUE, Reason("not_begun", {"start": goal.start})
    if not goal.target:
        return Status.CANNOT_BE_JUDGED, None  # as above
    if done >= goal.target:
        return Status.KEPT, Reason("target_reached", {"done": plain(done), "target": plain(goal.target)})
    if goal.end is None:
        return Status.NOT_DUE, Reason("no_last_day", _so_far(goal.target, done))
    if on > goal.end:
        return _past(goal, goal.target, goal.end, done, closing)
    if not goal.paced:
        return Status.NOT_DUE, Reason("due_later", {**_so_far(goal.target, done), "due_on": goal.end})
    return _pace(goal, goal.target, goal.end, done, on)


def _past(
    goal: Goal, target: Decimal, end: date, done: Decimal, closing: Closing
) -> tuple[Status, Reason | None]:
    report = closing.of(goal.start, end, goal.place)
    if report is None:
        return Status.NOT_REPORTED, Reason("not_reported", {**_so_far(target, done), "since": end + DAY})
    said = {"closed_on": report.closed_on, "cause": report.cause, "decision": report.decision}
    return Status.NOT_KEPT, Reason("closed_short", {**_so_far(target, done), **said})


def _pace(goal: Goal, target: Decimal, end: date, done: Decimal, on: date) -> tuple[Status, Reason]:
    """Behind or on track, with what is due by `on` and what each period that remains must bring.

    On the last day all of the target is due, also the part of it that is less than one.
    """
    days, passed = (end - goal.start).days + 1, (on - goal.start).days + 1
    due = target if on == end else floored(target, passed, days)
    is_behind = done < due
    needed = target - done
    params = _so_far(target, done) | {
        "due": plain(due),
        "needed": plain(needed),
        "days_left": days - passed,
        "needed_per_period": plain(needed),
    }
    if goal.averaged:
        params |= _rates(goal, done, needed, on, end)
    return (Status.BEHIND if is_behind else Status.ON_TRACK), Reason(
        "behind_due" if is_behind else "on_track_due", params
    )


def _rates(goal: Goal, done: Decimal, needed: Decimal, on: date, end: date) -> dict[str, object]:
    """Done a period so far, and needed in each that is left (all at once, when none is left)."""
    passed, left = covered(goal.averaged, goal.start, on), covered(goal.averaged, on + DAY, end)
    asked = Fraction(needed + done) / (passed + left) if passed else None  # there may be no period at all
    return {
        "done_per_period": plain(half_up(Fraction(done) / passed, short_of=asked)) if passed else 0,
        "needed_per_period": _enough(Fraction(needed) / left) if left else plain(needed),
    }


def _so_far(target: Decimal, done: Decimal) -> dict[str, object]:
    return {"done": plain(done), "target": plain(target)}


def floored(target: Decimal, part: int, whole: int) -> Decimal:
    """The whole units of `part`/`whole` of a target, exactly (a Decimal product would be rounded)."""
    units, per_unit = target.as_integer_ratio()
    return Decimal(units * part // (per_unit * whole))


def plain(number: Decimal) -> int | Decimal:
    """The number as people write it: 71 rather than 71.0, 37.5 as it is."""
    return int(number) if number == int(number) else number.normalize()


def _enough(rate: Fraction) -> int | Decimal:
    """Up to two decimals, so that doing so much is enough."""
    return plain(Decimal(-(-rate * 100 // 1)).scaleb(-2))
