"""Rows of tables in a text: which lines are rows, their cells, and whether a row holds words to read."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from handslag.domain.reading.finds import Span

# Cells are parted by tabs; where a table was typed or pasted without them, by bars or several blanks.
_TYPED: Final = re.compile(r"[ \u00a0]*\|[ \u00a0]*|[ \u00a0]{3,}")
_PARTED: Final = re.compile(r"\t+|[ \u00a0]*\|[ \u00a0]*|[ \u00a0]{3,}")
_BY_TABS: Final = re.compile(r"\t+")
_PAGE: Final = re.compile(r"\W*\d{0,4}\W*")
# What the columns of a plan are called; a row of such words alone is the head of its table.
_COLUMN: Final = re.compile(
    r"""\A\W*(?:(?:nr|nummer|vad|var|vem|vilka|hur|hur\softa|när|varför|mål|syfte|plats(?:er)?|ort|område|löfte|löften
        |åtgärd(?:er)?|aktivitet(?:er)?|insats(?:er)?|ansvarig(?:a)?|ansvar|utförare|part(?:er)?|aktör(?:er)?|tid
        |tidpunkt|tidplan|tidsplan|datum|period|frekvens|antal|målgrupp|uppföljning|status|kommentar(?:er)?
        |beskrivning|anteckning(?:ar)?|problem|orsak(?:er)?|resultat|genomförande|(?:som|som\sska|ska)\sgöra(?:s)?
        |vem\s(?:gör|ansvarar|är\sansvarig)|vad\sska\sgöras|kontakt(?:person)?)\W*)""",
    re.VERBOSE,
)


def is_tabbed(words: str) -> bool:
    """Whether a line (without its indentation and list sign) is a row: words, then a tab."""
    return "\t" in words and not words.rstrip().endswith(":")


def typed_rows(lines: list[str]) -> set[int]:
    """The numbers of the lines that are rows only because those beside them are parted the same way."""
    counts = [_parts(line) for line in lines]
    near = ({n, n + 1} for n, (a, b) in enumerate(pairwise(counts)) if a and b and abs(a - b) < 2)
    return {n for both in near for n in both}


def _parts(line: str) -> int:
    """How many times a line may be parted into cells; two cells alone are a row only between bars."""
    words = line.strip()
    count = len(_TYPED.findall(words.strip("|")))
    return count if count > 1 or (count and words.startswith("|")) else 0


def cells_of(text: str, span: Span) -> Iterator[Span]:
    """The cells of a row that hold words, in order."""
    parted = _BY_TABS if "\t" in text[span.start : span.end] else _PARTED
    start = span.start
    for gap in parted.finditer(text, span.start, span.end):
        if start < gap.start():
            yield Span(start, gap.start())
        start = gap.end()
    if start < span.end:
        yield Span(start, span.end)


def says_something(text: str, span: Span) -> bool:
    """Whether a row holds more than the names of columns, numbers, or a line of a table of contents."""
    cells = [text[cell.start : cell.end].lower() for cell in cells_of(text, span)]
    if len(cells) == 2 and _PAGE.fullmatch(cells[1]):
        return False
    return not all(_COLUMN.fullmatch(cell) or _PAGE.fullmatch(cell) for cell in cells)
