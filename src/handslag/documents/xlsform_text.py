"""The sheets of an XLSForm as JSON text: read by pyxform, in the child process of `guard`."""

import io
import json
import warnings
from typing import Any

from handslag.documents.xlsx_text import refuse_unsafe
from handslag.domain.errors import BadInput

GAP = 60  # empty rows after which pyxform stops


def text_of(data: bytes) -> str:
    """{sheet: {"headings": […], "rows": [{heading: text}]}, "": names of sheets that are not read}.

    The first of `rows` is row 2 of its sheet. Raises `BadInput`: `xlsform_heading_twice`, `xlsform_gap`,
    `sheet_formula`, and what `xlsx_text` raises of a file that shall not be opened.
    """
    try:
        has_formulas = refuse_unsafe(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if has_formulas:
                _refuse_unsaved(data)
            return json.dumps(_sheets(data))
    except (BadInput, MemoryError, ModuleNotFoundError):
        raise
    except Exception as exc:  # openpyxl lets nearly anything out when a file is not as it expects
        raise BadInput("sheet_broken") from exc


def _sheets(data: bytes) -> dict[str, Any]:
    from pyxform.errors import PyXFormError, PyXFormReadError
    from pyxform.xls2json_backends import xlsx_to_dict

    try:
        book = xlsx_to_dict(io.BytesIO(data))
    except PyXFormReadError as exc:
        raise BadInput("sheet_broken") from exc
    except PyXFormError as exc:
        raise BadInput("xlsform_heading_twice", heading=str(exc).rpartition(": ")[2]) from exc
    names = book.pop("sheet_names")
    found: dict[str, Any] = {
        name: {"headings": list(book[f"{name}_header"][0]) if book[f"{name}_header"] else [], "rows": rows}
        for name, rows in book.items()
        if not name.endswith("_header")
    }
    _refuse_gap(data, {name: len(sheet["rows"]) for name, sheet in found.items()})
    return found | {"": [name for name in names if name.lower() not in found]}


def _refuse_unsaved(data: bytes) -> None:
    """Raises `sheet_formula` at the first formula that was saved without its value."""
    from openpyxl import load_workbook

    formulas: Any = load_workbook(io.BytesIO(data), read_only=True)
    values: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet, saved in zip(formulas.worksheets, values.worksheets, strict=True):
        for row, results in zip(sheet.iter_rows(), saved.iter_rows(), strict=True):
            for cell, result in zip(row, results, strict=True):
                if cell.data_type == "f" and result.value is None and result.data_type != "str":
                    raise BadInput("sheet_formula", cell=f"{sheet.title}!{cell.coordinate}")


def _refuse_gap(data: bytes, lengths: dict[str, int]) -> None:
    """pyxform takes a long gap for the end. Raises `xlsform_gap` when something stands below it."""
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        last = lengths.get(sheet.title.lower(), 0) + 1
        if sheet.title.lower() not in lengths or (sheet.max_row or 0) <= last + GAP:
            continue
        for number, row in enumerate(sheet.iter_rows(min_row=last + 1, values_only=True), start=last + 1):
            if any(str(value).strip() for value in row if value is not None):
                raise BadInput("xlsform_gap", sheet=sheet.title, row=number)
