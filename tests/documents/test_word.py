"""The Word files we make: real headings, marked table headings, language and title."""

from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn

from handslag.documents.apart import forget
from handslag.documents.word import report_docx
from tests.documents.reports import HOSTILE, REPORT


@pytest.fixture
def word() -> Word:
    return docx.Document(BytesIO(report_docx(REPORT)))


def paragraphs(word: Word, style: str) -> list[str]:
    return [one.text for one in word.paragraphs if one.style is not None and one.style.name == style]


def test_headings_are_headings_under_the_title(word: Word) -> None:
    assert paragraphs(word, "Title") == ["Follow-up of the promises"]
    assert paragraphs(word, "Heading 1") == ["In short", "Last"]
    assert paragraphs(word, "Heading 2") == ["Promise 1: Polisen lovar två nattvandringar."]
    assert paragraphs(word, "Heading 3") == ["Step by step"]


def test_it_says_its_title_and_language(word: Word) -> None:
    assert (word.core_properties.title, word.core_properties.language) == (REPORT.title, "en-GB")
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert [lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))] == ["en-GB"]


def test_swedish_words_are_marked_as_swedish(word: Word) -> None:
    runs = [run for run in word.element.body.iter(qn("w:r")) if run.find(f".//{qn('w:lang')}") is not None]
    assert [run.text for run in runs] == ["Polisen lovar två nattvandringar.", "Brunne", "Brunne"]


def test_the_table_has_a_heading_row_and_a_description(word: Word) -> None:
    (table,) = word.tables
    marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False, False]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Numbers"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Place", "Done"],
        ["Brunne", "1"],
        [HOSTILE, "2"],
    ]


def test_every_numbered_list_begins_at_one(word: Word) -> None:
    numbered = [one for one in word.paragraphs if one.style is not None and one.style.name == "List Number"]
    lists = [one._p.find(f".//{qn('w:numId')}").get(qn("w:val")) for one in numbered]
    assert [len(set(lists)), lists[0] == lists[1], lists[1] == lists[2]] == [2, True, False]


def test_status_has_a_shape_and_a_word(word: Word) -> None:
    assert paragraphs(word, "List Bullet")[:2] == ["● Kept: 2", "◔ Behind: 1"]


def test_the_foot_is_one_line_with_the_page_at_its_right(word: Word) -> None:
    foot = word.sections[0].footer.paragraphs[0]
    assert foot.text == f"{REPORT.foot}\tPage  of "
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert (fields, len(foot.paragraph_format.tab_stops)) == (["PAGE", "NUMPAGES"], 1)


def test_the_same_report_gives_the_same_bytes() -> None:
    first = report_docx(REPORT)
    forget()
    assert report_docx(REPORT) == first


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_it_opens_in_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(report_docx(REPORT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    run([*convert, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "report.txt").read_text(encoding="utf-8-sig").splitlines()
    assert [line for line in lines if line in ("Follow-up of the promises", HOSTILE, "Step by step")] == [
        "Follow-up of the promises",
        HOSTILE,
        "Step by step",
    ]
