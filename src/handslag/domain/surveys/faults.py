"""What keeps a definition from being opened: nothing asked, words missing, conditions that cannot be met.

A draft may have faults while somebody works on it. An open survey has none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handslag.domain.surveys.definitions import PLACES, Choice, Kind, Page, Question, Survey
from handslag.domain.surveys.expressions import Expression, Own, names_in, parts
from handslag.domain.surveys.texts import Texts

MOST_QUESTIONS = 300
MOST_CHOICES = 300  # in one list
MOST_POINTS = 21  # of a scale
LONGEST_NAME = 60
NAME = re.compile(r"[^\W\d][\w.-]*")  # as in XLSForm: a letter or _, then letters, digits, . - _
_FILLED_IN = re.compile(r"\$\{[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A code of `handslag.sentences` with its parameters; `at` names the question or page, "" the survey."""

    at: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def faults(survey: Survey) -> tuple[Fault, ...]:
    """Everything that must be put right before `survey` can be opened, from the top."""
    return tuple(_faults(survey))


def untranslated(survey: Survey, language: str) -> tuple[tuple[str, str], ...]:
    """What lacks words in `language` though the first language has them: (name, field) from the top."""
    return tuple(
        (name, which) for name, which, words in every_text(survey) if words and not words.has(language)
    )


def every_text(survey: Survey) -> Iterator[tuple[str, str, Texts]]:
    """(name of question, page or list, field, words) of everything residents read, from the top.

    The survey itself has the name ""; a choice has the field `choice:<name>` under its list's name.
    Places have one name in every language and are not among them.
    """
    yield "", "title", survey.title
    for page in survey.pages:
        if page.name:
            yield page.name, "label", page.label
        for question in page.questions:
            yield question.name, "label", question.label
            yield question.name, "hint", question.hint
            if question.constraint is not None:
                yield question.name, "constraint_message", question.constraint_message
            if question.kind is Kind.SCALE:
                yield question.name, "low_label", question.low_label
                yield question.name, "high_label", question.high_label
    for one in survey.choice_lists:
        for choice in one.choices if one.name != PLACES else ():
            yield one.name, f"choice:{choice.name}", choice.label


def misplaced(survey: Survey) -> Iterator[Fault]:
    """Conditions that ask about no question, a later one, or in a circle; `name` is what they ask about.

    A condition may ask only about what stands before it: then no circle can be, and a person who
    answers one question at a time never has to go back.
    """
    asks = {holder.name: _asked_by(holder) for holder in _holders(survey)}
    order = [question.name for question in survey.questions if question.kind is not Kind.NOTE]
    before: set[str] = set()
    for page in survey.pages:
        yield from _misplaced(page.name, page.relevant, before, order, asks, own=False)
        for question in page.questions:
            yield from _misplaced(question.name, question.relevant, before, order, asks, own=False)
            yield from _misplaced(question.name, question.constraint, before, order, asks, own=True)
            if question.kind is not Kind.NOTE:
                before.add(question.name)


def _faults(survey: Survey) -> Iterator[Fault]:
    first = survey.languages[0] if survey.languages else ""
    if not survey.title.has(first):
        yield Fault("", "survey_no_title")
    if not any(question.kind is not Kind.NOTE for question in survey.questions):
        yield Fault("", "survey_no_questions")
    if len(survey.questions) > MOST_QUESTIONS:
        count = len(survey.questions)
        yield Fault("", "survey_too_many_questions", {"most": MOST_QUESTIONS, "count": count})
    names = [holder.name for holder in _holders(survey)]
    for name, times in Counter(names).items():
        if name and times > 1:
            yield Fault(name, "name_twice", {"name": name})
    for question in survey.questions:
        yield from _of_question(survey, question, first)
    yield from misplaced(survey)
    yield from _telling_conditions(survey)


def _telling_conditions(survey: Survey) -> Iterator[Fault]:
    """Texts that tell another answer of whoever wrote them, and answers that tell whether somebody wrote.

    A text stands apart from the answer it came with. What only those are asked who said no would lead back
    to the row with that no, and so would what is asked only of those who wrote.
    """
    texts = {question.name for question in survey.questions if question.kind is Kind.TEXT}
    for page in survey.pages:
        if texts & _asked_by(page):
            yield Fault(page.name, "condition_on_text")
        for question in page.questions:
            others = _asked_by(question) - {question.name}
            if texts & others:
                yield Fault(question.name, "condition_on_text")
            if question.kind is Kind.TEXT and (others or page.relevant is not None):
                yield Fault(question.name, "text_under_condition")


def _of_question(survey: Survey, question: Question, first: str) -> Iterator[Fault]:
    if not NAME.fullmatch(question.name) or len(question.name) > LONGEST_NAME:
        yield Fault(question.name, "name_unusable", {"name": question.name})
    if not question.label.has(first):
        yield Fault(question.name, "question_no_label")
    read = (question.label, question.hint, question.constraint_message)
    if any(_FILLED_IN.search(words) for texts in read for words in texts.words().values()):
        yield Fault(question.name, "label_with_answer")
    if question.kind is Kind.SCALE and not 1 <= question.highest - question.lowest < MOST_POINTS:
        yield Fault(question.name, "scale_unusable", {"most": MOST_POINTS})
    if question.kind.has_choices:
        yield from _of_choices(question.name, survey.choices_of(question), first)


def _of_choices(name: str, choices: tuple[Choice, ...], first: str) -> Iterator[Fault]:
    if len(choices) < 2:
        yield Fault(name, "too_few_choices")
    if len(choices) > MOST_CHOICES:
        yield Fault(name, "too_many_choices", {"most": MOST_CHOICES})
    if len({choice.code for choice in choices}) < len(choices):
        yield Fault(name, "choice_code_twice")
    if len({choice.name for choice in choices}) < len(choices):
        yield Fault(name, "choice_twice")
    if not all(choice.label.has(first) for choice in choices):
        yield Fault(name, "choice_no_label")


def _holders(survey: Survey) -> Iterator[Page | Question]:
    for page in survey.pages:
        yield page
        yield from page.questions


def _asked_by(holder: Page | Question) -> frozenset[str]:
    conditions = [holder.relevant]
    if isinstance(holder, Question):
        conditions.append(holder.constraint)
    return frozenset(name for one in conditions if one is not None for name in names_in(one))


def _misplaced(
    holder: str,
    condition: Expression | None,
    before: set[str],
    order: list[str],
    asks: Mapping[str, frozenset[str]],
    *,
    own: bool,
) -> Iterator[Fault]:
    if condition is None:
        return
    if not own and Own() in tuple(parts(condition)):
        yield Fault(holder, "condition_circle", {"name": holder})
    for name in names_in(condition):
        if name in before:
            continue
        if name not in order:
            yield Fault(holder, "condition_unknown", {"name": name})
        elif _leads_to(name, holder, asks):
            yield Fault(holder, "condition_circle", {"name": name})
        else:
            yield Fault(holder, "condition_later", {"name": name})


def _leads_to(start: str, goal: str, asks: Mapping[str, frozenset[str]]) -> bool:
    seen: set[str] = set()
    ahead = {start}
    while ahead:
        name = ahead.pop()
        if name == goal:
            return True
        seen.add(name)
        ahead |= asks.get(name, frozenset()) - seen
    return False
