"""Skip logic, and what is wrong with answers."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.surveys import Kind, Page, Survey, Value, asked, kept, problems, typed
from handslag.domain.surveys.expressions import parse
from tests.domain.surveys.forms import LISTS, question, said, survey

TODAY = date(2026, 11, 26)


def codes(form: Survey, posted: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(one.question, one.code) for one in problems(form, typed(form, posted), "sv", TODAY)]


def test_a_skipped_question_is_never_required_and_its_answer_never_kept() -> None:
    form = survey(
        question("safe", Kind.SINGLE, choices="yes_no", is_required=True),
        question("why", is_required=True, relevant="${safe} = 'no'"),
        question("how", is_required=True, relevant="${why} != ''"),
    )
    answers: dict[str, Value] = {"safe": "yes", "why": "mörkt", "how": "lampor"}
    assert asked(form, answers, TODAY) == ("safe",)
    assert kept(form, answers, TODAY) == {"safe": "yes"}
    assert problems(form, answers, "sv", TODAY) == ()
    assert asked(form, answers | {"safe": "no"}, TODAY) == ("safe", "why", "how")


def test_a_skipped_page_skips_all_its_questions() -> None:
    form = Survey(
        "s",
        said("S"),
        ("sv",),
        (
            Page(questions=(question("safe", Kind.SINGLE, choices="yes_no"),)),
            Page("more", relevant=parse("${safe} = 'no'"), questions=(question("a"), question("b"))),
        ),
        LISTS,
    )
    assert asked(form, {"safe": "yes"}, TODAY) == ("safe",)
    assert asked(form, {"safe": "no"}, TODAY) == ("safe", "a", "b")


def test_a_note_is_shown_and_never_answered() -> None:
    form = survey(question("hello", Kind.NOTE, is_required=True))
    assert asked(form, {}, TODAY) == ("hello",)
    assert codes(form, {"hello": ["x"]}) == []


@pytest.mark.parametrize(
    ("kind", "fields", "sent", "code"),
    [
        (Kind.TEXT, {"is_required": True}, [" \n "], "answer_required"),
        (Kind.TEXT, {"is_required": True}, [], "answer_required"),
        (Kind.TEXT, {}, ["x" * 2001], "answer_too_long"),
        (Kind.TEXT, {"constraint": "string-length(.) <= 5"}, ["sex tecken"], "answer_too_long"),
        (Kind.INTEGER, {}, ["många"], "answer_not_whole"),
        (Kind.INTEGER, {}, ["2,5"], "answer_not_whole"),
        (Kind.INTEGER, {"constraint": ". >= 0 and . <= 120"}, ["121"], "answer_out_of_range"),
        (Kind.INTEGER, {"constraint": ". > 0"}, ["0"], "answer_too_low"),
        (Kind.DECIMAL, {}, ["1e9"], "answer_not_number"),
        (Kind.DECIMAL, {"constraint": "100 >= ."}, ["100,5"], "answer_too_high"),
        (Kind.DATE, {}, ["igår"], "answer_not_day"),
        (Kind.DATE, {}, ["20190614"], "answer_not_day"),
        (Kind.DATE, {"constraint": ". <= today()"}, ["2027-01-01"], "answer_refused"),
        (Kind.SCALE, {"lowest": 0, "highest": 10}, ["11"], "answer_out_of_range"),
        (Kind.SINGLE, {"choices": "yes_no"}, ["perhaps"], "answer_unknown_choice"),
        (Kind.PLACE, {"choices": "places"}, ["atlantis"], "answer_unknown_choice"),
        (Kind.MULTIPLE, {"choices": "where"}, ["centre", "moon"], "answer_unknown_choice"),
        (
            Kind.MULTIPLE,
            {"choices": "where", "constraint": "count-selected(.) <= 2"},
            ["centre", "school", "home"],
            "answer_too_many",
        ),
        (
            Kind.RANKING,
            {"choices": "where", "constraint": "count-selected(.) = 3"},
            ["home", "school"],
            "answer_too_few",
        ),
        (
            Kind.MULTIPLE,
            {"choices": "where", "constraint": "count-selected(.) < 2", "constraint_message": said("En!")},
            ["centre", "home"],
            "answer_constraint",
        ),
        (Kind.TEXT, {"constraint": "regex(., '[a-z]+')"}, ["123"], "answer_refused"),
    ],
)
def test_what_is_wrong_is_said_once(
    kind: Kind, fields: dict[str, object], sent: list[str], code: str
) -> None:
    assert codes(survey(question("q", kind, **fields)), {"q": sent}) == [("q", code)]


def test_the_authors_own_message_is_said_in_the_language_asked_for() -> None:
    message = said("Välj en.", en="Choose one.")
    form = survey(
        question(
            "q",
            Kind.MULTIPLE,
            choices="where",
            constraint="count-selected(.) < 2",
            constraint_message=message,
        )
    )
    (problem,) = problems(form, {"q": ("centre", "home")}, "en", TODAY)
    assert problem.params == {"message": "Choose one."}


def test_answers_within_limits_have_no_problems() -> None:
    form = survey(
        question("age", Kind.INTEGER, constraint=". >= 0 and . <= 120", is_required=True),
        question("price", Kind.DECIMAL),
        question("day", Kind.DATE),
        question("rank", Kind.RANKING, choices="where"),
        question("scale", Kind.SCALE, lowest=0, highest=10),
    )
    posted = {
        "age": ["1 0"],
        "price": ["1 234,50"],
        "day": ["4/5 2026"],
        "rank": ["home", "centre", "home"],
        "scale": ["0"],
        "no_question": ["x"],
    }
    assert typed(form, posted) == {
        "age": 10,
        "price": Decimal("1234.50"),
        "day": date(2026, 5, 4),
        "rank": ("home", "centre"),
        "scale": 0,
    }
    assert codes(form, posted) == []


def test_control_and_direction_marks_never_reach_an_answer() -> None:
    form = survey(question("q", is_long=True))
    sent = "ett\u0000 två\u202e\r\ntre\u2066\u0007 e\u0301 "
    assert typed(form, {"q": [sent]}) == {"q": "ett två\ntre é"}
