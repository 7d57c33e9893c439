"""Residents' own word on a promise: have you noticed it? Shown beside the status, never counted in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from handslag.domain.listening.noise import Noise
from handslag.domain.listening.stuffing import BATCH
from handslag.domain.listening.suppression import NEW_ANSWERS, Table, published_table

FIRST_ANSWERS = 40  # about a place: with fewer the noise would be more than a quarter of them
WHOLE = ""  # the place of a promise that names none
Counts = Mapping[str, Mapping[str, int]]  # place, answer, how many


class Noticed(StrEnum):
    """What a resident says."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    DO_NOT_KNOW = "do_not_know"


@dataclass(frozen=True, slots=True)
class CheckDays:
    """From when to when residents are asked; without a last day until somebody ends it."""

    opens_on: date
    closes_on: date | None

    def is_open(self, on: date) -> bool:
        """Whether an answer is taken on the day `on`."""
        return self.opens_on <= on and (self.closes_on is None or on <= self.closes_on)


def check_days(valid_from: date, valid_to: date | None, after_weeks: int, ended_on: date | None) -> CheckDays:
    """Residents are asked from so many weeks after a promise began to as many weeks after its last day.

    `ended_on`: the day on which the coordinator ended it; nothing is taken on it.
    """
    delay = timedelta(weeks=after_weeks)
    ends = [valid_to + delay] if valid_to else []
    ends += [ended_on - timedelta(days=1)] if ended_on else []
    return CheckDays(valid_from + delay, min(ends, default=None))


def no_counts(places: Iterable[str]) -> dict[str, dict[str, int]]:
    """Every answer at every place, none yet: so that what is stored does not tell which came first."""
    return {place: dict.fromkeys(Noticed, 0) for place in places}


def in_order(counts: Counts, places: Iterable[str]) -> Counts:
    """The counts with places as the promise names them, earlier ones last, and answers as they are asked."""
    every = [place for place in dict.fromkeys((*places, *sorted(counts))) if place in counts]
    return {place: {answer: counts[place].get(answer, 0) for answer in Noticed} for place in every}


def answers_in(counts: Counts) -> int:
    """How many have answered."""
    return sum(sum(row.values()) for row in counts.values())


def may_publish(shown_on: date | None, closes_on: date | None, *, on: date) -> bool:
    """Whether what is published may be made anew on `on`: at most once a day, and once after the close."""
    return shown_on is None or (shown_on < on and (closes_on is None or shown_on <= closes_on))


def next_shown(counts: Counts, shown: Counts | None, *, is_over: bool = False) -> Counts | None:
    """What is to be published of `counts` after `shown`; None before there is anything to publish.

    A place moves first when forty have answered about it, and then when half as many as are shown of it are
    others than those, come or left out; when it `is_over` once more, by ten. Answers somewhere else do not
    count: whoever sends them would see the answer of a neighbour here. Each move adds noise, so it must be
    seldom.
    """
    before = no_counts(counts) | dict(shown or {})
    after = {
        place: row if _may_move(row, before[place], is_over=is_over) else before[place]
        for place, row in counts.items()
    }
    return None if shown is None and not answers_in(after) else after


def next_moves(moves: Mapping[str, int], shown: Counts | None, after: Counts) -> dict[str, int]:
    """How often each place has been published when `after` is, and `shown` was before."""
    before = no_counts(after) | dict(shown or {})
    return {place: moves.get(place, 0) + (row != before[place]) for place, row in after.items()}


def check_table(shown: Counts, moves: Mapping[str, int], places: Iterable[str], noise: Noise) -> Table:
    """What is published of the counts `shown`, of each place for the time that `moves` tells."""
    return published_table(in_order(shown, places), noise, steps=moves)


def next_left_out(left_out: int, shown: int) -> int:
    """The same of how many seem to come from a script and are not counted."""
    return left_out if left_out >= max(BATCH, shown + NEW_ANSWERS) else shown


def _may_move(row: Mapping[str, int], shown: Mapping[str, int], *, is_over: bool) -> bool:
    has = sum(shown.values())
    least = NEW_ANSWERS if is_over else (has + 1) // 2
    return _differing(row, shown) >= (max(NEW_ANSWERS, least) if has else FIRST_ANSWERS)


def _differing(row: Mapping[str, int], other: Mapping[str, int]) -> int:
    return sum(abs(row.get(answer, 0) - other.get(answer, 0)) for answer in Noticed)
