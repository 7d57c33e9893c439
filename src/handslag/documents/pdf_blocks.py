"""Lines of a PDF put together to paragraphs, headings, list items and rows of tables.

A PDF knows no paragraphs. A line begins something new when it starts with a bullet, when there is
more room above it than lines have, when its letters are larger or bolder, when it starts further
in, or when the line before had room left in its column for its first word.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from handslag.documents.pdf_regions import ROOM, STEP
from handslag.documents.table_rows import BULLET, row_lines

NARROW = 250.0  # points: no page of running text is narrower
NARROW_COLUMN = 9.0  # sizes: nor is a column
FULL = 0.93  # how far out a line must reach, its next word included, to count as full
SLACK = 3.0  # points: what starts less than this apart starts at the same place
FAR_IN = 8  # letters: what starts further in than this is centred, no list
ROOM_FOR_NEW = 1.2  # nor are those where a new sentence begins further apart than this
ALIKE = 0.06  # of a column's width: lines that end this close to each other end at its edge
LONG = 15  # sizes: lines at least so long that go on in small letters are wrapped, if they end alike

_bullet = re.compile(r"\A\s*(?:[•●▪■◦○□·‣⁃∙►➢➤✓✔▶◆\ue000-\uf8ff]\s*|[*–—-]\s+|o\s+(?=[A-ZÅÄÖ]))")
_number = re.compile(r"\A\s*(?:\d{1,2}[.)]|[a-zåäö]\))\s+\S")
_dash = re.compile(r"[–—-]\s+[a-zåäö]")
_hyphen = "-\u2010\xad"
_hyphen_end = re.compile(rf"[{_hyphen}–]")
_split_word = re.compile(rf"[^\W\d_]{{2}}[{_hyphen}]$")
_name_hyphen = re.compile(r"(?:\b[A-ZÅÄÖ]{2,}|\b\w|\d)[-–\u2010]$")
_dangles = re.compile(
    r"(?:,|\b(?:på|i|och|eller|samt|för|till|vid|med|av|mot|från|om|att|en|ett|den|det|de|under|mellan))$"
)
_kept_hyphen = re.compile(r"(?:och|eller|samt|respektive|till)\b")


@dataclass(slots=True)
class Line:
    """One drawn line: its words, from where to where it goes (points, y upwards), the size of its letters.

    `bold`: the share of bold letters. `flow`: the lines of one column or cell that follow each other;
    `edge`: how far that column goes, 0 where only its lines tell; `column`: it has others beside it,
    or is drawn as a box. `row`: the row of a table that it stands in, 0 where its cells are
    read one after the other; `cell`: its column there, -1 outside tables. `note`: a footnote begins here.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: float = 0.0
    end: float = 0.0
    flow: int = 0
    edge: float = 0.0
    column: bool = False
    boxed: bool = False
    row: int = 0
    cell: int = -1
    note: bool = False
    step: float = 0.0
    left: float = 0.0
    near_edge: float = 0.0

    @property
    def width(self) -> float:
        return self.end - self.x

    def first_word(self) -> float:
        """About how wide its first word is, with a blank before it."""
        return (len(self.text.split(maxsplit=1)[0]) + 0.6) * self.width / max(1, len(self.text))

    def is_item(self) -> bool:
        return bool(_bullet.match(self.text) or _number.match(self.text))

    def is_list(self) -> bool:
        return bool(_bullet.match(self.text))

    def goes_on_small(self) -> bool:
        """Whether it begins as no sentence does."""
        return self.text[0].islower() or self.text[0] in "(&" or self.text[0].isdigit()

    def is_open(self) -> bool:
        """Whether it ends as no sentence does."""
        return self.text[-1] not in ".!?:;"


def blocks(lines: Sequence[Line]) -> Iterator[str]:
    """The lines of the text: a blank line before paragraphs and headings, "• " before items."""
    size, margins = _measured(lines)
    levels: list[float] = []
    was_row = False
    grouped = [
        (row, list(groups))
        for row, groups in groupby(_groups(lines, size, margins), key=lambda group: group[0].row)
    ]
    for nr, (row, groups) in enumerate(grouped):
        if row:
            yield from [] if was_row else [""]
            yield from row_lines(_cells(groups), is_last=nr + 1 == len(grouped) or not grouped[nr + 1][0])
            levels.clear()
        else:
            yield from _paragraphs(groups, levels, size, margins)
        was_row = row > 0


def _cells(groups: Iterable[Sequence[Line]]) -> list[list[str]]:
    """The paragraphs and items of each cell of a row."""
    cells: dict[int, list[str]] = defaultdict(list)
    for group in groups:
        bullet = BULLET if group[0].is_list() else ""
        cells[group[0].cell].append(bullet + joined([line.text for line in group]))
    return [cells.get(nr, []) for nr in range(max(cells) + 1)]


def _paragraphs(
    groups: Iterable[Sequence[Line]], levels: list[float], size: float, margins: frozenset[float]
) -> Iterator[str]:
    for group in groups:
        was_in_list = bool(levels)
        start = _start(group[0], levels, size, margins)
        if not (was_in_list and levels):
            yield ""
        yield start + joined([line.text for line in group])


def _measured(lines: Sequence[Line]) -> tuple[float, frozenset[float]]:
    """The size of most letters, and where items start whose bullets are drawn and not written.

    Gives each line the edge and the left margin of its column, and the distance of its column's lines.
    """
    size = body_size(lines)
    body = [line for line in lines if abs(line.size - size) < 0.1]
    _set_edges(lines, body)
    _set_steps(lines)
    return size, _item_margins(body, size)


def body_size(lines: Iterable[Line]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def _set_edges(lines: Sequence[Line], body: Sequence[Line]) -> None:
    """How far out the lines of each column go, seen from those of the same size in the whole text."""
    left = min((line.x for line in body if not line.column), default=0.0)
    starts: dict[int, float] = {}
    for line in lines:
        starts[line.flow] = min(starts.get(line.flow, line.x), line.x)
    ends: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    for line in lines:
        line.left = starts[line.flow] if line.column else left
        for key in _alike(line):
            ends[key].append(line.end)
    edges = {key: (max(some), _is_shared(some)) for key, some in ends.items()}
    for line in lines:
        own, *others = [edges[key] for key in _alike(line)]
        column = edges.get((-1, round(starts[line.flow] / 6), round(line.size)))
        least = line.left + (NARROW_COLUMN * line.size if line.column else NARROW)
        if line.edge:
            line.edge = max(line.edge, own[0])
        elif not line.column and column is not None and own[0] <= column[0] + SLACK:
            line.edge = column[0]  # a column that has none beside it on its page
        else:
            line.edge = max(edge if shared else max(least, edge) for edge, shared in (own, *others))


def _is_shared(ends: Sequence[float]) -> bool:
    """Whether so many lines end at about the same place that it is the edge of their column."""
    return sum(end > (1 - ALIKE) * max(ends) for end in ends) > 2


def _alike(line: Line) -> list[tuple[int, int, int]]:
    """Keys of the lines that end where this one may: those of its flow, and those of columns like its own."""
    size = round(line.size)
    own = (line.flow, 0, size)
    if line.boxed:
        return [own]
    return [own, (-1, round(line.left / 6), size)] if line.column else [(-2, 0, size)]


def _set_steps(lines: Sequence[Line]) -> None:
    """How far apart the lines of each flow stand, in sizes; where it has too few, those of the whole text."""
    steps: dict[int, list[float]] = defaultdict(list)
    for above, line in pairwise(lines):
        if above.flow == line.flow and above.size and abs(above.size - line.size) < 0.1:
            step = (above.y - line.y) / line.size
            if 0 < step < 2.5:
                steps[line.flow].append(step)
    usual = median([step for flow in steps.values() for step in flow] or [STEP])
    for line in lines:
        own = sorted(steps.get(line.flow, ()))
        line.step = own[len(own) // 4] if len(own) > 1 else usual
    _set_near_edges(lines)


def _set_near_edges(lines: Sequence[Line]) -> None:
    """How far out the lines right around each line go: beside a picture they are shorter than elsewhere."""
    run: list[Line] = []
    for line in lines:
        if run and not (_are_near(run[-1], line) and abs(run[-1].x - line.x) < SLACK and not line.is_item()):
            _close_run(run)
            run = []
        run.append(line)
    _close_run(run)


def _close_run(run: Sequence[Line]) -> None:
    if len(run) > 2:
        edge = max(line.end for line in run)
        for line in run:
            line.near_edge = edge if edge - line.x > LONG * line.size else 0.0


def _item_margins(body: Sequence[Line], size: float) -> frozenset[float]:
    """Margins further in that several lines share, in a document that writes no bullets."""
    if any(_bullet.match(line.text) for line in body):
        return frozenset()
    starts = Counter(round(line.x) for line in body if line.left + size < line.x < line.left + FAR_IN * size)
    return frozenset(float(x) for x, many in starts.items() if many > 1)


def _groups(lines: Sequence[Line], size: float, margins: frozenset[float]) -> Iterator[list[Line]]:
    """The lines of each paragraph, heading or item."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, size, margins):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, size: float, margins: frozenset[float]) -> bool:
    last = group[-1]
    if last.text.endswith(":") or not _are_near(last, line):
        return False
    if line.is_item() and not _is_dash_within(group, line):
        return False
    if _split_word.search(last.text[-8:]) and line.text[0].islower():
        return True
    if _is_drawn_item(line, size, margins) and last.text[-1] in ".!?" and line.text[0].isupper():
        return False
    return _is_in_line(group, line) and _is_full(last, line)


def _is_in_line(group: Sequence[Line], line: Line) -> bool:
    """Whether the line starts where the paragraph does, or as far out or in as second lines may."""
    last = group[-1]
    if last.flow != line.flow:
        return True
    # The first line of a paragraph may stand further in, the first line of an item further out.
    may_move = len(group) == 1 and (last.is_item() or 0 < last.x - line.x < FAR_IN * line.size)
    return may_move or abs(last.x - line.x) <= line.size or _are_centred(last, line)


def _are_centred(last: Line, line: Line) -> bool:
    """Whether the lines have the same middle, or are flush to the right."""
    return abs(last.x + last.end - line.x - line.end) < 2 * SLACK or abs(last.end - line.end) < SLACK


def _is_full(last: Line, line: Line) -> bool:
    """Whether the first word of `line` had no room left on the line before it."""
    more = line.first_word()
    if abs(last.x - line.x) > line.size and _are_centred(last, line):
        return last.width + more > FULL * (last.edge - last.left)
    if last.end + more > last.left + FULL * (last.edge - last.left):
        return True
    goes_on = last.is_open() and (line.goes_on_small() or bool(_dangles.search(last.text[-12:])))
    return goes_on and 0 < last.near_edge < last.end + more


def _is_dash_within(group: Sequence[Line], line: Line) -> bool:
    """Whether a line that starts with a dash goes on from a full one: "Polisen / – tillsammans med …"."""
    last = group[-1]
    return bool(
        _dash.match(line.text)
        and not group[0].is_item()
        and last.is_open()
        and abs(last.x - line.x) < SLACK
        and _is_full(last, line)
    )


def _are_near(last: Line, line: Line) -> bool:
    """Whether nothing in their look says that the two lines belong to different paragraphs."""
    if abs(last.size - line.size) > 0.05 * line.size or abs(last.bold - line.bold) > 0.95:
        return False
    if last.flow == line.flow:
        room = ROOM if last.is_open() and line.goes_on_small() else ROOM_FOR_NEW
        return 0 < last.y - line.y < room * line.step * line.size
    return _go_over(last, line)


def _go_over(last: Line, line: Line) -> bool:
    """Whether a paragraph may go on from the end of a column or page at the head of the next."""
    if not last.is_open() or line.is_item() or last.cell != line.cell:
        return False
    if last.page == line.page and (last.boxed or line.boxed or last.cell >= 0):
        return False
    if line.goes_on_small() or _dangles.search(last.text[-12:]):
        return True
    return last.width > LONG * last.size and not last.bold


def _is_drawn_item(line: Line, size: float, margins: frozenset[float]) -> bool:
    is_body = abs(line.size - size) < 0.1 and line.bold < 1
    return is_body and any(abs(line.x - margin) < SLACK for margin in margins)


def _start(line: Line, levels: list[float], size: float, margins: frozenset[float]) -> str:
    """What stands before the block that begins with `line`; `levels` holds the margins of the open list."""
    if not (_bullet.match(line.text) or _is_drawn_item(line, size, margins)):
        levels.clear()
        return ""
    while levels and line.x < levels[-1] - SLACK:
        levels.pop()
    if not levels or line.x > levels[-1] + SLACK:
        levels.append(line.x)
    return "  " * (len(levels) - 1) + "• "


def joined(lines: Sequence[str]) -> str:
    """The lines as one, without its bullet; words split at a line's end put together ("trygg-" "het")."""
    bullet = _bullet.match(lines[0])
    parts = [lines[0][bullet.end() if bullet else 0 :]]
    for text in lines[1:]:
        last = parts[-1]
        if not _hyphen_end.search(last[-1:]) or _kept_hyphen.match(text):
            parts.append(" ")
        elif _split_word.search(last[-8:]) and text[0].islower():
            keeps = _name_hyphen.search(last[-8:]) and last[-1] != "\xad"
            parts[-1] = last if keeps else last[:-1]
        elif not _name_hyphen.search(last[-8:]):
            parts.append(" ")
        parts.append(text)
    return "".join(parts).replace("\xad", "")
