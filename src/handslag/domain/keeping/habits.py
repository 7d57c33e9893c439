"""What somebody usually does at this time of the week: the likeliest choice is put first.

Our own rule, not a published one: police rosters differ between day and night and between weekdays
and weekends, and the same person's round comes again. Nothing is guessed in the choice itself.
"""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
_DAY_BEGINS = 5  # o'clock: a Friday night lasts until Saturday morning
_PART = 6  # hours: from 5, 11, 17 and 23 o'clock
_FRIDAY, _EVENING = 4, 2


def time_of_week(at: datetime) -> tuple[bool, int]:
    """Whether a local moment is at the weekend, and which quarter of the day: 0 from 5 o'clock, to 3.

    The weekend begins on Friday at 17 and ends on Monday at 5.
    """
    shifted = at - timedelta(hours=_DAY_BEGINS)
    part = shifted.hour // _PART
    return shifted.weekday() > _FRIDAY or (shifted.weekday() == _FRIDAY and part >= _EVENING), part


def likeliness(
    now: datetime, done: Sequence[tuple[datetime | None, Iterable[T]]]
) -> dict[T, tuple[int, int]]:
    """How likely each thing is now, as a key to sort by: the smallest first.

    `done`: what somebody did, latest first, each with its local moment (None: not known) and its
    things. Ranked by how often at this time of the week, then by how lately. Things never done are not in it.
    """
    here = time_of_week(now)
    times: dict[T, int] = {}
    latest: dict[T, int] = {}
    for index, (at, things) in enumerate(done):
        for thing in things:
            latest.setdefault(thing, index)
            times[thing] = times.get(thing, 0) + (at is not None and time_of_week(at) == here)
    return {thing: (-times[thing], index) for thing, index in latest.items()}
