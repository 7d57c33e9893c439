"""Which column is what, told from the headings, Swedish or English."""

import pytest

from handslag.domain.importing.columns import Column, guess_columns, heading_of


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (("Datum", "Löfte nr", "Plats"), {Column.DAY: 0, Column.PROMISE: 1, Column.PLACE: 2}),
        (("date", "PROMISE", "Where"), {Column.DAY: 0, Column.PROMISE: 1, Column.PLACE: 2}),
        (("Antal timmar", "Antal insatser"), {Column.HOURS: 0, Column.COUNT: 1}),
        (("Datum för insats", "Skola", "Kommentar"), {Column.DAY: 0, Column.SCHOOL: 1, Column.NOTE: 2}),
        (("Insats",), {Column.PROMISE: 0}),
        (("Insats", "Löfte"), {Column.PROMISE: 1, Column.NOTE: 0}),
        (("Datum", "", "Vem"), {Column.DAY: 0, Column.PARTY: 2}),
        (("Trafikkontroll", "Ramvik"), {}),
    ],
)
def test_headings_tell_their_columns(headings: tuple[str, ...], columns: dict[Column, int]) -> None:
    assert guess_columns(headings) == columns


def test_titles_and_remarks_before_the_headings_are_passed_over() -> None:
    rows = (("Insatser 2019",), (), ("Sammanställt av kommunen",), ("Datum", "Löfte"), ("2019-06-14", "1"))
    assert heading_of(rows) == 3


def test_without_known_headings_the_first_row_is_taken() -> None:
    assert heading_of(((), ("a", "b"), ("c", "d"))) == 1
