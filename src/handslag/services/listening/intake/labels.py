"""What a label does: answers to a survey are shown with and without; others are left out by who counts."""

from collections.abc import Callable, Iterable
from uuid import UUID

from handslag.services.listening.intake.noticing import Label
from handslag.services.listening.intake.taking import mark_batch

LeaveOut = Callable[[Iterable[UUID]], None]
_counting: list[LeaveOut] = []  # a process that has not loaded who counts has counted nothing


def leave_out_by(counting: LeaveOut) -> LeaveOut:
    """Have answers that are no survey's left out by `counting`, which must be safe to call twice."""
    _counting.append(counting)
    return counting


def give(due: Label) -> None:
    """Give a label to the answers that are due for it. Safe to do twice, and in each process of a server."""
    if due.survey >= 0:
        mark_batch(due.label, due.answers)
        return
    for leave_out in _counting:
        leave_out(due.answers)
