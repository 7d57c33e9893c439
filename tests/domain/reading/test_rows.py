"""Rows of tables in a text: never glued, never a heading, read where a cell promises, else named."""

import pytest

from handslag.domain.reading import read

HEAD = "Plats\tÅtgärd\tHur ofta\tAnsvarig"
ROWS = ["Ramby\tFotpatrull\tVarje vecka\tPolisen", "Lillån\tInformationsmöte\tHalvår\tKommunen"]


def _promises(text: str) -> list[str]:
    return [promise.text.value for promise in read(text).promises]


def _unread(text: str) -> list[str]:
    return [text[item.span.start : item.span.end] for item in read(text).unread if item.span]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_last_row_is_no_heading_of_what_follows(gap: str) -> None:
    table = "\n".join([HEAD, *ROWS])
    text = f"Medborgarlöften\n\nPolisen lovar att:\n{gap}{table}\n{gap}Kommunen lovar\n\n- röja sly\n"
    (promise,) = read(text).promises
    assert (promise.text.value, [str(one.party) for one in promise.parties]) == ("röja sly", ["municipality"])
    assert promise.perspective is None
    assert _unread(text) == ROWS


@pytest.mark.parametrize(
    "row",
    [
        "Torget\tPolisen ska synas varje vecka.\tPolisen",
        "Torget\tPolisen ska synas varje vecka.",
        "Polisen ska synas varje vecka.\t",
        "| Torget | Polisen ska synas varje vecka. |\n| Plats | Åtgärd |",
        "Torget    Polisen ska synas varje vecka.    Polisen\nPlats    Åtgärd    Ansvarig",
    ],
)
def test_a_cell_that_promises_by_itself_is_read_without_its_neighbours(row: str) -> None:
    text = f"Medborgarlöften\n\n{row}\n"
    assert (_promises(text), _unread(text)) == (["Polisen ska synas varje vecka."], [])


def test_cells_with_a_label_and_two_promises_in_a_row_are_all_read() -> None:
    text = "Medborgarlöften\n\nLöfte: Polisen gör tio kontroller\tKommunen ska röja sly på torget\n"
    assert _promises(text) == ["Polisen gör tio kontroller", "Kommunen ska röja sly på torget"]


@pytest.mark.parametrize(
    "row",
    [
        HEAD,
        "Nr\tÅtgärd",
        "1\t2\t3",
        "Trygghet i centrum\t4",  # a table of contents
        "|---|---|\n|Plats|Åtgärd|",
        "Vad ska göras\tVem ansvarar\tNär",
    ],
)
def test_heads_of_columns_and_page_numbers_are_not_missed(row: str) -> None:
    assert _unread(f"Medborgarlöften\n\n{row}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Trafik",
        "\tTrafik",
        "- gå ut\tofta",
        "Polisen lovar att:\t",
        "1.\tgå ut",
        "Polisen   ska synas.",
        "Start | Polisen",
    ],
)
def test_other_lines_are_no_rows(line: str) -> None:
    assert read(f"Medborgarlöften\n\n{line}\n").unread == ()


def test_the_head_of_a_column_promises_nothing() -> None:
    text = "Medborgarlöften\n\nDet här ska polisen göra\tVad ska kommunen göra?\n"
    assert _promises(text) == []


def test_rows_below_background_are_named_and_not_read() -> None:
    text = "Medborgarlöften\n\nLägesbild\n\nTorget\tPolisen ska synas varje vecka.\n"
    assert (_promises(text), len(_unread(text))) == ([], 1)
