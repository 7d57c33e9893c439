"""Texts that a regular expression works hardest on, made of its own alphabet.

They are read off the parse of the expression: a run of each letter that its repeats can take, what leads up
to each repeat said again and again, whole matches and those that lack a letter.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import zip_longest
from typing import Any, NamedTuple

parser: Any = import_module("re._parser")  # as `re` itself reads expressions; nobody has typed it
code: Any = import_module("re._constants")
MANY = 16  # times that a repeat may be taken before it counts as one without end
MOST = 14  # texts of one expression
# Letters to choose from: those of words first, or those between words.
WORDS, BLANKS = "aXzåÄé0_", " \t\n\u00a0.,:;-–'\"\\/()[]{}<>=+*#%&@!?|~$§•\x00"
ORDERS = (WORDS + BLANKS, BLANKS + WORDS)

Node = tuple[Any, Any]
Regex = re.Pattern[Any]


class Hostile(NamedTuple):
    """What a hostile text begins with, what it repeats, and what it ends with."""

    lead: str
    unit: str
    end: str

    def of_length(self, length: int) -> str:
        """A text of about that many characters."""
        return self.lead + self.unit * (length // len(self.unit)) + self.end


def hostile_texts(regex: Regex) -> list[Hostile]:
    """The hostile texts of an expression, the most promising first."""
    tree = list(parser.parse(regex.pattern, regex.flags))
    runs = _runs(tree, regex)
    leads = list(dict.fromkeys(lead for order in ORDERS for lead in _leads(tree, regex, order) if lead))
    wholes = [_sample(tree, regex, order) for order in ORDERS]
    by_kind = (
        [Hostile("", letter, "\x00") for letter in runs],
        [Hostile(lead, letter, "\x01") for lead in leads for letter in runs[:4]],
        [Hostile("", lead, "\x00") for lead in leads],
        [Hostile("", part, "\x00") for whole in wholes for part in (whole, whole[:-1], whole[1:]) if part],
        [Hostile("", f"{letter}{other}", "") for letter in runs for other in runs if letter < other],
    )
    mixed = (text for row in zip_longest(*by_kind) for text in row if text)
    return list(dict.fromkeys(mixed))[:MOST]


def _runs(tree: list[Node], regex: Regex) -> list[str]:
    """Letters that repeats without end take: one for each set of repeats that take it, widest first."""
    takers = [item for is_endless, item, _ in _repeats(tree) if is_endless]
    alike: dict[tuple[bool, ...], str] = {}
    for letter in ORDERS[0]:
        takes = tuple(any(_takes(part, letter, regex) for part in _letters(item)) for item in takers)
        if any(takes):
            alike.setdefault(takes, letter)
    return [alike[takes] for takes in sorted(alike, key=sum, reverse=True)]


def _leads(tree: list[Node], regex: Regex, order: str) -> Iterator[str]:
    """What leads up to each repeat without end, without and with the repeat taken once."""
    for is_endless, item, before in _repeats(tree):
        if is_endless:
            yield _sample(before, regex, order)
            yield _sample([*before, *item], regex, order)


def _repeats(
    tree: list[Node], before: tuple[Node, ...] = ()
) -> Iterator[tuple[bool, list[Node], list[Node]]]:
    """Each repeat: whether it has no end, what it repeats, and what comes before it."""
    for at, (what, of) in enumerate(tree):
        so_far = (*before, *tree[:at])
        if what in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            yield of[1] > MANY, list(of[2]), list(so_far)
        for inner in _parts(what, of):
            yield from _repeats(inner, so_far)


def _parts(what: Any, of: Any) -> list[list[Node]]:
    """What stands within a part of an expression."""
    match what:
        case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
            return [list(of[2])]
        case code.SUBPATTERN:
            return [list(of[3])]
        case code.BRANCH:
            return [list(branch) for branch in of[1]]
        case code.ASSERT | code.ASSERT_NOT:
            return [list(of[1])]
        case code.ATOMIC_GROUP:
            return [list(of)]
    return []


def _letters(tree: list[Node]) -> Iterator[Node]:
    """The parts of one letter each."""
    for what, of in tree:
        if what in (code.LITERAL, code.NOT_LITERAL, code.IN, code.ANY):
            yield what, of
        for inner in _parts(what, of):
            yield from _letters(inner)


def _sample(tree: list[Node], regex: Regex, order: str) -> str:
    """A text that these parts match, or nearly."""
    text = ""
    for what, of in tree:
        match what:
            case code.LITERAL:
                text += chr(of)
            case code.NOT_LITERAL | code.IN | code.ANY:
                text += _letter((what, of), regex, order)
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                text += _sample(list(of[2]), regex, order) * min(max(of[0], 1), MANY)
            case code.BRANCH:
                text += max((_sample(list(branch), regex, order) for branch in of[1]), key=len)
            case code.SUBPATTERN | code.ATOMIC_GROUP:
                text += _sample(_parts(what, of)[0], regex, order)
            case code.ASSERT if of[0] > 0:
                text += _sample(list(of[1]), regex, order)
    return text


def _letter(part: Node, regex: Regex, order: str) -> str:
    """The first letter of `order` that a part takes, else the first that it names."""
    for letter in order:
        if _takes(part, letter, regex):
            return letter
    what, of = part
    named = of if what is code.IN else ()
    numbers = [
        each[0] if kind is code.RANGE else each for kind, each in named if kind in (code.LITERAL, code.RANGE)
    ]
    return chr(numbers[0]) if numbers else "a"


def _takes(part: Node, letter: str, regex: Regex) -> bool:
    """Whether a part of one letter takes this one."""
    what, of = part
    match what:
        case code.ANY:
            return letter != "\n" or bool(regex.flags & re.S)
        case code.LITERAL | code.NOT_LITERAL:
            return _is_alike(of, letter, regex.flags) == (what is code.LITERAL)
    return _is_in(tuple(of), letter, regex.flags, isinstance(regex.pattern, bytes))


@cache
def _is_in(of: tuple[Any, ...], letter: str, flags: int, is_bytes: bool) -> bool:
    is_taken = is_not = False
    for what, value in of:
        match what:
            case code.NEGATE:
                is_not = True
            case code.LITERAL:
                is_taken |= _is_alike(value, letter, flags)
            case code.RANGE:
                cases = {letter, letter.lower(), letter.upper()} if flags & re.I else {letter}
                is_taken |= any(len(one) == 1 and value[0] <= ord(one) <= value[1] for one in cases)
            case code.CATEGORY:
                is_taken |= _is_of_kind(str(value), letter, bool(flags & re.A) or is_bytes)
    return is_taken != is_not


def _is_alike(number: int, letter: str, flags: int) -> bool:
    return chr(number) == letter or (bool(flags & re.I) and chr(number).lower() == letter.lower())


def _is_of_kind(kind: str, letter: str, is_ascii: bool) -> bool:
    signs = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
    is_taken = bool(re.match(signs[kind.split("_")[-1]], letter, re.A if is_ascii else 0))
    return is_taken != ("_NOT_" in kind)
