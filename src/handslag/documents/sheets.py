"""Sheets from outside, as rows of text: Excel (.xlsx) and CSV in any usual encoding and separator."""

import json
from pathlib import Path

from handslag.documents.guard import guarded
from handslag.documents.separated import sheet_in
from handslag.documents.texts import LIGHT, LIMIT, MEGABYTES
from handslag.documents.xlsx_text import MOST_COLUMNS, MOST_ROWS
from handslag.domain.errors import BadInput
from handslag.domain.importing.columns import letters
from handslag.domain.importing.findings import Rows, Sheet, findings_from

OF_SHEETS = {"file_too_heavy": "sheet_too_heavy", "file_binary": "sheet_not_sheet"}
_macro_names = (".xlsm", ".xltm", ".xlam")
_not_sheets = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"BEGIN:VCALENDAR")
_old_office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_encrypted_office = "EncryptedPackage".encode("utf-16-le")


def sheet_of(data: bytes, name: str) -> Sheet:
    """The rows of the sheet in `data`, cells without blanks around them, no empty cells last in a row.

    `name` helps to tell what it is and stands in the errors. At most `LIMIT` bytes, `MOST_ROWS` rows
    and `MOST_COLUMNS` columns. Raises `BadInput` (with `file`), one code for each thing that can be wrong.
    """
    try:
        rows, findings = _parsed(data, Path(name).suffix.lower())
        return Sheet(_within_limits(rows), findings)
    except BadInput as exc:
        raise BadInput(OF_SHEETS.get(exc.code, exc.code), **({"file": name} | exc.params)) from exc


def _parsed(data: bytes, suffix: str) -> Sheet:
    refuse_other(data, suffix)
    is_excel = data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if not is_excel and len(data) <= LIGHT:
        return sheet_in(data)
    read = json.loads(guarded("xlsx" if is_excel else "separated", data))
    return Sheet(tuple(map(tuple, read["rows"])), findings_from(read["findings"]))


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


def _within_limits(rows: Rows) -> Rows:
    trimmed = [_trimmed(row, number) for number, row in enumerate(rows, start=1)]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    if not trimmed:
        raise BadInput("sheet_empty")
    if len(trimmed) > MOST_ROWS:
        raise BadInput("sheet_too_long", most=MOST_ROWS)
    return tuple(trimmed)


def _trimmed(row: tuple[str, ...], number: int) -> tuple[str, ...]:
    width = max((column for column, cell in enumerate(row, start=1) if cell), default=0)
    if width > MOST_COLUMNS:
        raise BadInput("sheet_too_wide", most=MOST_COLUMNS, cell=f"{letters(width - 1)}{number}")
    return row[:width]
