"""Word (.docx) to text: headings, list items with their level, table rows, text boxes and notes.

Read as Word shows it with its changes taken: what is inserted stays, what is deleted or hidden is gone.
Whatever wraps a paragraph, a row, a cell or a word (content controls, insertions, links, fields) is
looked into, at every level. What is not read is told: heads and feet of pages, comments, hidden words,
pictures and what is embedded.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException

from handslag.documents.docx_body import Body
from handslag.documents.docx_chunks import Chunks
from handslag.documents.docx_package import Package, value
from handslag.documents.docx_styles import looks_of
from handslag.documents.docx_words import Words, words_of
from handslag.documents.taken import Taken
from handslag.domain.characters import folded
from handslag.domain.errors import BadInput
from handslag.domain.reading.finds import Unread, UnreadKind

MOST_WITHIN = 4  # Word files, one in the other
_gaps = re.compile(r"\n{3,}")
_unread_parts = {
    "header": UnreadKind.RUNNING_HEAD,
    "footer": UnreadKind.RUNNING_HEAD,
    "comments": UnreadKind.COMMENT,
}
_broken = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ParseError),
    *(EOFError, NotImplementedError, ValueError, OSError),
)


def text_of(data: bytes) -> str:
    """The text of the Word file in `data`. Raises as `taken_from`."""
    return taken_from(data).text


def taken_from(data: bytes) -> Taken:
    """The text of the Word file in `data`, and what of it was not read.

    Raises `BadInput`: `docx_broken`, `docx_not_word`, `docx_bomb`, `docx_entities`, `file_macros`,
    `file_locked`, `file_too_heavy`.
    """
    return _taken_within(data, MOST_WITHIN)


def _taken_within(data: bytes, within: int) -> Taken:
    """As `taken_from`; `within` is how many more may stand one in the other."""
    if not within:
        raise BadInput("file_too_heavy")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _taken(Package(archive), within)
    except DefusedXmlException as exc:
        raise BadInput("docx_entities") from exc
    except _broken as exc:
        raise BadInput("docx_broken") from exc
    except RecursionError as exc:  # elements within elements, thousands deep
        raise BadInput("file_too_heavy") from exc


def _taken(package: Package, within: int) -> Taken:
    main = package.main()
    document = package.xml(main)
    content = None if document is None else document.find("w_body")
    if content is None:
        raise BadInput("docx_not_word")
    relations = package.relations(main)
    parts = {relation.kind: relation.part for relation in relations}
    folder = main.rpartition("/")[0]

    def name_of(kind: str) -> str:
        return parts.get(kind, f"{folder}/{kind}.xml")

    def part(kind: str) -> Element | None:
        return package.xml(name_of(kind))

    drawn = {relation.id: relation.part for relation in relations if relation.kind == "diagramdata"}
    chunks = Chunks(package, lambda data: _taken_within(data, within - 1))
    words = Words(
        looks_of(part("styles"), part("numbering")),
        lambda id_: package.xml(drawn.pop(id_)) if id_ in drawn else None,  # each is shown once
        chunks.lines,
    )
    lines: list[str] = []
    for name, sections in (
        (main, [content]),
        (name_of("footnotes"), _notes(part("footnotes"), "w_footnote")),
        (name_of("endnotes"), _notes(part("endnotes"), "w_endnote")),
    ):
        chunks.begin(package.relations(name))
        for section in sections:
            words.begin(section)
            lines += ["", *Body(words).lines(section)]
    unread = [*(Unread(what, said) for what, said in words.unread), *chunks.unread]
    for relation in relations:
        what = _unread_parts.get(relation.kind)
        said = words_of(package.xml(relation.part)) if what else ""
        if what and any(letter.isalpha() for letter in said):
            unread.append(Unread(what, said))
    text = _gaps.sub("\n\n", "\n".join(lines)).strip("\n")
    return Taken(folded(text), tuple(dict.fromkeys(unread)))


def _notes(part: Element | None, tag: str) -> list[Element]:
    """The notes that the author wrote; the lines that part them from the text are notes of other types."""
    return [] if part is None else [note for note in part.iter(tag) if value(note, "type") in ("", "normal")]
