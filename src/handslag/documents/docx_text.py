"""Word (.docx) to text: headings, list items with their level, table rows; no deleted or hidden text.

The zip directory is checked before anything is inflated, and bytes are counted while inflating,
because the directory of a hostile file lies. Limits: OWASP ASVS 5.2.3 with the figures below.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from handslag.documents.plain_text import tidy
from handslag.domain.errors import BadInput

MOST_OUT = 50_000_000  # bytes, inflated
MOST_RATIO = 100  # inflated to packed
MOST_MEMBERS = 200
SMALL = 100_000  # bytes; repetitive little parts pack well and harm nobody

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
_BLANKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def text_of(data: bytes) -> str:
    """The text of the Word file in `data`.

    Raises `BadInput`: `docx_broken`, `docx_not_word`, `docx_bomb`, `docx_entities`, `file_macros`,
    `file_locked`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
            styles = _styles(_xml(archive, "word/styles.xml"))
            body = _xml(archive, "word/document.xml")
    except (zipfile.BadZipFile, zlib.error, ParseError, EOFError, NotImplementedError, ValueError) as exc:
        code = "docx_entities" if isinstance(exc, DefusedXmlException) else "docx_broken"
        raise BadInput(code) from exc
    if body is None:
        raise BadInput("docx_not_word")
    return tidy("\n".join(_lines(body.find(f"{_W}body"), styles)).strip("\n"))


def _check(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    packed = sum(member.compress_size for member in members)
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > max(SMALL, min(MOST_OUT, MOST_RATIO * packed)):
        raise BadInput("docx_bomb")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BadInput("file_macros")
    if "word/document.xml" not in names:
        raise BadInput("docx_not_word")
    if any(member.flag_bits & 1 for member in members):
        raise BadInput("file_locked")


def _xml(archive: zipfile.ZipFile, name: str) -> Element | None:
    """The root of the part `name`, None when the file has no such part."""
    try:
        packed = archive.getinfo(name).compress_size
    except KeyError:
        return None
    most = max(SMALL, min(MOST_OUT, MOST_RATIO * packed))
    with archive.open(name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise BadInput("docx_bomb")
    root: Element = fromstring(data, forbid_dtd=True)
    return root


def _styles(root: Element | None) -> dict[str, str]:
    """Style id → "heading" or "list", by the style's own name (ids are translated: Rubrik1, Liststycke)."""
    kinds: dict[str, str] = {}
    for style in [] if root is None else root.iter(f"{_W}style"):
        name = _value(style.find(f"{_W}name")).lower()
        if (
            name.startswith(("heading", "title", "subtitle"))
            or style.find(f"{_W}pPr/{_W}outlineLvl") is not None
        ):
            kinds[style.get(f"{_W}styleId", "")] = "heading"
        elif name.startswith(("list bullet", "list number")) or style.find(f"{_W}pPr/{_W}numPr") is not None:
            kinds[style.get(f"{_W}styleId", "")] = "list"
    return kinds


def _lines(parent: Element | None, styles: dict[str, str]) -> Iterator[str]:
    after_item = False
    for block in _blocks(parent):
        if block.tag == f"{_W}tbl":
            yield from ("", *_rows(block, styles), "")
            after_item = False
        elif words := _words(block):
            bullet = _bullet(block, styles)
            if not (bullet and after_item):
                yield ""
            after_item = bool(bullet)
            yield bullet + words


def _blocks(parent: Element | None) -> Iterator[Element]:
    """Paragraphs and tables in order; what wraps them (content controls, insertions) is looked into."""
    for child in [] if parent is None else parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _UNREAD:
            yield from _blocks(child)


def _rows(table: Element, styles: dict[str, str]) -> Iterator[str]:
    """One line per row, cells parted by tabs; where a cell holds several lines, the cells in turn."""
    for row in table.findall(f"{_W}tr"):
        cells = [[line for line in _lines(cell, styles) if line] for cell in row.findall(f"{_W}tc")]
        if all(len(lines) <= 1 for lines in cells):
            yield "\t".join(line for lines in cells for line in lines)
        else:
            yield from (line for lines in cells for line in ("", *lines))


def _words(paragraph: Element) -> str:
    return "\n".join(" ".join(line.split()) for line in "".join(_runs(paragraph)).strip().split("\n"))


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield _BLANKS[child.tag]
        elif child.tag not in _UNREAD and child.find(f"{_W}rPr/{_W}vanish") is None:
            yield from _runs(child)


def _bullet(paragraph: Element, styles: dict[str, str]) -> str:
    """ "• " behind two blanks per level for a list item, "" for anything else (headings may be numbered)."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return ""
    kind = styles.get(_value(properties.find(f"{_W}pStyle")), "")
    own = properties.find(f"{_W}numPr/{_W}numId")
    if kind == "heading" or _value(own) == "0" or (own is None and kind != "list"):
        return ""
    level = _value(properties.find(f"{_W}numPr/{_W}ilvl"))
    return "  " * min(int(level) if level.isdecimal() else 0, 8) + "• "


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")
