"""Tables of plain text for a terminal: columns that wrap within a given width."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import gt

GAP = "  "
LONGEST_WORD = 16  # characters; longer words are broken rather than their column kept wide


def table(head: Sequence[str], rows: Sequence[Sequence[str] | str], width: int) -> str:
    """The rows under their heads, lines at most `width` characters where the columns can be had so narrow.

    A row is one cell per column, or a single string that stands across all columns (a section).
    """
    cells = [row for row in rows if not isinstance(row, str)]
    widths = _widths([head, *cells], width - len(GAP) * (len(head) - 1))
    lines = [*_wrapped(head, widths), GAP.join("─" * width for width in widths)]
    for row in rows:
        lines += ["", *textwrap.wrap(row, width)] if isinstance(row, str) else _wrapped(row, widths)
    return "\n".join(lines)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Each column as wide as its longest cell; while all do not fit, one is narrowed at a time.

    It is the one that then is the least tall. A column stays wider than its longest word.
    """
    columns = list(zip(*rows, strict=True))
    natural = [max(map(len, column)) for column in columns]
    least = [min(LONGEST_WORD, max(map(len, " ".join(column).split()), default=1)) for column in columns]
    widths = [*natural]
    while sum(widths) > room and any(map(gt, widths, least)):
        wide = [nr for nr in range(len(widths)) if widths[nr] > least[nr]]
        widths[min(wide, key=lambda nr: natural[nr] / (widths[nr] - 1 or 0.5))] -= 1
    return widths


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield GAP.join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()
