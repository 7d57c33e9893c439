"""PDF to text: what the pages draw, put in order as lines, then paragraphs from the lines."""

import io
import logging
from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from handslag.documents.pdf_blocks import Line, blocks, body_size
from handslag.documents.pdf_drawing import Pen
from handslag.documents.pdf_fields import filled_in
from handslag.documents.pdf_heads import without_running_heads
from handslag.documents.pdf_left_out import LeftOut
from handslag.documents.pdf_page import Pages
from handslag.documents.taken import Taken
from handslag.domain.characters import folded
from handslag.domain.errors import BadInput

MOST_PAGES = 500
SMALLER = 0.95  # than most letters: as footnotes are


def text_of(data: bytes) -> str:
    """The text of the PDF in `data`. Raises as `taken_from`."""
    return taken_from(data).text


def taken_from(data: bytes) -> Taken:
    """The text of the PDF in `data`, headings and list items on lines of their own, and what was not read.

    Raises `BadInput`: `pdf_broken`, `file_locked`, `pdf_too_many_pages`, `pdf_scanned`, `pdf_letters`.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    left_out = LeftOut()
    try:
        lines = list(_lines(data, left_out))
    except (BadInput, ImportError, MemoryError):
        raise
    except DependencyError as exc:  # a cipher that takes a further package
        raise BadInput("file_locked") from exc
    except Exception as exc:  # a broken file breaks pypdf in any of a dozen ways
        raise BadInput("pdf_broken") from exc
    if not lines:
        raise BadInput("pdf_letters" if left_out.has_letters else "pdf_scanned")
    kept, heads = without_running_heads(lines)
    for line in heads:
        left_out.add_head(line.text, line.page + 1)
    return Taken(folded("\n".join(blocks(_notes_last(kept))).strip("\n")), left_out.told())


def _lines(data: bytes, left_out: LeftOut) -> Iterator[Line]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInput("file_locked")
    if len(reader.pages) > MOST_PAGES:
        raise BadInput("pdf_too_many_pages", pages=len(reader.pages), most=MOST_PAGES)
    pages, pen = Pages(), Pen(reader, _hidden_layers(reader))
    for number, page in enumerate(reader.pages):
        drawn = pen.draw_page(page)
        drawn.pieces += filled_in(page)
        left_out.look_at(drawn, page, number + 1)
        yield from pages.lines_of(drawn, number)


def _hidden_layers(reader: PdfReader) -> frozenset[int]:
    """The numbers of the layers that are switched off where the file is opened."""
    layers = reader.root_object.get("/OCProperties", DictionaryObject()).get_object()
    chosen = layers.get("/D", DictionaryObject()).get_object()
    off = chosen.get("/OFF", ArrayObject()).get_object()
    return frozenset(layer.idnum for layer in off if isinstance(layer, IndirectObject))


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
