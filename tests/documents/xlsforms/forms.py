"""Makes XLSForms for tests."""

import io
from typing import Any

from openpyxl import Workbook

from handslag.documents.xlsforms import Unread, XlsForm
from handslag.documents.xlsforms.reading import form_of

Rows = list[list[Any]]

YES_NO: Rows = [["list_name", "name", "label"], ["yn", "yes", "Ja"], ["yn", "no", "Nej"]]


def xlsform(survey: Rows, choices: Rows = YES_NO, **sheets: Rows) -> bytes:
    """A file with the sheets `survey`, `choices` and any others, rows as given."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for name, rows in {"survey": survey, "choices": choices, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(survey: Rows, choices: Rows = YES_NO, **sheets: Rows) -> XlsForm:
    """What is read of such sheets, without the way through a file."""
    read = {"survey": survey, "choices": choices, **sheets}
    others = [name for name in sheets if name != "settings"]
    return form_of(
        {name: _sheet(name, rows) for name, rows in read.items() if name not in others} | {"": others}, "form"
    )


def _sheet(title: str, rows: Rows) -> dict[str, Any]:
    headings = rows[0]
    filled = [{h: str(c) for h, c in zip(headings, row, strict=False) if c is not None} for row in rows[1:]]
    return {"title": title, "headings": headings, "rows": filled, "notes": []}


def noted(form: XlsForm) -> list[tuple[str, int, str, str]]:
    return [_short(note) for note in form.unread]


def _short(note: Unread) -> tuple[str, int, str, str]:
    return note.sheet, note.row, note.column, note.code
