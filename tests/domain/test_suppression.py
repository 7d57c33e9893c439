from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.errors import BadInput
from handslag.domain.protection import is_safe
from handslag.domain.suppression import Row, Table, may_move, published_choices, published_table

CLOSED = date(2026, 4, 1)


def one(**counts: int) -> Row:
    return published_table({"": counts}).total


def shown(table: Table) -> list[list[int | None]]:
    return [[row.answers, *(cell.count for cell in row.cells)] for row in (*table.rows, table.total)]


def test_rounds_counts_and_takes_percentages_from_the_rounded() -> None:
    row = one(yes=23, no=18)

    assert (row.answers, [(cell.count, cell.percent) for cell in row.cells]) == (40, [(25, 63), (20, 50)])


def test_shows_nothing_of_a_survey_below_20_answers() -> None:
    table = published_table({"": {"yes": 10, "no": 9}})

    assert (table.is_public, shown(table)) == (False, [[None, None, None]])


def test_shows_a_count_of_none() -> None:
    assert [cell.count for cell in one(yes=20, no=0).cells] == [20, 0]


def test_hides_a_small_count_with_the_smallest_beside_it() -> None:
    assert [cell.count for cell in one(a=30, b=12, c=4).cells] == [30, None, None]


def test_leaves_the_total_alone_when_nothing_is_small() -> None:
    table = published_table({"north": {"yes": 10, "no": 12}, "south": {"yes": 9, "no": 20}})

    assert (table.has_hidden, shown(table)) == (False, [[20, 10, 10], [30, 10, 20], [50, 20, 30]])


def test_hides_a_group_of_nine_and_one_more_group() -> None:
    counts = {"a": {"yes": 5, "no": 4}, "b": {"yes": 10, "no": 10}, "c": {"yes": 20, "no": 20}}

    assert shown(published_table(counts)) == [
        [None, None, None],
        [None, None, None],
        [40, 20, 20],
        [70, 35, 35],
    ]


def test_an_empty_group_is_no_company_for_a_small_one() -> None:
    counts = {"a": {"yes": 9, "no": 0}, "b": {"yes": 20, "no": 15}, "": {"yes": 0, "no": 0}}

    assert [row.answers for row in published_table(counts).rows] == [None, None, None]


def test_an_area_needs_twenty_answers() -> None:
    counts = {"a": {"yes": 9, "no": 10}, "b": {"yes": 15, "no": 15}, "c": {"yes": 20, "no": 20}}

    assert [row.answers for row in published_table(counts).rows] == [20, 30, 40]
    assert [row.answers for row in published_table(counts, areas=True).rows] == [None, None, 40]


def test_a_small_group_of_one_mind_is_hidden_where_the_question_is_sensitive() -> None:
    counts = {"a": {"yes": 15, "no": 0}, "b": {"yes": 20, "no": 20}, "c": {"yes": 30, "no": 30}}

    assert [row.answers for row in published_table(counts, sensitive=True).rows] == [None, None, 60]
    assert [row.answers for row in published_table(counts).rows] == [15, 40, 60]


def test_an_answer_hidden_in_the_total_is_hidden_in_every_group() -> None:
    counts = {"a": {"x": 30, "y": 10, "z": 2}, "b": {"x": 30, "y": 10, "z": 0}}

    assert shown(published_table(counts)) == [
        [40, 30, None, None],
        [40, 30, None, None],
        [80, 60, None, None],
    ]


def test_the_example_of_the_documentation() -> None:
    counts = {
        "north": {"1": 6, "2": 15, "3": 49, "4": 30, "5": 2},
        "middle": {"1": 9, "2": 19, "3": 57, "4": 54, "5": 7},
        "south": {"1": 3, "2": 7, "3": 20, "4": 17, "5": 5},
    }

    assert shown(published_table(counts)) == [
        [100, None, 15, 50, 30, None],
        [145, 10, 20, 55, 55, 5],
        [50, None, 5, 20, 15, None],
        [300, 20, 40, 125, 100, 15],
    ]


def test_those_who_did_not_choose_an_answer_are_a_count_too() -> None:
    table = published_choices({"": {"light": 28, "bus": 15, "path": 3}}, {"": 30})

    assert shown(table) == [[30, None, 15, None]]


@pytest.mark.parametrize(
    ("hidden", "safe"),
    [
        ([3], False),
        ([7], False),
        ([3, 2], True),
        ([4, 4], False),
        ([1, 1], False),
        ([4, 6], True),
        ([0], True),
    ],
)
def test_what_is_hidden_in_a_line_leaves_each_small_count_open(hidden: list[int], safe: bool) -> None:
    assert is_safe(hidden) is safe


def test_refuses_a_count_below_none() -> None:
    with pytest.raises(BadInput, match="count_below_none"):
        one(yes=-1)


@given(st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=1, max_size=5))
def test_never_shows_a_small_count_nor_hides_one_alone(grid: list[list[int]]) -> None:
    counts: Mapping[str, Mapping[str, int]] = {
        str(i): dict(zip("abcd", row, strict=True)) for i, row in enumerate(grid)
    }
    table = published_table(counts, sensitive=True)
    for row in table.rows:
        cells = list(zip(row.cells, grid[int(row.name)], strict=True))
        assert not any(cell.count is not None and count in range(1, 5) for cell, count in cells)
        hidden = [count for cell, count in cells if cell.count is None]
        assert row.answers is None or len(hidden) != 1


def test_moves_from_twenty_answers_with_ten_new_and_once_a_day() -> None:
    first = {"shown": None, "shown_on": None, "closed_on": CLOSED}
    later = {"shown": 20, "shown_on": date(2026, 3, 2), "closed_on": CLOSED}

    assert [may_move(answers=n, on=date(2026, 3, 2), **first) for n in (19, 20)] == [False, True]  # type: ignore[arg-type]
    assert [may_move(answers=n, on=date(2026, 3, 3), **later) for n in (29, 30)] == [False, True]  # type: ignore[arg-type]
    assert not may_move(answers=99, on=date(2026, 3, 2), **later)  # type: ignore[arg-type]


def test_moves_once_after_the_close_and_never_again() -> None:
    day, after = date(2026, 4, 2), date(2026, 4, 3)

    assert may_move(answers=50, on=day, shown=20, shown_on=CLOSED, closed_on=CLOSED)
    assert not may_move(answers=90, on=after, shown=50, shown_on=day, closed_on=CLOSED)
