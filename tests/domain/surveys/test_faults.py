"""What keeps a definition from being opened."""

from dataclasses import replace

import pytest

from handslag.domain.surveys import Kind, Question, Survey, Texts, parse
from handslag.domain.surveys.faults import faults, untranslated
from handslag.sentences import say
from tests.domain.surveys.forms import question, said, survey

FIRST = question("start", Kind.INTEGER)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ([], [("", "survey_no_questions")]),
        ([question("n", Kind.NOTE)], [("", "survey_no_questions")]),
        ([question("två ord")], [("två ord", "name_unusable")]),
        ([FIRST, FIRST], [("start", "name_twice")]),
        ([replace(FIRST, label=Texts.of({"en": "Only English"}))], [("start", "question_no_label")]),
        ([replace(FIRST, hint=said("Du svarade ${start}"))], [("start", "label_with_answer")]),
        ([question("s", Kind.SCALE, lowest=5, highest=1)], [("s", "scale_unusable")]),
        ([question("s", Kind.SCALE, lowest=0, highest=100)], [("s", "scale_unusable")]),
        ([question("c", Kind.SINGLE)], [("c", "too_few_choices")]),
        ([question("a", Kind.INTEGER, relevant="${gone} = 1")], [("a", "condition_unknown")]),
        ([question("a", Kind.INTEGER, relevant="${a} = 1")], [("a", "condition_circle")]),
        ([question("a", Kind.INTEGER, relevant=". = 1")], [("a", "condition_circle")]),
        ([question("a", Kind.INTEGER, relevant="${start} = 1"), FIRST], [("a", "condition_later")]),
        (
            [
                question("a", Kind.INTEGER, relevant="${b} = 1"),
                question("b", Kind.INTEGER, relevant="${a} = 1"),
            ],
            [("a", "condition_circle")],
        ),
        ([FIRST, question("a", Kind.INTEGER, constraint=". > ${start}")], []),
        ([FIRST, question("t", relevant="${start} = 1")], [("t", "text_under_condition")]),
        ([FIRST, question("t", constraint="${start} = 1")], [("t", "text_under_condition")]),
        ([FIRST, question("t", constraint="string-length(.) < 9")], []),
        (
            [question("t"), question("a", Kind.INTEGER, relevant="${t} != ''")],
            [("a", "condition_on_text")],
        ),
        (
            [question("t"), question("a", Kind.INTEGER, constraint=". > 1 or ${t} = ''")],
            [("a", "condition_on_text")],
        ),
    ],
)
def test_each_fault_is_found(asked: list[Question], found: list[tuple[str, str]]) -> None:
    told = faults(survey(*asked))
    assert [(one.at, one.code) for one in told] == found
    assert all(say(one.code, one.params, "sv") and say(one.code, one.params, "en") for one in told)


def test_a_page_may_depend_only_on_what_stands_before_it() -> None:
    form = survey(FIRST)
    page = replace(form.pages[0], relevant=parse("${start} = 1"))
    assert [one.code for one in faults(replace(form, pages=(page,)))] == ["condition_later"]


def test_a_text_may_not_stand_on_a_page_with_a_condition_nor_be_asked_about_by_one() -> None:
    first, second = survey(FIRST).pages[0], survey(question("t")).pages[0]
    hidden = replace(second, name="p", relevant=parse("${start} = 1"))
    told = faults(replace(survey(FIRST), pages=(first, hidden)))
    assert [(one.at, one.code) for one in told] == [("t", "text_under_condition")]
    last = replace(first, name="p", relevant=parse("${t} != ''"))
    told = faults(replace(survey(FIRST), pages=(second, last)))
    assert [(one.at, one.code) for one in told] == [("p", "condition_on_text")]


def test_two_thousand_questions_are_too_many() -> None:
    form = survey(*(question(f"q{n}") for n in range(2000)))
    assert [(one.code, one.params) for one in faults(form)] == [
        ("survey_too_many_questions", {"most": 300, "count": 2000})
    ]


def test_what_lacks_a_translation_is_listed() -> None:
    form: Survey = survey(FIRST, question("c", Kind.SINGLE, choices="yes_no"))
    gaps = untranslated(replace(form, choice_lists=form.choice_lists[:1]), "en")
    assert gaps == (("", "title"), ("first", "label"), ("yes_no", "choice:yes"), ("yes_no", "choice:no"))
