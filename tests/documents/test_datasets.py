"""The same answers in CSV, Excel and SPSS, each read back by somebody else's reader."""

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pyreadstat
import pytest
from openpyxl import load_workbook

from handslag.documents.datasets import Dataset, Level, Variable, dictionary_csv, to_csv, to_xlsx
from handslag.documents.spss import to_sav
from handslag.domain.formulas import unguarded

SAFE = Variable("trygg", "Hur trygg känner du dig? ÅÄÖ", Level.ORDINAL, {1: "Otrygg", 2: "=1+1", 3: "Trygg"})
DATA = Dataset(
    "Trygghet i Härnösand",
    (
        SAFE,
        Variable("antal-barn", "Hur många barn?", Level.SCALE),
        Variable("langd", "Hur långt?", Level.SCALE),
        Variable("nar", "När?", Level.SCALE, is_date=True),
    ),
    (
        (1, 2, Decimal("2.5"), date(2026, 5, 4)),
        (2, None, None, None),
        (3, 0, Decimal("0.25"), date(1999, 12, 31)),
    ),
)


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_csv_file_holds_the_codes() -> None:
    assert read_csv(to_csv(DATA)) == [
        ["trygg", "antal-barn", "langd", "nar"],
        ["1", "2", "2.5", "2026-05-04"],
        ["2", "", "", ""],
        ["3", "0", "0.25", "1999-12-31"],
    ]


def test_the_dictionary_says_what_each_code_means_and_runs_nothing() -> None:
    rows = read_csv(dictionary_csv(DATA))

    assert rows[2] == ["trygg", SAFE.label, "ordinal", "2", "'=1+1"]
    assert unguarded(rows[2][4]) == "=1+1"
    assert rows[4] == ["antal-barn", "Hur många barn?", "scale", "", ""]


def test_the_excel_file_reads_back_equal_and_has_no_formula() -> None:
    book = load_workbook(BytesIO(to_xlsx(DATA)))
    answers = [list(row) for row in book["Svar"].iter_rows(min_row=2, values_only=True)]

    assert answers[1] == [2, None, None, None]
    assert [row[:3] for row in answers] == [[1, 2, 2.5], [2, None, None], [3, 0, 0.25]]
    assert str(answers[0][3]) == "2026-05-04 00:00:00"
    words = [[cell.value for cell in row] for row in book["Variabler"].iter_rows()]
    assert words[2] == ["trygg", SAFE.label, "ordinal", "2", "=1+1"]
    assert "f" not in {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}


def test_the_spss_file_reads_back_equal_with_labels(tmp_path: Path) -> None:
    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(DATA))
    columns, meta = pyreadstat.read_sav(path, output_format="dict", user_missing=True)

    assert meta.column_names == ["trygg", "antal_barn", "langd", "nar"]
    assert meta.column_labels == [one.label for one in DATA.variables]
    assert meta.variable_value_labels == {"trygg": {1.0: "Otrygg", 2.0: "=1+1", 3.0: "Trygg"}}
    assert meta.variable_measure == dict(
        zip(meta.column_names, ("ordinal", "scale", "scale", "scale"), strict=True)
    )
    assert (meta.file_label, meta.number_rows, meta.file_encoding) == (DATA.title, 3, "UTF-8")
    assert [row(columns, number) for number in range(3)] == [list(cells) for cells in DATA.rows]


def row(columns: Mapping[str, Any], number: int) -> list[object]:
    """One row as it was: nothing for what is missing, a day where a day was written."""
    cells = [list(column)[number] for column in columns.values()]
    *numbers, day = [None if cell is None or cell != cell else cell for cell in cells]
    return [*(None if one is None else Decimal(str(one)) for one in numbers), day]


@pytest.mark.parametrize("length", [0, 1, 3, 7, 8, 120, 300])
def test_labels_of_any_length_keep_the_file_whole(tmp_path: Path, length: int) -> None:
    words = "å" * length
    data = Dataset("", (Variable("a", words, values={1: words}), Variable("b", "B")), ((1, 2),))
    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(data))
    columns, meta = pyreadstat.read_sav(path, output_format="dict")

    assert [list(column) for column in columns.values()] == [[1.0], [2.0]]
    assert (meta.column_labels[0] or "") == words[:126]


def test_names_that_spss_refuses_are_changed_and_stay_apart(tmp_path: Path) -> None:
    names = ("1a", "a-b", "a.b", "A_b", "x" * 90)
    data = Dataset("", tuple(Variable(name, name) for name in names), ((1, 2, 3, 4, 5),))
    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(data))

    assert pyreadstat.read_sav(path, output_format="dict")[1].column_names == [
        *("v_1a", "a_b", "a_b_2", "A_b_3"),
        "x" * 60,
    ]


def test_a_long_file_reads_back_whole(tmp_path: Path) -> None:
    days = tuple((number % 4 or None, date(1950, 1, 1) + timedelta(number)) for number in range(5_000))
    data = Dataset("", (Variable("a", ""), Variable("d", "", is_date=True)), days)
    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(data))
    columns, _ = pyreadstat.read_sav(path, output_format="dict")

    assert list(columns["d"]) == [day for _, day in days]


@pytest.mark.parametrize(
    ("name", "in_spss"),
    [
        *(
            (word, f"{word}_")
            for word in ("by", "to", "ALL", "And", "eq", "GE", "gt", "le", "lt", "ne", "not")
        ),
        *(
            ("or", "or_"),
            ("with", "with_"),
            ("åldern", "åldern"),
            ("a\u030aldern", "åldern"),
            ("18_år", "v_18_år"),
        ),
        *(
            ("$casenum", "casenum"),
            ("#rad", "rad"),
            ("slut.", "slut"),
            ("slut_", "slut"),
            ("två ord", "två_ord"),
        ),
        *(
            ("@a", "a"),
            ("___", "v"),
            ("العمر", "العمر"),
            ("m²", "m2"),
            ("å" * 60, "å" * 30),
            ("Bytt", "Bytt"),
        ),
        *(("HSL00001", "HSL00001_2"), ("V1", "V1"), ("x" * 61 + "by", "x" * 60)),
    ],
)
def test_a_name_in_spss_is_readable(tmp_path: Path, name: str, in_spss: str) -> None:
    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(Dataset("", (Variable(name, "Hur då?"),), ((1,),))))
    _, meta = pyreadstat.read_sav(path, output_format="dict")

    assert meta.column_names == [in_spss]
    assert meta.column_labels == ["Hur då?"]


def test_names_that_differ_by_case_or_are_taken_stay_apart(tmp_path: Path) -> None:
    names = ("by", "BY", "by_", "V2", "v1", "Ålder", "ålder", "x" * 64, "x" * 65)
    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(Dataset("", tuple(Variable(n, n) for n in names), (tuple(range(9)),))))
    columns, _ = pyreadstat.read_sav(path, output_format="dict")

    assert list(columns) == [
        *("by_", "BY_2", "by_3", "V2", "v1", "Ålder", "ålder_2", "x" * 60, "x" * 60 + "_2")
    ]
    assert [list(column) for column in columns.values()] == [[float(number)] for number in range(9)]
