"""Limits that a constraint spells out: `. >= 0 and . <= 120`, `count-selected(.) <= 3`.

The constraint is the only place where they are written. Read back from there they give a page its
numbers beside the field ("choose at most three") and an error that says what the limit is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from handslag.domain.surveys.definitions import Kind, Question
from handslag.domain.surveys.expressions import (
    Call,
    Expression,
    Number,
    Operation,
    Own,
    both,
    conjuncts,
)

_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_OWN = Own()
_COUNT = Call("count-selected", (_OWN,))
_LENGTH = Call("string-length", (_OWN,))


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer must keep within; None where nothing is said."""

    lowest: Decimal | None = None  # of a number or a scale
    highest: Decimal | None = None
    fewest: int | None = None  # choices
    most: int | None = None
    longest: int | None = None  # characters


_NONE = Limits()


def limits(question: Question) -> Limits:
    """The limits of a question: the ends of its scale, and what its constraint says plainly."""
    if question.kind is Kind.SCALE:
        return _of_scale(question.lowest, question.highest)
    return _NONE if question.constraint is None else _of_constraint(question.kind, question.constraint)


def beyond_limits(question: Question) -> Expression | None:
    """What a constraint says besides the limits that `limits` reads in it."""
    rest: Expression | None = None
    for part in conjuncts(question.constraint) if question.constraint else ():
        if not any(_comparison(question.kind, of, part) for of in (_OWN, _COUNT, _LENGTH)):
            rest = both(rest, part)
    return rest


def limiting(kind: Kind, lowest: Decimal | None, highest: Decimal | None) -> Expression | None:
    """The constraint that keeps a number, or how many are chosen, within limits; None for other kinds."""
    subjects: dict[Kind, Expression] = {
        Kind.INTEGER: _OWN,
        Kind.DECIMAL: _OWN,
        Kind.MULTIPLE: _COUNT,
        Kind.RANKING: _COUNT,
    }
    subject = subjects.get(kind)
    found: Expression | None = None
    for operator, number in ((">=", lowest), ("<=", highest)):
        if subject is not None and number is not None:
            found = both(found, Operation(operator, subject, Number(number)))
    return found


@lru_cache(maxsize=64)
def _of_scale(lowest: int, highest: int) -> Limits:
    return Limits(Decimal(lowest), Decimal(highest))


@lru_cache(maxsize=1024)
def _of_constraint(kind: Kind, constraint: Expression) -> Limits:
    lowest, highest = _bounds(kind, constraint, _OWN)
    fewest, most = _bounds(kind, constraint, _COUNT)
    _, longest = _bounds(kind, constraint, _LENGTH)
    return Limits(lowest, highest, _whole(fewest), _whole(most), _whole(longest))


def _bounds(kind: Kind, constraint: Expression, of: Expression) -> tuple[Decimal | None, Decimal | None]:
    found = list(_comparisons(kind, constraint, of))
    lows = [number for operator, number in found if operator in (">=", "=")]
    highs = [number for operator, number in found if operator in ("<=", "=")]
    return max(lows, default=None), min(highs, default=None)


def _comparisons(kind: Kind, constraint: Expression, of: Expression) -> Iterator[tuple[str, Decimal]]:
    for part in conjuncts(constraint):
        found = _comparison(kind, of, part)
        if found:
            yield found


def _comparison(kind: Kind, of: Expression, part: Expression) -> tuple[str, Decimal] | None:
    """A comparison of `of` with a number; `<` and `>` as `<=` and `>=` where only whole numbers can be."""
    match part:
        case Operation(operator, left, Number(number)) if left == of and operator in _FLIPPED:
            pass
        case Operation(operator, Number(number), right) if right == of and operator in _FLIPPED:
            operator = _FLIPPED[operator]
        case _:
            return None
    if operator in ("<", ">"):
        if (of == _OWN and kind is not Kind.INTEGER) or number != int(number):
            return None
        return f"{operator}=", number + (1 if operator == ">" else -1)
    return operator, number


def _whole(number: Decimal | None) -> int | None:
    return None if number is None else int(number)
