"""What a condition says of the answers so far, by the rules of XPath 1.0 that XLSForm builds on.

A question without an answer is an empty text. A comparison with a number is false when the other side
is no number. A day compares with a day, and as days since 1970 with a number, so `. >= today() - 30`
works. Numbers are decimals: 0.1 + 0.2 is 0.3.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from typing import TypeAlias

from handslag.domain.surveys.answers import Value
from handslag.domain.surveys.expressions import (
    Answer,
    Call,
    Expression,
    Negative,
    Number,
    Operation,
    Own,
    Text,
)
from handslag.domain.surveys.patterns import matches

Result: TypeAlias = str | bool | Decimal | date | tuple[str, ...]

_NOT_A_NUMBER = Decimal("NaN")
_SUMS = Context(prec=28, traps=[])  # what cannot be computed is no number, never an error
_EPOCH = date(1970, 1, 1)
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")  # a text that is a number


@dataclass(frozen=True, slots=True)
class Asked:
    """What a condition may look at: the answers so far, the own answer (`.`), and the day."""

    answers: Mapping[str, Value]
    on: date
    own: Value = ""


def holds(condition: Expression | None, asked: Asked) -> bool:
    """Whether `condition` holds; None always does."""
    return condition is None or _truth(value_of(condition, asked))


def value_of(expression: Expression, asked: Asked) -> Result:
    """The value of an expression that `expressions.parse` gave."""
    match expression:
        case Text(text):
            return text
        case Number(number):
            return number
        case Answer(name):
            return _result(asked.answers.get(name, ""))
        case Own():
            return _result(asked.own)
        case Negative(of):
            return -_number(value_of(of, asked))
        case Call(function, arguments):
            return _FUNCTIONS[function](*(value_of(one, asked) for one in arguments), *_day(function, asked))
        case Operation("and", left, right):
            return _truth(value_of(left, asked)) and _truth(value_of(right, asked))
        case Operation("or", left, right):
            return _truth(value_of(left, asked)) or _truth(value_of(right, asked))
        case Operation(operator, left, right):
            return _operate(operator, value_of(left, asked), value_of(right, asked))


def _result(value: Value) -> Result:
    return Decimal(value) if isinstance(value, int) else value


def _day(function: str, asked: Asked) -> tuple[date, ...]:
    return (asked.on,) if function == "today" else ()


def _truth(value: Result) -> bool:
    if isinstance(value, Decimal):
        return not value.is_nan() and value != 0
    return True if isinstance(value, date) else bool(value)


def _number(value: Result) -> Decimal:
    match value:
        case bool():
            return Decimal(int(value))
        case Decimal():
            return value
        case date():
            return Decimal((value - _EPOCH).days)
        case str():
            day = _day_of(value)
            if day is not None:
                return Decimal((day - _EPOCH).days)
            return Decimal(value) if _PLAIN.fullmatch(value) else _NOT_A_NUMBER
    return _NOT_A_NUMBER


def _text(value: Result) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value.normalize(_SUMS):f}"
        case date():
            return value.isoformat()
        case tuple():
            return " ".join(value)
    return value


def _day_of(text: str) -> date | None:
    if len(text) != 10 or text[4] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _operate(operator: str, left: Result, right: Result) -> Result:
    if operator in ("=", "!="):
        return _equal(left, right) == (operator == "=")
    first, second = _number(left), _number(right)
    if operator in _ORDERS:
        return not first.is_nan() and not second.is_nan() and _ORDERS[operator](first, second)
    result = _SUM[operator](first, second)
    return result if result.is_finite() else _NOT_A_NUMBER


def _equal(left: Result, right: Result) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return _truth(left) == _truth(right)
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        first, second = _number(left), _number(right)
        return not first.is_nan() and not second.is_nan() and first == second
    return _text(left) == _text(right)


def _selected(chosen: Result, name: Result) -> bool:
    return _text(name) in (chosen if isinstance(chosen, tuple) else _text(chosen).split())


def _count_selected(chosen: Result) -> Decimal:
    return Decimal(len(chosen if isinstance(chosen, tuple) else _text(chosen).split()))


_ORDERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
_SUM: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": _SUMS.add,
    "-": _SUMS.subtract,
    "*": _SUMS.multiply,
    "div": _SUMS.divide,
    "mod": _SUMS.remainder,
}
_FUNCTIONS: dict[str, Callable[..., Result]] = {
    "selected": _selected,
    "count-selected": _count_selected,
    "string-length": lambda value: Decimal(len(_text(value))),
    "regex": lambda value, pattern: matches(_text(pattern), _text(value)),
    "coalesce": lambda first, second: first if _text(first) else second,
    "if": lambda condition, yes, no: yes if _truth(condition) else no,
    "not": lambda value: not _truth(value),
    "true": lambda: True,
    "false": lambda: False,
    "today": lambda on: on,
}
