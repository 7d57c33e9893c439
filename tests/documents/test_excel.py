"""Excel files as other programs make them, and what is said of how they were read."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from handslag.documents.sheets import sheet_of
from handslag.domain.errors import BadInput
from handslag.domain.importing.findings import Findings, Remark, Sheet
from tests.documents.files import packed
from tests.documents.sheet_files import xlsx

HEADINGS = ("Datum", "Löfte")
BASE = xlsx([*HEADINGS], [date(2019, 6, 14), 1])
TABLE = (HEADINGS, ("2019-06-14", "1"))
OPEN = b"http://schemas.openxmlformats.org/"
STRICT = b"http://purl.oclc.org/ooxml/"


def _read(data: bytes) -> Sheet:
    return sheet_of(data, "ark.xlsx")


def _saved(change: Callable[[Any, Any], object]) -> Sheet:
    """The table after `change(book, sheet)`."""
    book = Workbook()
    sheet: Any = book.active
    for row in (HEADINGS, (date(2019, 6, 14), 1)):
        sheet.append(row)
    change(book, sheet)
    file = io.BytesIO()
    book.save(file)
    return _read(file.getvalue())


def _with_parts(change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    """The file with each part under the name and with the content that `change` gives."""
    before, after = zipfile.ZipFile(io.BytesIO(BASE)), io.BytesIO()
    with zipfile.ZipFile(after, "w") as archive:
        for name in before.namelist():
            new, content = change(name, before.read(name))
            part = zipfile.ZipInfo()
            part.filename = new
            archive.writestr(part, content)
    return after.getvalue()


def _strict(name: str, content: bytes) -> tuple[str, bytes]:
    for old, new in ((b"spreadsheetml/2006/main", b"spreadsheetml/main"), (b"Document/2006/", b"Document/")):
        content = content.replace(OPEN + old, STRICT + new)
        content = content.replace(OPEN + b"office" + old, STRICT + b"office" + new)
    return name, content


def _renamed(name: str, content: bytes) -> tuple[str, bytes]:
    return re.sub(r"workbook\.xml", "workbook2.xml", name), content.replace(b"workbook.xml", b"workbook2.xml")


@pytest.mark.parametrize(
    "change",
    [
        _strict,
        _renamed,
        lambda name, content: (name.replace("/", "\\"), content),
        lambda name, content: (
            name,
            re.sub(rb' r="[A-Z]*\d+"', b"", content) if "sheet1" in name else content,
        ),
    ],
    ids=["strict", "main part with another name", "backslashes", "cells without places"],
)
def test_files_of_other_programs_are_read(change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    assert _read(_with_parts(change)).rows == TABLE


def test_a_far_cell_without_anything_in_it_costs_nothing() -> None:
    assert _saved(lambda _, sheet: setattr(sheet["XFD1048576"], "number_format", "0.00")).rows == TABLE


@pytest.mark.parametrize(("cell", "code"), [("XFD2", "sheet_too_wide"), ("A1048576", "sheet_far_cell")])
def test_a_far_cell_that_somebody_forgot_is_named(cell: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        _saved(lambda _, sheet: sheet.__setitem__(cell, "x"))
    assert (refused.value.code, refused.value.params["cell"]) == (code, cell)


@pytest.mark.parametrize(
    "look",
    [*("yyyy\\-mm\\-dd;@", "[$-41D]d mmmm yyyy", "dd/mm/yy", '"den "d mmm', "[Red]d.m.yyyy", "mmm-yy")],
)
def test_a_day_is_told_by_its_format(look: str) -> None:
    def add(_: Any, sheet: Any) -> None:
        sheet.append([43630])
        sheet["A3"].number_format = look

    assert _saved(add).rows[2] == ("2019-06-14",)


def test_days_counted_from_1904_are_converted_and_it_is_said() -> None:
    found = _saved(lambda book, _: setattr(book, "epoch", datetime(1904, 1, 1)))  # noqa: DTZ001
    assert (found.rows, found.findings.from_1904) == (TABLE, True)
    assert found.findings.remarks == (Remark("sheet_from_1904"),)


def test_a_merged_day_holds_for_its_rows_that_say_more() -> None:
    def merge(_: Any, sheet: Any) -> None:
        sheet.append([None, 2])
        sheet.merge_cells("A2:A9")

    found = _saved(merge)
    assert found.rows == (*TABLE, ("2019-06-14", "2"))
    assert found.findings == Findings((Remark("sheet_merged", {}, (3,)),), frozenset({(3, 0)}))


def test_the_sheet_with_headings_is_read_and_the_others_are_named() -> None:
    def more(book: Any, _: Any) -> None:
        book.create_sheet("Om filen", 0).append(["Läs mig först"])
        for name in ("Juli", "Dold"):
            for row in (HEADINGS, (date(2019, 7, 1), 1)):
                book[name].append(row) if name in book else book.create_sheet(name).append(row)
        book["Dold"].sheet_state = "veryHidden"

    found = _saved(more)
    assert found.rows == TABLE
    assert found.findings.remarks == (
        Remark("sheet_chosen", {"sheet": "Sheet", "others": "”Om filen”, ”Juli”"}),
        Remark("sheet_others_alike", {"others": "”Juli”"}),
        Remark("sheet_hidden", {"sheets": "”Dold”"}),
    )


def test_hidden_rows_are_read_and_it_is_said() -> None:
    found = _saved(lambda _, sheet: setattr(sheet.row_dimensions[2], "hidden", True))
    assert (found.rows, found.findings.remarks) == (TABLE, (Remark("sheet_hidden_rows", {}, (2,)),))


def test_what_breaks_a_line_in_a_cell_breaks_no_row() -> None:
    assert _read(xlsx(["a\u2028b", "c_x000D_d", "e\r\nf"])).rows == (("a\nb", "c\nd", "e\nf"),)


def test_a_word_file_is_no_sheet() -> None:
    relation = (
        f'<Relationships xmlns="x"><Relationship Id="a" Type="{OPEN.decode()}officeDocument" Target="d.xml"/>'
    )
    with pytest.raises(BadInput, match="sheet_not_excel"):
        _read(packed({"_rels/.rels": f"{relation}</Relationships>", "d.xml": "<document/>"}))
