"""PDF to text: what the pages draw, put in order as lines, then paragraphs from the lines."""

import io
import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from handslag.documents.pdf_blocks import Line, blocks, body_size
from handslag.documents.pdf_drawing import Pen
from handslag.documents.pdf_fields import filled_in
from handslag.documents.pdf_page import Pages
from handslag.domain.characters import folded
from handslag.domain.errors import BadInput

MOST_PAGES = 500
SMALLER = 0.95  # than most letters: as footnotes are
UNLIKE = 0.3  # points: letters that differ more are set unlike
AT_THE_END = 3  # lines at the head or foot of a page that may be its running head

# "Sida 2 av 5", "2 (5)", and what a browser prints at the foot: the page's address and "2/5".
_page_number = re.compile(
    r"(?:(?:sida|sid\.?|page)?\s*|(?:https?|file)://\S+\s)[-–]?\s?\d{1,3}\s*(?:(?:av|of|/)\s*\d{1,3}|\(\d{1,3}\))?\s?[-–]?",
    re.I,
)
_ending_number = re.compile(
    r"(?:\bsid(?:a|\.)?\s*\d{1,3}|\d{1,3}\s*(?:av|of|/)\s*\d{1,3}|\d{1,3}\s?\(\d{1,3}\))$", re.I
)


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
    return folded("\n".join(blocks(_notes_last(_without_running_heads(lines)))).strip("\n"))


def _lines(data: bytes) -> Iterator[Line]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInput("file_locked")
    if len(reader.pages) > MOST_PAGES:
        raise BadInput("pdf_too_many_pages", pages=len(reader.pages), most=MOST_PAGES)
    pages, pen = Pages(), Pen(reader, _hidden_layers(reader))
    for number, page in enumerate(reader.pages):
        drawn = pen.draw_page(page)
        drawn.pieces += filled_in(page)
        yield from pages.lines_of(drawn, number)


def _hidden_layers(reader: PdfReader) -> frozenset[int]:
    """The numbers of the layers that are switched off where the file is opened."""
    layers = reader.root_object.get("/OCProperties", DictionaryObject()).get_object()
    chosen = layers.get("/D", DictionaryObject()).get_object()
    off = chosen.get("/OFF", ArrayObject()).get_object()
    return frozenset(layer.idnum for layer in off if isinstance(layer, IndirectObject))


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """`lines` less page numbers and those that come back at the head or foot of most pages.

    What stands on two pages only comes back if it is set unlike the text, and the first page keeps it.
    """
    size = body_size(lines)
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    times: Counter[tuple[str, int]] = Counter()
    for page in pages.values():
        page.sort(key=lambda line: -line.y)
        times.update({key for line in _at_the_ends(page) for key in _as_running(line)})
    running = set()
    for number, page in enumerate(pages.values()):
        for line in _at_the_ends(page):
            most = max(times[key] for key in _as_running(line))
            is_second = most == 2 and number > 0 and abs(line.size - size) > UNLIKE
            comes_back = most > len(pages) / 2 and (most > 2 or is_second)
            if comes_back or _page_number.fullmatch(line.text):
                running.add(id(line))
    return [line for line in lines if id(line) not in running]


def _at_the_ends(page: Sequence[Line]) -> Sequence[Line]:
    """The lines at the head and at the foot of a page."""
    ends = [*page[:AT_THE_END], *page[AT_THE_END:][-AT_THE_END:]]
    return [line for line in ends if line.cell < 0 or line.row]


def _as_running(line: Line) -> list[tuple[str, int]]:
    """What a running head has on all pages: its words without the page's number, and about its height."""
    text = _ending_number.sub("", line.text)
    return [(text, round(line.y / 8)), (text, round(line.y / 8 + 0.5))]


def _notes_last(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the footnotes after all else: what goes on over a page is not parted by them."""
    size = body_size(lines)
    text: list[Line] = []
    notes: list[Line] = []
    for line in lines:
        above = notes[-1] if notes else None
        is_small = line.size < SMALLER * size
        goes_on = above is not None and (above.flow, above.size) == (line.flow, line.size)
        (notes if is_small and (line.note or goes_on) else text).append(line)
    return text + notes
