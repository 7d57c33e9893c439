"""When residents are asked about a promise, and when what they say may be shown anew."""

from datetime import date

import pytest

from handslag.domain.keeping.resident_checks import (
    CheckDays,
    Noticed,
    answers_in,
    check_days,
    check_table,
    in_order,
    may_publish,
    next_left_out,
    next_moves,
    next_shown,
    no_counts,
)
from handslag.domain.listening.noise import Noise

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
    ("shown_on", "closes_on", "expected"),
    [
        (None, None, True),
        (date(2019, 9, 1), None, True),
        (date(2019, 9, 2), None, False),
        (date(2019, 8, 31), date(2019, 8, 31), True),
        (date(2019, 9, 1), date(2019, 8, 31), False),
    ],
)
def test_what_is_shown_moves_at_most_once_a_day_and_once_after_the_close(
    shown_on: date | None, closes_on: date | None, expected: bool
) -> None:
    assert may_publish(shown_on, closes_on, on=date(2019, 9, 2)) == expected


def said(**numbers: int) -> dict[str, int]:
    return dict.fromkeys(Noticed, 0) | numbers


def test_nothing_is_shown_before_forty_have_answered_about_one_place() -> None:
    few = {f"plats {number}": said(yes=39) for number in range(9)}
    assert next_shown(few, None) is None
    shown = next_shown(few | {"Ramvik": said(no=40)}, None)
    assert shown is not None
    assert {place: row for place, row in shown.items() if any(row.values())} == {"Ramvik": said(no=40)}


def test_a_place_that_is_shown_has_enough_answers_for_the_noise() -> None:
    noise = Noise(b"fixed", is_open=True)
    tables = [
        check_table({"Ramvik": said(yes=number)}, {"Ramvik": 1}, ["Ramvik"], noise) for number in (39, 40)
    ]
    assert [table.is_public for table in tables] == [False, True]


def test_answers_somewhere_else_move_no_figure_here() -> None:
    shown = {"Ramvik": said(yes=40), "Viksjö": said(yes=40)}
    counts = {"Ramvik": said(yes=40, no=19), "Viksjö": said(yes=60)}
    assert next_shown(counts, shown) == {"Ramvik": said(yes=40), "Viksjö": said(yes=60)}


def test_answers_that_are_left_out_move_a_figure_too() -> None:
    shown = {"Ramvik": said(yes=30, no=20)}
    assert next_shown({"Ramvik": said(yes=26)}, shown) == shown
    assert next_shown({"Ramvik": said(yes=25)}, shown) == {"Ramvik": said(yes=25)}


def test_when_it_is_over_ten_more_are_enough() -> None:
    shown = {"Ramvik": said(yes=200), "Viksjö": said(yes=200)}
    counts = {"Ramvik": said(yes=209), "Viksjö": said(yes=210)}
    assert next_shown(counts, shown) == shown
    assert next_shown(counts, shown, is_over=True) == {"Ramvik": said(yes=200), "Viksjö": said(yes=210)}


def test_only_a_place_that_moved_gets_other_noise() -> None:
    shown = {"Ramvik": said(yes=40), "Viksjö": said(yes=40)}
    after = {"Ramvik": said(yes=40), "Viksjö": said(yes=60), "ny": said()}
    moves = next_moves({"Ramvik": 1, "Viksjö": 1}, shown, after)
    noise = Noise(b"fixed", is_open=True)
    before, now = (
        check_table(counts, times, ["Ramvik", "Viksjö"], noise).rows
        for counts, times in ((shown, {"Ramvik": 1, "Viksjö": 1}), (after, moves))
    )
    assert moves == {"Ramvik": 1, "Viksjö": 2, "ny": 0}
    assert [now[0] == before[0], now[1] == before[1]] == [True, False]


@pytest.mark.parametrize(
    ("left_out", "shown", "expected"), [(19, 0, 0), (20, 0, 20), (29, 20, 20), (30, 20, 30)]
)
def test_how_many_are_left_out_moves_by_ten(left_out: int, shown: int, expected: int) -> None:
    assert next_left_out(left_out, shown) == expected


def test_answers_are_counted_over_places() -> None:
    assert answers_in({"a": {"yes": 1, "no": 2}, "b": {"yes": 3}}) == 6
