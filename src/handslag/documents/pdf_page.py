"""A page of a PDF as lines in reading order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from handslag.documents.pdf_blocks import Line
from handslag.documents.pdf_boxes import Box, Boxes
from handslag.documents.pdf_drawing import ASLANT, Drawn, Piece
from handslag.documents.pdf_lines import Fragment, cleaned, fragments, with_bullets, words_of
from handslag.documents.pdf_order import arranged
from handslag.documents.pdf_regions import Flow, Part, regions
from handslag.documents.pdf_shapes import Rule
from handslag.documents.pdf_tables import LABEL


class Pages:
    """Gives the lines of one page after the other; flows and rows are numbered through the document."""

    def __init__(self) -> None:
        self._flows, self._rows = count(1), count(1)

    def lines_of(self, drawn: Drawn, page: int) -> Iterator[Line]:
        """The lines of the page with the number `page`."""
        turns: dict[int, list[Piece]] = defaultdict(list)
        for piece in cleaned(drawn.pieces):
            turns[piece.turn].append(piece)
        if 0 in turns:
            turns[0] = with_bullets(turns[0], drawn.dots)
        # What stands as most of the page does is read first.
        for turn in sorted(turns, key=lambda turn: (turn == ASLANT, -sum(len(p.text) for p in turns[turn]))):
            for part in _arranged(turns[turn], _turned(drawn.rules, turn)):
                yield from self._lines_of(part, page)

    def _lines_of(self, part: Part, page: int) -> Iterator[Line]:
        if isinstance(part, Flow):
            flow = next(self._flows)
            for line in _drawn_lines(part.fragments):
                yield _line(line, part, page, flow)
            return
        rows = [[self._lines_of_all(cell, page) for cell in row] for row in part.rows]
        labelled = _is_labelled(rows)
        for row in rows:
            in_turn = part.apart or _are_laid_out(row) or (labelled and not _is_head(row))
            number = 0 if in_turn else next(self._rows)
            for nr, cell in enumerate(row):
                # A table within a table is read by its own rows.
                yield from (line if line.cell >= 0 else replace(line, row=number, cell=nr) for line in cell)

    def _lines_of_all(self, parts: Iterable[Part], page: int) -> list[Line]:
        return [line for part in parts for line in self._lines_of(part, page)]


def _turned(rules: Sequence[Rule], turn: int) -> list[Rule]:
    """The edges as they stand for one who reads letters turned by so many quarters."""
    if turn == 0:
        return list(rules)
    if turn == ASLANT:
        return []
    turned = []
    for rule in rules:
        (a, b), (c, d) = (
            ((y, -x), (-x, -y), (-y, x))[turn - 1] for x, y in ((rule.x, rule.y), (rule.end_x, rule.end_y))
        )
        turned.append(Rule(min(a, c), min(b, d), max(a, c), max(b, d), rule.shape))
    return turned


def _arranged(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[Part]:
    boxes = Boxes(rules, pieces)
    words: dict[Box | None, list[Piece]] = defaultdict(list)
    for piece in pieces:
        words[boxes.around(piece)].append(piece)
    return arranged(regions({box: fragments(inner) for box, inner in words.items()}))


def _is_labelled(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether each row is a short label, as "Polisen", with a text of several lines: heading and text."""
    pairs = [row for row in rows if len(row) == 2 and all(row) and not _is_head(row)]
    return (
        bool(pairs)
        and all(len(row) == 2 for row in rows)
        and all(_letters(row[0]) <= LABEL for row in rows)
        and any(len(row[1]) > 1 for row in pairs)
    )


def _are_laid_out(row: Sequence[Sequence[Line]]) -> bool:
    """Whether the cells hold more than a row's words: lists, or headings with a text below."""
    if any(line.is_list() for cell in row if len(cell) > 1 for line in cell):
        return True
    headed = [cell for cell in row if len(cell) > 1 and _is_heading(cell[0], cell[-1])]
    return len(headed) > 1


def _is_heading(line: Line, below: Line) -> bool:
    return line.size > 1.05 * below.size or line.bold - below.bold > 0.95


def _is_head(row: Sequence[Sequence[Line]]) -> bool:
    return all(len(cell) <= 1 and _letters(cell) <= LABEL for cell in row)


def _letters(cell: Sequence[Line]) -> int:
    return sum(len(line.text) for line in cell)


def _drawn_lines(fragments: Iterable[Fragment]) -> Iterator[list[Fragment]]:
    """Fragments at the same height put together."""
    row: list[Fragment] = []
    for fragment in fragments:
        if row and (abs(row[-1].base - fragment.base) > 0.4 * fragment.size or fragment.x < row[-1].x):
            yield row
            row = []
        row.append(fragment)
    if row:
        yield row


def _line(row: Sequence[Fragment], flow: Flow, page: int, number: int) -> Line:
    pieces = [piece for fragment in row for piece in fragment.pieces]
    letters = sum(len(piece.text) for piece in pieces)
    box = flow.box if flow.box is not None and flow.box.closed else None
    inner = min(fragment.x for fragment in flow.fragments)
    return Line(
        text=" ".join(" ".join(words_of(fragment).split()) for fragment in row),
        page=page,
        x=row[0].x,
        y=row[0].base,
        size=row[0].size,
        bold=sum(len(piece.text) for piece in pieces if piece.bold) / max(1, letters),
        end=row[-1].end_x,
        flow=number,
        edge=box.end_x - max(1.0, inner - box.x) if box else 0.0,
        column=flow.column or box is not None,
        boxed=box is not None,
        note=row[0].note,
    )
