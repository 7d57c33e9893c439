"""XLSForms as people and their programs make them: read as meant, or named by sheet, row and column."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from handslag.documents.xlsforms import XlsForm, read_xlsform
from handslag.domain.errors import BadInput
from handslag.domain.surveys import parse_typed, written
from tests.documents.xlsforms.forms import YES_NO, Rows, noted, read, xlsform

HEAD = ["type", "name", "label"]
A = ["text", "a", "Fråga"]


def _file(data: bytes) -> XlsForm:
    return read_xlsform(data, "form.xlsx")


def _changed(data: bytes, change: Callable[[Workbook], None]) -> XlsForm:
    book = load_workbook(io.BytesIO(data))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return _file(file.getvalue())


@pytest.mark.parametrize(
    "typed",
    [
        *("${a} = ”ja”", "${a} = “ja”", "${a} = „ja“", "${a} = «ja»", "${a} = »ja»", "${a} = ’ja’"),
        *("${a} = ‘ja’", "${a} = ‚ja‘", "${a} = ›ja‹", '${a} = "ja”', "${a} = ″ja″", "${a}\u00a0=\u00a0'ja'"),
        *("${a} = ＂ja＂", "${a} = `ja´", "\u200b${a} = 'ja'\u200b", "\ufeff${a} ＝ 'ja'"),
    ],
)
def test_quotation_marks_as_programs_set_them(typed: str) -> None:
    assert written(parse_typed(typed)) == "${a} = 'ja'"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("${a} ≥ 18 and ${a} ≤ 65", "${a} >= 18 and ${a} <= 65"),
        ("${a} ≠ −1", "${a} != -1"),
        ("selected(${a}, “x”) or ${b} = ‘y’", "selected(${a}, 'x') or ${b} = 'y'"),
        ("${a} = 'det är ”bra”'", "${a} = 'det är \"bra\"'"),
        ("${a} = 'it’s'", "${a} = 'it’s'"),
        ('${a} = "ja” or ${b} = ”nej"', "${a} = 'ja' or ${b} = 'nej'"),
    ],
)
def test_other_signs_in_conditions(typed: str, meant: str) -> None:
    assert written(parse_typed(typed)) == meant


def test_a_condition_with_an_odd_quotation_mark_is_kept() -> None:
    form = read([[*HEAD, "relevant"], ["select_one yn", "a", "A"], ["text", "b", "B", "${a} = ”yes”"]])
    assert written(form.survey.question("b").relevant) == "${a} = 'yes'"  # type: ignore[arg-type]
    assert noted(form) == []


@pytest.mark.parametrize(
    ("headings", "words", "notes"),
    [
        (["label", "label::English"], {"en": "Two", "sv": "Ett"}, [(1, "label", "xlsform_language_taken")]),
        (["label::English", "label"], {"en": "Ett", "sv": "Two"}, [(1, "label", "xlsform_language_taken")]),
        *(
            (["label::Svenska (sv)", other], {"sv": "Ett"}, [(2, other, "xlsform_column_twice")])
            for other in (
                *(
                    "label::svenska",
                    "label::sv-SE",
                    "label::sv_SE",
                    "label:sv",
                    "LABEL :: SV",
                    "label::SVENSKA",
                ),
                *("label::Swedish", "caption::sv", "label::Swedish (sv-SE)", "label:::sv", "label：svenska"),
            )
        ),
        (["label::sv", "label::Lättläst"], {"sv": "Ett", "sv-simple": "Two"}, []),
        (["label::sv", "label::engelska"], {"sv": "Ett", "en": "Two"}, []),
        (["label::en-GB", "label::pt-BR"], {"en": "Ett", "pt-br": "Two"}, []),
        (["label::sv", "label::fa-AF"], {"sv": "Ett", "prs": "Two"}, []),
        (["label::ar", "label::ar-Latn"], {"ar": "Ett", "ar-latn": "Two"}, []),
    ],
)
def test_two_columns_of_words(headings: list[str], words: dict[str, str], notes: list[Any]) -> None:
    settings: Rows = [["default_language"], ["English" if "label" in headings else ""]]
    form = _file(xlsform([["type", "name", *headings], ["text", "a", "Ett", "Two"]], settings=settings))
    assert form.survey.question("a").label.words() == words
    assert [note for note in noted(form) if note[0] == "survey"] == [("survey", *note) for note in notes]


def test_two_columns_with_the_same_words_or_one_of_them_empty_lose_nothing() -> None:
    rows: Rows = [["text", "a", "Ett", "Ett"], ["text", "b", None, "Två"], ["text", "c", "Tre", None]]
    form = read([["type", "name", "label::sv", "label::svenska"], *rows])
    assert [question.label.say("sv") for question in form.survey.questions] == ["Ett", "Två", "Tre"]
    assert noted(form) == []


def test_a_column_that_does_not_say_its_language_is_told_apart_in_both_sheets() -> None:
    choices: Rows = [
        ["list_name", "name", "label", "label::en"],
        ["yn", "y", "Ja", "Yes"],
        ["yn", "n", "Nej", "No"],
    ]
    form = read(
        [[*HEAD, "label::en", "hint"], ["select_one yn", "a", "Fråga", "Question", "Ledtråd"]],
        choices,
        settings=[["default_language"], ["en"]],
    )
    (question,) = form.survey.questions
    assert question.hint.words() == {"sv": "Ledtråd"}
    assert [one.label.words() for one in form.survey.choices_of(question)] == [
        {"en": "Yes", "sv": "Ja"},
        {"en": "No", "sv": "Nej"},
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Hur **trygg** är du?", "Hur trygg är du?"),
        ("__Viktigt__: svara _ärligt_", "Viktigt: svara ärligt"),
        ("***Mycket*** viktigt", "Mycket viktigt"),
        ("## Om dig\nNågra frågor", "Om dig\nNågra frågor"),
        ("##Om dig##", "Om dig"),
        ("Läs [mer här](https://example.org/a)", "Läs mer här (https://example.org/a)"),
        ("Läs [https://example.org](https://example.org)", "Läs https://example.org"),
        ("![Karta](karta.png) Var?", "Karta (karta.png) Var?"),
        ('<span style="color:red">Obs!</span> Svara', "Obs! Svara"),
        ("Rad ett<br/>rad två", "Rad ett\nrad två"),
        ('<a href="https://example.org">Läs</a>', "Läs (https://example.org)"),
        ("<b>Hur</b> mår <i>du</i>&nbsp;&amp; din familj?", "Hur mår du & din familj?"),
        (r"Betyg \*\*\*\*\*", "Betyg *****"),
        ("**Hur *trygg* är du?**", "Hur trygg är du?"),
    ],
)
def test_markup_is_taken_away_and_noted(words: str, shown: str) -> None:
    form = read([HEAD, ["text", "a", words]])
    assert form.survey.question("a").label.say("sv") == shown
    assert noted(form) == [("survey", 2, "label", "xlsform_markup")]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "3*4*5 meter",
            "Varje elev*er och lärar*er",
            "en_fil_till och en_till",
            "Jag är ______ år",
            "< 18 år",
        ),
        *("#1 i kommunen", "#trygghet", "Svara * om du vill *", "*Obligatorisk", "a < b > c", "[x] Ja (nej)"),
        *(
            "5 * 3 * 2",
            "Kaffe & te",
            "** obs",
            "A_B",
            "~10 minuter",
            "C# eller C++",
            "1 <2> 3",
            "namn@example.org",
        ),
    ],
)
def test_what_only_looks_like_markup_stays(words: str) -> None:
    form = read([HEAD, ["text", "a", words]])
    assert (form.survey.question("a").label.say("sv"), noted(form)) == (words, [])


def test_markup_in_hints_answers_and_the_title_is_taken_away_as_well() -> None:
    choices: Rows = [["list_name", "name", "label"], ["yn", "y", "**Ja**"], ["yn", "n", "Nej"]]
    form = read(
        [[*HEAD, "hint"], ["select_one yn", "a", "A", "_Ett_ svar"]],
        choices,
        settings=[["form_title"], ["# Trygg"]],
    )
    assert form.survey.title.say("sv") == "Trygg"
    assert [(note.sheet, note.column) for note in form.unread] == [
        *(("survey", "hint"), ("choices", "label"), ("settings", "form_title"))
    ]


@pytest.mark.parametrize(
    "name", ["Survey ", "SURVEY", " survey", "Survey\u00a0", "\ufeffsurvey", "Sur\u00advey", "Enkät", "Blad2"]
)
def test_the_questions_are_found_whatever_their_sheet_is_called(name: str) -> None:
    def rename(book: Workbook) -> None:
        book["survey"].title = name
        book["choices"].title = "Svarsalternativ"

    form = _changed(xlsform([HEAD, ["select_one yn", "a", "A"]], settings=[["form_title"], ["T"]]), rename)
    assert ([question.name for question in form.survey.questions], noted(form)) == (["a"], [])


def test_a_survey_on_the_second_sheet_after_one_to_read_and_beside_an_empty_one() -> None:
    def around(book: Workbook) -> None:
        book.create_sheet("Läs mig", 0).append(["Så fyller du i", "Börja här"])
        book.create_sheet("Blad3")

    form = _changed(xlsform([HEAD, A]), around)
    assert (len(form.survey.questions), noted(form)) == (1, [("Läs mig", 0, "", "xlsform_sheet")])


def test_of_two_sheets_with_one_name_the_one_that_is_shown_is_read() -> None:
    def hidden(book: Workbook) -> None:
        old = book.create_sheet("Survey ", 0)
        old.append(HEAD)
        old.append(["text", "gammal", "Gammal"])
        old.sheet_state = "hidden"

    form = _changed(xlsform([HEAD, A]), hidden)
    assert [question.name for question in form.survey.questions] == ["a"]
    assert noted(form) == [("Survey", 0, "", "xlsform_sheet")]


def test_a_hidden_list_of_answers_is_read() -> None:
    def hide(book: Workbook) -> None:
        book["choices"].sheet_state = "veryHidden"

    form = _changed(xlsform([HEAD, ["select_one yn", "a", "A"]]), hide)
    assert len(form.survey.choice_lists[0].choices) == 2


def test_words_above_the_headings_and_cells_without_a_heading_are_named() -> None:
    form = _file(xlsform([["Enkät 2026"], [], HEAD, [*A, "kom ihåg"], [], ["text", "b", "B", None, "F4"]]))
    assert [question.name for question in form.survey.questions] == ["a", "b"]
    assert noted(form) == [
        ("survey", 1, "type", "xlsform_cell_unread"),
        ("survey", 4, "D", "xlsform_cell_unread"),
        ("survey", 6, "E", "xlsform_cell_unread"),
    ]


def test_a_second_column_with_the_same_heading_is_named_by_its_letter() -> None:
    form = _file(xlsform([["type", "name", "label", "label"], ["text", "a", "Ett", "Två"]]))
    assert form.survey.question("a").label.say("sv") == "Ett"
    assert noted(form) == [("survey", 2, "D (label)", "xlsform_cell_unread")]


def test_merged_cells_count_on_each_row() -> None:
    def merge(book: Workbook) -> None:
        book["choices"].merge_cells("A2:A3")

    form = _changed(xlsform([HEAD, ["select_one yn", "a", "A"]]), merge)
    assert [choice.name for choice in form.survey.choice_lists[0].choices] == ["yes", "no"]
    assert noted(form) == [("choices", 2, "list_name", "xlsform_merged")]


def test_an_empty_cell_in_the_last_row_of_excel_and_rows_left_empty_cost_nothing() -> None:
    def far(book: Workbook) -> None:
        book["survey"].cell(1_048_576, 1).number_format = "0.00"

    form = _changed(xlsform([HEAD, A, *[[]] * 300, ["text", "b", "B"]]), far)
    assert [question.name for question in form.survey.questions] == ["a", "b"]


def test_what_excel_makes_of_words_is_named() -> None:
    def cells(book: Workbook) -> None:
        sheet = book["choices"]
        sheet["C2"] = date(2026, 2, 1)  # somebody wrote 1-2
        sheet["C3"] = "#N/A"
        sheet["C3"].data_type = "e"
        sheet["B2"], sheet["B3"] = 1.0, 2.0
        sheet.append(["yn", 3, 0.5])
        sheet["C4"].number_format = "0%"

    form = _changed(xlsform([HEAD, ["select_one yn", "a", "A"]]), cells)
    (answers,) = form.survey.choice_lists
    assert [(one.name, one.code, one.label.say("sv")) for one in answers.choices] == [
        ("1", 1, "2026-02-01"),
        ("2", 2, "2"),
        ("3", 3, "50 %"),
    ]
    assert noted(form) == [
        ("choices", 2, "label", "xlsform_cell_date"),
        ("choices", 3, "label", "xlsform_cell_error"),
        ("choices", 3, "label", "xlsform_choice_no_label"),
    ]


@pytest.mark.parametrize(
    ("written_as", "is_required"),
    [
        *(
            (word, True)
            for word in ("yes", "YES", "Ja", "true", True, "TRUE()", "true ( )", 1, "x", " ja ", "Y")
        ),
        *((word, False) for word in ("no", "Nej", False, "FALSE()", 0, None, "n")),
    ],
)
def test_yes_and_no_in_many_words(written_as: Any, is_required: bool) -> None:
    form = _file(xlsform([[*HEAD, "required"], [*A, written_as]]))
    assert (form.survey.question("a").is_required, noted(form)) == (is_required, [])


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        *(("begin_group", "end_group"), ("Begin Group", "END GROUP"), ("begin  group", "end\u00a0group")),
        *(("begin-group", "end-group"), ("begingroup", "endgroup"), (" begin group ", "end group\u200b")),
    ],
)
def test_groups_in_many_spellings(begin: str, end: str) -> None:
    form = _file(xlsform([HEAD, [begin, "g", "Om dig"], A, [end, "g", "Om dig"], ["text", "b", "B"]]))
    assert [page.name for page in form.survey.pages] == ["g", ""]
    assert noted(form) == []


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "select_one yn",
            "Select_One yn",
            "select one yn",
            "select-one yn",
            "selectone yn",
            "select_one: yn",
        ),
        *("select_one  yn ", "select_one YN", "select_one\u00a0yn", "select one from yn", "select1 yn"),
    ],
)
def test_choosing_one_in_many_spellings(kind: str) -> None:
    form = _file(xlsform([HEAD, [kind, "a", "A"]]))
    assert (len(form.survey.choices_of(form.survey.question("a"))), noted(form)) == (2, [])


@pytest.mark.parametrize("other", ["or_other", "or other", "Or_Other", "or-other", "or specify other"])
def test_an_answer_of_ones_own_in_many_spellings(other: str) -> None:
    form = read([HEAD, [f"select_one yn {other}", "a", "A"]])
    assert [question.name for question in form.survey.questions] == ["a", "a_other"]


def test_what_stands_in_rows_where_it_means_nothing_is_named() -> None:
    head = [*HEAD, "hint", "required", "relevant", "low_label"]
    form = read(
        [
            head,
            ["begin group", "g", "Om dig", "Läs först", "yes"],
            ["text", "a", "A", None, None, None, "Lågt"],
            ["end group", None, None, None, None, "${a} = 1"],
            ["begin group", "tom", "Karta"],
            ["geopoint", "var", "Var?"],
            ["end group"],
        ]
    )
    assert noted(form) == [
        ("survey", 2, "hint", "xlsform_cell_unread"),
        ("survey", 2, "required", "xlsform_cell_unread"),
        ("survey", 3, "low_label", "xlsform_cell_unread"),
        ("survey", 4, "relevant", "xlsform_cell_unread"),
        ("survey", 5, "", "xlsform_group_empty"),
        ("survey", 6, "type", "xlsform_type"),
    ]


def test_two_columns_for_one_thing_and_a_second_row_of_settings_are_named() -> None:
    form = read(
        [[*HEAD, "relevant", "relevance"], A, ["text", "b", "B", "${a} = 1", "${a} = 2"]],
        settings=[["form_title", "title"], ["Trygg", "Otrygg"], ["Till"]],
    )
    assert noted(form) == [
        ("survey", 3, "relevance", "xlsform_column_twice"),
        ("settings", 2, "title", "xlsform_column_twice"),
        ("settings", 3, "form_title", "xlsform_cell_unread"),
    ]


@pytest.mark.parametrize("name", ["bor ", "\u00a0bor", "bor\u200b", " bor\t"])
def test_blanks_around_names_are_nobodys(name: str) -> None:
    form = _file(
        xlsform(
            [[*HEAD, "relevant"], ["select_one yn", name, "A"], ["text", "b", "B", f"${{{name}}} = 'yes'"]]
        )
    )
    assert [question.name for question in form.survey.questions] == ["bor", "b"]
    assert (form.survey.question("b").relevant is None, noted(form)) == (False, [])


STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
}


@pytest.mark.parametrize(
    ("spaces", "slash", "root"), [(STRICT, "/", ""), ({}, "\\", ""), (STRICT, "\\", ""), ({}, "/", "/")]
)
def test_strict_open_xml_and_odd_names_of_parts_are_read(
    spaces: dict[bytes, bytes], slash: str, root: str
) -> None:
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(xlsform([HEAD, A]))) as usual, ZipFile(packed, "w") as odd:
        for name in usual.namelist():
            data = usual.read(name)
            for transitional, strict in spaces.items():
                data = data.replace(transitional, strict)
            odd.writestr(root + name.replace("/", slash), data)
    form = _file(packed.getvalue())
    assert ([question.name for question in form.survey.questions], noted(form)) == (["a"], [])


def test_a_formula_that_was_never_computed_is_refused_by_its_cell() -> None:
    with pytest.raises(BadInput) as refused:
        _file(xlsform([HEAD, [*A[:2], "=1+1"]], choices=YES_NO))
    assert refused.value.params["cell"] == "survey!C2"
