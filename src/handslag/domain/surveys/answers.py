"""Answers: from what a browser sends to typed values, and from those to the small numbers that are stored."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from handslag.domain.characters import folded
from handslag.domain.errors import BadInput
from handslag.domain.importing.days import day_in
from handslag.domain.surveys.definitions import Kind, Question, Survey

# TEXT, SINGLE, PLACE: str · MULTIPLE, RANKING: tuple · SCALE, INTEGER: int · DECIMAL: Decimal · DATE: date
Value = str | int | Decimal | date | tuple[str, ...]
Answers = Mapping[str, Value]
Code = int | str | tuple[int, ...]

LONGEST_TEXT = 2000  # characters of a free text, when the question sets no lower limit

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_DECIMAL = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,10})?")
_SPACES = re.compile(r"[\s\u00a0\u202f]")


def typed(survey: Survey, posted: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """The answers in `posted` (question → what was sent, in order), typed; empty ones left out.

    What cannot be read stays a text, so that `problems` can say what is wrong with it. Anything that
    is no question of the survey is passed by.
    """
    found: dict[str, Value] = {}
    for question in survey.questions:
        sent, read = posted.get(question.name), _READ.get(question.kind)
        if sent and read and (value := read(sent)) not in ("", ()):
            found[question.name] = value
    return found


def clean(text: str) -> str:
    """The text with its characters folded (`characters.py`), without blanks around it."""
    return folded(text).strip()


def coded(survey: Survey, answers: Answers) -> dict[str, Code]:
    """What is stored of answers that have no problems: choices as their codes, numbers as numbers.

    Decimals and dates are texts ("2.5", "2026-05-04"). Free texts are not among them: they are kept
    apart, without a link to the answer. Several choices stand in the order of the list, a ranking in
    its own. Fits JSON.
    """
    found: dict[str, Code] = {}
    for question in survey.questions:
        value = answers.get(question.name)
        if isinstance(value, int):
            found[question.name] = value
        elif value is not None and question.kind is not Kind.TEXT:
            found[question.name] = _code(survey, question, value)
    return found


def decoded(survey: Survey, codes: Mapping[str, object]) -> dict[str, Value]:
    """The answers that `coded` was given, from what was stored (lists and tuples alike)."""
    found: dict[str, Value] = {}
    for question in survey.questions:
        if question.name in codes:
            found[question.name] = _value(survey, question, codes[question.name])
    return found


def _text(sent: Sequence[str]) -> str:
    return clean(sent[0])


def _several(sent: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(clean, sent) if name))


def _whole(sent: Sequence[str]) -> int | str:
    text = sent[0]
    digits = text if text.isdecimal() else _number_text(text)
    return int(digits) if _WHOLE.fullmatch(digits) else clean(text)


def _decimal(sent: Sequence[str]) -> Decimal | str:
    digits = _number_text(sent[0])
    return Decimal(digits) if _DECIMAL.fullmatch(digits) else clean(sent[0])


def _number_text(text: str) -> str:
    """Without spaces and control signs, with a minus and a decimal point as Python knows them."""
    return _SPACES.sub("", clean(text)).replace("−", "-").replace(",", ".").replace("٫", ".")


def _day(sent: Sequence[str]) -> date | str:
    text = clean(sent[0])
    if len(text) < 8 or not any(sign in text for sign in "-/. "):
        return text  # a bare number is no day, whatever a sheet would make of it
    try:
        return day_in(text)
    except BadInput:
        return text


_READ: Mapping[Kind, Callable[[Sequence[str]], Value]] = {
    Kind.TEXT: _text,
    Kind.SINGLE: _text,
    Kind.PLACE: _text,
    Kind.MULTIPLE: _several,
    Kind.RANKING: _several,
    Kind.SCALE: _whole,
    Kind.INTEGER: _whole,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _day,
}


def _code(survey: Survey, question: Question, value: str | Decimal | date | tuple[str, ...]) -> Code:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    codes = survey.codes_of(question)
    if isinstance(value, str):
        return codes[value]
    chosen = tuple(codes[name] for name in value)
    if question.kind is Kind.RANKING:
        return chosen
    return tuple(code for code in codes.values() if code in chosen)


def _value(survey: Survey, question: Question, code: object) -> Value:
    match question.kind:
        case Kind.DATE:
            return date.fromisoformat(str(code))
        case Kind.DECIMAL:
            return Decimal(str(code))
        case Kind.SCALE | Kind.INTEGER:
            return int(str(code))
    names = {choice.code: choice.name for choice in survey.choices_of(question)}
    if isinstance(code, list | tuple):
        return tuple(names[one] for one in code)
    return names[int(str(code))]
