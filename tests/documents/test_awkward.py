"""Awkward texts, written into each kind of file and read back by somebody else's reader."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pyreadstat
import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader

from handslag.documents.blocks import (
    Block,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Quote,
    Strip,
    StripRow,
    Strong,
    Table,
)
from handslag.documents.datasets import Dataset, Variable, dictionary_csv, to_xlsx
from handslag.documents.fitting import one_line, readable
from handslag.documents.invitation import Invitation, invitation_ics
from handslag.documents.paper import PaperNote, PaperQuestion, Slips, Task, Tick
from handslag.documents.pdf import noticeboard_pdf, patrol_pdf, poster_pdf, report_pdf, slips_pdf, survey_pdf
from handslag.documents.spss import to_sav
from handslag.documents.word import report_docx
from handslag.documents.xlsforms import write_xlsform
from handslag.domain.surveys import Kind, Page, Question, Survey, Texts
from tests.documents.awkward import AWKWARD, lost, seen
from tests.documents.reports import KEPT, REPORT
from tests.documents.sheets import BEHIND, NOTICEBOARD, PATROL, POSTER, SURVEY

SLIPS = Slips(
    "Codes", "sv", date(2019, 9, 2), "Härnösand", "", "", "", "https://example.org/", "e.org", ("ABC",)
)
SHORT = [text for text in AWKWARD if len(text) < 100]
LABELS = {f"t{number}": text for number, text in enumerate(SHORT)}
INVITATION = Invitation(
    uid="a@b",
    title="",
    starts_at=datetime(2019, 9, 2, 18, tzinfo=UTC),
    ends_at=datetime(2019, 9, 2, 20, tzinfo=UTC),
    place="",
    description="",
    address="https://example.org/",
    is_cancelled=False,
    made_at=datetime(2019, 9, 1, tzinfo=UTC),
)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_a_report_holds_them_in_every_kind_of_block() -> None:
    texts = tuple(AWKWARD)
    blocks: tuple[Block, ...] = (
        Paragraph(tuple(f"{text} " for text in texts), "lead"),
        *(Heading(2, (text,)) for text in texts if seen(readable(text))),
        Items(tuple((Quote(text), Strong(text)) for text in texts)),
        Facts(tuple((text[:30], (Link(text, "https://example.org/"),)) for text in texts)),
        Strip("", "", ("1",), tuple(StripRow(text, (KEPT,)) for text in SHORT)),
        Table("", ("", ""), tuple(((Quote(text),), (text,)) for text in texts), widths=(1, 5)),
    )
    assert lost("".join(pages(report_pdf(replace(REPORT, blocks=blocks))))) == []
    word = docx.Document(BytesIO(report_docx(replace(REPORT, blocks=blocks))))
    assert lost("".join(one.text for one in word.paragraphs)) == []
    assert lost("".join(cell.text for row in word.tables[0].rows for cell in row.cells)) == []


@pytest.mark.parametrize("text", SHORT)
def test_a_report_can_be_called_anything(text: str) -> None:
    named = replace(REPORT, title=text, foot=text, notice=text)
    about = PdfReader(BytesIO(report_pdf(named))).metadata
    assert about is not None
    assert seen(str(about.title)) != ""
    assert docx.Document(BytesIO(report_docx(named))).core_properties.title == one_line(text)


def test_the_patrol_sheet_holds_them() -> None:
    tasks = tuple(Task("1.", text, BEHIND, text, "", "https://e.org/", "e.org") for text in AWKWARD)
    assert lost("".join(pages(patrol_pdf(replace(PATROL, tasks=tasks, places=tuple(SHORT)))))) == []


def test_a_survey_on_paper_holds_them() -> None:
    questions = tuple(
        PaperQuestion("1", text, text, "", "", "ticks", "", (Tick("1", text),), (text, text))
        for text in AWKWARD
    )
    notes = tuple(PaperNote(text, "x-unknown", is_heading=True) for text in SHORT)
    form = replace(SURVEY, parts=(*questions, *notes), lead=tuple(SHORT))
    assert lost("".join(pages(survey_pdf(form)))) == []


@pytest.mark.parametrize(
    "words", ["کوردیی ناوەندی ێ ۆ ڵ ڕ ڤ", "پلیس چند بار گژ", "پولیس کتنی بار ٹڈڑ ہے", "الشرطة"]
)
def test_words_from_the_right_are_printed_letter_by_letter(words: str) -> None:
    form = replace(SURVEY, direction="rtl", language="ckb", title=words, parts=(), lead=())
    (first,) = [line for line in pages(survey_pdf(form))[0].splitlines() if words[0] in line]
    assert sorted(seen(first)) == sorted(seen(words))


@pytest.mark.parametrize("text", SHORT)
def test_sheets_of_one_page_hold_them(text: str) -> None:
    poster = replace(POSTER, title=text, where=text, lead=text, facts=(("A", text),))
    slips = replace(SLIPS, survey=text)
    board = replace(NOTICEBOARD, promises=(replace(NOTICEBOARD.promises[0], text=text),))
    for pdf in (poster_pdf(poster), slips_pdf(slips), noticeboard_pdf(board)):
        whole = seen("".join(pages(pdf)))
        parts = [seen(part) for part in AWKWARD[text]]
        assert [part for part in parts if part not in whole and part[::-1] not in whole] == []
        assert len(pages(pdf)) == 1


def test_swedish_sentences_on_a_form_from_the_right_end_with_their_stop() -> None:
    form = replace(SURVEY, direction="rtl", language="ckb", lead=("Skriv inga namn.",), thanks="Tack.")
    (page,) = PdfReader(BytesIO(survey_pdf(form))).pages
    lines = [line.strip() for line in page.extract_text(extraction_mode="layout").splitlines()]
    assert [line for line in lines if "namn" in line or "Tack" in line] == ["Skriv inga namn.", "Tack."]


def test_a_data_set_holds_them(tmp_path: Path) -> None:
    names = tuple(Variable(name, text, values={1: text}) for name, text in LABELS.items())
    data = Dataset("\x01Titel\u2028", names, ((1,) * len(names),))
    want = [readable(text) for text in SHORT]

    rows = list(csv.reader(StringIO(dictionary_csv(data).decode("utf-8-sig"), newline="")))
    assert [row[1].removeprefix("'" if row[1].startswith("'=") else "") for row in rows[1:]] == want
    words = load_workbook(BytesIO(to_xlsx(data)))["Variabler"]
    cells = [[row[1] or "", row[4] or ""] for row in words.iter_rows(min_row=2, values_only=True)]
    assert cells == [[text, text] for text in want]

    path = tmp_path / "svar.sav"
    path.write_bytes(to_sav(data))
    _, meta = pyreadstat.read_sav(path, output_format="dict")
    lines = [one_line(text) for text in SHORT]
    assert [label or "" for label in meta.column_labels] == lines
    assert [meta.variable_value_labels.get(name, {1.0: ""})[1.0] for name in LABELS] == lines
    assert meta.file_label == "Titel"


def test_an_xlsform_holds_them() -> None:
    questions = tuple(Question(name, Kind.TEXT, Texts.of({"sv": text})) for name, text in LABELS.items())
    survey = Survey("s", Texts.of({"sv": "Titel\x0b"}), ("sv",), (Page(questions=questions),))
    sheet = load_workbook(BytesIO(write_xlsform(survey)))["survey"]
    labels = [row[2] or "" for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert labels == [readable(text) for text in SHORT]


@pytest.mark.parametrize("text", AWKWARD)
def test_a_calendar_entry_holds_them(text: str) -> None:
    made = replace(INVITATION, title=text, place=text, description=f"{text}\n\nhttps://example.org/")
    (event,) = Calendar.from_ical(invitation_ics(made)).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (one_line(text), one_line(text))
    assert str(event["DESCRIPTION"]) == readable(f"{text}\n\nhttps://example.org/")
