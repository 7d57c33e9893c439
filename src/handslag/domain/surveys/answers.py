"""Answers: from what a browser sends to typed values, and from those to the small numbers that are stored."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from handslag.domain.errors import BadInput
from handslag.domain.importing.cells import day_in
from handslag.domain.surveys.definitions import Kind, Question, Survey

# TEXT, SINGLE, PLACE: str · MULTIPLE, RANKING: tuple · SCALE, INTEGER: int · DECIMAL: Decimal · DATE: date
Value = str | int | Decimal | date | tuple[str, ...]
Answers = Mapping[str, Value]
Code = int | str | tuple[int, ...]

LONGEST_TEXT = 2000  # characters of a free text, when the question sets no lower limit

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_DECIMAL = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,10})?")
_SPACES = re.compile(r"[\s\u00a0\u202f]")
# Marks that turn the direction of what follows: they hide what a text says and no keyboard writes them.
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")


def typed(survey: Survey, posted: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """The answers in `posted` (question → what was sent, in order), typed; empty ones left out.

    What cannot be read stays a text, so that `problems` can say what is wrong with it. Anything that
    is no question of the survey is passed by.
    """
    found = {
        question.name: _typed(question, posted[question.name])
        for question in survey.questions
        if question.kind is not Kind.NOTE and posted.get(question.name)
    }
    return {name: value for name, value in found.items() if value not in ("", ())}


def clean(text: str) -> str:
    """The text in composed letters (NFC), lines ended by one sign, without control and direction marks."""
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    if lines.replace("\n", "").replace("\t", "").isprintable():
        return lines.strip()
    kept = (sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return _HIDDEN.sub("", "".join(kept)).strip()


def coded(survey: Survey, answers: Answers) -> dict[str, Code]:
    """What is stored of answers that have no problems: choices as their codes, numbers as numbers.

    Decimals and dates are texts ("2.5", "2026-05-04"). Free texts are not among them: they are kept
    apart, without a link to the answer. Several choices stand in the order of the list, a ranking in
    its own. Fits JSON.
    """
    found: dict[str, Code] = {}
    for question in survey.questions:
        if question.name in answers and question.kind not in (Kind.TEXT, Kind.NOTE):
            found[question.name] = _code(survey, question, answers[question.name])
    return found


def decoded(survey: Survey, codes: Mapping[str, object]) -> dict[str, Value]:
    """The answers that `coded` was given, from what was stored (lists and tuples alike)."""
    found: dict[str, Value] = {}
    for question in survey.questions:
        if question.name in codes:
            found[question.name] = _value(survey, question, codes[question.name])
    return found


def _typed(question: Question, sent: Sequence[str]) -> Value:
    if question.kind in (Kind.MULTIPLE, Kind.RANKING):
        return tuple(dict.fromkeys(name for name in map(clean, sent) if name))
    text = clean(sent[0])
    match question.kind:
        case Kind.SCALE | Kind.INTEGER:
            digits = text if text.isdecimal() else _number_text(text)
            return int(digits) if _WHOLE.fullmatch(digits) else text
        case Kind.DECIMAL:
            digits = _number_text(text)
            return Decimal(digits) if _DECIMAL.fullmatch(digits) else text
        case Kind.DATE:
            return _day(text)
    return text


def _number_text(text: str) -> str:
    """Without thousands spaces, with a minus and a decimal point as Python knows them."""
    return _SPACES.sub("", text).replace("−", "-").replace(",", ".").replace("٫", ".")


def _day(text: str) -> date | str:
    if len(text) < 8 or not any(sign in text for sign in "-/. "):
        return text  # a bare number is no day, whatever a sheet would make of it
    try:
        return day_in(text)
    except BadInput:
        return text


def _code(survey: Survey, question: Question, value: Value) -> Code:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return value
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
