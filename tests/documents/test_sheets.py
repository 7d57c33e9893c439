"""Sheets as rows of text, and what is said of those that cannot be read."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import load_workbook

from handslag.documents import guard, sheets
from handslag.documents.sheets import sheet_of
from handslag.documents.texts import LIMIT
from handslag.documents.xlsx_text import MOST_ROWS
from handslag.domain.errors import BadInput
from handslag.domain.importing.columns import letters
from handslag.domain.importing.findings import Remark, Rows
from handslag.sentences import say
from tests.documents.files import docx, packed, paragraph
from tests.documents.sheet_files import with_saved_value, xlsx

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = (("Datum", "Löfte", "Plats"), ("2019-06-14", "1", "Ramvik, hamnen"))


def rows_of(data: bytes, name: str) -> Rows:
    return sheet_of(data, name).rows


def _refusal(data: bytes, name: str = "ark.xlsx") -> tuple[str, dict[str, object]]:
    with pytest.raises(BadInput) as refused:
        rows_of(data, name)
    assert name in say(refused.value.code, refused.value.params, "sv")
    assert name in say(refused.value.code, refused.value.params, "en")
    return refused.value.code, {k: v for k, v in refused.value.params.items() if k != "file"}


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_csv_is_read_whatever_its_separator_and_encoding(separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(row) for row in TABLE)
    assert rows_of(text.encode(encoding), "ark.csv") == TABLE


def test_commas_part_cells_and_quotation_marks_hold_them_together() -> None:
    assert rows_of('Datum,Löfte,Plats\n2019-06-14,1,"Ramvik, hamnen"\n'.encode(), "ark.csv") == TABLE


def test_decimal_commas_are_no_separators() -> None:
    assert rows_of(b"Dag;Timmar\n14/6 2019;1,5\n15/6 2019;2,5\n", "ark.csv")[1] == ("14/6 2019", "1,5")


def test_excels_own_line_about_the_separator_is_followed() -> None:
    assert rows_of(b"sep=|\nDag|Antal; i dag\n2019-06-14|1\n", "ark.csv") == (
        (),
        ("Dag", "Antal; i dag"),
        ("2019-06-14", "1"),
    )


def test_empty_rows_keep_their_place_but_not_at_the_end() -> None:
    assert rows_of(b"a;b\n;\n\n1;2\n;;\n\n", "ark.csv") == (("a", "b"), (), (), ("1", "2"))
    assert rows_of(xlsx(["a", "b"], [], [1, 2], [None, " "]), "ark.xlsx") == (("a", "b"), (), ("1", "2"))


def test_excel_cells_become_what_a_person_reads() -> None:
    row = ["Ramvik ", 2, 2.0, 0.1 + 0.2, True, date(2019, 6, 14), datetime(2019, 6, 14, 13, 30), None]  # noqa: DTZ001
    row += [time(13, 30), timedelta(hours=1, minutes=30)]
    assert rows_of(xlsx(row), "ark.xlsx") == (
        ("Ramvik", "2", "2", "0.3", "SANT", "2019-06-14", "2019-06-14 13:30", "", "13:30", "1:30"),
    )


def test_the_first_sheet_that_is_shown_is_read() -> None:
    assert rows_of(xlsx(["visas", 1], hidden=["göms", 2]), "ark.xlsx") == (("visas", "1"),)


@pytest.mark.parametrize(("value", "attributes", "shown"), [("3", "", "3"), ("", 't="str"', "")])
def test_a_formula_gives_its_saved_value(value: str, attributes: str, shown: str) -> None:
    data = with_saved_value(xlsx(["Antal", "sist"], ["=1+2", "x"]), value, attributes)
    assert rows_of(data, "ark.xlsx")[1] == (shown, "x")


def test_a_formula_nobody_has_computed_stays_a_formula() -> None:
    assert rows_of(xlsx(["Dag", "Antal"], ["2019-06-14", "=1+2"]), "ark.xlsx")[1] == ("2019-06-14", "=1+2")


def test_a_merged_heading_leaves_the_column_beside_it_without_a_name() -> None:
    book = load_workbook(io.BytesIO(xlsx(["Datum", "Plats", None], ["2019-06-14", "Ramvik", "Viksjö"])))
    book.worksheets[0].merge_cells("B1:C1")
    file = io.BytesIO()
    book.save(file)
    assert rows_of(file.getvalue(), "ark.xlsx") == (("Datum", "Plats"), ("2019-06-14", "Ramvik", "Viksjö"))


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b" \n", "ark.csv", "sheet_empty"),
        (xlsx([None]), "ark.xlsx", "sheet_empty"),
        ("Välkommen.\nVi ses.".encode(), "brev.txt", "sheet_one_column"),
        (b"%PDF-1.4", "ark.pdf", "sheet_not_sheet"),
        (b"<html><table>", "ark.xls", "sheet_not_sheet"),
        (bytes(200), "ark.csv", "sheet_not_sheet"),
        (docx(paragraph("Löfte")), "brev.docx", "sheet_not_excel"),
        (OLD_OFFICE, "ark.xls", "sheet_old"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "ark.xlsx", "file_locked"),
        (xlsx(["a"]), "ark.xlsm", "sheet_macros"),
        (packed({"xl/workbook.xml": "", "xl/vbaProject.bin": b"x"}), "ark.xlsx", "sheet_macros"),
        (b"PK\x03\x04trasig", "ark.xlsx", "sheet_broken"),
        (packed({"xl/workbook.xml": "<trasig"}), "ark.xlsx", "sheet_broken"),
        (packed({"xl/workbook.xml": b" " * 30_000_000}), "ark.xlsx", "sheet_bomb"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_sheet_is_refused_by_name(data: bytes, name: str, code: str) -> None:
    assert _refusal(data, name) == (code, {})


@pytest.mark.parametrize("torn", ['3;"4', '3;"4"5', '"3;4'])
def test_a_quotation_mark_left_open_holds_for_its_row_only(torn: str) -> None:
    sheet = sheet_of(f'a;b\n1;2\n{torn}\n5;"6"\n'.encode(), "ark.csv")
    assert sheet.rows[2:] == (tuple(torn.split(";")), ("5", "6"))
    assert sheet.findings.remarks == (Remark("sheet_torn_quotes", {}, (3,)),)


def test_a_mark_left_open_does_not_swallow_rows_up_to_another_mark() -> None:
    rows = rows_of(b'a;b\n1;"pass\n2;r\xc3\xb6r 5"\n3;x\n', "ark.csv")
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]


def test_too_many_rows_are_refused_by_count() -> None:
    rows = b"1;2\n" * MOST_ROWS
    assert len(rows_of(rows, "ark.csv")) == MOST_ROWS
    assert _refusal(rows + b"1;2\n", "ark.csv") == ("sheet_too_long", {"most": MOST_ROWS})


def test_fifty_thousand_excel_rows_are_refused_by_count() -> None:
    data = xlsx(["Dag", "Löfte"])
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 50_001))
    parts["xl/worksheets/sheet1.xml"] = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%b'
        b"</sheetData></worksheet>" % rows
    )
    assert _refusal(packed(parts)) == ("sheet_too_long", {"most": MOST_ROWS})


def test_too_many_columns_are_refused() -> None:
    assert _refusal(xlsx(["x"] * 61)) == ("sheet_too_wide", {"most": 60, "cell": "BI1"})
    assert _refusal(b";".join([b"x"] * 61), "ark.csv") == ("sheet_too_wide", {"most": 60, "cell": "BI1"})


def test_more_than_ten_megabytes_are_refused() -> None:
    assert _refusal(b"a;b\n" * (LIMIT // 4 + 1), "ark.csv") == ("file_too_large", {"megabytes": 10})


def test_columns_have_letters() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_a_long_list_is_read_apart_with_the_same_rows_and_remarks(monkeypatch: pytest.MonkeyPatch) -> None:
    data = ("Dag;Part;Vad\n" + "2021-01-01;Polisen;Patrull\n" * 1000 + "2021-01-02;Polisen\n").encode()
    apart = sheet_of(data, "a.csv")
    monkeypatch.setattr(sheets, "LIGHT", len(data))
    assert apart == sheet_of(data, "a.csv")


def test_a_list_that_takes_too_long_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "WAIT", 0.01)
    with pytest.raises(BadInput, match="sheet_too_heavy"):
        sheet_of(b"Dag;Part\n" + b'"a;b\n' * 10_000, "a.csv")
