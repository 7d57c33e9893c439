"""Which promise a row is for: by its number, else by the words it shares with one promise only."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from handslag.domain.errors import BadInput
from handslag.domain.promises import PromiseState, Spread

ENOUGH: Final = Fraction(1, 2)  # of the words of a part of a cell
_STEM: Final = 4  # letters that words must share from their start
_ENDING: Final = 2  # letters that may differ at the end of the shorter word
_number = re.compile(r"\d{1,6}")
_only_numbers = re.compile(
    r"(?:(?:medborgar)?löfte(?:na|n|t)?|promises?|nummer|nr|no|och|and|[\s#.,;:&]|\d+)+", re.I
)
_word = re.compile(r"[^\W\d_]+")
# Words that every promise and every calendar is full of, of at least `_STEM` letters.
_COMMON: Final = frozenset(
    " ".join(
        (
            "alla annan arbeta arbete eller efter från genomföra genomföras göra insats insatser inom kommun",
            "kommunen kommunens kommer lovar löfte medborgarlöfte minst mellan minska möte mötet också olika",
            "omkring polis polisen polisens samt samverkan skall till tillsammans under utföra vara varje",
            "vecka vilket året åtgärder about activity from meeting municipality police promise this with",
        )
    ).split()
)

FindPromises = Callable[[str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class KnownPromise:
    """What is needed to tell a promise from the others, and what may be logged for it.

    `about`: other words that tell it, such as the heading it stands under. `valid_from` is that of its
    first version, `valid_to` and `spread` those of its last.
    """

    number: int
    state: PromiseState
    text: str
    valid_from: date
    valid_to: date | None = None
    spread: Spread | None = None
    about: str = ""


def promise_finder(promises: Sequence[KnownPromise], ignored: Iterable[str] = ()) -> FindPromises:
    """A function from what a cell says to the numbers of the promises it means.

    Numbers ("3", "Löfte 3 och 5") may name several, words one only: the promise that shares most words
    with the cell, rare ones weighing more, and at least half of those in some part of it (semicolons
    part it). Words in `ignored` (names of places and schools) tell no promise. Raises `BadInput`:
    `import_unknown_promise`, `import_several_promises`.
    """
    numbers = {promise.number for promise in promises}
    said: dict[str, int] = {_folded(promise.text): promise.number for promise in promises}
    common = _COMMON.union(*(_words(name) for name in ignored))
    index: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for promise in promises:
        for word in dict.fromkeys(_words(f"{promise.text} {promise.about}")):
            index[word[:_STEM]].append((word, promise.number))

    def find(text: str) -> tuple[int, ...]:
        if _only_numbers.fullmatch(text) and _number.search(text):
            wanted = tuple(dict.fromkeys(int(found) for found in _number.findall(text)))
            if numbers.issuperset(wanted):
                return wanted
            raise BadInput("import_unknown_promise", value=text)
        if _folded(text) in said:
            return (said[_folded(text)],)
        parts = [[word for word in _words(part) if word not in common] for part in text.split(";")]
        return (_by_words(text, parts, index),)

    return find


def _by_words(text: str, parts: list[list[str]], index: Mapping[str, list[tuple[str, int]]]) -> int:
    weight: defaultdict[int, Fraction] = defaultdict(Fraction)
    fitting: set[int] = set()
    for words in parts:
        shared: Counter[int] = Counter()
        for word in words:
            hits = {number for other, number in index.get(word[:_STEM], ()) if _is_alike(word, other)}
            shared.update(hits)
            for number in hits:
                weight[number] += Fraction(1, len(hits))
        fitting |= {number for number, some in shared.items() if Fraction(some, len(words)) >= ENOUGH}
    best = max((weight[number] for number in fitting), default=None)
    several = sorted(number for number in fitting if weight[number] == best)
    if not several:
        raise BadInput("import_unknown_promise", value=text)
    if len(several) > 1:
        raise BadInput("import_several_promises", value=text, numbers=", ".join(map(str, several)))
    return several[0]


def _is_alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, or one begins the other (trafik, trafikkontroller)."""
    shorter = min(len(one), len(other))
    shared = max(_STEM, shorter - _ENDING)
    return one[:shared] == other[:shared]


def _words(text: str) -> list[str]:
    """The words of `text` that say something, folded."""
    found = (word.casefold() for word in _word.findall(text))
    return [word for word in found if len(word) >= _STEM and word not in _COMMON]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
