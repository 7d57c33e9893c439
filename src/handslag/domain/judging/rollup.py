"""Several cells in one word, always with the tally beside it (docs/rules/fulfilment.md §4).

A word is computed from cells, never from other words: PARTLY_KEPT of two places cannot be had from
the words of the places.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handslag.domain.judging.cells import Cell, Status

Tally = Mapping[Status, int]
_UNJUDGED = (Status.NOT_DUE, Status.CANNOT_BE_JUDGED)

# What a reader must know first: shown in this order within a perspective, and in a tally.
WORST_FIRST = (
    Status.NOT_KEPT,
    Status.PARTLY_KEPT,
    Status.NOT_REPORTED,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.KEPT,
    Status.NOT_DUE,
    Status.CANNOT_BE_JUDGED,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The word for some cells and how many cells there are of each status, as in "4 of 6 places"."""

    status: Status
    tally: Tally

    @property
    def kept(self) -> int:
        return self.tally.get(Status.KEPT, 0)

    @property
    def judged(self) -> int:
        return sum(number for status, number in self.tally.items() if status not in _UNJUDGED)


def outcome_of(cells: Iterable[Cell]) -> Outcome:
    """The outcome of `cells`; of none at all `CANNOT_BE_JUDGED`."""
    tally = tally_of(cell.status for cell in cells)
    return Outcome(_word(tally), tally)


def tally_of(statuses: Iterable[Status]) -> Tally:
    """How many there are of each status that occurs, in the order of `Status`."""
    counts = Counter(statuses)
    return {status: counts[status] for status in Status if counts[status]}


def tally_in_order(tally: Tally) -> Tally:
    """A tally in the order of `WORST_FIRST`, kept first: the page leads with what was done."""
    order = (
        Status.KEPT,
        Status.ON_TRACK,
        Status.BEHIND,
        Status.NOT_REPORTED,
        Status.PARTLY_KEPT,
        Status.NOT_KEPT,
    )
    return {s: tally[s] for s in (*order, Status.NOT_DUE, Status.CANNOT_BE_JUDGED) if s in tally}


def _word(tally: Tally) -> Status:
    if Status.NOT_KEPT in tally:
        return Status.PARTLY_KEPT if Status.KEPT in tally else Status.NOT_KEPT
    for status in (Status.NOT_REPORTED, Status.BEHIND, Status.ON_TRACK, Status.KEPT):
        if status in tally:
            return status
    return Status.NOT_DUE if set(tally) == {Status.NOT_DUE} else Status.CANNOT_BE_JUDGED
