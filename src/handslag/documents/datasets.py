"""Answers as a data set: variables with labels, one row for each answer; as CSV and as an Excel file.

Cells are numbers or empty, so nothing a person wrote can run as a formula; words stand in the dictionary
only. `spss.py` writes the same data set for SPSS.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

from handslag.documents.fitting import readable
from handslag.documents.formulas import guarded

Cell = int | Decimal | date | None


class Level(StrEnum):
    """What can be computed with a variable, as statisticians name it."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Variable:
    """`name` in the file, `label` in words, the meaning of its codes in `values`."""

    name: str
    label: str
    level: Level = Level.NOMINAL
    values: Mapping[int, str] = field(default_factory=dict)
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """Each row has a cell for each variable; None where nothing was answered."""

    title: str
    variables: tuple[Variable, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(data: Dataset) -> bytes:
    """The codes, comma between, with a mark at the start so that Excel reads it as UTF-8."""
    names, *rows = csv_table(data)
    return _written([names, *(map(_plain, row) for row in rows)])


def csv_table(data: Dataset) -> list[Sequence[str | Cell]]:
    """The names of the variables, then the codes of each answer."""
    return [[one.name for one in data.variables], *data.rows]


def dictionary_csv(data: Dataset) -> bytes:
    """What the variables and their codes mean; texts that a spreadsheet would run are guarded."""
    return _written([map(guarded, line) for line in (DICTIONARY, *dictionary_rows(data))])


DICTIONARY = ("variabel", "etikett", "skalnivå", "kod", "betyder")


def dictionary_rows(data: Dataset) -> list[list[str]]:
    """Variable, label, level, code and meaning; one row with an empty code for a variable without codes."""
    return [
        [one.name, readable(one.label), one.level.value, code, readable(meaning)]
        for one in data.variables
        for code, meaning in ([(str(code), words) for code, words in one.values.items()] or [("", "")])
    ]


def to_xlsx(data: Dataset) -> bytes:
    """Two sheets: the answers as codes, and the dictionary."""
    book = Workbook(write_only=True)
    answers = book.create_sheet("Svar")
    answers.append([one.name for one in data.variables])
    for row in data.rows:
        answers.append([float(cell) if isinstance(cell, Decimal) else cell for cell in row])
    words = book.create_sheet("Variabler")
    for line in (DICTIONARY, *dictionary_rows(data)):
        words.append([_text_cell(words, text) for text in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _text_cell(sheet: Worksheet, text: str) -> Any:
    """A cell that is text whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell


def _plain(cell: str | Cell) -> str:
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _written(rows: Sequence[object]) -> bytes:
    file = StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return file.getvalue().encode("utf-8-sig")
