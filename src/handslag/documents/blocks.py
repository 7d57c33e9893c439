"""What a report says, as plain blocks: the web page, the PDF and the Word file print the same ones.

All are frozen and hashable. The words are already made, in the language of the document; what people
wrote themselves stands in a `Quote` and stays Swedish.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as somebody wrote or signed them: Swedish whatever the language of the document."""

    kind: ClassVar[str] = "quote"
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    kind: ClassVar[str] = "strong"
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `address`, which is whole (https://…)."""

    kind: ClassVar[str] = "link"
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Sign:
    """The glyph of a status (a `Status`, or "WITHDRAWN") and its word."""

    kind: ClassVar[str] = "sign"
    status: str
    word: str


Piece = str | Quote | Strong | Link | Sign
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 2 to 4: the title of the document is the only 1. `key` is its anchor; "" is none."""

    kind: ClassVar[str] = "heading"
    level: int
    line: Line
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`tone`: "" for text, "lead", "muted", or "status" for the sentence that a promise is read for."""

    kind: ClassVar[str] = "paragraph"
    line: Line
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbered` where the order is the point."""

    kind: ClassVar[str] = "items"
    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short labels, each with its line."""

    kind: ClassVar[str] = "facts"
    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings. `numbers`: columns set to the right; `widths`: shares, 0 is auto."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numbers: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    @property
    def labelled(self) -> list[list[tuple[str, Line, bool]]]:
        """Each row as its cells with the heading of their column, and whether it holds numbers."""
        return [
            [
                (column, line, index in self.numbers)
                for index, (column, line) in enumerate(zip(self.columns, row, strict=True))
            ]
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class StripRow:
    """One place, school or event; None where it has no such period."""

    label: str
    signs: tuple[Sign | None, ...]

    @property
    def statuses(self) -> tuple[str | None, ...]:
        return tuple(sign.status if sign else None for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture of a promise: a glyph per cell. The table of numbers beside it says the same."""

    kind: ClassVar[str] = "strip"
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[StripRow, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises have each status."""

    kind: ClassVar[str] = "tally"
    rows: tuple[tuple[Sign, int], ...]


Block = Heading | Paragraph | Items | Facts | Table | Strip | Tally


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `on`: the day it is about; `notice`: what must be known first ("" is nothing).

    `owner` stands at the head of every page, `foot` at its bottom, with `page_words` ("Page" 2 "of" 5).
    """

    title: str
    language: str
    on: date
    owner: str
    blocks: tuple[Block, ...]
    foot: str
    page_words: tuple[str, str]
    notice: str = ""
