"""Several people's writes in one transaction, so that they share one flush to the disk.

Whoever comes first writes for everybody who is waiting; nobody gets an answer before the disk has all of
it. No thread and no timer of its own: alone, a person's write is an ordinary transaction.
"""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from django.db import transaction

Wanted = TypeVar("Wanted")
Outcome = TypeVar("Outcome")
MOST = 64  # in one transaction, so that the first of them need not wait for long


class _Ticket(Generic[Wanted, Outcome]):
    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.outcome: Outcome | None = None
        self.error: Exception | None = None
        self.is_done = False  # read and written by whoever has the turn


class GroupCommit(Generic[Wanted, Outcome]):
    """`write_all` gets what waits, in order, inside a transaction, and gives one outcome for each.

    What goes wrong for one goes wrong for all of them: their rows must not be able to collide (insert with
    `ON CONFLICT DO NOTHING` and look at the count).
    """

    def __init__(self, write_all: Callable[[Sequence[Wanted]], Sequence[Outcome]]) -> None:
        self._write_all = write_all
        self._waiting: deque[_Ticket[Wanted, Outcome]] = deque()
        self._turn = Lock()

    def write(self, wanted: Wanted) -> Outcome:
        """The outcome, once it is durable. Raises what the write raised; then nothing of it is stored."""
        ticket: _Ticket[Wanted, Outcome] = _Ticket(wanted)
        self._waiting.append(ticket)
        with self._turn:
            while not ticket.is_done:
                self._write_waiting()
        if ticket.error is not None:
            raise ticket.error
        return ticket.outcome  # type: ignore[return-value]  # done without an error: it has its outcome

    def _write_waiting(self) -> None:
        tickets: list[_Ticket[Wanted, Outcome]] = []
        try:
            with transaction.atomic():
                tickets = self._taken()  # only now: who comes while another process writes goes along
                outcomes = self._write_all([ticket.wanted for ticket in tickets])
            for ticket, outcome in zip(tickets, outcomes, strict=True):
                ticket.outcome = outcome
        except Exception as error:  # each of them is told, in its own thread
            tickets = tickets or self._taken()
            for ticket in tickets:
                ticket.error = error
        for ticket in tickets:
            ticket.is_done = True

    def _taken(self) -> "list[_Ticket[Wanted, Outcome]]":
        return [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
