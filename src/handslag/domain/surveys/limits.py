"""Limits that a constraint spells out: `. >= 0 and . <= 120`, `count-selected(.) <= 3`.

The constraint is the only place where they are written. Read back from there they give a page its
numbers beside the field ("choose at most three") and an error that says what the limit is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from handslag.domain.surveys.definitions import Kind, Question
from handslag.domain.surveys.expressions import Call, Expression, Number, Operation, Own, conjuncts

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
        return Limits(Decimal(question.lowest), Decimal(question.highest))
    if question.constraint is None:
        return _NONE
    lowest, highest = _bounds(question, _OWN)
    fewest, most = _bounds(question, _COUNT)
    _, longest = _bounds(question, _LENGTH)
    return Limits(lowest, highest, _whole(fewest), _whole(most), _whole(longest))


def _bounds(question: Question, of: Expression) -> tuple[Decimal | None, Decimal | None]:
    found = list(_comparisons(question, of))
    lows = [number for operator, number in found if operator in (">=", "=")]
    highs = [number for operator, number in found if operator in ("<=", "=")]
    return max(lows, default=None), min(highs, default=None)


def _comparisons(question: Question, of: Expression) -> Iterator[tuple[str, Decimal]]:
    """Comparisons of `of` with a number; `<` and `>` as `<=` and `>=` where only whole numbers can be."""
    is_whole = of != _OWN or question.kind is Kind.INTEGER
    for part in conjuncts(question.constraint) if question.constraint else ():
        match part:
            case Operation(operator, left, Number(number)) if left == of:
                pass
            case Operation(operator, Number(number), right) if right == of and operator in _FLIPPED:
                operator = _FLIPPED[operator]
            case _:
                continue
        if operator in ("<", ">"):
            if not is_whole or number != int(number):
                continue
            operator, number = (f"{operator}=", number + (1 if operator == ">" else -1))
        yield operator, number


def _whole(number: Decimal | None) -> int | None:
    return None if number is None else int(number)
