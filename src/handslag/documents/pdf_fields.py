"""What people have filled in and written onto a page of a PDF: form fields and free text."""

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject

from handslag.documents.pdf_drawing import Piece

SIZE = 10.0  # points: of letters whose size the field leaves open
UNSEEN = 2 | 32  # flags of what is hidden, and of what only paper shows
PRESSED = 1 << 16  # a flag of buttons that send or empty the form
MOST_LEVELS = 8  # fields within fields


def filled_in(page: PageObject) -> Iterator[Piece]:
    """The words in the fields and text notes of `page`, each line where its field stands."""
    for reference in page.get("/Annots", ()) or ():
        note = reference.get_object()
        if isinstance(note, DictionaryObject) and not int(note.get("/F", 0)) & UNSEEN:
            yield from _lines(note, _words(note))


def _words(note: DictionaryObject) -> str:
    kind = note.get("/Subtype")
    if kind == "/FreeText":
        return str(note.get("/Contents", ""))
    if kind == "/Widget" and _inherited(note, "/FT") == "/Btn":
        return _box(note)
    if kind != "/Widget" or _inherited(note, "/FT") not in ("/Tx", "/Ch"):
        return ""
    value = _inherited(note, "/V")
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _box(note: DictionaryObject) -> str:
    """A box or a ring as it stands, ticked or not; nothing for a button to press."""
    if int(_inherited(note, "/Ff") or 0) & PRESSED:
        return ""
    state = note.get("/AS", _inherited(note, "/V"))
    return "☐" if state in (None, "/Off") else "☒"


def _inherited(note: DictionaryObject, key: str) -> Any:
    """What a field says of itself, or the field that it is a part of."""
    for _ in range(MOST_LEVELS):
        if key in note:
            return note[key]
        above = note.get("/Parent")
        if not isinstance(above, DictionaryObject):
            return None
        note = above
    return None


def _lines(note: DictionaryObject, words: str) -> Iterator[Piece]:
    lines = [line.strip() for line in words.replace("\r", "\n").split("\n") if line.strip()]
    if not lines:
        return
    place: Any = note["/Rect"]
    x, low, end, high = (float(number) for number in place)
    if high - low < 2.5 * SIZE and len(lines) == 1:
        high = (high + low + SIZE) / 2
    for nr, line in enumerate(lines):
        yield Piece(line, x + 2, max(end, x + 3), high - 0.85 * SIZE - 2 * nr * SIZE, SIZE, bold=False)
