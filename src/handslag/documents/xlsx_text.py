"""Excel (.xlsx) to CSV text: the rows of the first sheet that is shown, each cell as a person reads it.

Dates become 2019-06-14 and numbers lose the noise of binary fractions. Nothing is computed: a formula
gives the value that was saved with it, and is refused, with its cell, when none was. Limits as in
`docx_text`; the directory of the zip file can be trusted with sizes, since Python stops there.
"""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from handslag.documents.docx_package import MOST_MEMBERS, MOST_OUT, MOST_RATIO, SMALL
from handslag.documents.plain_text import tidy
from handslag.domain.errors import BadInput

MOST_ROWS = 20_000  # with headings
MOST_COLUMNS = 60
_LAST_ROW = 1_048_576  # of Excel itself
_formula = re.compile(rb"<(?:\w+:)?f[\s/>]")


def text_of(data: bytes) -> str:
    """The rows of the Excel file in `data` as CSV with commas; row numbers stay those of the sheet.

    Raises `BadInput`: `sheet_broken`, `sheet_not_excel`, `sheet_bomb`, `sheet_macros`, `sheet_formula`
    (`cell`), `sheet_too_long`, `sheet_too_wide`, `file_locked`.
    """
    try:
        has_formulas = refuse_unsafe(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not concern the values
            if has_formulas:
                _refuse_unsaved(data)
            return _csv(_rows(data))
    except (BadInput, MemoryError, ModuleNotFoundError):
        raise
    except Exception as exc:  # openpyxl lets nearly anything out when a file is not as it expects
        raise BadInput("sheet_broken") from exc


def refuse_unsafe(data: bytes) -> bool:
    """Whether a sheet of the file has formulas. Raises `BadInput` for a file that shall not be opened."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        packed = sum(member.compress_size for member in members)
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > max(SMALL, min(MOST_OUT, MOST_RATIO * packed)):
            raise BadInput("sheet_bomb")
        names = [member.filename for member in members]
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise BadInput("sheet_macros")
        if "xl/workbook.xml" not in names:
            raise BadInput("sheet_not_excel")
        if any(member.flag_bits & 1 for member in members):
            raise BadInput("file_locked")
        return any(_formula.search(archive.read(name)) for name in names if "/worksheets/" in name)


def _refuse_unsaved(data: bytes) -> None:
    """Raises `sheet_formula` at the first formula that has no saved value (an empty text is a value)."""
    for formulas, values in zip(_sheet(data, data_only=False), _sheet(data, data_only=True), strict=True):
        for formula, value in zip(formulas, values, strict=True):
            if formula.data_type == "f" and value.value is None and value.data_type != "str":
                raise BadInput("sheet_formula", cell=formula.coordinate)


def _rows(data: bytes) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(_sheet(data, data_only=True, values_only=True), start=1):
        if number > _LAST_ROW:
            return
        cells = tuple("" if value is None else _shown(value) for value in row)
        if number > MOST_ROWS and any(cells):
            raise BadInput("sheet_too_long", most=MOST_ROWS)
        if cells[MOST_COLUMNS:] and cells[MOST_COLUMNS]:
            raise BadInput("sheet_too_wide", most=MOST_COLUMNS)
        if number <= MOST_ROWS:
            yield cells


def _sheet(data: bytes, *, data_only: bool, values_only: bool = False) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet that is not hidden; one column more than are taken, to tell too wide."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=data_only)
    sheet: Any = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        raise BadInput("sheet_not_excel")
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    yield from sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=values_only)


def _shown(value: object) -> str:
    """A cell as text: 2019-06-14, 2019-06-14 13:30, 13:30, 1:30 (hours), 2, 1.5."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        hours, minutes = divmod(round(value.total_seconds() / 60), 60)
        return f"{hours}:{minutes:02}"
    if isinstance(value, float):
        return f"{value:.10g}"
    return tidy(str(value)).strip()


def _csv(rows: Iterator[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_trimmed(row) for row in rows)
    return text.getvalue().rstrip("\n")


def _trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]
