"""A survey on paper: numbers of questions, and what a clerk types."""

from datetime import date

import pytest

from handslag.domain.surveys import Answers, Kind, parse, problems, typed
from handslag.domain.surveys.paper import asked_after, differing, numbered, posted
from tests.domain.surveys.forms import question, survey

FORM = survey(
    question("hello", Kind.NOTE),
    question("out", Kind.SINGLE, choices="yes_no"),
    question("where", Kind.MULTIPLE, choices="where"),
    question("first", Kind.RANKING, choices="where"),
    question("safe", Kind.SCALE),
    question("words"),
)


def test_only_what_is_answered_has_a_number() -> None:
    assert [(number, q.name) for number, q in numbered(FORM)][:2] == [(1, "out"), (2, "where")]


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ({"out": "2"}, {"out": "no"}),
        ({"where": "1 3"}, {"where": ("centre", "school")}),
        ({"where": "1,3"}, {"where": ("centre", "school")}),
        ({"first": "3 1 2 4"}, {"first": ("school", "centre", "station", "home")}),
        ({"safe": "04"}, {"safe": 4}),
        ({"words": " Ljuset. "}, {"words": "Ljuset."}),
        ({"out": " ", "words": ""}, {}),
    ],
)
def test_numbers_become_answers(written: dict[str, str], answers: dict[str, object]) -> None:
    assert typed(FORM, posted(FORM, written)) == answers


@pytest.mark.parametrize("written", [{"out": "3"}, {"out": "1 2"}, {"where": "1 9"}, {"where": "ja"}])
def test_a_number_that_is_no_choice_is_said_to_be_none(written: dict[str, str]) -> None:
    answers = typed(FORM, posted(FORM, written))
    found = problems(FORM, answers, "sv", date(2026, 5, 4))
    assert [problem.code for problem in found] == ["answer_unknown_choice"]


def test_two_entries_are_compared_question_by_question() -> None:
    first: Answers = {"out": "yes", "safe": 3}
    second: Answers = {"out": "yes", "safe": 2, "words": "Ljus."}
    assert differing(first, second) == ("safe", "words")
    assert differing(first, first) == ()


@pytest.mark.parametrize(
    ("condition", "after"),
    [
        ("${out} = 'yes'", ("out", "yes")),
        ("selected(${where}, 'school')", ("where", "school")),
        ("${out} = 'yes' and ${safe} < 3", None),
    ],
)
def test_a_simple_condition_is_told_on_paper(condition: str, after: tuple[str, str] | None) -> None:
    assert asked_after(parse(condition)) == after
    assert asked_after(None) is None
