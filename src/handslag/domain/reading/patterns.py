"""Regular expressions that are tried only where they can match."""

import re
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize


class Pattern:
    """The regular expression `source`, tried only where one of its `needs` stands.

    `needs` are letters, with blanks between, of which every match holds some. They are found many times
    faster than an alternation is tried at each letter, and most sentences hold none. The expression is
    compiled when it is first tried, as a page needs few of them all. Most are for texts in lower case:
    to pass over case at each letter is slow.
    """

    def __init__(self, source: str, needs: str) -> None:
        self.source = source
        self.needs = tuple(needs.split())

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
