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
    r"""(?P<sign> [•●○▪■□◦·‣⁃∙➢►➤✓*\uf0b7\uf0a7☐☑☒] | \[[\ xX]?\](?=\s) | [-–—−](?=[\s\u200bA-ZÅÄÖ])
        | \d{1,2}[.)](?=\s|[A-ZÅÄÖ]) | \((?:\d{1,2}|[a-zåäö])\)(?=\s) | \d\ufe0f?\u20e3
        | [a-zåäöA-ZÅÄÖ]\)(?=\s) | o(?=\s{2}|\t|\s[A-ZÅÄÖ]) )[\s\u200b]*""",
    re.VERBOSE,
)

# What may be a list sign where lines near each other begin with it; not what opens speech or a quoted mail.
_SIGN: Final = re.compile(
    r"""(?P<sign>(?:[^\w\s"'”“’‘´`«»()\[\]&§%@>|…/\\.,:;!?=#]{1,3}|o(?=[ \t\xa0]))\ufe0f?)
        [\s\u200b]*(?=[\w"”(])""",
    re.VERBOSE,
)
_NEAR: Final = 4  # lines; the items between may be wrapped


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
    signs = _repeated_signs(raws)
    for number, raw in enumerate(raws):
        line = _line(raw, start, signs.get(number))
        if line is not None and line.span.start < line.span.end:
            mark = line.mark or sign
            is_row = not mark and (number in rows or line.is_row)
            found.append(Line(line.span, line.indent, mark, gap, is_row))
        gap = line is None or (gap and line.span.start == line.span.end)
        sign = line.mark if line is not None and line.span.start == line.span.end else ""
        start += len(raw)
    return found


def _repeated_signs(raws: list[str]) -> dict[int, re.Match[str]]:
    """The lines that begin as another near them does, with a sign that is no letter: each with its sign."""
    last: dict[str, tuple[int, re.Match[str]]] = {}
    found: dict[int, re.Match[str]] = {}
    for number, raw in enumerate(raws):
        left, right = edges(raw, 0, len(raw))
        if (
            left == right
            or (raw[left].isalnum() and raw[left] != "o")
            or not (sign := _SIGN.match(raw, left))
        ):
            continue
        before = last.get(sign["sign"])
        if before and number - before[0] <= _NEAR:
            found |= {before[0]: before[1], number: sign}
        last[sign["sign"]] = (number, sign)
    return found


def _line(raw: str, start: int, sign: re.Match[str] | None) -> Line | None:
    """The line without its list sign and blanks; None if it is blank, without words if it is a sign alone."""
    left, right = edges(raw, 0, len(raw))
    hashes = _HASHES.match(raw, left, right)
    left = hashes.end() if hashes else left
    if left >= right:
        return None
    mark = _MARK.match(raw, left, right) or sign
    words = mark.end() if mark else left
    kind, is_row = mark["sign"].lstrip("(") if mark else "", is_tabbed(raw[words:].rstrip("\r\n"))
    return Line(Span(start + words, start + right), left, kind, False, is_row)


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
