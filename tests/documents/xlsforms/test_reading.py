"""What of an XLSForm becomes a survey, and that everything else is named with its row and column."""

import pytest
from pyxform import aliases, constants

from handslag.documents.xlsforms import read_xlsform
from handslag.documents.xlsforms.types import SELECTS, type_of
from handslag.domain.errors import BadInput
from handslag.domain.surveys import Kind, Texts, written
from handslag.sentences import say
from tests.documents.files import packed
from tests.documents.xlsforms.forms import YES_NO, Rows, noted, read, xlsform

HEAD = ["type", "name", "label::Swedish (sv)", "label::English (en)"]


def test_every_kind_is_read() -> None:
    rows = [
        *(["text", "a", "A", "A"], ["select_one yn", "b", "B", "B"], ["select_multiple yn", "c", "C", "C"]),
        *(["rank yn", "d", "D", "D"], ["range", "e", "E", "E"], ["integer", "f", "F", "F"]),
        *(["decimal", "g", "G", "G"], ["date", "h", "H", "H"], ["select_one places", "i", "I", "I"]),
        ["note", "j", "J", "J"],
    ]
    places: Rows = [*YES_NO, ["places", "ramvik", "Ramvik"], ["places", "centrum", "Centrum"]]
    form = read([HEAD, *rows], places)
    assert [question.kind for question in form.survey.questions] == [
        *(Kind.TEXT, Kind.SINGLE, Kind.MULTIPLE, Kind.RANKING, Kind.SCALE, Kind.INTEGER),
        *(Kind.DECIMAL, Kind.DATE, Kind.PLACE, Kind.NOTE),
    ]
    assert form.survey.question("a").label == Texts.of({"sv": "A", "en": "A"})
    assert noted(form) == [("choices", 0, "", "xlsform_places")]


def test_conditions_requirements_and_groups_are_read() -> None:
    form = read(
        [
            [*HEAD, "required", "relevant", "constraint", "constraint_message::Swedish (sv)"],
            ["select_one yn", "safe", "Trygg?", "Safe?", "yes"],
            ["begin group", "more", "Mer", "More", None, "${safe} = 'no'"],
            ["begin_group", "inner", None, None, None, "${safe} != ''"],
            ["integer", "times", "Gånger", "Times", "no", "true()", ". > 0", "Minst en."],
            ["end group"],
            ["end group"],
        ]
    )
    first, more = form.survey.pages
    assert (first.name, more.name, written(more.relevant)) == ("", "more", "${safe} = 'no'")  # type: ignore[arg-type]
    (times,) = more.questions
    assert (times.is_required, written(times.constraint)) == (False, ". > 0")  # type: ignore[arg-type]
    assert written(times.relevant) == "${safe} != '' and true()"  # type: ignore[arg-type]
    assert times.constraint_message.say("sv") == "Minst en."
    assert noted(form) == [("survey", 4, "", "xlsform_inner_group")]


def test_or_other_gives_a_choice_and_a_question() -> None:
    form = read([HEAD, ["select_multiple yn or_other", "a", "A", "A"]])
    assert [question.name for question in form.survey.questions] == ["a", "a_other"]
    assert [one.name for one in form.survey.choices_of(form.survey.question("a"))] == ["yes", "no", "other"]
    assert written(form.survey.question("a_other").relevant) == "selected(${a}, 'other')"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "columns", "note"),
    [
        (["geopoint", "where", "Var", "Where"], [], (3, "type", "xlsform_type")),
        (["select_one_from_file a.csv", "x", "X", "X"], [], (3, "type", "xlsform_type")),
        (["calculate", "sum", None, None, "1+1"], ["calculation"], (3, "type", "xlsform_calculation")),
        (["deviceid", "phone", None, None], [], (3, "type", "xlsform_watching")),
        (["select_one nowhere", "x", "X", "X"], [], (3, "type", "xlsform_no_list")),
        (
            ["range", "x", "X", "X", "start=0 end=1 step=0.1"],
            ["parameters"],
            (3, "parameters", "xlsform_range"),
        ),
        ([None, "x", "X", "X"], [], (3, "type", "xlsform_no_type")),
    ],
)
def test_a_question_that_cannot_be_had_is_left_out_and_named(
    row: list[str], columns: list[str], note: tuple[int, str, str]
) -> None:
    form = read(
        [[*HEAD, *columns], ["text", "first", "Först", "First"], row, ["text", "last", "Sist", "Last"]]
    )
    assert [question.name for question in form.survey.questions] == ["first", "last"]
    assert ("survey", *note) in noted(form)


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("relevant", "pulldata('a') = 1", "expression_function"),
        ("relevant", "${gone} = 1", "condition_unknown"),
        ("relevant", "${x} = 1", "condition_circle"),
        ("relevant", ". = 1", "condition_circle"),
        ("relevant", "${last} = 1", "condition_later"),
        ("constraint", "${last} > .", "condition_later"),
        ("constraint", "regex(., '(a+)+')", "pattern_costly"),
        ("required", "${first} = 1", "xlsform_required"),
        ("appearance", "minimal", "xlsform_appearance"),
        ("parameters", "randomize=true", "xlsform_parameters"),
        ("choice_filter", "cf=${first}", "xlsform_cell_unread"),
        ("default", "1", "xlsform_cell_unread"),
        ("image", "a.jpg", "xlsform_cell_unread"),
        ("hint", "Du svarade ${first}", "xlsform_filled_in"),
    ],
)
def test_a_part_that_cannot_be_had_is_named(column: str, cell: str, code: str) -> None:
    form = read(
        [
            [*HEAD, column],
            ["text", "first", "Först", "First"],
            ["select_one yn", "x", "X", "X", cell],
            ["text", "last", "Sist", "Last"],
        ]
    )
    assert noted(form) == [("survey", 3, column, code)]
    question = form.survey.question("x")
    assert (question.relevant, question.constraint, question.is_required) == (None, None, False)


def test_skip_logic_that_goes_in_a_circle_over_several_rows_is_named() -> None:
    form = read(
        [
            [*HEAD, "relevant"],
            ["text", "a", "A", "A", "${c} = 1"],
            ["text", "b", "B", "B", "${a} = 1"],
            ["text", "c", "C", "C", "${b} = 1"],
        ]
    )
    assert noted(form) == [("survey", 2, "relevant", "condition_circle")]


def test_repeats_are_named_with_their_rows() -> None:
    form = read(
        [
            HEAD,
            ["text", "a", "A", "A"],
            ["begin repeat", "people", "P", "P"],
            ["begin group", "g"],
            ["text", "b", "B", "B"],
            ["end group"],
            ["end repeat"],
            ["text", "c", "C", "C"],
        ]
    )
    assert [question.name for question in form.survey.questions] == ["a", "c"]
    (note,) = form.unread
    assert (note.row, note.code, note.params) == (3, "xlsform_repeat", {"first": 3, "last": 7})


def test_names_are_made_usable() -> None:
    form = read(
        [HEAD, ["text", "a", "A", "A"], ["text", "a", "B", "B"], ["text", "två ord", "C", "C"], ["text"]]
    )
    assert [question.name for question in form.survey.questions] == ["a", "a_2", "q4", "q5"]
    assert [note.code for note in form.unread] == [*["xlsform_name"] * 3, "xlsform_no_label"]


def test_missing_translations_are_named() -> None:
    form = read([HEAD, ["text", "a", "A"], ["text", "b", "B", "B"]])
    assert noted(form) == [("survey", 2, "label::English (en)", "xlsform_untranslated")]


def test_what_is_odd_with_choices_is_named() -> None:
    choices: Rows = [
        ["list name", "name", "label", "code", "cf"],
        ["yn", "yes", "Ja", 5, "x"],
        ["yn", "no", None, "fem"],
        ["yn", "yes", "Jo"],
        ["yn", None, "Kanske"],
    ]
    form = read([HEAD, ["select_one yn", "a", "A", "A"]], choices)
    (yes, no) = form.survey.choices_of(form.survey.question("a"))
    assert (yes.code, no.code, no.label.say("sv")) == (5, 1, "no")
    assert noted(form) == [
        ("choices", 2, "cf", "xlsform_column_unread"),
        ("choices", 3, "code", "xlsform_code"),
        ("choices", 3, "label", "xlsform_choice_no_label"),
        ("choices", 4, "name", "xlsform_choice_twice"),
        ("choices", 5, "", "xlsform_choice_unnamed"),
    ]


def test_choices_named_by_numbers_keep_them_as_codes() -> None:
    choices: Rows = [["list_name", "name", "label"], ["s", 4, "Bra"], ["s", -1, "Vet inte"]]
    form = read([HEAD, ["select_one s", "a", "A", "A"]], choices)
    assert [one.code for one in form.survey.choice_lists[0].choices] == [4, -1]


def test_settings_and_other_sheets_are_read_or_named() -> None:
    settings = [
        ["form_title", "form_id", "version", "default_language", "public_key"],
        ["Trygghet", "trygg", "2026-vår", "English (en)", "x"],
    ]
    form = read([HEAD, ["text", "a", "A", "A"]], settings=settings, animals=[["x"]])
    assert (form.survey.id, form.survey.languages) == ("trygg", ("en", "sv"))
    assert form.survey.title == Texts.of({"en": "Trygghet"})
    assert noted(form) == [
        ("settings", 2, "version", "xlsform_version"),
        ("settings", 2, "public_key", "xlsform_cell_unread"),
        ("animals", 0, "", "xlsform_sheet"),
    ]


@pytest.mark.parametrize(
    ("heading", "tag"),
    [
        *(
            ("label::Arabic (ar)", "ar"),
            ("label::ar", "ar"),
            ("label:Arabic", "ar"),
            ("label::العربية", "ar"),
        ),
        *(("label::Easy Swedish (sv-simple)", "sv-simple"), ("label", "sv"), ("caption", "sv")),
        ("label::Klingonska", "x-klingons"),
    ],
)
def test_a_column_says_its_language_in_many_ways(heading: str, tag: str) -> None:
    form = read([["type", "name", heading], ["text", "a", "A"]])
    assert form.survey.question("a").label.words() == {tag: "A"}
    assert [note.code for note in form.unread] == (["xlsform_language"] if tag.startswith("x-") else [])


def _refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_xlsform(data, "form.xlsx")
    for language in ("sv", "en"):
        assert "form.xlsx" in say(refused.value.code, refused.value.params, language)
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet_empty"),
        (b"type,name,label\ntext,a,A\n", "sheet_not_excel"),
        (b"%PDF-1.7", "sheet_not_sheet"),
        (b"PK\x03\x04 broken", "sheet_broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_locked"),
        (xlsform([[]]), "xlsform_no_survey"),
        (xlsform([["type", "name"]]), "xlsform_no_survey"),
        (xlsform([["fråga", "svar"], ["a", "b"]]), "xlsform_no_survey"),
        (xlsform([HEAD, ["geopoint", "a", "A", "A"]]), "xlsform_no_questions"),
        (xlsform([HEAD, ["text", "a", "A", "=1+1"]]), "sheet_formula"),
        (xlsform([HEAD, *[[]] * 20_000, ["text", "a", "A", "A"]]), "sheet_too_long"),
        (xlsform([HEAD, *(["text", f"q{n}", "F", "Q"] for n in range(2000))]), "xlsform_too_long"),
    ],
)
def test_a_file_that_is_no_xlsform_gives_one_sentence(data: bytes, code: str) -> None:
    assert _refusal(data) == code


def test_a_bomb_is_not_unpacked() -> None:
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": "<a/>",
        "xl/worksheets/sheet1.xml": b"0" * 200_000_000,
    }
    assert _refusal(packed(parts)) == "sheet_bomb"


def test_selects_are_those_that_pyxform_knows() -> None:
    meaning = {
        constants.SELECT_ONE: Kind.SINGLE,
        constants.SELECT_ALL_THAT_APPLY: Kind.MULTIPLE,
        constants.RANK: Kind.RANKING,
    }
    known = {
        words: meaning[what]
        for words, what in aliases.select.items()
        if "file" not in words and what in meaning
    }
    assert known == SELECTS
    assert all(type_of(f"{words} yn").kind is kind for words, kind in SELECTS.items())
