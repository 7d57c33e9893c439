"""The questions of a survey as a template prints them: words in their language, choices with their ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.listening.redaction import perhaps_persons, redact
from handslag.domain.surveys import (
    Choice,
    Kind,
    Question,
    Survey,
    Texts,
    direction,
    limits,
)
from handslag.domain.surveys.answers import LONGEST_TEXT
from handslag.domain.surveys.checking import Problem
from handslag.web.errors import said
from handslag.web.survey.sheet import PREFIX, Sheet, by_name

NO_WORDS = Texts()
LONG_LIST = 12  # choices; more of them go into a list to open
RADIOS = (Kind.SINGLE, Kind.PLACE, Kind.SCALE)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: `plain` is its label where no markup can stand."""

    value: str
    label: SafeString
    plain: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a ranking, with everything that can be put there."""

    number: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question. `described` names the elements that say more about its field."""

    name: str
    field: str
    kind: str
    label: SafeString
    plain: str
    section: SafeString
    hint: SafeString
    how: str
    is_required: bool
    is_long: bool
    value: str
    longest: int
    options: tuple[Option, ...]
    places: tuple[Place, ...]
    low: SafeString
    high: SafeString
    error: str

    @property
    def is_list(self) -> bool:
        """Whether there are too many choices to show them all."""
        return self.kind in (Kind.SINGLE, Kind.PLACE) and len(self.options) > LONG_LIST

    @property
    def can_be_cleared(self) -> bool:
        """Whether something is chosen that the browser does not let go of."""
        return (
            not self.is_required and any(option.is_chosen for option in self.options) and self.kind in RADIOS
        )

    @property
    def described(self) -> str:
        """Ids for aria-describedby, in reading order."""
        parts = (("hint", self.hint), ("how", self.how), ("error", self.error))
        return " ".join(f"{self.field}-{part}" for part, words in parts if words)


@dataclass(frozen=True, slots=True)
class Given:
    """A question with what was answered, on the page where answers are looked over."""

    name: str
    label: SafeString
    plain: str
    answer: SafeString | str
    is_text: bool
    persons: str  # words that may point somebody out
    is_masked: bool


def words(texts: Texts, language: str) -> SafeString:
    """The words for somebody who reads `language`; marked when they are in another language than the page."""
    tag, said = texts.language_for(language), texts.say(language)
    if not tag or tag == get_language():
        return format_html("{}", said)
    return format_html('<span lang="{}" dir="{}">{}</span>', tag, direction(tag), said)


def row_of(sheet: Sheet, question: Question, problem: Problem | None, section: Texts) -> Row:
    """A question as a form shows it, with what has been answered so far."""
    sent = sheet.posted.get(question.name, [])
    say_it = sheet.language
    choices = _choices(sheet.survey, question)
    most = limits(question).most or len(choices)
    ranks = range(min(most, len(choices)) if question.kind is Kind.RANKING else 0)
    return Row(
        name=question.name,
        field=PREFIX + question.name,
        kind=question.kind.value,
        label=words(question.label, say_it),
        plain=question.label.say(say_it),
        section=words(section, say_it),
        hint=words(question.hint, say_it),
        how=_how(question, len(choices)),
        is_required=question.is_required,
        is_long=question.is_long,
        value=sent[0] if sent else "",
        longest=int(min(limits(question).longest or LONGEST_TEXT, LONGEST_TEXT)),
        options=tuple(_option(choice, say_it, sent) for choice in choices),
        places=tuple(
            Place(rank + 1, tuple(_option(choice, say_it, sent[rank : rank + 1]) for choice in choices))
            for rank in ranks
        ),
        low=words(question.low_label, say_it),
        high=words(question.high_label, say_it),
        error="" if problem is None else said(problem.code, problem.params),
    )


def rows_of(sheet: Sheet, names: tuple[str, ...], problems: Mapping[str, Problem]) -> list[Row]:
    """The questions and notes called `names`; the first of each page of the survey carries its heading."""
    rows, sections = [], _sections(sheet.survey)
    last: Texts | None = None
    for name in names:
        section = sections[name]
        shown = section if section != last else NO_WORDS
        rows.append(row_of(sheet, by_name(sheet.survey)[name], problems.get(name), shown))
        last = section
    return rows


def given(sheet: Sheet) -> list[Given]:
    """Every question that is asked and what was answered, texts as they will be stored."""
    answers = sheet.answers
    questions = by_name(sheet.survey)
    asked = [questions[name] for name in sheet.asked if questions[name].kind is not Kind.NOTE]
    return [_given(sheet, question, answers.get(question.name)) for question in asked]


def _given(sheet: Sheet, question: Question, value: object) -> Given:
    is_text = question.kind is Kind.TEXT and bool(value)
    masked = redact(str(value)) if is_text else ""
    return Given(
        name=question.name,
        label=words(question.label, sheet.language),
        plain=question.label.say(sheet.language),
        answer=masked if is_text else _answer(sheet, question, value),
        is_text=is_text,
        persons=", ".join(dict.fromkeys(perhaps_persons(str(value)))) if is_text else "",
        is_masked=is_text and masked != value,
    )


def _answer(sheet: Sheet, question: Question, value: object) -> SafeString | str:
    if value is None:
        return _("No answer")
    if question.kind is Kind.SCALE:
        return f"{value} ({_ends(sheet, question)})" if question.low_label else str(value)
    if not question.kind.has_choices:
        return str(value)
    labels = {
        choice.name: words(choice.label, sheet.language) for choice in sheet.survey.choices_of(question)
    }
    chosen = value if isinstance(value, tuple) else (str(value),)
    said = [labels[name] for name in chosen if name in labels]
    if question.kind is Kind.RANKING:
        said = [format_html("{}. {}", place, label) for place, label in enumerate(said, start=1)]
    whole = format_html("{}", said[0]) if said else format_html("")
    for label in said[1:]:
        whole = format_html("{}, {}", whole, label)
    return whole


def _ends(sheet: Sheet, question: Question) -> str:
    low, high = question.low_label.say(sheet.language), question.high_label.say(sheet.language)
    return f"{question.lowest} = {low}, {question.highest} = {high}"


def _choices(survey: Survey, question: Question) -> tuple[Choice, ...]:
    """What can be picked; the numbers of a scale are choices as well."""
    if question.kind is not Kind.SCALE:
        return survey.choices_of(question)
    numbers = range(question.lowest, question.highest + 1)
    return tuple(Choice(str(number), number, Texts.of({"": str(number)})) for number in numbers)


def _option(choice: Choice, language: str, sent: Sequence[str]) -> Option:
    plain = choice.label.say(language)
    label = words(choice.label, language) if choice.label.language_for(language) else format_html("{}", plain)
    return Option(choice.name, label, plain, choice.name in sent)


def _how(question: Question, choices: int) -> str:
    """How to answer, where the field alone does not say it."""
    bounds = limits(question)
    match question.kind:
        case Kind.MULTIPLE if bounds.most is not None and bounds.most < choices:
            return _("Choose at most {most}.").format(most=bounds.most)
        case Kind.MULTIPLE:
            return _("You can choose several.")
        case Kind.RANKING:
            return _("Put the most important first. You need not fill in all places.")
        case Kind.DATE:
            return _("Write year, month and day, such as 2019-09-02.")
        case Kind.TEXT:
            return _("Write nothing that shows who you or somebody else is: no names, no addresses.")
    return ""


def _sections(survey: Survey) -> dict[str, Texts]:
    """The heading that each question stands under."""
    return {question.name: page.label for page in survey.pages for question in page.questions}
