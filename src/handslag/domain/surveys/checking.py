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
from handslag.domain.surveys.limits import Limits, limits


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
    return tuple(question.name for question, _ in _walk(survey, answers, on))


def kept(survey: Survey, answers: Answers, on: date) -> dict[str, Value]:
    """The answers to questions that are asked; all others are dropped."""
    names = set(asked(survey, answers, on))
    return {name: value for name, value in answers.items() if name in names}


def problems(survey: Survey, answers: Answers, language: str, on: date) -> tuple[Problem, ...]:
    """What is wrong, at most one problem per question, in the order they are asked.

    `answers` as `typed` gives them. Codes: `answer_required`, `answer_not_whole`, `answer_not_number`,
    `answer_not_day`, `answer_unknown_choice`, `answer_out_of_range` (also `_too_low`, `_too_high`),
    `answer_too_many`, `answer_too_few`, `answer_too_long`, `answer_constraint`, `answer_refused`
    (a constraint without a message).
    """
    found: list[Problem] = []
    for question, before in _walk(survey, answers, on):
        problem = next(_problems(survey, question, Asked(before, on, answers.get(question.name, ""))), None)
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
        if not holds(page.relevant, Asked(before, on)):
            continue
        for question in page.questions:
            if not holds(question.relevant, Asked(before, on)):
                continue
            yield question, before
            if question.kind is not Kind.NOTE and question.name in answers:
                before[question.name] = answers[question.name]


def _problems(survey: Survey, question: Question, here: Asked) -> Iterator[Problem]:
    if question.kind is Kind.NOTE:
        return
    if here.own in ("", ()):
        if question.is_required:
            yield Problem(question.name, "answer_required")
        return
    yield from _of_type(survey, question, here.own)
    yield from _of_limits(question, here.own)
    if not holds(question.constraint, here):
        yield Problem(question.name, "answer_refused")


def _of_type(survey: Survey, question: Question, value: Value) -> Iterator[Problem]:
    match question.kind:
        case Kind.SCALE | Kind.INTEGER if not isinstance(value, int):
            yield Problem(question.name, "answer_not_whole", {"value": str(value)})
        case Kind.DECIMAL if not isinstance(value, int | Decimal):
            yield Problem(question.name, "answer_not_number", {"value": str(value)})
        case Kind.DATE if not isinstance(value, date):
            yield Problem(question.name, "answer_not_day", {"value": str(value)})
    if question.kind.has_choices:
        known = {choice.name for choice in survey.choices_of(question)}
        chosen = value if isinstance(value, tuple) else (str(value),)
        if not known.issuperset(chosen):
            yield Problem(question.name, "answer_unknown_choice")


def _of_limits(question: Question, value: Value) -> Iterator[Problem]:
    bounds = limits(question)
    if isinstance(value, tuple):
        if bounds.most is not None and len(value) > bounds.most:
            yield Problem(question.name, "answer_too_many", {"most": bounds.most, "count": len(value)})
        if bounds.fewest is not None and len(value) < bounds.fewest:
            yield Problem(question.name, "answer_too_few", {"fewest": bounds.fewest, "count": len(value)})
    elif isinstance(value, int | Decimal):
        yield from _of_range(question.name, bounds, value)
    elif isinstance(value, str) and question.kind is Kind.TEXT:
        longest = min(bounds.longest or LONGEST_TEXT, LONGEST_TEXT)
        if len(value) > longest:
            yield Problem(question.name, "answer_too_long", {"most": longest, "count": len(value)})


def _of_range(name: str, bounds: Limits, value: int | Decimal) -> Iterator[Problem]:
    low, high = bounds.lowest, bounds.highest
    if low is not None and high is not None and not low <= value <= high:
        yield Problem(name, "answer_out_of_range", {"lowest": low, "highest": high})
    elif low is not None and value < low:
        yield Problem(name, "answer_too_low", {"lowest": low})
    elif high is not None and value > high:
        yield Problem(name, "answer_too_high", {"highest": high})
