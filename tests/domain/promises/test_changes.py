"""What may follow what, and which day an activity may have."""

from dataclasses import replace
from datetime import date

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.promises.changes import check_change, check_day
from handslag.domain.promises.terms import Kind, Measure, Terms

TODAY = date(2019, 9, 2)
FIRST = Terms("p", "Vi lovar.", (), date(2019, 4, 5), Measure(Kind.COUNT), date(2019, 12, 31))
LONGER = replace(FIRST, version=2, valid_from=date(2019, 10, 1), valid_to=date(2020, 12, 31))
GONE = replace(FIRST, version=2, valid_from=date(2019, 10, 1), withdrawn=True)


@pytest.mark.parametrize("new", [LONGER, GONE, replace(LONGER, valid_from=TODAY)])
def test_a_later_version_may_follow(new: Terms) -> None:
    check_change(FIRST, new, today=TODAY)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (replace(LONGER, valid_from=date(2019, 4, 5)), "change_before_version"),
        (replace(GONE, valid_from=date(2019, 4, 1)), "change_before_version"),
        (replace(LONGER, valid_from=date(2019, 9, 1)), "change_in_past"),
        (replace(LONGER, valid_to=None), "change_without_end"),
        (replace(GONE, valid_from=date(2020, 1, 1)), "change_after_end"),
    ],
)
def test_what_may_not_follow(new: Terms, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_change(FIRST, new, today=TODAY)
    assert caught.value.code == code


def test_the_same_words_may_take_a_withdrawn_promise_up_again() -> None:
    check_change(GONE, replace(FIRST, version=3, valid_from=date(2019, 11, 1)), today=TODAY)


@pytest.mark.parametrize(
    ("versions", "day", "code"),
    [
        ([FIRST], date(2019, 4, 4), "activity_before_promise"),
        ([FIRST], date(2020, 1, 1), "activity_after_promise"),
        ([FIRST, LONGER], date(2021, 1, 1), "activity_after_promise"),
        ([FIRST, GONE], date(2019, 10, 1), "promise_withdrawn"),
        ([FIRST, GONE], date(2020, 2, 1), "promise_withdrawn"),
    ],
)
def test_days_that_nothing_can_be_logged_for(versions: list[Terms], day: date, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_day(3, versions, day)
    assert caught.value.code == code


def test_the_refusal_names_the_promise_and_the_day_it_was_withdrawn() -> None:
    with pytest.raises(BadInput) as caught:
        check_day(3, [FIRST, GONE], date(2019, 10, 5))
    assert caught.value.params == {"number": 3, "text": "Vi lovar.", "day": date(2019, 10, 1)}


def test_what_was_done_before_the_withdrawal_is_accepted() -> None:
    assert check_day(3, [FIRST, GONE], date(2019, 9, 30)) == FIRST


def test_a_shorter_end_lets_the_window_that_began_run_out() -> None:
    shorter = replace(FIRST, version=2, valid_from=date(2019, 6, 1), valid_to=date(2019, 8, 31))
    assert check_day(3, [FIRST, shorter], date(2019, 12, 1)) == shorter
