"""Lines of a PDF put together to paragraphs, headings and list items.

A PDF knows no paragraphs. A line begins something new when it starts with a bullet, when there is
more room above it than lines have, when its letters are larger or bolder, when it starts further
in, or when the line before had room left for its first word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

LETTER = 0.5  # width of a mean letter, in parts of its size
ROOM = 1.45  # lines further apart than this, in parts of the usual distance, are not one paragraph
NARROW = 250.0  # points: no column of running text is narrower
FULL = 0.85  # how far out a line must reach, its next word included, to count as full
SLACK = 3.0  # points: what starts less than this apart starts at the same place
FAR_IN = 8  # letters: what starts further in than this is centred, no list

_bullet = re.compile(r"\s*(?:[•●▪■◦○·‣⁃\uf0b7\uf0a7\uf076]\s*|[*–—-]\s+|o\s+(?=[A-ZÅÄÖ]))")
_number = re.compile(r"\s*\d{1,2}[.)]\s+\S")
_split_word = re.compile(r"[^\W\d_]{2}-$")
_kept_hyphen = re.compile(r"(?:och|eller|samt|respektive)\b")


@dataclass(slots=True)
class Line:
    """One drawn line: its words, where it starts and the size of its letters (points, y upwards)."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool

    def right(self, more: str = "") -> float:
        """About where the line would end with `more` behind it."""
        return self.x + (len(self.text) + len(more)) * self.size * LETTER

    def is_item(self) -> bool:
        return bool(_bullet.match(self.text) or _number.match(self.text))


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the whole document is set: distance of lines (in sizes), edges, body size, list margins.

    `item_margins`: where items start whose bullets are drawn and not written, as browsers print them.
    """

    step: float
    left: float
    right: float
    size: float
    item_margins: tuple[float, ...] = ()


def blocks(lines: Sequence[Line]) -> Iterator[str]:
    """The lines of the text: a blank line before paragraphs and headings, "• " before items."""
    layout = _layout(lines)
    levels: list[float] = []
    for group in _groups(lines, layout):
        was_in_list = bool(levels)
        start = _start(group[0], levels, layout)
        if not (was_in_list and levels):
            yield ""
        yield start + _joined([line.text for line in group])


def _layout(lines: Sequence[Line]) -> _Layout:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    size = letters.most_common(1)[0][0] if letters else 1.0
    body = [line for line in lines if abs(line.size - size) < 0.1]
    steps = [(a.y - b.y) / size for a, b in pairwise(body)]
    step = median([step for step in steps if 0 < step < 2.5] or [1.2])
    left = min((line.x for line in body), default=0.0)
    right = max([NARROW, *(line.right() for line in lines)])
    return _Layout(step, left, right, size, _item_margins(body, left, size))


def _item_margins(body: Sequence[Line], left: float, size: float) -> tuple[float, ...]:
    """Margins further in that several lines share, in a document that writes no bullets."""
    if any(_bullet.match(line.text) for line in body):
        return ()
    starts = Counter(round(line.x) for line in body if left + size < line.x < left + FAR_IN * size)
    return tuple(float(x) for x, times in starts.items() if times > 1)


def _groups(lines: Sequence[Line], layout: _Layout) -> Iterator[list[Line]]:
    """The lines of each paragraph, heading or item."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, layout: _Layout) -> bool:
    last = group[-1]
    if line.is_item() or last.text.endswith(":") or not _are_near(last, line, layout):
        return False
    if _split_word.search(last.text) and line.text[0].islower():
        return True
    if _drawn_item(line, layout) and last.text[-1] in ".!?" and line.text[0].isupper():
        return False
    # The first line of a paragraph may stand further in, the first line of an item further out.
    may_move = len(group) == 1 and (last.is_item() or 0 < last.x - line.x < FAR_IN * line.size)
    if not may_move and abs(last.x - line.x) > line.size:
        return False
    return last.right(" " + line.text.split()[0]) > FULL * layout.right


def _are_near(last: Line, line: Line, layout: _Layout) -> bool:
    """Whether nothing in their look says that the two lines belong to different paragraphs."""
    if abs(last.size - line.size) > 0.05 * line.size or last.bold != line.bold:
        return False
    if last.page != line.page:
        return line.text[0].islower()
    return 0 < last.y - line.y < ROOM * layout.step * line.size


def _drawn_item(line: Line, layout: _Layout) -> bool:
    is_body = abs(line.size - layout.size) < 0.1 and not line.bold
    return is_body and any(abs(line.x - margin) < SLACK for margin in layout.item_margins)


def _start(line: Line, levels: list[float], layout: _Layout) -> str:
    """What stands before the block that begins with `line`; `levels` holds the margins of the open list."""
    if not (_bullet.match(line.text) or _drawn_item(line, layout)):
        levels.clear()
        return ""
    while levels and line.x < levels[-1] - SLACK:
        levels.pop()
    if not levels or line.x > levels[-1] + SLACK:
        levels.append(line.x)
    return "  " * (len(levels) - 1) + "• "


def _joined(lines: Sequence[str]) -> str:
    """The lines as one, without its bullet; words split at a line's end put together ("trygg-" "het")."""
    bullet = _bullet.match(lines[0])
    block = lines[0][bullet.end() if bullet else 0 :]
    for text in lines[1:]:
        is_split = _split_word.search(block) and text[0].islower() and not _kept_hyphen.match(text)
        block = block[:-1] + text if is_split else f"{block} {text}"
    return block
