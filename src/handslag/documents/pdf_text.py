"""PDF to text: lines put together from what the pages draw, wrapped lines and split words joined.

A PDF knows no paragraphs. A line begins something new when it starts with a bullet, when there is
more room above it than lines have, when its letters are larger or bolder, when it starts further
in, or when the line before had room left for its first word.
"""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from statistics import median
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from handslag.documents.plain_text import tidy
from handslag.domain.errors import BadInput

MOST_PAGES = 500
LETTER = 0.5  # width of a mean letter, in parts of its size
ROOM = 1.45  # lines further apart than this, in parts of the usual distance, are not one paragraph
NARROW = 250.0  # points: no column of running text is narrower
FULL = 0.85  # how far out a line must reach, its next word included, to count as full

_bullet = re.compile(r"\s*(?:[•●▪■◦○·‣⁃\uf0b7\uf0a7\uf076]\s*|[*–—-]\s+|o\s+(?=[A-ZÅÄÖ]))")
_number = re.compile(r"\s*\d{1,2}[.)]\s+\S")
# "Sida 2 av 5", "2 (5)", and what a browser prints at the foot: the page's address and "2/5".
_page_number = re.compile(
    r"(?:(?:sida|sid\.?|page)?\s*|(?:https?|file)://\S+ )\d{1,3}\s*(?:(?:av|of|/)\s*\d{1,3}|\(\d{1,3}\))?",
    re.I,
)
_split_word = re.compile(r"[^\W\d_]{2}-$")
_kept_hyphen = re.compile(r"(?:och|eller|samt|respektive)\b")
_ligatures = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xad": "-"})


@dataclass(slots=True)
class _Line:
    """One drawn line: its words, where it starts and the size of its letters (points, y upwards)."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool

    def right(self, more: str = "") -> float:
        """About where the line would end with `more` behind it."""
        return self.x + (len(self.text) + len(more)) * self.size * LETTER


def text_of(data: bytes) -> str:
    """The text of the PDF in `data`, headings and list items on lines of their own.

    Raises `BadInput`: `pdf_broken`, `file_locked`, `pdf_too_many_pages`, `pdf_scanned`.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        lines = list(_lines(data))
    except (BadInput, ImportError, MemoryError):
        raise
    except DependencyError as exc:  # a cipher that takes a further package
        raise BadInput("file_locked") from exc
    except Exception as exc:  # a broken file breaks pypdf in any of a dozen ways
        raise BadInput("pdf_broken") from exc
    if not lines:
        raise BadInput("pdf_scanned")
    return tidy("\n".join(_blocks(_without_running_heads(lines))).strip("\n"))


def _lines(data: bytes) -> Iterator[_Line]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInput("file_locked")
    if len(reader.pages) > MOST_PAGES:
        raise BadInput("pdf_too_many_pages", pages=len(reader.pages), most=MOST_PAGES)
    for number, page in enumerate(reader.pages):
        yield from _lines_of(page, number)


def _lines_of(page: PageObject, number: int) -> list[_Line]:
    drawing = _Drawing(number)
    page.extract_text(visitor_text=drawing.draw)
    for line in drawing.lines:
        line.text = " ".join(line.text.translate(_ligatures).split())
    return [line for line in drawing.lines if line.text and not _page_number.fullmatch(line.text)]


@dataclass(slots=True)
class _Drawing:
    """Takes pypdf's pieces of text, each with its place, and puts them together to lines."""

    page: int
    lines: list[_Line] = field(default_factory=list)
    ended: bool = True

    def draw(self, text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        """One piece; `outer` and `inner` are its matrices, `font` the font dictionary or None."""
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        size *= hypot(inner[1], inner[3]) * hypot(outer[1], outer[3])
        bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        for nr, part in enumerate(text.split("\n")):
            self.ended = self.ended or nr > 0
            if not part.strip():
                part = part and " "
            if part.strip() and (self.ended or abs(self.lines[-1].y - y) > 0.5 * size):
                self.lines.append(_Line("", self.page, x, y, size, bold))
                self.ended = False
            if not self.ended:
                self.lines[-1].text += part


def _without_running_heads(lines: list[_Line]) -> list[_Line]:
    """`lines` less those that come back word for word at the top or foot of most pages."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    ends = Counter(text for page in pages.values() for text in {page[0].text, page[-1].text})
    running = {text for text, times in ends.items() if times >= 3 and times > len(pages) / 2}
    return [line for line in lines if line.text not in running]


def _blocks(lines: list[_Line]) -> Iterator[str]:
    """The lines of the text: paragraphs and headings with a blank line before, items with a bullet."""
    usual = _usual_distance(lines)
    edge = max([NARROW, *(line.right() for line in lines)])
    block, last = "", None
    levels: list[float] = []
    for line in lines:
        if last is not None and _goes_on(last, line, usual, edge):
            block = _joined(block, line.text)
        else:
            yield block
            block = _start(line, levels)
            if not (levels and last is not None and _bullet.match(last.text)):
                yield ""
        last = line
    yield block


def _usual_distance(lines: list[_Line]) -> float:
    """How far apart lines of one paragraph stand, in parts of their size."""
    steps = [(a.y - b.y) / b.size for a, b in pairwise(lines) if a.size == b.size and b.size]
    return median([step for step in steps if 0 < step < 2.5] or [1.2])


def _goes_on(last: _Line, line: _Line, usual: float, edge: float) -> bool:
    if _bullet.match(line.text) or _number.match(line.text) or last.text.endswith(":"):
        return False
    if abs(last.size - line.size) > 0.05 * line.size or last.bold != line.bold:
        return False
    if last.page != line.page and not line.text[0].islower():
        return False
    if last.page == line.page and not 0 < last.y - line.y < ROOM * usual * line.size:
        return False
    if _split_word.search(last.text) and line.text[0].islower():
        return True
    hanging = bool(_bullet.match(last.text) or _number.match(last.text))
    if not hanging and abs(last.x - line.x) > line.size:
        return False
    return last.right(" " + line.text.split()[0]) > FULL * edge


def _start(line: _Line, levels: list[float]) -> str:
    """The first words of a block; `levels` holds where the bullets of the open list stand."""
    if not (sign := _bullet.match(line.text)):
        levels.clear()
        return line.text
    while levels and line.x < levels[-1] - 3:
        levels.pop()
    if not levels or line.x > levels[-1] + 3:
        levels.append(line.x)
    return "  " * (len(levels) - 1) + "• " + line.text[sign.end() :]


def _joined(block: str, text: str) -> str:
    """`text` behind `block`; a word split at the line's end is put together ("trygg-" "het")."""
    if not _split_word.search(block) or not text[0].islower():
        return f"{block} {text}"
    return f"{block} {text}" if _kept_hyphen.match(text) else block[:-1] + text
