"""Which questions are asked (skip logic), and what is wrong with the answers to them.

A question that is not asked is never required, and an answer to it is never kept: it must not come
back in results after a person changed their mind further up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from handslag.domain.surveys.answers import LONGEST_TEXT, Answers, Value
from handslag.domain.surveys.definitions import Kind, Question, Survey
from handslag.domain.surveys.evaluating import Asked, holds
from handslag.domain.surveys.limits import limits


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the answer to a question: a code of `handslag.sentences` and its parameters.

    `answer_constraint` carries the survey author's own `message`, in the language asked for.
    """

    question: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def asked(survey: Survey, answers: Answers, on: date) -> tuple[str, ...]:
    """Names of the questions and notes that are asked, given `answers`, in order; `on` is today."""
    return tuple([question.name for question, _ in _walk(survey, answers, on)])


def kept(survey: Survey, answers: Answers, on: date) -> dict[str, Value]:
    """The answers to questions that are asked; all others are dropped."""
    names = asked(survey, answers, on)
    return {name: answers[name] for name in names if name in answers}


def problems(survey: Survey, answers: Answers, language: str, on: date) -> tuple[Problem, ...]:
    """What is wrong, at most one problem per question, in the order they are asked.

    `answers` as `typed` gives them. Codes: `answer_required`, `answer_not_whole`, `answer_not_number`,
    `answer_not_day`, `answer_unknown_choice`, `answer_out_of_range` (also `_too_low`, `_too_high`),
    `answer_too_many`, `answer_too_few`, `answer_too_long`, `answer_constraint`, `answer_refused`
    (a constraint without a message).
    """
    found: list[Problem] = []
    for question, before in _walk(survey, answers, on):
        problem = _problem(survey, question, answers.get(question.name, ""), before, on)
        if problem is None:
            continue
        message = question.constraint_message.say(language)
        if problem.code in _CONSTRAINED and message:
            problem = Problem(question.name, "answer_constraint", {"message": message})
        found.append(problem)
    return tuple(found)


# What a constraint says, so that the author's own message goes before ours.
_CONSTRAINED = {
    *("answer_too_low", "answer_too_high", "answer_out_of_range"),
    *("answer_too_many", "answer_too_few", "answer_too_long", "answer_refused"),
}


def _walk(survey: Survey, answers: Answers, on: date) -> Iterator[tuple[Question, dict[str, Value]]]:
    """Each question that is asked, with the answers that count before it (one growing dictionary)."""
    before: dict[str, Value] = {}
    for page in survey.pages:
        if page.relevant is not None and not holds(page.relevant, Asked(before, on)):
            continue
        for question in page.questions:
            if question.relevant is not None and not holds(question.relevant, Asked(before, on)):
                continue
            yield question, before
            if question.kind is not Kind.NOTE and question.name in answers:
                before[question.name] = answers[question.name]


def _problem(
    survey: Survey, question: Question, own: Value, before: Mapping[str, Value], on: date
) -> Problem | None:
    """The first thing that is wrong with `own`, the answer to `question`."""
    if question.kind is Kind.NOTE:
        return None
    if own in ("", ()):
        return Problem(question.name, "answer_required") if question.is_required else None
    found = _of_kind(survey, question, own)
    if found is None and question.constraint and not holds(question.constraint, Asked(before, on, own)):
        return Problem(question.name, "answer_refused")
    return found


def _of_kind(survey: Survey, question: Question, value: Value) -> Problem | None:
    """What is wrong with `value` as an answer of this kind, and within the limits of the question."""
    match question.kind:
        case Kind.SCALE | Kind.INTEGER:
            if not isinstance(value, int):
                return Problem(question.name, "answer_not_whole", {"value": str(value)})
            return _of_range(question, value)
        case Kind.TEXT:
            return _of_length(question, str(value))
        case Kind.DATE:
            if not isinstance(value, date):
                return Problem(question.name, "answer_not_day", {"value": str(value)})
            return None
        case Kind.DECIMAL:
            if not isinstance(value, int | Decimal):
                return Problem(question.name, "answer_not_number", {"value": str(value)})
            return _of_range(question, value)
    codes = survey.codes_of(question)
    if not isinstance(value, tuple):
        return None if value in codes else Problem(question.name, "answer_unknown_choice")
    if not codes.keys() >= set(value):
        return Problem(question.name, "answer_unknown_choice")
    return _of_number(question, len(value))


def _of_number(question: Question, chosen: int) -> Problem | None:
    bounds = limits(question)
    if bounds.most is not None and chosen > bounds.most:
        return Problem(question.name, "answer_too_many", {"most": bounds.most, "count": chosen})
    if bounds.fewest is not None and chosen < bounds.fewest:
        return Problem(question.name, "answer_too_few", {"fewest": bounds.fewest, "count": chosen})
    return None


def _of_length(question: Question, text: str) -> Problem | None:
    longest = min(limits(question).longest or LONGEST_TEXT, LONGEST_TEXT)
    if len(text) > longest:
        return Problem(question.name, "answer_too_long", {"most": longest, "count": len(text)})
    return None


def _of_range(question: Question, value: int | Decimal) -> Problem | None:
    name, bounds = question.name, limits(question)
    low, high = bounds.lowest, bounds.highest
    if low is not None and high is not None and not low <= value <= high:
        return Problem(name, "answer_out_of_range", {"lowest": low, "highest": high})
    if low is not None and value < low:
        return Problem(name, "answer_too_low", {"lowest": low})
    if high is not None and value > high:
        return Problem(name, "answer_too_high", {"highest": high})
    return None
