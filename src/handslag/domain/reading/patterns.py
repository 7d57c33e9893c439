"""Regular expressions that are tried only where they can match."""

import re
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize


class Pattern:
    """The regular expression `source`, for texts in lower case, tried only where one of its `needs` stands.

    `needs` are letters, with blanks between, of which every match holds some. They are found many times
    faster than an alternation is tried at each letter, and most sentences hold none. The expression is
    compiled when it is first tried, as a page needs few of them all.
    """

    def __init__(self, source: str, needs: str) -> None:
        self.source = source
        self.needs = tuple(needs.split())

    def search(self, low: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.regex.search(low, start, end) if self.may_match(low, start, end) else None

    def finditer(self, low: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self.regex.finditer(low, start, end) if self.may_match(low, start, end) else iter(())

    def may_match(self, low: str, start: int, end: int) -> bool:
        """Whether one of the `needs` stands in that stretch of the text."""
        return any(map(low[start:end].__contains__, self.needs))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.source)
