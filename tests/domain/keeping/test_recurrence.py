"""Days that come back."""

from datetime import date

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.keeping.recurrence import MOST, days_every

FRIDAY = date(2019, 9, 6)


@pytest.mark.parametrize(
    ("weeks", "until", "days"),
    [
        (1, date(2019, 9, 20), [6, 13, 20]),
        (1, date(2019, 9, 19), [6, 13]),
        (2, date(2019, 9, 30), [6, 20]),
        (4, FRIDAY, [6]),
    ],
)
def test_the_last_day_is_included(weeks: int, until: date, days: list[int]) -> None:
    assert [day.day for day in days_every(weeks, first=FRIDAY, until=until)] == days


def test_the_weekday_stays_across_summer_time_and_leap_day() -> None:
    assert {day.weekday() for day in days_every(1, first=FRIDAY, until=date(2020, 4, 30))} == {4}


@pytest.mark.parametrize(
    ("until", "code"), [(date(2019, 9, 5), "plan_backwards"), (date(2030, 1, 1), "plan_too_long")]
)
def test_a_plan_that_is_backwards_or_endless_is_refused(until: date, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        days_every(1, first=FRIDAY, until=until)
    assert caught.value.code == code


def test_two_years_of_weeks_are_let_through() -> None:
    assert len(days_every(1, first=FRIDAY, until=date(2021, 9, 10))) == MOST
