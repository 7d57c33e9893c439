"""What somebody guesses who joins rows, and how often chance alone would be right."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, lgamma, log

SMALLEST = 20  # of so many one is right by chance; a smaller set is no excuse
SELDOM = 1e-6  # what chance does no oftener is not chance


@dataclass(slots=True)
class Guesses:
    """By way of guessing: how many guesses, how many were right, and how many are by chance."""

    number: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    chance: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def pair(self, way: str, mine: Sequence[str], theirs: Sequence[str], truth: Mapping[str, int]) -> None:
        """Guess that the first belongs to the first, and so on."""
        pairs = list(zip(mine, theirs, strict=False))
        self._count(way, len(pairs), sum(truth[a] == truth[b] for a, b in pairs), len(pairs) / SMALLEST)

    def tell(self, way: str, signs: Sequence[bool], truth: Sequence[bool]) -> None:
        """Guess that each is as its sign says, or the opposite; chance is who always guesses the likelier."""
        number, agree = len(truth), sum(sign == true for sign, true in zip(signs, truth, strict=True))
        likelier = max(sum(truth), number - sum(truth))
        self._count(way, number, agree, likelier)
        self._count(f"not {way}", number, number - agree, likelier)

    def _count(self, way: str, number: int, right: int, chance: float) -> None:
        if number:
            self.number[way] += number
            self.right[way] += right
            self.chance[way] += chance

    @property
    def beyond(self) -> int:
        """How many were right beyond what chance explains."""
        return sum(max(0, n - _most(self.number[way], self.chance[way])) for way, n in self.right.items())

    def __str__(self) -> str:
        best = max(self.right, key=lambda way: self.right[way] - self.chance[way], default="none")
        by = f"right {self.right[best]} times of {self.number[best]}, by chance {self.chance[best]:.0f}"
        return f"{len(self.right)} ways of guessing, the best ({best}) {by}: {self.beyond} beyond"


def _most(number: int, chance: float) -> int:
    """So many of a number of guesses can be right by chance, each as likely as the others."""
    share, tail, most = chance / number, 0.0, number
    while most > chance and tail + _exactly(most, number, share) < SELDOM:
        tail += _exactly(most, number, share)
        most -= 1
    return most


def _exactly(right: int, number: int, share: float) -> float:
    """How likely it is that so many are right."""
    ways = lgamma(number + 1) - lgamma(right + 1) - lgamma(number - right + 1)
    return exp(ways + right * log(share) + (number - right) * log(1 - share))
