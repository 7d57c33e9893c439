"""The paragraphs, tables and text boxes of a Word file as lines of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from handslag.documents.docx_package import value
from handslag.documents.docx_styles import PLAIN
from handslag.documents.docx_words import EMBEDDED, PASSED, TAB, Paragraph, Words, chosen
from handslag.documents.table_rows import MOST_COLUMNS, repeated, row_lines
from handslag.domain.reading.finds import UnreadKind

_GONE = ("w_del", "w_moveFrom")


@dataclass
class _Lines:
    """Lines under way. `open`: a paragraph whose end was deleted goes on in the next.

    `boxes` that hang on paragraphs wait until a list, or what a lead-in leads to, is over.
    """

    lines: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    open: Paragraph | None = None
    in_list: bool = False

    @property
    def may_break(self) -> bool:
        return not self.in_list and not (self.lines and self.lines[-1].endswith(":"))


class Body:
    """Reads what stands below elements as lines, words by words."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def lines(self, parent: Element) -> list[str]:
        """The lines of all that stands below `parent`, "" where there is a gap."""
        page = _Lines()
        self._walk(parent, page)
        self._end(page)
        return _tabbed(page.lines)

    def _walk(self, parent: Element, page: _Lines) -> None:
        for child in parent:
            if child.tag in ("w_p", "a_p"):
                self._add(child, page)
            elif child.tag == "w_tbl":
                self._end(page)
                page.lines += ["", *self._table(child), ""]
                page.in_list = False
            elif child.tag == "mc_AlternateContent":
                self._walk(chosen(child), page)
            elif child.tag == "w_altChunk":
                self._end(page)
                page.lines += ["", *self.words.chunk(value(child, "id")), ""]
                page.in_list = False
            elif child.tag in EMBEDDED:
                self.words.unread.append((UnreadKind.EMBEDDED, ""))
            elif child.tag == "v_textpath":  # words drawn as a picture (WordArt)
                page.lines += ["", " ".join(child.get("string", "").split())]
            elif child.tag not in PASSED:
                self._walk(child, page)

    # Paragraphs

    def _add(self, element: Element, page: _Lines) -> None:
        properties = element.find("w_pPr")
        mark = self.words.looks.mark(properties)
        page.open = page.open or Paragraph(PLAIN)
        if not page.open.has_words:
            page.open.mark = mark
        page.open.style = "" if properties is None else value(properties.find("w_pStyle"))
        self.words.read(element, page.open)
        if not _is_end_deleted(properties):
            self._finish(page)

    def _finish(self, page: _Lines) -> None:
        """The paragraph that is open stands on lines of its own; then what hangs on it."""
        paragraph, page.open = page.open or Paragraph(PLAIN), None
        if lines := paragraph.lines():
            is_item = paragraph.mark.depth is not None
            if not (is_item and page.in_list):
                if page.in_list or page.may_break:
                    self._flush(page)
                page.lines.append("")
            page.in_list = is_item
            page.lines += lines
        page.boxes += paragraph.boxes
        if page.may_break:
            self._flush(page)

    def _flush(self, page: _Lines) -> None:
        boxes, page.boxes = page.boxes, []
        for box in boxes:
            page.lines += ["", *self.lines(box), ""]

    def _end(self, page: _Lines) -> None:
        self._finish(page)
        self._flush(page)

    # Tables

    def _table(self, table: Element) -> list[str]:
        rows = [row for row in _parts(table, "w_tr") if row.find("w_trPr/w_del") is None]
        above: dict[int, list[str]] = {}
        lines: list[str] = []
        for number, row in enumerate(rows, 1):
            lines += row_lines(self._cells(row, above), is_last=number == len(rows))
        return lines

    def _cells(self, row: Element, above: dict[int, list[str]]) -> list[list[str]]:
        """The cells of a row as lines; `above` is what cells that span rows hold, by column."""
        cells: list[list[str]] = [[] for _ in range(_count(row.find("w_trPr/w_gridBefore"), least=0))]
        for cell in _parts(row, "w_tc"):
            properties = cell.find("w_tcPr")
            if properties is not None and properties.find("w_cellDel") is not None:
                continue
            lines, column = self.lines(cell), len(cells)
            merge = None if properties is None else properties.find("w_vMerge")
            if merge is None or value(merge) == "restart":
                above.pop(column, None)
            if merge is not None:
                lines = lines or above.get(column, [])
                above[column] = repeated(lines)
            span = 1 if properties is None else _count(properties.find("w_gridSpan"), least=1)
            cells += [lines, *([] for _ in range(span - 1))]
        return cells


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == "mc_AlternateContent":
            yield from _parts(chosen(child), tag)
        elif child.tag not in PASSED:
            yield from _parts(child, tag)


def _is_end_deleted(properties: Element | None) -> bool:
    marks = None if properties is None else properties.find("w_rPr")
    return marks is not None and any(marks.find(tag) is not None for tag in _GONE)


def _tabbed(lines: list[str]) -> list[str]:
    """Lines below each other with tabs between their words are rows; a tab in a single line is a blank."""
    filled = [number for number, line in enumerate(lines) if line]
    tabs = [False, *(TAB in lines[number] for number in filled), False]
    rows = {number for at, number in enumerate(filled, 1) if tabs[at] and (tabs[at - 1] or tabs[at + 1])}
    return [line.replace(TAB, "\t" if number in rows else " ") for number, line in enumerate(lines)]


def _count(element: Element | None, least: int) -> int:
    digits = value(element)
    count = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 4 else least
    return max(least, min(count, MOST_COLUMNS))
