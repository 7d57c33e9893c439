"""The rows of a table on a web page, each with all its cells: those that span rows or columns, too."""

from collections.abc import Callable, Iterator

from handslag.documents.html_tree import Element
from handslag.documents.table_rows import MOST_COLUMNS, repeated

_ORDER = {"thead": 0, "tfoot": 2}  # a foot stands last wherever it is written
_MOST_ROWS = 65_534  # as in the HTML standard §4.9.11


def rows_of(
    table: Element, lines_of: Callable[[Element], list[str]], is_gone: Callable[[Element], bool]
) -> Iterator[list[list[str]]]:
    """Each row as its cells, each cell as its lines; what spans rows stands in each of them."""
    above: dict[int, tuple[int, list[str]]] = {}  # by column: rows that are left, and what stands there
    for row in _rows(table, is_gone):
        cells: list[list[str]] = []
        below: dict[int, tuple[int, list[str]]] = {}
        for cell in row:
            _fill(cells, above)
            if len(cells) >= MOST_COLUMNS:
                break
            if is_gone(cell):
                continue
            lines = lines_of(cell)
            rows = _count(cell.get("rowspan")) or _MOST_ROWS  # 0 is all that are left
            for column in range(min(_count(cell.get("colspan")) or 1, MOST_COLUMNS)):
                if rows > 1:
                    below[len(cells)] = (rows - 1, [] if column else repeated(lines))
                cells.append([] if column else lines)
        while any(column >= len(cells) for column in above):
            if len(cells) not in above:
                cells.append([])
            _fill(cells, above)
        above |= below
        yield cells


def _fill(cells: list[list[str]], above: dict[int, tuple[int, list[str]]]) -> None:
    """Add the cells that reach down from rows above to where the row is."""
    while len(cells) in above:
        column = len(cells)
        left, lines = above.pop(column)
        if left > 1:
            above[column] = (left - 1, lines)
        cells.append(lines)


def _rows(table: Element, is_gone: Callable[[Element], bool]) -> Iterator[list[Element]]:
    """The cells of each row. Cells without a row are one of their own."""
    parts = [part for part in table.children if isinstance(part, Element) and part.name != "caption"]
    loose: list[Element] = []
    for part in sorted(parts, key=lambda part: _ORDER.get(part.name, 1)):
        if part.tag in ("td", "th"):
            loose.append(part)
        elif part.tag == "tr":
            if not is_gone(part):
                yield _cells(part)
        elif part.tag != "table" and not is_gone(part):
            yield from _rows(part, is_gone)
    if loose:
        yield loose


def _cells(row: Element) -> list[Element]:
    cells: list[Element] = []
    for child in row.children:
        if isinstance(child, Element):
            cells += [child] if child.tag in ("td", "th") else _cells(child)
    return cells


def _count(digits: str) -> int:
    """How many rows or columns a cell says that it spans."""
    digits = digits.strip()
    return min(int(digits), _MOST_ROWS) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else 1
