"""Sheets from outside, as rows of text: Excel (.xlsx) and CSV in any usual encoding and separator."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from handslag.documents.guard import guarded
from handslag.documents.plain_text import text_of
from handslag.documents.texts import LIMIT, MEGABYTES
from handslag.documents.xlsx_text import MOST_COLUMNS, MOST_ROWS
from handslag.domain.errors import BadInput

Rows = tuple[tuple[str, ...], ...]  # row 1 first; an empty row is (), so that row numbers hold

SEPARATORS = ";\t,|"  # Swedish Excel first: where two fit as well, the earlier is meant
LOOK_AT = 50  # rows that show the separator

OF_SHEETS = {"file_too_heavy": "sheet_too_heavy", "file_binary": "sheet_not_sheet"}
_macro_names = (".xlsm", ".xltm", ".xlam")
_not_sheets = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"BEGIN:VCALENDAR")
_old_office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_encrypted_office = "EncryptedPackage".encode("utf-16-le")


def rows_of(data: bytes, name: str) -> Rows:
    """The rows of the sheet in `data`, cells without blanks around them, no empty cells last in a row.

    `name` helps to tell what it is and stands in the errors. At most `LIMIT` bytes, `MOST_ROWS` rows
    and `MOST_COLUMNS` columns. Raises `BadInput` (with `file`), one code for each thing that can be wrong.
    """
    try:
        return _within_limits(_parsed(data, Path(name).suffix.lower()))
    except BadInput as exc:
        raise BadInput(OF_SHEETS.get(exc.code, exc.code), **({"file": name} | exc.params)) from exc


def _parsed(data: bytes, suffix: str) -> Iterator[list[str]]:
    refuse_other(data, suffix)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _records(guarded("xlsx", data), ",")
    text = text_of(data)
    marked = text.startswith("sep=") and text[5:6] == "\n"  # Excel's own way of naming the separator
    if marked:
        return _records("\n" + text[6:], text[4])
    return _records(text, _separator(text))


def refuse_other(data: bytes, suffix: str) -> None:
    if len(data) > LIMIT:
        raise BadInput("file_too_large", megabytes=MEGABYTES)
    if not data.strip():
        raise BadInput("sheet_empty")
    if suffix in _macro_names:
        raise BadInput("sheet_macros")
    if data.startswith(_old_office):
        raise BadInput("file_locked" if _encrypted_office in data else "sheet_old")
    start = data[:1024].lstrip().lower()
    if data.startswith(_not_sheets) or start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise BadInput("sheet_not_sheet")


def _separator(text: str) -> str:
    """The separator that parts most rows into as many cells as the rows usually have, at least two."""
    if not text.strip(f"{SEPARATORS} \n"):
        raise BadInput("sheet_empty")
    lines = "\n".join(text.split("\n", LOOK_AT)[:LOOK_AT])
    best, most = "", 0.0
    for separator in SEPARATORS:
        widths = [len(row) for row in csv.reader(lines.split("\n"), delimiter=separator) if any(row)]
        usual, times = Counter(widths).most_common(1)[0] if widths else (0, 0)
        if usual > 1 and times / len(widths) > most:
            best, most = separator, times / len(widths)
    if not best:
        raise BadInput("sheet_one_column")
    return best


def _records(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as exc:
            raise BadInput("sheet_broken_row", row=reader.line_num) from exc


def _within_limits(records: Iterator[list[str]]) -> Rows:
    rows: list[tuple[str, ...]] = []
    blank = 0  # empty rows count only when something follows
    for number, record in enumerate(records, start=1):
        cells = _cells(record, number)
        if not cells:
            blank += 1
            continue
        if number > MOST_ROWS:
            raise BadInput("sheet_too_long", most=MOST_ROWS)
        rows += [()] * blank + [cells]
        blank = 0
    if not rows:
        raise BadInput("sheet_empty")
    return tuple(rows)


def _cells(record: list[str], number: int) -> tuple[str, ...]:
    cells = [cell.strip() for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise BadInput("sheet_too_wide", most=MOST_COLUMNS)
    for column, cell in enumerate(cells):
        if cell.startswith("=") and len(cell) > 1:  # a formula that no sheet has computed
            raise BadInput("sheet_formula", cell=f"{letters(column)}{number}")
    return tuple(cells)


def letters(column: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
