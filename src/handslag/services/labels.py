"""What a label does: answers to a survey are shown with and without; those to a check are left out."""

from handslag.services.check_answers import leave_out
from handslag.services.responses import mark_batch
from handslag.services.watch import Label


def give(due: Label) -> None:
    """Give a label to the answers that are due for it. Safe to do twice, and in each process of a server."""
    if due.survey < 0:
        leave_out(due.answers)
    else:
        mark_batch(due.label, due.answers)
