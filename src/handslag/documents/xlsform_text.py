"""The sheets of an XLSForm as JSON text, read in the child process of `guard`.

Only cells that are there are looked at, so that an empty cell in the last row of Excel costs nothing.
"""

import io
import json
import re
import warnings
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from handslag.documents.xlsx_package import Package
from handslag.documents.xlsx_text import MOST_ROWS
from handslag.domain.errors import BadInput
from handslag.domain.importing.columns import letters

# sheet: the columns that tell it when it has another name; one of each pair is enough
MARKS = {
    "survey": ({"type"}, {"name"}),
    "choices": ({"list_name"}, {"name"}),
    "settings": ({"form_title", "form_id", "default_language"},),
}
_TITLES = 10  # rows above the headings, at most
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_Cell = tuple[int, int]  # row and column, from 1
_Note = tuple[int, int, str, dict[str, Any]]  # row, column, code of a sentence, its parameters


def text_of(data: bytes) -> str:
    """{sheet: {"title", "headings", "rows": [{heading: text}], "notes"}, "": titles of sheets not read}.

    `sheet` is one of `MARKS`. The first of `rows` is row 2; each of `notes` is [row, heading, code,
    parameters] of something that was read otherwise than it stands. A column without a heading is called
    by its letters, a second one with the same heading by both. Raises `BadInput`: `sheet_formula`,
    `sheet_too_long`, and what `xlsx_package` raises of a file that shall not be opened.
    """
    try:
        package = Package(data)
        data = package.usual()  # openpyxl does not know the others
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if package.has_formulas():
                _refuse_unsaved(data)
            return json.dumps(_sheets(data))
    except (BadInput, MemoryError, ModuleNotFoundError):
        raise
    except Exception as exc:  # openpyxl lets nearly anything out when a file is not as it expects
        raise BadInput("sheet_broken") from exc


def _sheets(data: bytes) -> dict[str, Any]:
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    tables = [table for sheet in book.worksheets if (table := _table(sheet))]
    found: dict[str, Any] = {}
    for name in MARKS:
        table = next((one for one in _by_fit(name, tables) if one not in found.values()), None)
        if table is not None:
            found[name] = table
    return found | {"": [one["title"] for one in tables if one not in found.values()]}


def _by_fit(name: str, tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sheets that may be `name`, the best first: by headings, by its own name, shown before hidden."""

    def fit(table: dict[str, Any]) -> tuple[bool, bool, bool]:
        return not _is_marked(table["headings"], name), not _is_called(table, name), table["is_hidden"]

    return sorted((one for one in tables if not all(fit(one)[:2])), key=fit)


def _is_called(table: dict[str, Any], name: str) -> bool:
    return _plain(table["title"]).casefold() == name


def _is_marked(headings: list[str], name: str) -> bool:
    words = {heading.casefold().replace(" ", "_") for heading in headings}
    return all(words & marks for marks in MARKS[name])


def _table(sheet: Any) -> dict[str, Any] | None:
    """A sheet as records; None when it is empty."""
    cells, notes = _cells(sheet)
    if not cells:
        return None
    rows = sorted({row for row, _ in cells})
    if rows[-1] > MOST_ROWS:
        raise BadInput("sheet_too_long", most=MOST_ROWS)
    head = _head(cells, rows)
    columns = _headings(cells, head)
    records: list[dict[str, str]] = [{} for _ in range(2, rows[-1] + 1)]
    for (row, column), words in sorted(cells.items()):
        if row > head:
            records[row - 2][columns[column]] = words
        elif row < head:
            notes.append((row, column, "xlsform_cell_unread", {}))
    return {
        "title": sheet.title.strip(),
        "is_hidden": sheet.sheet_state != "visible",
        "headings": list(columns.values()),
        "rows": records,
        "notes": [[row, columns.get(column, ""), code, params] for row, column, code, params in notes],
    }


def _head(cells: dict[_Cell, str], rows: list[int]) -> int:
    """The row of the headings: the first that has what a sheet of a form must have, else the first."""
    for row in rows[:_TITLES]:
        words = [_plain(text) for (at, _), text in cells.items() if at == row]
        if any(_is_marked(words, name) for name in MARKS):
            return row
    return rows[0]


def _headings(cells: dict[_Cell, str], head: int) -> dict[int, str]:
    """Column → heading, each heading once."""
    columns: dict[int, str] = {}
    for column in sorted({column for _, column in cells}):
        heading, letter = _plain(cells.get((head, column), "")), letters(column - 1)
        columns[column] = f"{letter} ({heading})" if heading in columns.values() else heading or letter
    return columns


def _cells(sheet: Any) -> tuple[dict[_Cell, str], list[_Note]]:
    """What stands where; a cell that was merged with those below it counts in each of their rows."""
    from openpyxl.cell.read_only import ReadOnlyCell

    cells: dict[_Cell, str] = {}
    notes: list[_Note] = []
    parser = _parser(sheet)
    for _, row in parser.parse():
        for cell in row:
            at = (cell["row"], cell["column"])
            value = cell["value"]
            if cell["data_type"] == "e":
                notes.append((*at, "xlsform_cell_error", {"words": str(value)}))
            elif value is not None and (words := _words(ReadOnlyCell(sheet, **cell))):
                cells[at] = words
                if isinstance(value, date | time | timedelta):
                    notes.append((*at, "xlsform_cell_date", {"words": words}))
    last = max((row for row, _ in cells), default=0)
    for area in parser.merged_cells.mergeCell if parser.merged_cells else ():
        notes += _spread(cells, area, last)
    return cells, notes


def _spread(cells: dict[_Cell, str], area: Any, last: int) -> Iterator[_Note]:
    """Write what stands first in `area` in the rows below it, and say so."""
    first, column, until = area.min_row, area.min_col, min(area.max_row, last)
    words = cells.get((first, column))
    if words is None or until <= first:
        return
    for row in range(first + 1, until + 1):
        cells[(row, column)] = words
    yield first, column, "xlsform_merged", {"first": first, "last": until}


def _parser(sheet: Any, *, data_only: bool = True) -> Any:
    """Reads the cells of a sheet that are there; openpyxl's own rows fill in every one that is not."""
    from openpyxl.worksheet._reader import WorkSheetParser

    book = sheet.parent
    return WorkSheetParser(
        sheet._get_source(),
        sheet._shared_strings,
        data_only=data_only,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _words(cell: Any) -> str:
    """A cell as a person reads it."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        share = "%" in (cell.number_format or "")
        return f"{value * 100:.10g} %" if share else f"{value:.10g}"
    if isinstance(value, date):
        return str(value).removesuffix(" 00:00:00")
    return str(value).replace("\u00a0", " ").strip()


def _plain(heading: str) -> str:
    """A heading or the name of a sheet, without what cannot be seen."""
    return " ".join(UNSEEN.sub("", heading).split())


def _refuse_unsaved(data: bytes) -> None:
    """Raises `sheet_formula` at the first formula that was saved without its value."""
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        both = (_parser(sheet, data_only=only).parse() for only in (False, True))
        for (_, formulas), (_, values) in zip(*both, strict=True):
            for cell, saved in zip(formulas, values, strict=True):
                if cell["data_type"] == "f" and saved["value"] is None and saved["data_type"] != "str":
                    place = f"{letters(cell['column'] - 1)}{cell['row']}"
                    raise BadInput("sheet_formula", cell=f"{sheet.title}!{place}")
