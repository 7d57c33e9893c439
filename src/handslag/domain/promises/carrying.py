"""Which promise of a former round a new one goes on from: a suggestion that a person confirms.

Likeness is told by three things that anybody can check (docs/rules/changes.md): the words in common
weigh three fifths, the places one fifth, the way of counting one fifth.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from handslag.domain.keeping.places import name_key
from handslag.domain.promises.terms import Measure

ENOUGH = Fraction(1, 2)  # likeness from which a match is suggested
ENOUGH_WORDS = Fraction(1, 3)  # however alike places and measure are
_STEM = 5  # letters that tell a word, whatever its ending
_word = re.compile(r"[^\W\d_]{4,}")
# Stems that every promise is full of.
_COMMON = {
    *("polis", "kommu", "lovar", "löfte", "medbo", "skall", "genom", "under", "varje", "minst", "insat"),
    *("gånge", "inom", "samt", "eller", "från", "till"),
}


class Fate(StrEnum):
    """What a new round did with a promise of a former one."""

    CONTINUED = "continued"  # in the same words
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Wording:
    """What likeness goes by. `measure` None: not decided yet."""

    id: int
    text: str
    places: tuple[str, ...] = ()
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two promises are: `shared` of all their `words`; shares of places and of counting."""

    shared: int
    words: int
    places: Fraction
    counting: Fraction

    @property
    def of_words(self) -> Fraction:
        return Fraction(self.shared, self.words) if self.words else Fraction(0)

    @property
    def score(self) -> Fraction:
        return (3 * self.of_words + self.places + self.counting) / 5

    @property
    def is_enough(self) -> bool:
        return self.score >= ENOUGH and self.of_words >= ENOUGH_WORDS


def likeness(one: Wording, other: Wording) -> Likeness:
    """How alike two promises are, the same both ways round."""
    words, others = _stems(one.text), _stems(other.text)
    return Likeness(
        shared=len(words & others),
        words=len(words | others),
        places=_share({name_key(name) for name in one.places}, {name_key(name) for name in other.places}),
        counting=_counting(one.measure, other.measure),
    )


def suggestions(former: Sequence[Wording], new: Sequence[Wording]) -> dict[int, tuple[int, Likeness]]:
    """For each new promise the former one it is likest, by their ids, each former one once.

    The likest pair is taken first; those not alike enough are left out.
    """
    pairs = [(likeness(one, other), one.id, other.id) for one in new for other in former]
    pairs = sorted((pair for pair in pairs if pair[0].is_enough), key=lambda pair: -pair[0].score)
    found: dict[int, tuple[int, Likeness]] = {}
    for alike, one, other in pairs:
        if one not in found and other not in {taken for taken, _ in found.values()}:
            found[one] = other, alike
    return found


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _word.findall(text.casefold())} - _COMMON


def _share(one: Collection[str], other: Collection[str]) -> Fraction:
    every = {*one, *other}
    return Fraction(len({*one} & {*other}), len(every)) if every else Fraction(1)


def _counting(one: Measure | None, other: Measure | None) -> Fraction:
    """Half for the same kind of measure, half for the same unit and spread."""
    if one is None or other is None:
        return Fraction(0)
    is_same_unit = (one.unit[:_STEM], one.spread) == (other.unit[:_STEM], other.spread)
    return Fraction(int(one.kind is other.kind) + int(is_same_unit), 2)
