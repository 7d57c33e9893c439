"""Text with separators as programs and people make it: where rows end, what parts cells, what is said."""

import pytest

from handslag.documents.sheets import sheet_of
from handslag.domain.importing.findings import Remark, Rows

HEADINGS = "Datum;Löfte;Plats"
ROW = ("2019-06-14", "1", "Viksjö")
TABLE = (tuple(HEADINGS.split(";")), ROW)
TEXT = f"{HEADINGS}\n2019-06-14;1;Viksjö\n"


def _rows(data: bytes | str) -> Rows:
    return sheet_of(data.encode() if isinstance(data, str) else data, "ark.csv").rows


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c"])
def test_what_breaks_a_line_within_a_cell_ends_no_row(sign: str) -> None:
    rows = _rows(f"Datum;Anteckning\n2019-06-14;Skolan{sign}torget\n2019-06-15;x\n")
    assert rows[1:] == (("2019-06-14", "Skolan\ntorget"), ("2019-06-15", "x"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_end_at_line_feeds_and_carriage_returns(end: str) -> None:
    assert _rows(TEXT.replace("\n", end)) == TABLE


def test_a_quoted_cell_may_go_over_lines() -> None:
    assert _rows(f'{HEADINGS}\n2019-06-14;1;"Viksjö\nöstra"\n')[1] == (*ROW[:2], "Viksjö\nöstra")


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;"])
def test_the_first_line_may_name_the_separator(first: str) -> None:
    assert _rows(f"{first}\r\n{TEXT}") == ((), *TABLE)


def test_titles_before_the_headings_do_not_hide_the_separator() -> None:
    assert _rows(f"Insatser 2019\nPolisen, kommunen\nUtskrivet 2019-09-02\n\n{TEXT}")[4:] == TABLE


def test_a_list_of_days_needs_no_separator() -> None:
    assert _rows("Datum\n2019-06-14\n") == (("Datum",), ("2019-06-14",))


def test_rows_that_excel_has_wrapped_in_quotation_marks_are_unwrapped() -> None:
    assert _rows('"Datum;Löfte;Plats"\n"2019-06-14;1;Viksjö"\n') == TABLE


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850"])
def test_files_of_old_systems_are_read_and_it_is_said(encoding: str) -> None:
    sheet = sheet_of(TEXT.encode(encoding), "ark.csv")
    assert (sheet.rows, sheet.findings.remarks) == (
        TABLE,
        (Remark("sheet_old_encoding", {"encoding": encoding}),),
    )


def test_stray_nul_bytes_are_nothing() -> None:
    assert _rows(TEXT.encode().replace(b"2019", b"20\x0019")) == TABLE


def test_separators_at_the_end_of_rows_make_no_columns() -> None:
    assert _rows(TEXT.replace("\n", ";;;\n")) == TABLE


def test_a_very_long_cell_refuses_no_file() -> None:
    assert _rows(f"{TEXT}2019-06-15;1;{'x' * 200_000}\n")[1] == ROW


def test_rows_longer_and_shorter_than_the_headings_are_known() -> None:
    found = sheet_of(b"Datum,Timmar,Plats\n2019-06-14,1,5,Ramvik\n2019-06-15,2\n2019-06-16,2,,\n", "ark.csv")
    assert found.findings.long_rows == {2}
    assert found.findings.remarks == (Remark("sheet_short_rows", {}, (3,)),)
