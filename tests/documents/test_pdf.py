"""The PDFs we make: tagged for everybody, kept for archives, and the same bytes each time."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from handslag.documents.apart import forget
from handslag.documents.blocks import Heading, Paragraph
from handslag.documents.paper import PaperNote, PaperQuestion
from handslag.documents.pdf import LAYOUTS, noticeboard_pdf, patrol_pdf, poster_pdf, report_pdf, survey_pdf
from tests.documents.reports import HOSTILE, REPORT, addresses, elements, opened, tags
from tests.documents.sheets import NOTICEBOARD, PATROL, POSTER, SURVEY, posted

PDFS = {
    "report": lambda: report_pdf(REPORT),
    "noticeboard": lambda: noticeboard_pdf(NOTICEBOARD),
    "patrol": lambda: patrol_pdf(PATROL),
    "poster": lambda: poster_pdf(POSTER),
    "survey": lambda: survey_pdf(SURVEY),
}
GLYPHS = Path(LAYOUTS).parents[1] / "templates" / "components" / "_glyphs.html"


@pytest.fixture(params=PDFS)
def pdf(request: pytest.FixtureRequest) -> pikepdf.Pdf:
    return opened(PDFS[request.param]())


def shapes(svg: str) -> list[str]:
    """The outlines of a glyph, without colours."""
    return re.findall(r' (?:d|cx|cy|r|x|y|rx|width|height|stroke-dasharray)="[^"]*"', svg)


def test_it_is_tagged_and_says_its_title_and_language(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title) != ""


def test_it_declares_pdf_ua_1_and_pdf_a_2a(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as meta:
        declared = [meta.get(key) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
    assert declared == ["1", "2", "A"]


def test_every_picture_has_its_words(pdf: pikepdf.Pdf) -> None:
    pictures = [element for element in elements(pdf) if element.S == "/Figure"]
    assert pictures or pdf.docinfo.Title == SURVEY.title  # a form to write on has none
    assert [str(picture.get("/Alt", "")) for picture in pictures if not picture.get("/Alt")] == []


def test_every_font_is_inside(pdf: pikepdf.Pdf) -> None:
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/FontName")]
    assert [font for font in fonts if not {"/FontFile2", "/FontFile3"} & set(font.keys())] == []
    assert fonts != []


def test_headings_come_in_order_under_the_title() -> None:
    found = [tag for tag in tags(opened(report_pdf(REPORT))) if re.fullmatch(r"H\d|Title", tag)]
    assert found == ["Title", "H1", "H2", "H3", "H1"]


def test_tables_have_headings_for_their_columns() -> None:
    pdf = opened(report_pdf(REPORT))
    found = elements(pdf)
    tables = [element for element in found if element.S == "/Table"]
    headings = [str(element.A[0].Scope) for element in found if element.S == "/TH"]
    assert (len(tables), headings) == (2, ["/Column"] * 5)


def test_lists_are_lists() -> None:
    found = tags(opened(report_pdf(REPORT)))
    assert [found.count(tag) for tag in ("L", "LI")] == [5, 9]


def test_swedish_words_in_an_english_report_are_marked_as_swedish() -> None:
    pdf = opened(report_pdf(REPORT))
    spans = [str(step) for page in pdf.pages for step in pikepdf.parse_content_stream(page)]
    spoken = re.findall(r'"/Lang": "([\w-]+)"', " ".join(spans))
    assert [language for language in spoken if language != "en-GB"] == ["sv-SE"]


def test_words_are_words_and_never_source() -> None:
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(report_pdf(REPORT))).pages)
    assert HOSTILE.replace(" ", "") in re.sub(r"\s", "", text)


def test_the_same_report_gives_the_same_bytes() -> None:
    first = report_pdf(REPORT)
    forget()
    assert report_pdf(REPORT) == first


def test_a_long_report_says_on_which_page_one_is() -> None:
    blocks = tuple(Heading(2, (f"Part {number}",)) for number in range(60))
    pages = PdfReader(BytesIO(report_pdf(replace(REPORT, blocks=blocks)))).pages
    last = f"Page {len(pages)} of {len(pages)}"
    assert [last in page.extract_text() for page in pages] == [*[False] * (len(pages) - 1), True]


@pytest.mark.parametrize("number", [1, 5, 40, 310])
def test_the_noticeboard_is_one_page_however_many_promises(number: int) -> None:
    sheet = replace(NOTICEBOARD, promises=tuple(posted(n) for n in range(1, number + 1)))
    pages = PdfReader(BytesIO(noticeboard_pdf(sheet))).pages
    assert len(pages) == 1
    shown = len(re.findall(r"Promised thing", pages[0].extract_text()))
    rest = re.findall(r"and (\d+) more", pages[0].extract_text())
    assert shown + sum(map(int, rest)) == number


def test_the_noticeboard_is_one_page_however_long_a_promise_is() -> None:
    sheet = replace(NOTICEBOARD, promises=(replace(posted(1), text="Two checks. " * 400),))
    assert len(PdfReader(BytesIO(noticeboard_pdf(sheet))).pages) == 1


@pytest.mark.parametrize("times", [1, 40])
def test_a_poster_is_one_page_however_long_its_words(times: int) -> None:
    long = " ".join([POSTER.lead] * times)
    poster = replace(POSTER, lead=long[:1000], facts=(("What you can influence", long[:1000]), *POSTER.facts))
    pages = PdfReader(BytesIO(poster_pdf(poster))).pages
    assert (len(pages), POSTER.shown in pages[0].extract_text()) == (1, True)


def test_the_codes_stand_beside_their_addresses() -> None:
    assert addresses(patrol_pdf(PATROL)) == [task.address for task in PATROL.tasks]
    pdf = opened(patrol_pdf(PATROL))
    codes = [str(element.get("/Alt")) for element in elements(pdf) if element.S == "/Figure"]
    assert codes == [f"{task.number} {task.shown}" for task in PATROL.tasks]


def test_a_survey_on_paper_has_a_heading_for_each_question() -> None:
    found = [tag for tag in tags(opened(survey_pdf(SURVEY))) if re.fullmatch(r"H\d|Title", tag)]
    assert found == ["Title", "H1", *["H2"] * 4]


@pytest.mark.parametrize(
    ("parts", "levels"),
    [
        ((SURVEY.parts[1],), ["H1"]),
        ((PaperNote("", "sv", is_heading=True), SURVEY.parts[1]), ["H1"]),
        ((PaperNote(" \ufeff", "sv", is_heading=True), SURVEY.parts[1]), ["H1"]),
        ((SURVEY.parts[1], SURVEY.parts[0], SURVEY.parts[2]), ["H1", "H1", "H2"]),
        ((), []),
    ],
)
def test_the_first_heading_of_a_survey_is_of_the_first_level(
    parts: tuple[PaperNote | PaperQuestion, ...], levels: list[str]
) -> None:
    found = tags(opened(survey_pdf(replace(SURVEY, parts=parts))))
    assert [tag for tag in found if re.fullmatch(r"H\d", tag)] == levels


@pytest.mark.parametrize("language", ["", "x-klingon", "sv-simple", "ckb", "zh-Hant", "EN"])
def test_a_survey_in_any_language_is_printed(language: str) -> None:
    part = replace(SURVEY.parts[1], language=language)
    form = replace(SURVEY, language=language.partition("-")[0], parts=(part,))
    assert "Out after dark?" in PdfReader(BytesIO(survey_pdf(form))).pages[0].extract_text()


def test_hours_stay_on_one_line() -> None:
    text = "".join(f"{'word ' * number}kl. 18–20. " for number in range(30))
    pages = PdfReader(BytesIO(report_pdf(replace(REPORT, blocks=(Paragraph((text,)),))))).pages
    assert "".join(page.extract_text() for page in pages).count("kl. 18–20") == 30


def test_paper_has_the_glyphs_of_the_web_page() -> None:
    web = dict(re.findall(r'<symbol id="g-([\w-]+)" viewBox="0 0 20 20">(.*?)</symbol>', GLYPHS.read_text()))
    paper = {path.stem: path.read_text().partition(">")[2] for path in (LAYOUTS / "glyphs").glob("*.svg")}
    assert {name: shapes(svg) for name, svg in paper.items()} == {
        name: shapes(svg) for name, svg in web.items()
    }
