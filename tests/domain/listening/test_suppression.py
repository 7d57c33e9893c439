from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.errors import BadInput
from handslag.domain.listening.noise import Noise, nineteen_in_twenty
from handslag.domain.listening.suppression import Row, Table, counted, published_table, together, weighted_row

CLOSED, OPEN = Noise(b"fixed", is_open=False), Noise(b"fixed", is_open=True)
AREAS = {
    "north": {"1": 6, "2": 15, "3": 49, "4": 30, "5": 2},
    "middle": {"1": 9, "2": 19, "3": 57, "4": 54, "5": 7},
    "south": {"1": 3, "2": 7, "3": 20, "4": 17, "5": 5},
}


class Quiet(Noise):
    """The noise of nothing, so that a test sees what else happens to a count."""

    def on(self, *cell: str) -> int:
        return 0


def quiet(counts: Mapping[str, Mapping[str, int]], **more: Any) -> Table:
    return published_table(counts, Quiet(b"", is_open=False), **more)


def shown(table: Table) -> list[list[int | None]]:
    return [[row.answers, *(cell.count for cell in row.cells)] for row in (*table.rows, table.total)]


def one(**counts: int) -> Row:
    return quiet({"": counts}).total


def test_rounds_counts_which_add_up_and_takes_percentages_from_the_rounded() -> None:
    row = one(yes=23, no=18)

    assert (row.answers, [(cell.count, cell.percent) for cell in row.cells]) == (45, [(25, 56), (20, 44)])


def test_shows_nothing_of_a_survey_below_20_answers() -> None:
    table = quiet({"": {"yes": 10, "no": 9}})

    assert (table.is_public, shown(table)) == (False, [[None, None, None]])


def test_a_group_of_19_is_hidden_and_the_smallest_beside_it() -> None:
    counts = {"a": {"yes": 9, "no": 10}, "b": {"yes": 15, "no": 15}, "c": {"yes": 20, "no": 20}}

    assert shown(quiet(counts)) == [[None, None, None], [None, None, None], [40, 20, 20], [90, 45, 45]]


def test_an_empty_group_is_no_company_for_a_small_one_and_needs_none() -> None:
    counts = {"a": {"yes": 9, "no": 0}, "b": {"yes": 20, "no": 15}, "": {"yes": 0, "no": 0}}

    assert [row.answers for row in quiet(counts).rows] == [None, None, None]
    assert [row.answers for row in quiet(counts | {"a": {"yes": 0, "no": 0}}).rows] == [None, 35, None]


def test_a_group_is_hidden_where_the_noise_may_be_more_than_a_quarter_of_it() -> None:
    counts = {"a": {"yes": 39}, "b": {"yes": 40}, "c": {"yes": 70}, "d": {"yes": 39}}

    hidden = [row.answers is None for row in published_table(counts, OPEN).rows]
    assert hidden == [True, False, False, True]
    assert all(row.answers is None for row in published_table(counts, OPEN.among(6)).rows)


def test_whether_a_group_is_shown_does_not_hang_on_what_it_answered() -> None:
    for secret in range(200):
        noise = Noise(bytes([secret]), is_open=True)
        rows = published_table(
            {"a": {"yes": 39, "no": 0}, "b": {"yes": 0, "no": 40}, "c": {"yes": 39, "no": 0}}, noise
        )
        assert [row.answers is None for row in rows.rows] == [True, False, True]


def test_a_small_group_of_one_mind_is_hidden_where_the_question_is_sensitive() -> None:
    counts = {"a": {"yes": 25, "no": 0}, "b": {"yes": 25, "no": 20}, "c": {"yes": 30, "no": 30}}

    assert [row.answers for row in quiet(counts, sensitive=True).rows] == [None, None, 60]
    assert [row.answers for row in quiet(counts).rows] == [25, 45, 60]


def test_the_example_of_the_documentation() -> None:
    noise = Noise(b"an example", is_open=False)
    assert shown(published_table(AREAS, noise, "safe", "area")) == [
        [110, 5, 15, 50, 35, 5],
        [155, 10, 20, 60, 55, 10],
        [45, 5, 5, 15, 15, 5],
        [305, 20, 40, 125, 105, 15],
    ]


def test_where_anybody_can_answer_the_noise_is_larger() -> None:
    spreads = [noise.spread for noise in (CLOSED, OPEN, OPEN.among(2), OPEN.among(6), CLOSED.among(6))]

    assert [nineteen_in_twenty(spread) for spread in spreads] == [4, 10, 14, 24, 4]


def test_the_same_cell_has_the_same_noise_and_another_has_another() -> None:
    cells = [("safe", "area", "north", str(answer)) for answer in range(8)]

    assert [OPEN.on(*cell) for cell in cells] == [-4, 2, 2, 4, 5, 6, -2, -4]
    assert [OPEN.on(*cell) for cell in cells] == [OPEN.on(*cell) for cell in cells]


def test_names_that_run_together_are_not_the_same_cell() -> None:
    apart, run_together = (
        [OPEN.on(*cell, str(one)) for one in range(9)] for cell in (("a", "bc"), ("ab", "c"))
    )

    assert apart != run_together


def test_each_time_it_is_published_the_noise_of_the_times_before_stays_in_it() -> None:
    first, second = (OPEN.after(steps).on("yes") for steps in (1, 2))

    assert (first, second) == (3, 6)
    assert OPEN.after(2).spread == pytest.approx(OPEN.spread * 2**0.5)


def test_the_noise_is_as_many_tossed_coins() -> None:
    tossed = [OPEN.on(str(cell)) for cell in range(4_000)]
    mean = sum(tossed) / len(tossed)
    spread = (sum((one - mean) ** 2 for one in tossed) / len(tossed)) ** 0.5

    assert (abs(mean) < 0.3, abs(spread - 96**0.5 / 2) < 0.2) == (True, True)


def test_a_total_is_what_its_groups_are_shown_to_add_up_to() -> None:
    parts = [counted(row, CLOSED, "safe", name) for name, row in AREAS.items()]
    table = published_table(AREAS, CLOSED, "safe")

    assert shown(table)[-1] == shown(published_table(AREAS, CLOSED, "other", total=together(parts)))[-1]


def test_a_count_of_none_may_show_as_more_and_never_as_less() -> None:
    found = {
        published_table({"": {"yes": 60, "no": 0}}, OPEN, str(name)).total.cells[1].count
        for name in range(50)
    }

    assert found == {0, 5, 10, 15}


def test_who_chose_several_is_counted_once_among_those_who_answered() -> None:
    table = quiet({"": {"light": 28, "bus": 15, "path": 3}}, answered={"": 30})

    assert shown(table) == [[30, 30, 15, 5]]


def test_a_weighted_share_has_noise_of_its_own_and_is_hidden_with_its_row() -> None:
    table = published_table({"": {"yes": 60, "no": 40}}, CLOSED)
    row = weighted_row(table.total, [0.5, 0.5], CLOSED.louder(4), "weighted")
    few = weighted_row(published_table({"": {"yes": 9, "no": 9}}, CLOSED).total, [0.5, 0.5], CLOSED)

    assert [cell.count for cell in row.cells] == [50, 45]
    assert [cell.count for cell in few.cells] == [None, None]


def test_refuses_a_count_below_none() -> None:
    with pytest.raises(BadInput, match="count_below_none"):
        one(yes=-1)


@given(st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=1, max_size=5), st.booleans())
def test_whatever_is_counted_a_row_adds_up_and_none_is_hidden_alone(
    grid: list[list[int]], is_open: bool
) -> None:
    counts = {str(i): dict(zip("abcd", row, strict=True)) for i, row in enumerate(grid)}
    table = published_table(counts, Noise(b"any", is_open=is_open))
    for row in (*table.rows, table.total):
        cells = [cell.count for cell in row.cells]
        assert row.answers is None or row.answers == sum(count or 0 for count in cells)
        assert all(count is None or count % 5 == 0 <= count for count in cells)
    hidden = [row for row in table.rows if row.answers is None and any(counts[row.name].values())]
    assert len(hidden) != 1 or len(table.rows) == 1
