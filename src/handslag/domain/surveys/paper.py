"""A survey on paper: the number of each question, and answers written as the numbers on the form.

A clerk writes what is ticked: `2`; `1 3` where several are ticked; `3 1 2` for an order, the most
important first. The numbers of the choices are those that are stored (`Choice.code`).
"""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from handslag.domain.surveys.answers import Answers
from handslag.domain.surveys.definitions import Kind, Question, Survey
from handslag.domain.surveys.expressions import Expression
from handslag.domain.surveys.shown_if import shown_if

_BETWEEN = re.compile(r"[\s,;.+&/]+")


def numbered(survey: Survey) -> tuple[tuple[int, Question], ...]:
    """The questions that are answered, each with its number on paper and on screen: 1, 2, 3 …"""
    answered = (question for question in survey.questions if question.kind is not Kind.NOTE)
    return tuple(enumerate(answered, start=1))


def posted(survey: Survey, written: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """What `typed` reads, from what a clerk wrote per question: numbers become names of choices.

    A number that no choice has stays as it is, so that `problems` says that it is no choice.
    """
    found: dict[str, Sequence[str]] = {}
    for _, question in numbered(survey):
        words = written.get(question.name, "").strip()
        if not words:
            continue
        if question.kind.has_choices:
            names = {str(choice.code): choice.name for choice in survey.choices_of(question)}
            signs = [sign.lstrip("0") or "0" for sign in _BETWEEN.split(words) if sign]
            found[question.name] = [names.get(sign, f"#{sign}") for sign in signs]
            if question.kind in (Kind.SINGLE, Kind.PLACE) and len(signs) > 1:
                found[question.name] = [f"#{words}"]  # two ticks where one was asked for: no choice
        else:
            found[question.name] = [words]
    return found


def differing(first: Answers, second: Answers) -> tuple[str, ...]:
    """Names of the questions that two entries of the same form answer differently, in order of name."""
    return tuple(sorted(name for name in {*first, *second} if first.get(name) != second.get(name)))


def asked_after(relevant: Expression | None) -> tuple[str, str] | None:
    """The one earlier question and the name of the choice in it that `relevant` asks for.

    None when it asks for nothing or for more: then the form can only say "if it concerns you".
    """
    shown = shown_if(relevant)
    return None if shown is None or shown.is_not else (shown.question, shown.choice)


ONE_IN = 10  # forms on paper are typed in twice


def is_typed_twice(mark: UUID) -> bool:
    """Whether a form is in the sample that is typed in a second time; `mark` is random and not foreseen."""
    return mark.int % ONE_IN == 0
