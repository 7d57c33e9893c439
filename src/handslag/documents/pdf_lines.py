"""Words of a page of a PDF put together to drawn lines, box by box."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from handslag.documents.pdf_drawing import Piece
from handslag.documents.pdf_shapes import Dot

BLANK = 0.17  # of the size: a wider gap between letters is a blank
APART = 1.0  # of the size: a wider gap may part columns
SIGN_APART = 5.0  # of the size: no list sign stands further from its words
DOT_APART = 4.0  # nor any drawn dot
MOST_DOTS = 500  # a page with more is a drawing
LETTERS = 4  # at least so many letters apart from each other are a word in spaced letters
LARGE = 1.35  # of the size of the words it belongs to: a larger first letter or number
SMALL = 0.85  # of the size: raised and so small is an exponent or a footnote's sign
_SHADOW = 2.5  # points: the same word drawn this close is drawn twice

SIGN = re.compile(
    r"(?:[•●○▪■□◦·‣⁃∙►➢➤✓✔→▶◆◾*\ue000-\uf8ff]|[–—-]|\(?\d{1,2}[.)]|\(?[a-zåäöA-ZÅÄÖ]\)|o|\d{1,2})"
)
_unit = re.compile(r"(?:^|\d)(?:[ckmd]?m|ha)$")
_note_sign = re.compile(r"[\d*†‡]{1,2}")
_before_sign = re.compile(r"[^\W\d_]{3}$|^(?:19|20)\d\d$")
_ligatures = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
# Fonts without composed letters draw the accent before, behind or above its letter.
_accents = {
    drawn: unicodedata.normalize("NFC", letter + combining)
    for accents, combining, letters in (
        ("¨", "\u0308", "AaOoUuEe"),
        ("˚°", "\u030a", "Aa"),
        ("´", "\u0301", "AaEe"),
        ("`", "\u0300", "AaEe"),
    )
    for accent in accents
    for letter in letters
    for drawn in (accent + letter, letter + accent)
}
_accent = re.compile("|".join(map(re.escape, _accents)))


@dataclass(slots=True)
class Fragment:
    """Words on one line with no wide gap between them."""

    pieces: list[Piece]
    x: float = 0.0
    end_x: float = 0.0
    base: float = 0.0
    size: float = 0.0
    note: bool = False  # begins with the raised sign of a footnote
    number: str = ""  # a larger number that stands before it

    def __post_init__(self) -> None:
        self.x, self.end_x = self.pieces[0].x, max(piece.end for piece in self.pieces)
        sizes: Counter[float] = Counter()
        for piece in self.pieces:
            sizes[piece.size] += len(piece.text)
        self.size = sizes.most_common(1)[0][0]
        self.base = next(piece.y for piece in self.pieces if piece.size == self.size)

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def y(self) -> float:
        return self.base - 0.2 * self.size

    @property
    def end_y(self) -> float:
        return self.base + 0.7 * self.size


def cleaned(pieces: Iterable[Piece]) -> list[Piece]:
    """The words without ligatures and without those drawn a second time to look bold or cast a shadow."""
    seen: dict[tuple[str, int, int], list[Piece]] = {}
    kept = []
    for piece in pieces:
        piece.text = piece.text.translate(_ligatures)
        column, row = int(piece.x // _SHADOW), int(piece.y // _SHADOW)
        near = _SHADOW if len(piece.text) > 1 else min(_SHADOW, 0.5 * (piece.end - piece.x))
        twins = (
            twin
            for side in (-1, 0, 1)
            for up in (-1, 0, 1)
            for twin in seen.get((piece.text, column + side, row + up), ())
        )
        if any(abs(twin.x - piece.x) <= near and abs(twin.y - piece.y) <= near for twin in twins):
            continue
        seen.setdefault((piece.text, column, row), []).append(piece)
        kept.append(piece)
    return kept


def with_bullets(pieces: Sequence[Piece], dots: Sequence[Dot]) -> list[Piece]:
    """The words with a bullet for each dot that is drawn before one, as browsers draw those of lists."""
    if not dots or len(dots) > MOST_DOTS:
        return list(pieces)
    rows = sorted(pieces, key=lambda piece: piece.y)
    heights = [piece.y for piece in rows]
    bullets = []
    for dot in dots:
        middle, across = dot.y + dot.high / 2, dot.x + dot.high / 2
        line = [
            piece
            for piece in rows[bisect_left(heights, middle - 20) : bisect_right(heights, middle)]
            if middle - piece.y < 0.8 * piece.size and abs(piece.x - across) < DOT_APART * piece.size
        ]
        after = min((piece for piece in line if piece.x > across), key=lambda piece: piece.x, default=None)
        if after is not None and not any(piece.x <= across for piece in line) and after.text != "•":
            bullets.append(replace(after, text="•", x=dot.x, end=dot.x + dot.high, after_blank=True))
    return [*pieces, *bullets]


def fragments(pieces: Sequence[Piece]) -> list[Fragment]:
    """The words of one box as fragments of lines, from the top."""
    if not pieces:
        return []
    lines: list[Fragment] = []
    first: list[Fragment] = []
    for row in _rows(pieces, body_size(pieces)):
        row.sort(key=lambda piece: piece.x)
        letters, others = _first_letters(row)
        first += [Fragment([letter]) for letter in letters]
        lines += [Fragment(part) for part in _parts(others)] if others else []
    alone = [letter for letter in first if not _is_put_before(letter, lines)]
    return sorted(lines + alone, key=lambda line: (-line.base, line.x))


def _first_letters(row: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Single letters and numbers of a row that are larger than the word behind them; and the others."""
    letters: list[Piece] = []
    others: list[Piece] = []
    usual = body_size(row) if len(row) > 1 else 0.0
    for nr, piece in enumerate(row):
        after = row[nr + 1] if nr + 1 < len(row) else None
        is_short = len(piece.text.strip(".)")) <= 2 and piece.text[0].isalnum()
        is_first = not nr or piece.x - row[nr - 1].end > APART * row[nr - 1].size
        is_larger = after is None or (max(usual, after.size) * LARGE < piece.size)
        (letters if is_short and is_first and is_larger else others).append(piece)
    return letters, others


def body_size(pieces: Iterable[Piece]) -> float:
    """The size that most letters have."""
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[round(piece.size, 1)] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def _rows(pieces: Sequence[Piece], body: float) -> Iterator[list[Piece]]:
    """Words whose lines stand at about the same height; raised and lowered letters with their word."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if row and row[0].y - piece.y > 0.5 * max(min(row[0].size, piece.size), 0.9 * body):
            yield row
            row = []
        row.append(piece)
    yield row


def _parts(row: Sequence[Piece]) -> Iterator[list[Piece]]:
    """A row cut where a gap may part columns; a list sign keeps its words."""
    part = [row[0]]
    end = row[0].end
    wide = 2.5 * (_wide_gap(row) or 0.0)  # what parts words of spaced letters parts no columns
    for piece in row[1:]:
        gap = piece.x - end
        size = max(piece.size, part[-1].size)
        is_sign = len(part) == 1 and SIGN.fullmatch(part[0].text)
        if gap > max(wide, (SIGN_APART if is_sign else APART) * size):
            yield part
            part, end = [], piece.end
        part.append(piece)
        end = max(end, piece.end)
    yield part


def _is_put_before(letter: Fragment, lines: Sequence[Fragment]) -> bool:
    """Whether a larger letter or number stands beside lines; they then start where it does."""
    beside = [
        line
        for line in lines
        if line.size * LARGE < letter.size
        and letter.base - 0.5 * line.size <= line.base < letter.base + 0.8 * letter.size
        and -2 <= line.x - letter.end_x < 1.2 * letter.size
    ]
    if not beside:
        return False
    piece = letter.pieces[0]
    top = max(beside, key=lambda line: line.base)
    if piece.text.strip(".)").isdigit():
        top.number = piece.text.strip(".)")
    else:
        top.pieces.insert(0, replace(piece, size=top.size, y=top.base, end=top.x))
        top.pieces[1] = replace(top.pieces[1], after_blank=False)
        if _is_word(piece.text, top.pieces[1].text):
            top.pieces[0].text += " "
    for line in beside:
        line.x = letter.x
    return True


def _is_word(letter: str, after: str) -> bool:
    """Whether a larger first letter is a word of its own: "I Tuna", "I skolan", "Å andra sidan"."""
    if letter not in ("I", "Å", "Ö"):
        return False
    return not after[0].islower() or after == "andra" or (letter == "I" and after[0] not in "bdnrst")


def words_of(fragment: Fragment) -> str:
    """The text of a fragment, with blanks where the page shows them."""
    pieces = fragment.pieces
    wide = _wide_gap(pieces)
    number = f"{fragment.number}. " if fragment.number else ""
    text, last, end = "", None, -inf
    for piece in pieces:
        if last is not None and _is_note_sign(piece, last, fragment):
            end = max(end, piece.end)
            continue
        if last is not None and _is_apart(last, piece, piece.x - end, wide):
            text += " "
        text += piece.text
        if last is None and _is_note(piece, pieces[1] if len(pieces) > 1 else None, fragment):
            fragment.note = True
            text += " "
        last, end = piece, max(end, piece.end)
    return number + _composed(text)


def _is_apart(last: Piece, piece: Piece, gap: float, wide: float | None) -> bool:
    if wide is not None:
        return gap > wide
    return gap > BLANK * min(piece.size, last.size) or (piece.after_blank and gap > 0.02 * piece.size)


def _wide_gap(pieces: Sequence[Piece]) -> float | None:
    """In a line of spaced letters: the gap that parts words. None in any other line."""
    if len(pieces) < LETTERS or sum(len(piece.text) == 1 for piece in pieces) < 0.7 * len(pieces):
        return None
    gaps = [b.x - a.end for a, b in pairwise(pieces)]
    usual = median(gaps)
    if usual < 0.02 * pieces[0].size:
        return None
    return usual * 1.45 + 0.04 * pieces[0].size


def _is_raised(piece: Piece, line: Fragment) -> bool:
    return piece.size < SMALL * line.size and piece.y - line.base > 0.12 * line.size


def _is_note_sign(piece: Piece, last: Piece, line: Fragment) -> bool:
    """Whether a number is a footnote's sign and no exponent (m²).

    It is raised; or set in letters that look so, and then stands right behind a word or a year.
    """
    if not _note_sign.fullmatch(piece.text):
        return False
    if _is_raised(piece, line):
        return not _unit.search(last.text)
    is_close = not piece.after_blank and piece.x - last.end < BLANK * piece.size
    return is_close and bool(_before_sign.search(last.text))


def _is_note(piece: Piece, after: Piece | None, line: Fragment) -> bool:
    """Whether a footnote begins with the number `piece`."""
    if not _note_sign.fullmatch(piece.text) or after is None:
        return False
    is_close = not after.after_blank and after.x - piece.end < BLANK * piece.size
    return _is_raised(piece, line) or (is_close and after.text[0].isupper())


def _composed(text: str) -> str:
    """Accents that are drawn on their own put on their letters."""
    if "\u030a" in text or _accent.search(text):
        text = _accent.sub(lambda drawn: _accents[drawn[0]], text)
    return unicodedata.normalize("NFC", text)
