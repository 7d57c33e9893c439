"""Klarspråk for questions: what makes one hard to answer, or its answers hard to use. Advice, never a bar.

After the plain rules for questions in survey method (one thing at a time, neutral, short; SCB, "Fråga
rätt", and Språkrådet's Klarspråk). It reads Swedish, easy Swedish and English; of others it says nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handslag.domain.linting.lix import lix, sentences, word_count
from handslag.domain.surveys.definitions import Kind, Question, Survey
from handslag.domain.surveys.texts import EASY

LONG = 20  # words in a question
HARD = 50  # LIX of a sentence of at least `LONG` // 2 words: official text
EASY_LONG, EASY_HARD = 12, 35  # the same for easy Swedish
MANY_CHOICES = 12
MANY_QUESTIONS = 25  # that are answered: about ten minutes

_DOUBLE = re.compile(r"\b(?:och|samt|eller|and|or)\b", re.I)
_HARMLESS = re.compile(
    r"\b(?:mer eller mindre|ja eller nej|yes or no|man eller kvinna|eller annan?|or other)\b", re.I
)
_LEADING = re.compile(
    r"^(?:visst|håller du (?:inte )?med om|instämmer du|tycker du (?:inte|också) att|anser du (?:inte|också)|"
    r"är det inte|do you agree|don.t you|isn.t it|surely|wouldn.t you)\b|"
    r"\b(?:oacceptab\w*|skandalös\w*|förfärlig\w*|självklart|givetvis|naturligtvis|som alla vet|"
    r"unacceptable|outrageous|obviously|of course)\b",
    re.I,
)
_PERSONAL = re.compile(
    r"\b(?:vad heter du|ditt namn|namn och adress|för- och efternamn|efternamn\w*|personnummer|"
    r"samordningsnummer|födelse\w+|(?:din|er) adress|hemadress|gatuadress|postnummer|telefon\w*|"
    r"mobilnummer|e-?post\w*|mejl\w*|registreringsnummer|your name|surname|date of birth|home address|"
    r"your address|postcode|phone|e-?mail)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:inte|ej|icke|aldrig|ingen|inget|inga|not|never|no|none)\b|n['’]t\b", re.I)
_ABBREVIATION = re.compile(r"\b[A-ZÅÄÖ]{3,}\b")


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be said better: a code of `handslag.sentences`; `question` is "" for the whole survey."""

    question: str
    language: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def advice(survey: Survey) -> tuple[Advice, ...]:
    """Advice on all questions in the languages we read, from the top; then on the whole."""
    return tuple(_advice(survey))


def advice_on(survey: Survey, question: Question) -> tuple[Advice, ...]:
    """Advice on one question of `survey`, or on one that is to become its."""
    return tuple(_on(survey, question))


def _advice(survey: Survey) -> Iterator[Advice]:
    for question in survey.questions:
        yield from _on(survey, question)
    answered = sum(1 for question in survey.questions if question.kind is not Kind.NOTE)
    if answered > MANY_QUESTIONS:
        yield Advice("", survey.languages[0], "survey_long", {"count": answered, "most": MANY_QUESTIONS})


def _on(survey: Survey, question: Question) -> Iterator[Advice]:
    for language in ("sv", EASY, "en"):
        words = question.label.words().get(language)
        if words:
            for code, params in _about(words, question, language):
                yield Advice(question.name, language, code, params)
    choices = survey.choices_of(question)
    if len(choices) > MANY_CHOICES and question.kind is not Kind.PLACE:
        yield Advice(question.name, survey.languages[0], "question_many_choices", {"count": len(choices)})


def _about(words: str, question: Question, language: str) -> Iterator[tuple[str, dict[str, object]]]:
    yield from _readable(words, easy=language == EASY)
    if question.kind not in (Kind.TEXT, Kind.NOTE):
        double = _DOUBLE.search(_HARMLESS.sub("", words))
        if double:
            yield "question_double", {"words": double[0]}
    found = _LEADING.search(words)
    if found:
        yield "question_leading", {"words": found[0]}
    found = _PERSONAL.search(words)
    if found and question.kind is not Kind.NOTE:
        yield "question_personal", {"words": found[0]}
    if len(_NOT.findall(words)) > 1:
        yield "question_negative", {}
    found = _ABBREVIATION.search(words)
    if found and words.upper() != words:
        yield "question_abbreviation", {"words": found[0]}


def _readable(words: str, *, easy: bool) -> Iterator[tuple[str, dict[str, object]]]:
    long, hard = (EASY_LONG, EASY_HARD) if easy else (LONG, HARD)
    worst = max((one[0] for one in sentences(words)), key=word_count, default="")
    count, weight = word_count(worst), round(lix(worst))
    if count > long:
        yield ("easy_not_easy" if easy else "question_long"), {"count": count, "most": long}
    elif weight > hard and count >= long // 2:
        yield ("easy_not_easy" if easy else "question_hard"), {"count": count, "lix": weight, "most": long}
