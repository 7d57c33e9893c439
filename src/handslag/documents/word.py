"""Word files with real headings, lists, marked table headings, language and title, by python-docx.

The strip is left out: it is a picture of the table of numbers beside it, which is here. The same
document gives the same bytes.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from functools import singledispatch
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from handslag.documents.apart import made
from handslag.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Items,
    Line,
    Link,
    Paragraph,
    Piece,
    Quote,
    Sign,
    Strip,
    Strong,
    Table,
    Tally,
)
from handslag.documents.fitting import fitted, one_line, readable

INK, MUTED, BRAND = RGBColor(0x17, 0x21, 0x2B), RGBColor(0x51, 0x60, 0x6E), RGBColor(0x0E, 0x4A, 0x5A)
TEXT_WIDTH, MARGIN = 166, 22  # millimetres of an A4 page
MOST_ABOUT = 255  # letters of a property of the file
REGIONS = {"sv": "sv-SE", "en": "en-GB"}
# The glyphs of the web page as characters; the word beside each carries the meaning.
GLYPHS = {
    "KEPT": "●",
    "ON_TRACK": "◑",
    "BEHIND": "◔",
    "NOT_REPORTED": "◌",
    "PARTLY_KEPT": "◪",
    "NOT_KEPT": "■",
    "NOT_DUE": "○",
    "CANNOT_BE_JUDGED": "–",
    "WITHDRAWN": "∅",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name


def report_docx(document: Document) -> bytes:
    """A report as a .docx file. Raises as `apart.made`."""
    return made("word:written", document)


def written(document: Document) -> bytes:
    """The file, for the child to answer with."""
    document = fitted(document, readable)
    word = docx.Document()
    _dress(word, document)
    if document.notice:
        _write(word.add_paragraph(), (Strong(document.notice),))
    word.add_paragraph(document.title, style="Title")
    for block in document.blocks:
        add(block, word)
    out = BytesIO()
    word.save(out)
    return _timeless(out.getvalue())


@singledispatch
def add(block: Block, word: Word) -> None:
    """Write one block at the end of the file."""
    raise TypeError(type(block).__name__)


@add.register
def _heading(block: Heading, word: Word) -> None:
    _write(word.add_heading(level=block.level - 1), block.line)


@add.register
def _paragraph(block: Paragraph, word: Word) -> None:
    paragraph = word.add_paragraph(style="Subtitle" if block.tone == "lead" else None)
    _write(paragraph, block.line)
    if block.tone == "muted":
        for run in paragraph.runs:
            run.font.color.rgb = MUTED


@add.register
def _items(block: Items, word: Word) -> None:
    number = _fresh_numbering(word) if block.numbered else None
    for line in block.lines:
        paragraph = word.add_paragraph(style="List Number" if block.numbered else "List Bullet")
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
        _write(paragraph, line)


@add.register
def _facts(block: Facts, word: Word) -> None:
    for label, line in block.rows:
        _write(word.add_paragraph(), (Strong(f"{label}: "), *line))


@add.register
def _tally(block: Tally, word: Word) -> None:
    for sign, count in block.rows:
        _write(word.add_paragraph(style="List Bullet"), (sign, f": {count}"))


@add.register
def _strip(block: Strip, word: Word) -> None:
    """Nothing: see the table of numbers."""


@add.register
def _table(block: Table, word: Word) -> None:
    if block.caption:
        caption = word.add_paragraph(block.caption)
        caption.paragraph_format.keep_with_next = True
        caption.runs[0].font.color.rgb = MUTED
    table = word.add_table(rows=1, cols=len(block.columns))
    _describe(table, block.caption or " – ".join(block.columns))
    _rule(table)
    _fill(table.rows[0].cells, [(Strong(column),) for column in block.columns], block.numbers)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        _fill(added.cells, row, block.numbers)
    shares = [share or 1 for share in block.widths or (1,) * len(block.columns)]
    for share, column in zip(shares, table.columns, strict=True):
        for cell in (column, *column.cells):
            cell.width = Mm(TEXT_WIDTH * share // sum(shares))
    word.add_paragraph()


def _fill(cells: Iterable[object], lines: Iterable[Line], numbers: tuple[int, ...]) -> None:
    for index, (cell, line) in enumerate(zip(cells, lines, strict=True)):
        paragraph = cell.paragraphs[0]  # type: ignore[attr-defined]
        paragraph.paragraph_format.space_after = Pt(2)
        if index in numbers:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _write(paragraph, line)


def _describe(table: WordTable, words: str) -> None:
    """What a screen reader says of the table before it is entered."""
    _child(table._tbl.tblPr, "w:tblCaption", words)


def _rule(table: WordTable) -> None:
    """Thin lines between the rows, in the colour of the web page's."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = _child(borders, f"w:{side}", "single")
        for name, value in (("sz", "4"), ("space", "0"), ("color", "DDD8CC")):
            line.set(qn(f"w:{name}"), value)
    table._tbl.tblPr.find(qn("w:tblW")).addnext(borders)  # Word wants its elements in order
    table.autofit = False


def _write(paragraph: WordParagraph, line: Line) -> None:
    for piece in line:
        _piece(piece, paragraph)


def _piece(piece: Piece, paragraph: WordParagraph) -> None:
    match piece:
        case str():
            paragraph.add_run(piece)
        case Quote(text):
            _child(paragraph.add_run(text)._r.get_or_add_rPr(), "w:lang", REGIONS["sv"])
        case Strong(text):
            paragraph.add_run(text).bold = True
        case Sign(status, words):
            paragraph.add_run(f"{GLYPHS[status]} {words}").bold = True
        case Link(text, address):
            _link(paragraph, text, address)


def _link(paragraph: WordParagraph, text: str, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.underline = BRAND, True
    link.append(run._r)
    paragraph._p.append(link)


def _child(parent: BaseOxmlElement, tag: str, value: str) -> BaseOxmlElement:
    child = OxmlElement(tag)
    child.set(qn("w:val"), value)
    parent.append(child)
    return child


def _fresh_numbering(word: Word) -> int:
    """A numbering that begins at 1, on the list that "List Number" is set in."""
    numbering = word.part.numbering_part.element
    style = word.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == used)
    fresh = numbering.add_num(abstract)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _dress(word: Word, document: Document) -> None:
    """Title, language, colours, the line at the top and the one at the bottom."""
    about = word.core_properties
    made = datetime.combine(document.on, time(), UTC)
    title, owner = (one_line(words)[:MOST_ABOUT] for words in (document.title, document.owner))
    about.title, about.author, about.language = title, owner, REGIONS[document.language]
    about.created = about.modified = made
    about.last_modified_by, about.comments, about.revision = owner, "", 1
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.find(qn("w:lang")).set(qn("w:val"), REGIONS[document.language])
    for name, size, colour in (
        ("Normal", 10.5, INK),
        ("Title", 22, INK),
        ("Subtitle", 12, MUTED),
        ("Heading 1", 15, BRAND),
        ("Heading 2", 12.5, INK),
        ("Heading 3", 10.5, BRAND),
        ("Header", 8.5, MUTED),
        ("Footer", 8.5, MUTED),
    ):
        _style(word.styles[name], size, colour)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    word.styles["Normal"].paragraph_format.space_after = Pt(5)
    section.header.paragraphs[0].text = document.owner
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    footer.text = f"{one_line(document.foot)}\t{document.page_words[0]} "
    footer._p.append(_field("PAGE"))
    footer.add_run(f" {document.page_words[1]} ")
    footer._p.append(_field("NUMPAGES"))


def _style(style: object, size: float, colour: RGBColor) -> None:
    if not isinstance(style, ParagraphStyle):
        raise TypeError(style)
    font = style.font
    font.size, font.color.rgb, font.name, font.italic = Pt(size), colour, "Calibri", False
    for spacing in font.element.rPr.findall(qn("w:spacing")):
        font.element.rPr.remove(spacing)


def _field(name: str) -> BaseOxmlElement:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    return field


def _timeless(file: bytes) -> bytes:
    """The same file without the moments at which its parts were packed."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
