"""What a survey is: pages of questions, lists of choices, languages. The kinds are those of XLSForm.

A definition says what is asked. Who may answer, and when, stands beside it (`SurveyState`, `Lane`).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from handslag.domain.errors import BadInput
from handslag.domain.surveys.expressions import Expression
from handslag.domain.surveys.texts import NO_WORDS, Texts

PLACES = "places"  # the list of choices that stands for the municipality's own place list


class Kind(StrEnum):
    """What a question asks for, and so what type an answer has (`answers.Value`)."""

    TEXT = "text"  # str; `is_long` gives room for several lines
    SINGLE = "single"  # one choice
    MULTIPLE = "multiple"  # any number of choices
    SCALE = "scale"  # a whole number from `lowest` to `highest`, with words at both ends
    RANKING = "ranking"  # choices in order, the most important first
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    PLACE = "place"  # one place of the municipality's own list
    NOTE = "note"  # words to read; nothing is answered

    @property
    def has_choices(self) -> bool:
        return self in _WITH_CHOICES


_WITH_CHOICES = {Kind.SINGLE, Kind.MULTIPLE, Kind.RANKING, Kind.PLACE}


class SurveyState(StrEnum):
    """A draft can be changed; an open one is answered; a closed one is counted; frozen results stay."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    FROZEN = "frozen"


class Lane(StrEnum):
    """How an answer came in. The lanes are kept apart in every result."""

    OPEN_LINK = "open_link"  # anybody with the address: never a sample
    CODE = "code"  # a code from a letter, the library or a meeting, used once
    STAFF = "staff"  # entered by staff from paper or a talk in the street


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to pick. `name` stands in files and conditions, `code` is the number that is stored."""

    name: str
    code: int
    label: Texts


@dataclass(frozen=True, slots=True)
class Opening:
    """When a survey takes answers, and by which lanes; days and lanes count while it is open."""

    state: SurveyState
    lanes: tuple[Lane, ...]
    opens_on: date | None = None  # None: from when it is opened
    closes_on: date | None = None  # the last day; None: until it is closed

    def takes_answers(self, lane: Lane, on: date) -> bool:
        """Whether an answer may come in by `lane` on the day `on`."""
        return (
            self.state is SurveyState.OPEN
            and lane in self.lanes
            and (self.opens_on is None or self.opens_on <= on)
            and (self.closes_on is None or on <= self.closes_on)
        )

    def takes_staff_only(self, on: date) -> bool:
        """Whether answers may come in on the day `on`, now or later, but none from residents themselves."""
        is_over = self.closes_on is not None and self.closes_on < on
        return self.state is SurveyState.OPEN and self.lanes == (Lane.STAFF,) and not is_over

    def takes_residents(self, on: date) -> bool:
        """Whether residents can answer on the day `on`, by an open link or with a code."""
        return self.takes_answers(Lane.OPEN_LINK, on) or self.takes_answers(Lane.CODE, on)


@dataclass(frozen=True)  # without slots: what is computed once is kept in it
class ChoiceList:
    """Choices that one or several questions share."""

    name: str
    choices: tuple[Choice, ...] = ()

    @cached_property
    def codes(self) -> Mapping[str, int]:
        """Name → code, in order."""
        return {choice.name: choice.code for choice in self.choices}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which fields count depends on `kind`.

    `relevant`: asked only when it holds; `constraint`: what an answer must hold, `.` being the answer;
    `constraint_message` is said when it does not. `choices`: name of a list. `lowest` to `highest` is
    the scale, with `low_label` and `high_label` at its ends. `is_sensitive`: about the person
    (background, victimisation), so that results hide it sooner (suppression rule 6).
    """

    name: str
    kind: Kind
    label: Texts
    hint: Texts = NO_WORDS
    is_required: bool = False
    relevant: Expression | None = None
    constraint: Expression | None = None
    constraint_message: Texts = NO_WORDS
    choices: str = ""
    lowest: int = 1
    highest: int = 5
    low_label: Texts = NO_WORDS
    high_label: Texts = NO_WORDS
    is_long: bool = False
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Questions that belong together (a group in XLSForm). A page without a name has no heading."""

    name: str = ""
    label: Texts = NO_WORDS
    relevant: Expression | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)  # without slots: what is computed once is kept in it
class Survey:
    """A whole survey. `languages`: the first is the one it was written in.

    `unchecked`: languages whose translation no person who reads the language has checked yet.
    `version` counts corrections of an open survey; names and codes never change between versions.
    """

    id: str
    title: Texts
    languages: tuple[str, ...]
    pages: tuple[Page, ...] = ()
    choice_lists: tuple[ChoiceList, ...] = ()
    unchecked: tuple[str, ...] = ()
    version: int = 1

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions and notes, in the order they are asked."""
        return tuple(question for page in self.pages for question in page.questions)

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Names of questions that can be answered straight down: scales of one kind, choices of one list.

        A list counts from four choices (very safe … very unsafe): yes and no are no scale.
        """
        found: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for question in self.questions:
            if question.kind is Kind.SCALE:
                found[question.lowest, question.highest].append(question.name)
            elif question.kind is Kind.SINGLE and len(self.choices_of(question)) >= _SCALE_OF_WORDS:
                found[(question.choices,)].append(question.name)
        return tuple(map(tuple, found.values()))

    def question(self, name: str) -> Question:
        """The question called `name`. Raises `BadInput("unknown_question")`."""
        for question in self.questions:
            if question.name == name:
                return question
        raise BadInput("unknown_question", name=name)

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """What can be picked, in order; () for kinds without choices or a list that is not there."""
        return self._list_of(question).choices

    def codes_of(self, question: Question) -> Mapping[str, int]:
        """Name → code of what can be picked, in order; {} where `choices_of` gives ()."""
        return self._list_of(question).codes

    def _list_of(self, question: Question) -> ChoiceList:
        return self._lists.get(question.choices, _NO_LIST) if question.kind.has_choices else _NO_LIST

    @cached_property
    def _lists(self) -> Mapping[str, ChoiceList]:
        return {one.name: one for one in self.choice_lists}


_NO_LIST = ChoiceList("")
_SCALE_OF_WORDS = 4
