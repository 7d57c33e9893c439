"""A survey as XLSForm comes back equal, and pyxform takes it."""

import io
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from handslag.documents.xlsforms import read_xlsform, write_xlsform
from handslag.domain.surveys import Kind, Page, Survey, Texts, parse
from tests.domain.surveys.forms import LISTS, question, said, survey
from tests.domain.surveys.test_stored import EVERY_KIND
from tests.shared import DATA, needs_data

TWO_PAGES = Survey(
    "s",
    Texts.of({"sv": "=Trygghet", "ar": "الأمان"}),
    ("sv", "ar", "en", "sv-simple"),
    (
        Page(questions=(question("a", Kind.SINGLE, choices="yes_no", is_required=True),)),
        Page(
            "more",
            said("+46", ar="المزيد"),
            parse("${a} = 'no'"),
            (question("b", constraint="regex(., '[a-z]+')"),),
        ),
    ),
    LISTS,
    unchecked=("ar",),
)


@pytest.mark.parametrize("form", [EVERY_KIND, TWO_PAGES], ids=["every kind", "two pages"])
def test_what_is_written_is_read_back_equal(form: Survey) -> None:
    assert read_xlsform(write_xlsform(form), "form.xlsx").survey == form


@pytest.mark.parametrize("form", [EVERY_KIND, TWO_PAGES], ids=["every kind", "two pages"])
def test_pyxform_takes_what_is_written(form: Survey) -> None:
    made = convert(xlsform=io.BytesIO(write_xlsform(form)), file_type=".xlsx")
    assert all(f'ref="/data/{q.name}"' in made.xform or f"/{q.name}" in made.xform for q in form.questions)


def test_no_cell_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(write_xlsform(TWO_PAGES)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}


@needs_data
@pytest.mark.parametrize(
    ("name", "questions", "unread"),
    [
        ("choice_filter_test", 3, 5),
        ("field-list", 1, 0),
        ("or_other", 3, 2),
        ("specify_other", 2, 0),
        ("xlsform_spec_test", 24, 71),
        ("yes_or_no_question", 1, 0),
    ],
)
def test_forms_of_others_are_read_and_come_back_equal(name: str, questions: int, unread: int) -> None:
    form = read_xlsform((DATA / "xlsforms" / f"{name}.xlsx").read_bytes(), f"{name}.xlsx")
    assert (len(form.survey.questions), len(form.unread)) == (questions, unread)
    assert read_xlsform(write_xlsform(form.survey), "back.xlsx").survey == form.survey


words = st.text(string.ascii_letters + "åäö=+-@ 'اب", min_size=1, max_size=12).map(str.strip).filter(bool)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(Kind)), words), min_size=1, max_size=8))
def test_any_questions_come_back_equal(asked: list[tuple[Kind, str]]) -> None:
    lists = {Kind.SINGLE: "yes_no", Kind.MULTIPLE: "where", Kind.RANKING: "where", Kind.PLACE: "places"}
    made = [
        question(f"q{number}", kind, hint=said(label), choices=lists.get(kind, ""))
        for number, (kind, label) in enumerate(asked)
    ]
    form = survey(*made)
    assert read_xlsform(write_xlsform(form), "form.xlsx").survey == form
