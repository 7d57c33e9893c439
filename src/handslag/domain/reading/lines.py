"""A text as lines: where the words of each stand, how far in, and with which list sign."""

import re
from typing import Final, NamedTuple

from handslag.domain.reading.finds import Span
from handslag.domain.reading.rows import is_tabbed, typed_rows

# Invisible signs that web pages and word processors leave at the ends of lines.
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_ABOUT_THE_FILE: Final = re.compile(r"#\s?[a-zåäö][\w-]{0,20}:")
_HASHES: Final = re.compile(r"#{1,6}\s+")  # a heading in Markdown
_MARK: Final = re.compile(
    r"""(?P<sign> [•●○▪■□◦·‣⁃∙➢►➤✓*\uf0b7\uf0a7] | [-–—−](?=[\s\u200bA-ZÅÄÖ])
        | \d{1,2}[.)](?=\s|[A-ZÅÄÖ]) | [a-hA-H]\)(?=\s) | o(?=\s{2}|\t|\s[A-ZÅÄÖ]) )[\s\u200b]*""",
    re.VERBOSE,
)


class Line(NamedTuple):
    """One line that is not blank.

    `span`: its words, without list sign and blanks. `indent`: characters before the sign or the
    first word. `mark`: the list sign, or "". `gap`: a blank line (or the start) stands above.
    `is_row`: its words stand in the cells of a table.
    """

    span: Span
    indent: int
    mark: str
    gap: bool
    is_row: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that say something, in order. A list sign alone on its line belongs to the next."""
    found: list[Line] = []
    start, gap, sign = 0, True, ""
    raws = text.splitlines(keepends=True)
    rows = typed_rows(raws) if "|" in text or "   " in text else set()
    for number, raw in enumerate(raws):
        line = _line(raw, start)
        if line is not None and line.span.start < line.span.end:
            mark = line.mark or sign
            is_row = not mark and (number in rows or line.is_row)
            found.append(Line(line.span, line.indent, mark, gap, is_row))
        gap = line is None or (gap and line.span.start == line.span.end)
        sign = line.mark if line is not None and line.span.start == line.span.end else ""
        start += len(raw)
    return found


def _line(raw: str, start: int) -> Line | None:
    """The line without its list sign and blanks; None if it is blank, without words if it is a sign alone."""
    left, right = edges(raw, 0, len(raw))
    hashes = _HASHES.match(raw, left, right)
    left = hashes.end() if hashes else left
    if left >= right:
        return None
    mark = _MARK.match(raw, left, right)
    words = mark.end() if mark else left
    sign, is_row = mark["sign"] if mark else "", is_tabbed(raw[words:].rstrip("\r\n"))
    return Line(Span(start + words, start + right), left, sign, False, is_row)


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards past blanks and invisible signs."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def without_head(text: str) -> str:
    """`text` with the `# key: value` lines at its top blanked out; every place in it stays the same."""
    end = 0
    for raw in text.splitlines(keepends=True):
        if not _ABOUT_THE_FILE.match(raw):
            break
        end += len(raw)
    return " " * end + text[end:]
