"""Who may have a password checked now. A check takes a third of a second of a core, by design.

In each process one is checked at a time, so that pages keep the rest of the machine. A few wait, of each
network fewer: a script that floods the page is turned away, and people from elsewhere have their turn.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MOST, MOST_OF_A_NETWORK = 6, 2  # being checked or waiting
_counting, _checking = Lock(), Lock()
_in_hand: Counter[bytes] = Counter()


@contextmanager
def turn(whose: bytes) -> Iterator[bool]:
    """Wait for the turn of a network; gives False at once when too many wait already."""
    with _counting:
        is_let_in = _in_hand.total() < MOST and _in_hand[whose] < MOST_OF_A_NETWORK
        _in_hand[whose] += is_let_in
    if not is_let_in:
        yield False
        return
    try:
        with _checking:
            yield True
    finally:
        with _counting:
            _in_hand[whose] -= 1
            _in_hand[whose] or _in_hand.pop(whose)
