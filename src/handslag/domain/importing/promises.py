"""Which promise a row is for: by its number, else by the words it shares with one promise only."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from handslag.domain.errors import BadInput
from handslag.domain.promises.terms import Terms

ENOUGH: Final = Fraction(1, 2)  # of the words of a part of a cell
_HALF: Final = Fraction(1, 2)  # what one half of a compound is worth: "trafik" of "trafikkontroll"
_STEM: Final = 4  # letters that words must share at least
_number = re.compile(r"\d{1,6}")
_only_numbers = re.compile(
    r"(?:(?:medborgar)?löfte(?:na|n|t)?|promises?|nummer|nr|no|och|and|[\s#.,;:&]|\d)+", re.I
)
_ending = re.compile(r"(?:[aeo]?r(?:na)?|[ae]?[nt]|[ae]|na|a?de|ing(?:en|ar(?:na)?)?|ande)?s?")
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

    `versions` of its terms, oldest first. `about`: other words that tell it, such as the heading it
    stands under.
    """

    number: int
    versions: tuple[Terms, ...]
    about: str = ""

    @property
    def text(self) -> str:
        return self.versions[-1].text


def promise_finder(promises: Sequence[KnownPromise], ignored: Iterable[str] = ()) -> FindPromises:
    """A function from what a cell says to the numbers of the promises it means.

    Numbers ("3", "Löfte 3 och 5") may name several, words one only: the promise that shares most words
    with the cell, rare ones weighing more, and at least half of those in some part of it (semicolons
    part it); half of a compound counts half. Words in `ignored` (names of places and schools) tell no
    promise. Raises `BadInput`: `import_unknown_promise`, `import_several_promises`.
    """
    numbers = {promise.number for promise in promises}
    said: dict[str, int] = {_folded(promise.text): promise.number for promise in promises}
    common = _COMMON.union(*(_words(name) for name in ignored))
    index = _Index(promises)

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


class _Index:
    """The words of promises by how they begin and, as the last half of a compound, by how they end."""

    def __init__(self, promises: Sequence[KnownPromise]) -> None:
        self.starts: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self.ends: defaultdict[str, set[int]] = defaultdict(set)
        for promise in promises:
            for word in dict.fromkeys(_words(f"{promise.text} {promise.about}")):
                self.starts[word[:_STEM]].append((word, promise.number))
                self.ends[word].add(promise.number)
                self.ends[word[:-1]].add(promise.number)  # besöka, skolbesök

    def alike(self, word: str) -> dict[int, Fraction]:
        """How well each promise has `word`: 1 in some form, less where only half of a compound is shared."""
        found: defaultdict[int, Fraction] = defaultdict(Fraction)
        for other, number in self.starts.get(word[:_STEM], ()):
            worth = Fraction(1) if _is_same(word, other) else _HALF if _begins(word, other) else Fraction(0)
            found[number] = max(found[number], worth)
        tails = (word[at:] for at in range(_STEM - 1, len(word) - _STEM))
        for number in {number for tail in tails for number in self.ends.get(tail, ())}:
            found[number] = min(Fraction(1), found[number] + _HALF)
        return {number: worth for number, worth in found.items() if worth}


def _by_words(text: str, parts: list[list[str]], index: _Index) -> int:
    weight: defaultdict[int, Fraction] = defaultdict(Fraction)
    fitting: set[int] = set()
    for words in parts:
        shared: defaultdict[int, Fraction] = defaultdict(Fraction)
        for word in words:
            hits = index.alike(word)
            for number, worth in hits.items():
                shared[number] += worth
                weight[number] += worth / len(hits)
        fitting |= {number for number, worth in shared.items() if worth / len(words) >= ENOUGH}
    best = max((weight[number] for number in fitting), default=None)
    several = sorted(number for number in fitting if weight[number] == best)
    if not several:
        raise BadInput("import_unknown_promise", value=text)
    if len(several) > 1:
        raise BadInput("import_several_promises", value=text, numbers=", ".join(map(str, several)))
    return several[0]


def _is_same(one: str, other: str) -> bool:
    """Whether two words are forms of one (skola, skolorna): what differs is an ending on both."""
    shared = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return bool(shared >= _STEM and _ending.fullmatch(one[shared:]) and _ending.fullmatch(other[shared:]))


def _begins(one: str, other: str) -> bool:
    """Whether one word is the first half of the other (trafik, trafikkontroller; skola, skolbesök)."""
    shared = max(_STEM, min(len(one), len(other)) - 1)
    return one[:shared] == other[:shared]


def _words(text: str) -> list[str]:
    """The words of `text` that say something, folded."""
    found = (word.casefold() for word in _word.findall(text))
    return [word for word in found if len(word) >= _STEM and word not in _COMMON]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
