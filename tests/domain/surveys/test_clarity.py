"""Klarspråk: each kind of advice flags what it is about and leaves the rest alone."""

from dataclasses import replace

import pytest

from handslag.domain.surveys import EASY, Kind, Texts
from handslag.domain.surveys.clarity import advice
from handslag.sentences import say
from tests.domain.surveys.forms import question, survey


def codes(words: str, kind: Kind = Kind.SCALE, language: str = "sv") -> list[str]:
    asked = replace(question("a", kind), label=Texts.of({language: words}))
    found = advice(survey(asked))
    assert all(say(one.code, one.params, "sv") and say(one.code, one.params, "en") for one in found)
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Hur trygg känner du dig " + "i parken " * 10 + "?", "question_long"),
        (
            "Hur bedömer du kommunens trygghetsskapande åtgärder gällande belysningen vid hållplatserna?",
            "question_hard",
        ),
        ("Hur trygg är du på dagen och på kvällen?", "question_double"),
        ("Håller du med om att torget är otryggt?", "question_leading"),
        ("Hur ser du på den oacceptabla nedskräpningen?", "question_leading"),
        ("Vad heter du?", "question_personal"),
        ("Vilket är ditt personnummer?", "question_personal"),
        ("What is your e-mail?", "question_personal"),
        ("Är det inte så att du aldrig går ut?", "question_negative"),
        ("Hur nöjd är du med BRÅ?", "question_abbreviation"),
    ],
)
def test_what_is_hard_to_answer_is_flagged(words: str, code: str) -> None:
    assert code in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "Hur trygg känner du dig ute på kvällen?",
        "Känner du till löftena?",
        "Är du mer eller mindre trygg än förra året?",
        "Hur länge har du bott här?",
        "How safe do you feel outside in the evening?",
    ],
)
def test_a_clear_question_is_left_alone(words: str) -> None:
    assert codes(words) == []


def test_words_to_read_and_free_texts_may_hold_and() -> None:
    assert codes("Var och när känner du dig otrygg?", Kind.TEXT) == []
    assert codes("Polisen och kommunen frågar.", Kind.NOTE) == []


def test_easy_swedish_must_be_easier() -> None:
    words = "Hur trygg känner du dig när du går ute i ditt område sent på kvällen?"
    assert (codes(words), codes(words, language=EASY)) == ([], ["easy_not_easy"])


def test_a_long_survey_is_told() -> None:
    found = advice(survey(*(question(f"q{n}") for n in range(26))))
    assert [one.code for one in found] == ["survey_long"]
