"""PDF to text: lines put together from what the pages draw, then paragraphs from the lines."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from handslag.documents.pdf_blocks import Line, blocks
from handslag.documents.plain_text import tidy
from handslag.domain.errors import BadInput

MOST_PAGES = 500

# "Sida 2 av 5", "2 (5)", and what a browser prints at the foot: the page's address and "2/5".
_page_number = re.compile(
    r"(?:(?:sida|sid\.?|page)?\s*|(?:https?|file)://\S+ )\d{1,3}\s*(?:(?:av|of|/)\s*\d{1,3}|\(\d{1,3}\))?",
    re.I,
)
_ligatures = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xad": "-"})


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
    return tidy("\n".join(blocks(_without_running_heads(lines))).strip("\n"))


def _lines(data: bytes) -> Iterator[Line]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInput("file_locked")
    if len(reader.pages) > MOST_PAGES:
        raise BadInput("pdf_too_many_pages", pages=len(reader.pages), most=MOST_PAGES)
    for number, page in enumerate(reader.pages):
        yield from _lines_of(page, number)


def _lines_of(page: PageObject, number: int) -> list[Line]:
    drawing = _Drawing(number)
    page.extract_text(visitor_text=drawing.draw)
    for line in drawing.lines:
        line.text = " ".join(line.text.translate(_ligatures).split())
    return [line for line in drawing.lines if line.text and not _page_number.fullmatch(line.text)]


@dataclass(slots=True)
class _Drawing:
    """Takes pypdf's pieces of text, each with its place, and puts them together to lines."""

    page: int
    lines: list[Line] = field(default_factory=list)
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
                self.lines.append(Line("", self.page, x, y, size, bold))
                self.ended = False
            if not self.ended:
                self.lines[-1].text += part


def _without_running_heads(lines: list[Line]) -> list[Line]:
    """`lines` less those that come back word for word at the top or foot of most pages."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    ends = Counter(text for page in pages.values() for text in {page[0].text, page[-1].text})
    running = {text for text, times in ends.items() if times >= 3 and times > len(pages) / 2}
    return [line for line in lines if line.text not in running]
