"""Lines of a web page under way: inline words gather until a block begins or ends."""

import re

from handslag.documents.table_rows import BULLET

_blank = re.compile(r"\s+")


class Lines:
    """`depth`: lists that are open; `bullet` is what the next line of an item begins with."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.depth = 0
        self.bullet = ""
        self._words: list[str] = []
        self._is_broken = False  # a line break came last
        self._is_written = False  # how far the line stands in is as written

    def say(self, words: str, *, as_written: bool = False) -> None:
        """Add inline words; `as_written` keeps their lines."""
        if not as_written:
            self._words.append(_blank.sub(" ", words))  # a tab in the source is no table cell
        else:
            self._is_written = True
            first, *more = words.expandtabs().split("\n")
            self._words.append(first)
            for line in more:
                self.break_line()
                self._words.append(line)
        if words.strip():
            self._is_broken = False

    def break_line(self) -> None:
        """End the line; two breaks in a row end the paragraph."""
        if not self._end() and self._is_broken:
            self._leave_gap()
        self._is_broken = True

    def end_block(self) -> None:
        """End the line and the paragraph."""
        self._end()
        self._is_written = False
        self._leave_gap()

    def begin_item(self, level: int = 0) -> str:
        """Begin an item of a list; gives what `end_item` must be given. `level` where it says so itself."""
        self._end()
        if (
            len(self.lines) > 1
            and not self.lines[-1]
            and self.lines[-2].lstrip().startswith(BULLET)
            and level
        ):
            self.lines.pop()  # items that are paragraphs follow on each other
        outer, self.bullet = self.bullet, "  " * (max(level or self.depth, 1) - 1) + BULLET
        return outer

    def end_item(self, outer: str) -> None:
        """End an item; what follows stands in the one around it, if any."""
        self._end()
        self.bullet = " " * len(outer)

    def add(self, lines: list[str]) -> None:
        """Add lines that are ready, below what is open."""
        self._end()
        self.lines += [(self.bullet and line and " " * len(self.bullet) + line) or line for line in lines]

    def ended(self) -> list[str]:
        """All lines."""
        self._end()
        return self.lines

    def _end(self) -> bool:
        words = "".join(self._words)
        line = " ".join(words.split())
        self._words.clear()
        if not line:
            return False
        stands_in = len(words) - len(words.lstrip()) if self._is_written else 0
        self.lines.append(self.bullet + " " * stands_in + line)
        self.bullet = " " * len(self.bullet)
        return True

    def _leave_gap(self) -> None:
        if not self.depth and not self.bullet and self.lines and self.lines[-1]:
            self.lines.append("")
