"""What is likely now: the same time of the week first, then the latest."""

from datetime import datetime

import pytest

from handslag.domain.keeping.habits import likeliness, time_of_week

FRIDAY_NIGHT = datetime(2019, 8, 30, 22, 30)  # noqa: DTZ001 (local)


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (30, 16, (False, 1)),  # Friday afternoon
        (30, 17, (True, 2)),
        (31, 4, (True, 3)),  # the night after Friday
        (31, 5, (True, 0)),
        (1, 4, (True, 3)),
        (2, 4, (True, 3)),  # the night after Sunday
        (2, 5, (False, 0)),
    ],
)
def test_the_weekend_lasts_from_friday_evening_to_monday_morning(
    day: int, hour: int, expected: tuple[bool, int]
) -> None:
    month = 8 if day > 2 else 9
    assert time_of_week(datetime(2019, month, day, hour)) == expected  # noqa: DTZ001


def test_what_is_done_at_this_time_of_the_week_goes_before_what_was_done_last() -> None:
    monday = datetime(2019, 8, 26, 9)  # noqa: DTZ001
    done = [(monday, ["schools"]), (datetime(2019, 8, 24, 20), ["mopeds"]), (None, ["villages"])]  # noqa: DTZ001
    ranks = likeliness(FRIDAY_NIGHT, done)
    assert sorted(ranks, key=ranks.__getitem__) == ["mopeds", "schools", "villages"]


def test_nothing_done_ranks_nothing() -> None:
    assert likeliness(FRIDAY_NIGHT, []) == {}
