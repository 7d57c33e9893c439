"""Conditions of a survey: `relevant` and `constraint`, in the part of XPath that XLSForm writers use.

`${age} >= 18`, `selected(${where}, 'centre') and not(${told} = 'no')`, `count-selected(.) <= 3`.
What is read: `${name}`, `.`, texts and numbers, `= != < <= > >=`, `and or`, `+ - * div mod`, and the
functions of `FUNCTIONS`. Anything else is refused with its position, never passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from handslag.domain.errors import BadInput
from handslag.domain.surveys.patterns import refuse_costly

LONGEST = 2000  # characters of one expression
DEEPEST = 40  # levels of brackets and functions

# name: (fewest, most) arguments.
FUNCTIONS: dict[str, tuple[int, int]] = {
    "selected": (2, 2),
    "count-selected": (1, 1),
    "string-length": (1, 1),
    "regex": (2, 2),
    "coalesce": (2, 2),
    "if": (3, 3),
    "not": (1, 1),
    "true": (0, 0),
    "false": (0, 0),
    "today": (0, 0),
}
# operator: how strongly it binds
BINDING = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(("=", "!="), 3),
    **dict.fromkeys(("<", "<=", ">", ">="), 4),
    **dict.fromkeys(("+", "-"), 5),
    **dict.fromkeys(("*", "div", "mod"), 6),
}
_UNARY, _ATOM = 7, 8
_STRAIGHT = str.maketrans(
    dict.fromkeys("“”„‟«»″＂", '"')
    | dict.fromkeys("‘’‚‛‹›′＇`´", "'")
    | dict.fromkeys("−–—‐‑", "-")
    | dict.fromkeys("\u00a0\u202f\u2009", " ")
    | dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", "")
    | {"≥": ">=", "≤": "<=", "≠": "!=", "＝": "=", "（": "(", "）": ")"}
)

_TOKEN = re.compile(
    r"(?:(?P<number>\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|\$\{\s*(?P<name>[^\s{}]+)\s*\}|(?P<dot>\.)"
    r"|(?P<sign><=|>=|!=|[=<>+*,()-])|(?P<word>[A-Za-z]+(?:-[A-Za-z]+)*))\s*",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotation marks."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """`${name}`: what was answered to a question, empty when it was skipped."""

    name: str


@dataclass(frozen=True, slots=True)
class Own:
    """`.`: the answer that a constraint is about."""


@dataclass(frozen=True, slots=True)
class Negative:
    """`-x`."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions with an operator of `BINDING` between them."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `FUNCTIONS` with its arguments."""

    function: str
    arguments: tuple["Expression", ...] = ()


Expression = Text | Number | Answer | Own | Negative | Operation | Call


def parse(source: str) -> Expression:
    """The expression that `source` spells. `written(parse(source))` means the same and parses equal.

    Raises `BadInput`: `expression_too_long`, `expression_unreadable` (with the `words` where it stops),
    `expression_unfinished`, `expression_function` (one we do not have), `expression_arguments`,
    `expression_too_deep`, and what `patterns.refuse_costly` raises.
    """
    if len(source) > LONGEST:
        raise BadInput("expression_too_long", most=LONGEST)
    return _Parser(source).whole()


def parse_typed(source: str) -> Expression:
    """`parse` of what a person wrote, whose program made ” of " and ≥ of >=.

    Raises as `parse`.
    """
    straight = source.translate(_STRAIGHT)
    if straight != source:
        try:
            return parse(straight)
        except BadInput:
            pass  # a text in it may hold such signs for its own sake
    return parse(source)


def written(expression: Expression) -> str:
    """The expression as text, in one spelling, with the brackets it needs and no others."""
    return _written(expression)[0]


def names_in(expression: Expression) -> tuple[str, ...]:
    """Names of the questions it asks about, each once, in the order they stand."""
    found = (part.name for part in parts(expression) if isinstance(part, Answer))
    return tuple(dict.fromkeys(found))


def parts(expression: Expression) -> Iterator[Expression]:
    """The expression and everything in it."""
    yield expression
    for child in _children(expression):
        yield from parts(child)


def conjuncts(expression: Expression) -> tuple[Expression, ...]:
    """The parts that must all hold: `a and b and c` → a, b, c."""
    if isinstance(expression, Operation) and expression.operator == "and":
        return (*conjuncts(expression.left), *conjuncts(expression.right))
    return (expression,)


def both(first: Expression | None, second: Expression | None) -> Expression | None:
    """That both hold, where None always holds."""
    if first is None or second is None:
        return first or second
    return Operation("and", first, second)


def _children(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Negative(of):
            return (of,)
        case Operation(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
    return ()


def _written(expression: Expression) -> tuple[str, int]:
    """The text, and how strongly its outermost part binds."""
    match expression:
        case Text(value):
            return (f'"{value}"' if "'" in value else f"'{value}'"), _ATOM
        case Number(value):
            return f"{value:f}", _ATOM
        case Answer(name):
            return f"${{{name}}}", _ATOM
        case Own():
            return ".", _ATOM
        case Negative(of):
            return f"-{_within(of, _UNARY)}", _UNARY
        case Call(function, arguments):
            return f"{function}({', '.join(map(written, arguments))})", _ATOM
        case Operation(operator, left, right):
            strength = BINDING[operator]
            return f"{_within(left, strength)} {operator} {_within(right, strength + 1)}", strength


def _within(expression: Expression, least: int) -> str:
    words, strength = _written(expression)
    return words if strength >= least else f"({words})"


class _Parser:
    """Reads from left to right; one method per level of binding."""

    def __init__(self, source: str) -> None:
        self.tokens = list(_tokens(source))
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        found = self.binary(1)
        kind, value = self.peek()
        if kind != "end":
            raise BadInput("expression_unreadable", words=value)
        return found

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at]

    def take(self) -> tuple[str, str]:
        kind, value = self.tokens[self.at]
        if kind == "end":
            raise BadInput("expression_unfinished")
        self.at += 1
        return kind, value

    def expect(self, sign: str) -> None:
        _, value = self.take()
        if value != sign:
            raise BadInput("expression_unreadable", words=value)

    def binary(self, least: int) -> Expression:
        left = self.unary()
        while True:
            kind, operator = self.peek()
            strength = BINDING.get(operator, 0) if kind in ("sign", "word") else 0
            if not strength or strength < least:
                return left
            self.take()
            left = Operation(operator, left, self.binary(strength + 1))
            self.deeper(left)

    def deeper(self, found: Expression) -> None:
        """A long chain nests as deeply as brackets do; both must stay within what recursion bears."""
        depth, here = 0, found
        while isinstance(here, Operation):
            depth, here = depth + 1, here.left
        if depth > 5 * DEEPEST:
            raise BadInput("expression_too_deep", most=DEEPEST)

    def unary(self) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise BadInput("expression_too_deep", most=DEEPEST)
        if self.peek() == ("sign", "-"):
            self.take()
            found: Expression = Negative(self.unary())
        else:
            found = self.atom()
        self.depth -= 1
        return found

    def atom(self) -> Expression:
        kind, value = self.take()
        match kind:
            case "number":
                return Number(Decimal(value))
            case "text":
                return Text(value[1:-1])
            case "name":
                return Answer(value)
            case "dot":
                return Own()
            case "word" if value not in BINDING:
                return self.call(value)
            case "sign" if value == "(":
                found = self.binary(1)
                self.expect(")")
                return found
        raise BadInput("expression_unreadable", words=value)

    def call(self, function: str) -> Expression:
        if self.peek() != ("sign", "("):
            raise BadInput("expression_unreadable", words=function)
        if function not in FUNCTIONS:
            raise BadInput("expression_function", function=function)
        self.take()
        arguments: list[Expression] = []
        while self.peek() != ("sign", ")"):
            if arguments:
                self.expect(",")
            arguments.append(self.binary(1))
        self.take()
        return _checked(Call(function, tuple(arguments)))


def _checked(call: Call) -> Call:
    fewest, most = FUNCTIONS[call.function]
    if not fewest <= len(call.arguments) <= most:
        raise BadInput("expression_arguments", function=call.function, wanted=fewest)
    if call.function == "regex":
        pattern = call.arguments[1]
        if not isinstance(pattern, Text):
            raise BadInput("pattern_not_text")
        refuse_costly(pattern.value)
    return call


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    source, at = source.strip(), 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None or found.lastgroup is None:
            raise BadInput("expression_unreadable", words=source[at : at + 30])
        yield found.lastgroup, found[found.lastgroup]
        at = found.end()
    yield "end", ""
