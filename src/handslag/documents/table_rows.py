"""A row of a table as lines of text, the same from Word and from web pages.

A row is one line with a tab between its cells, an empty cell as nothing between two tabs. Where the row
holds no tab otherwise, one stands after its words: whoever reads the text then knows that it is a row
and no heading. A cell with a list (or a table) in it is laid out as a page is; then the cells of that
row come one after the other.
"""

from collections.abc import Sequence

BULLET = "• "
MOST_REPEATED = 200  # characters; a longer cell that spans several rows stands in the first of them only
MOST_COLUMNS = 63  # as in Word


def row_lines(cells: Sequence[Sequence[str]], *, is_last: bool) -> list[str]:
    """The lines of a row; `cells` are the lines of each, "" for a gap. `is_last`: of its table."""
    filled = [cell for cell in cells if any(cell)]
    if not filled:
        return []
    if any(_is_laid_out(cell) for cell in filled):
        return _in_turn(filled)
    if len(cells) == 1 or (len(filled) == 1 and sum(map(bool, filled[0])) > 1):
        return _box(filled[0], is_last or len(cells) > 1)
    line = "\t".join(on_one_line(cell) for cell in cells).rstrip("\t")
    return [line if "\t" in line.lstrip("\t") else line + "\t"]


def repeated(cell: Sequence[str]) -> list[str]:
    """What stands in the further rows that a cell spans."""
    return list(cell) if sum(map(len, cell)) <= MOST_REPEATED and not _is_laid_out(cell) else []


def _is_laid_out(cell: Sequence[str]) -> bool:
    return any("\t" in line or line.lstrip().startswith(BULLET) for line in cell)


def _box(cell: Sequence[str], is_last: bool) -> list[str]:
    """The only cell of a row is read as text in a box; what ends the table is no heading of what follows."""
    lines = ["", *cell]
    return _closed(lines) if is_last else lines


def _in_turn(cells: Sequence[Sequence[str]]) -> list[str]:
    """The cells one after the other; what follows the last list of the row is no heading."""
    lines = [line for cell in cells for line in ("", *cell)]
    last = max((nr for nr, line in enumerate(lines) if line.lstrip().startswith(BULLET)), default=0)
    return lines[: last + 1] + [_as_row(line) for line in lines[last + 1 :]]


def _closed(lines: list[str]) -> list[str]:
    return [*lines[:-1], _as_row(lines[-1])]


def _as_row(line: str) -> str:
    is_open = line and "\t" not in line and not line.startswith(" ") and BULLET not in line
    return line + "\t" if is_open and line[-1] not in ".:!?" else line


def on_one_line(cell: Sequence[str]) -> str:
    """The lines of a cell on one, apart: a sentence goes on after a blank, anything else after a slash."""
    words = ""
    for line in filter(None, cell):
        words += line if not words else f" {line}" if words[-1] in ".:;,!?–-" else f" / {line}"
    return words
