"""Regular expressions that are tried only where they can match."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import count
from sys import maxsize
from typing import Final

# What each pattern needs, found by its first two letters, and the bits of the patterns that need it.
_NEEDS: Final[defaultdict[str, dict[str, int]]] = defaultdict(dict)
_BITS: Final = count()


class Pattern:
    """The regular expression `source`, tried only where one of its `needs` stands.

    `needs` are letters, with blanks between, of which every match holds some. They are found many times
    faster than an alternation is tried at each letter, and most sentences hold none. The expression is
    compiled when it is first tried, as a page needs few of them all. Most are for texts in lower case:
    to pass over case at each letter is slow. `gate`: the bit that stands for the pattern in `gates_of`.
    """

    def __init__(self, source: str, needs: str) -> None:
        self.source = source
        self.needs = tuple(needs.split())
        self.gate = 1 << next(_BITS)
        for letters in self.needs:
            alike = _NEEDS[letters[:2]]
            alike[letters] = alike.get(letters, 0) | self.gate

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.regex.search(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self.regex.finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Whether one of the `needs` stands in that stretch of the text."""
        within = text[start:end]
        for letters in self.needs:  # noqa: SIM110 - `any` takes twice as long
            if letters in within:
                return True
        return False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.source)


def gates_of(low: str) -> int:
    """The gates of the patterns, a bit each, that need letters which stand in `low`."""
    gates = 0
    for at in range(len(low)):
        for start in (low[at], low[at : at + 2]):
            for letters, gate in _NEEDS[start].items() if start in _NEEDS else ():
                if low.startswith(letters, at):
                    gates |= gate
    return gates
