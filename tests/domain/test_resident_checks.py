"""When residents are asked about a promise, and when what they say may be shown anew."""

from datetime import date

import pytest

from handslag.domain.resident_checks import (
    CheckDays,
    answers_in,
    check_days,
    in_order,
    may_publish,
    no_counts,
)

BEGAN = date(2019, 1, 1)


@pytest.mark.parametrize(
    ("valid_to", "ended_on", "closes_on"),
    [
        (None, None, None),
        (date(2019, 12, 31), None, date(2020, 3, 24)),
        (None, date(2019, 9, 2), date(2019, 9, 1)),
        (date(2019, 12, 31), date(2019, 9, 2), date(2019, 9, 1)),
    ],
)
def test_residents_are_asked_from_and_until_so_many_weeks_after(
    valid_to: date | None, ended_on: date | None, closes_on: date | None
) -> None:
    assert check_days(BEGAN, valid_to, 12, ended_on) == CheckDays(date(2019, 3, 26), closes_on)


def test_both_days_belong() -> None:
    days = CheckDays(date(2019, 3, 26), date(2020, 3, 24))
    asked = [days.is_open(date(2019, 3, 25)), days.is_open(date(2019, 3, 26))]
    asked += [days.is_open(date(2020, 3, 24)), days.is_open(date(2020, 3, 25))]
    assert asked == [False, True, True, False]


def test_every_answer_at_every_place_is_there_from_the_start() -> None:
    none = {"yes": 0, "partly": 0, "no": 0, "do_not_know": 0}
    assert no_counts(("Ramvik", "Viksjö")) == {"Ramvik": none, "Viksjö": none}


def test_a_table_has_the_places_of_the_promise_first_and_the_answers_as_asked() -> None:
    counts = {"gammal": {"no": 1, "yes": 2}, "Viksjö": {}, "Ramvik": {"partly": 3}}
    ordered = in_order(counts, ("Ramvik", "Viksjö", "ny"))
    assert [(place, [*row.values()]) for place, row in ordered.items()] == [
        ("Ramvik", [0, 3, 0, 0]),
        ("Viksjö", [0, 0, 0, 0]),
        ("gammal", [2, 0, 1, 0]),
    ]


@pytest.mark.parametrize(
    ("answers", "shown", "days_since", "expected"),
    [
        (19, None, None, False),
        (20, None, None, True),
        (29, 20, 1, False),
        (30, 20, 1, True),
        (45, 20, 0, False),
    ],
)
def test_what_is_shown_moves_by_ten_answers_and_once_a_day(
    answers: int, shown: int | None, days_since: int | None, expected: bool
) -> None:
    on = date(2019, 9, 2)
    before = None if shown is None else {"": {"yes": shown}}
    made = None if days_since is None else date(2019, 9, 2 - days_since)
    assert may_publish({"": {"yes": answers}}, before, made, None, on=on) == expected


def test_answers_are_counted_over_places() -> None:
    assert answers_in({"a": {"yes": 1, "no": 2}, "b": {"yes": 3}}) == 6
