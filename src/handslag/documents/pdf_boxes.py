"""The cells of tables, the boxes and the bands between lines that a page of a PDF draws around its text."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handslag.documents.pdf_drawing import Piece
from handslag.documents.pdf_shapes import Rule

MOST_RULES = 300  # a page with more edges is a map or a drawing
NEAR = 2.0  # points: edges that end this close to each other meet
ROUND = 14.0  # points that a rounded corner may take off an edge
MARKED = 26.0  # points: a box that is lower may be the colour behind some words
CLOSE = 0.45  # of the size: words closer to each other than this are of one line, whatever parts them
TRIES = 8

INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Box:
    """What edges stand around, upwards from `y` to `end_y`; `closed`: also on both sides."""

    x: float
    y: float
    end_x: float
    end_y: float
    closed: bool = True

    @property
    def area(self) -> float:
        return (self.end_x - self.x) * (self.end_y - self.y)

    def holds(self, other: "Box") -> bool:
        return (
            self.x - NEAR <= other.x
            and other.end_x <= self.end_x + NEAR
            and self.y - NEAR <= other.y
            and other.end_y <= self.end_y + NEAR
        )


@dataclass(slots=True)
class _Edge:
    """An edge `at` a height (level) or a distance from the left (upright), from `start` to `end`."""

    at: float
    start: float
    end: float

    def spans(self, start: float, end: float) -> bool:
        return self.start <= start + ROUND and self.end >= end - ROUND


class Boxes:
    """Tells which box a word stands in."""

    def __init__(self, rules: Sequence[Rule], pieces: Sequence[Piece]) -> None:
        self._rows = sorted(pieces, key=lambda piece: piece.y)
        self._heights = [piece.y for piece in self._rows]
        rules = self._without_marked_words(rules)
        level = [edge for edge in _edges(rules, is_level=True) if not self._is_under_or_through(edge)]
        upright = [edge for edge in _edges(rules, is_level=False) if not self._cuts_a_word(edge)]
        if len(level) + len(upright) > MOST_RULES:
            level, upright = [], []
        self._level, self._upright = level, upright
        self._level_at = [edge.at for edge in level]
        self._upright_at = [edge.at for edge in upright]

    def around(self, piece: Piece) -> Box | None:
        """The smallest box that the middle of `piece` stands in, None if it stands in none."""
        x, y = (piece.x + piece.end) / 2, piece.y + 0.3 * piece.size
        place = bisect_left(self._level_at, y)
        above = [edge for edge in self._level[place:] if edge.start <= x <= edge.end][:TRIES]
        below = [edge for edge in reversed(self._level[:place]) if edge.start <= x <= edge.end][:TRIES]
        while above and below:
            top, bottom = above[0], below[0]
            left, right = self._sides(x, bottom.at, top.at)
            start, end = max(left, min(top.start, bottom.start)), min(right, max(top.end, bottom.end))
            if top.spans(start, end) and bottom.spans(start, end):
                return Box(start, bottom.at, end, top.at, closed=left > -INFINITE and right < INFINITE)
            (above if not top.spans(start, end) else below).pop(0)
        return None

    def _sides(self, x: float, bottom: float, top: float) -> tuple[float, float]:
        """Where the nearest upright edges stand to the left and right that go from `bottom` to `top`."""
        place = bisect_left(self._upright_at, x)
        left = (edge.at for edge in reversed(self._upright[:place]) if edge.spans(bottom, top))
        right = (edge.at for edge in self._upright[place:] if edge.spans(bottom, top))
        return next(left, -INFINITE), next(right, INFINITE)

    def _between(self, low: float, high: float) -> Sequence[Piece]:
        """The words whose line stands between two heights."""
        return self._rows[bisect_left(self._heights, low) : bisect_right(self._heights, high)]

    def _is_under_or_through(self, edge: _Edge) -> bool:
        """Whether a level edge underlines or strikes words, or is drawn behind them."""
        under: list[Piece] = []
        for piece in self._between(edge.at - 40, edge.at + 15):
            over = edge.at - piece.y
            if piece.end <= edge.start or piece.x >= edge.end:
                continue
            if 0.08 * piece.size < over < 0.6 * piece.size:
                return True
            if -0.35 * piece.size < over <= 0.08 * piece.size:
                under.append(piece)
        if not under:
            return False
        start, end = min(piece.x for piece in under), max(piece.end for piece in under)
        return edge.start >= start - NEAR and edge.end <= end + NEAR

    def _cuts_a_word(self, edge: _Edge) -> bool:
        within = self._between(edge.start, edge.end)
        return any(piece.x + 1 < edge.at < piece.end - 1 for piece in within)

    def _without_marked_words(self, rules: Sequence[Rule]) -> list[Rule]:
        """`rules` without the edges of the colour that marks words within a line, or the whole line."""
        shapes: dict[int, list[Rule]] = defaultdict(list)
        for rule in rules:
            shapes[rule.shape].append(rule)
        marked = {shape for shape, edges in shapes.items() if self._marks_words(edges)}
        return [rule for rule in rules if rule.shape not in marked]

    def _marks_words(self, edges: Sequence[Rule]) -> bool:
        low, high = min(edge.y for edge in edges), max(edge.end_y for edge in edges)
        if not 2 < high - low < MARKED:
            return False
        left, right = min(edge.x for edge in edges), max(edge.end_x for edge in edges)
        line = self._between(low, high)
        inner = [piece for piece in line if left < (piece.x + piece.end) / 2 < right]
        if not inner:
            return False
        start, end = min(piece.x for piece in inner), max(piece.end for piece in inner)
        close = CLOSE * inner[0].size
        if any(0 <= start - piece.end < close or 0 <= piece.x - end < close for piece in line):
            return True
        return start - left < close / 2 and right - end < close / 2


def _edges(rules: Iterable[Rule], *, is_level: bool) -> list[_Edge]:
    """The level or the upright edges in order, those that go on from each other put together."""
    lines: dict[int, list[_Edge]] = defaultdict(list)
    for rule in rules:
        if rule.is_level == is_level:
            at, start, end = (rule.y, rule.x, rule.end_x) if is_level else (rule.x, rule.y, rule.end_y)
            lines[round(at)].append(_Edge(at, start, end))
    joined: list[_Edge] = []
    for _, line in sorted(lines.items()):
        line.sort(key=lambda edge: edge.start)
        last = None
        for edge in line:
            if last is not None and edge.start <= last.end + NEAR:
                last.end = max(last.end, edge.end)
            else:
                joined.append(edge)
                last = edge
    return sorted(joined, key=lambda edge: edge.at)
