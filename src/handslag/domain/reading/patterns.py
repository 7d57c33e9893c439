"""Regular expressions that are tried only where they can match."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count
from operator import add
from sys import maxsize
from typing import Final

# Letters by their first two, and the bits of the patterns that need them or begin with them.
_NEEDED: Final[dict[str, dict[str, int]]] = {}
_BEGINNINGS: Final[dict[str, dict[str, int]]] = {}
_BITS: Final = count()


class Pattern:
    """The regular expression `source`, tried only where one of its `needs` stands.

    `needs` are letters, with blanks between, of which every match holds some. They are found many times
    faster than an alternation is tried at each letter, and most sentences hold none. The expression is
    compiled when it is first tried, as a page needs few of them all. Most are for texts in lower case:
    to pass over case at each letter is slow. `begins`, where given: letters at the start of a word of
    which every match begins with some; alone they are what it needs. `gate`: the bit for the pattern.

    Made as modules are imported: a word met before a pattern was made does not know of its gate.
    """

    def __init__(self, source: str, needs: str = "", begins: str = "") -> None:
        self.source = source
        self.needs = tuple((needs or begins).split())
        self.begins = tuple(begins.split())
        self.gate = 1 << next(_BITS)
        for by_start, all_letters in ((_NEEDED, self.needs), (_BEGINNINGS, self.begins)):
            for letters in all_letters:
                alike = by_start.setdefault(letters[:2], {})
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


def matches_at(starts: Iterable[int], regex: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `finditer` finds of an expression that begins nowhere but at `starts`, which are in order."""
    end = 0
    for start in starts:
        if start >= end and (found := regex.match(text, start)):
            end = found.end()
            yield found


def gates_of(low: str) -> int:
    """The gates of the patterns that need letters which stand in `low`."""
    gates = 0
    for start in _NEEDED.keys() & {*low, *map(add, low, low[1:])}:
        for letters, gate in _NEEDED[start].items():
            if letters in low:
                gates |= gate
    return gates


def gates_at(low: str, at: int) -> int:
    """The gates of the patterns that may begin at `at`, of those that say with which letters they begin."""
    gates = 0
    for start in (low[at], low[at : at + 2]):
        for letters, gate in _BEGINNINGS.get(start, {}).items():
            if low.startswith(letters, at):
                gates |= gate
    return gates
