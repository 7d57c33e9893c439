"""Surveys: what is asked, who is asked what, and what is wrong with an answer. See docs/rules/surveys.md."""

from handslag.domain.surveys.answers import Answers, Code, Value, clean, coded, decoded, typed
from handslag.domain.surveys.checking import Problem, asked, kept, problems
from handslag.domain.surveys.definitions import (
    PLACES,
    Choice,
    ChoiceList,
    Kind,
    Lane,
    Opening,
    Page,
    Question,
    Survey,
    SurveyState,
)
from handslag.domain.surveys.expressions import Expression, parse, parse_typed, written
from handslag.domain.surveys.limits import Limits, limits
from handslag.domain.surveys.stored import from_record, to_record
from handslag.domain.surveys.texts import EASY, LANGUAGES, Texts, direction, own_name

__all__ = [
    "EASY",
    "LANGUAGES",
    "PLACES",
    "Answers",
    "Choice",
    "ChoiceList",
    "Code",
    "Expression",
    "Kind",
    "Lane",
    "Limits",
    "Opening",
    "Page",
    "Problem",
    "Question",
    "Survey",
    "SurveyState",
    "Texts",
    "Value",
    "asked",
    "clean",
    "coded",
    "decoded",
    "direction",
    "from_record",
    "kept",
    "limits",
    "own_name",
    "parse",
    "parse_typed",
    "problems",
    "to_record",
    "typed",
    "written",
]
