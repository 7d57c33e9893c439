"""Columns on a page of a PDF that are a table: its rows, each with its cells.

Cells are drawn as boxes, or a short label stands before each part of the column beside it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from handslag.documents.pdf_lines import SIGN, Fragment
from handslag.documents.pdf_regions import ROOM, STEP, TOUCH, Item, Region, room

LABEL = 24  # letters: a longer line is no label of a row


def records_of(columns: Sequence[list[Item]]) -> list[list[list[Item]]]:
    """The rows of a table, each with its cells; nothing when the columns are no table."""
    boxes = [item for column in columns for item in column if isinstance(item, Region)]
    if not boxes and all(len(column) == 1 for column in columns):
        return [[list(column) for column in columns]]
    if not boxes and not _is_table(columns):
        return []
    records = _by_height(columns, [span for column in columns for span in _blocks(column)])
    if boxes:
        only = len(boxes) == sum(map(len, columns))
        return records if _are_level(records, len(records) / 2 if only else max(2, len(records) - 1)) else []
    whole = [record for record in records if sum(bool(cell) for cell in record) > 1]
    if len(records) > 1 and 2 * len(whole) > len(records):
        return records
    return _by_label(columns)


def _are_level(records: Sequence[Sequence[list[Item]]], least: float) -> bool:
    """Whether the boxes of each row begin at the same height, and so many rows have more than one cell."""
    for record in records:
        tops = [max(item.end_y for item in cell) for cell in record if cell and isinstance(cell[0], Region)]
        if tops and max(tops) - min(tops) > 2 * TOUCH:
            return False
    return sum(sum(map(bool, record)) > 1 for record in records) >= least


def _blocks(column: Sequence[Item]) -> list[tuple[float, float]]:
    """From where to where the paragraphs of a column reach."""
    spans: list[tuple[float, float]] = []
    above: Item | None = None
    for item in sorted(column, key=lambda item: -item.end_y):
        if above is not None and room([above], [item]) <= ROOM * STEP:
            spans[-1] = (min(spans[-1][0], item.y), spans[-1][1])
        else:
            spans.append((item.y, item.end_y))
        above = item
    return spans


def _is_table(columns: Sequence[list[Item]]) -> bool:
    """Whether one of the columns holds labels or figures only. Two lists side by side are no table."""
    lists = [any(isinstance(item, Fragment) and _begins_list(item) for item in column) for column in columns]
    return not all(lists) and any(
        all(isinstance(item, Fragment) and _letters(item) <= LABEL for item in column) for column in columns
    )


def _begins_list(item: Fragment) -> bool:
    return len(item.pieces) > 1 and bool(SIGN.fullmatch(item.pieces[0].text))


def _letters(item: Fragment) -> int:
    return sum(len(piece.text) + 1 for piece in item.pieces)


def _by_height(columns: Sequence[list[Item]], spans: Iterable[tuple[float, float]]) -> list[list[list[Item]]]:
    """The cells of each row, where rows are the heights that no span crosses."""
    rows: list[tuple[float, float]] = []
    for low, high in sorted(spans, key=lambda span: -span[1]):
        if rows and high > rows[-1][0] + TOUCH:
            rows[-1] = (min(rows[-1][0], low), rows[-1][1])
        else:
            rows.append((low, high))
    return [
        [[item for item in column if low - 1 <= (item.y + item.end_y) / 2 <= high + 1] for column in columns]
        for low, high in rows
    ]


def _by_label(columns: Sequence[list[Item]]) -> list[list[list[Item]]]:
    """The cells of a table set tight: a row starts at each line of the first column."""
    starts = sorted((item.end_y for item in columns[0]), reverse=True)
    rest = [item.end_y for column in columns[1:] for item in column]
    if len(starts) < 2 or any(all(abs(start - y) > TOUCH for y in rest) for start in starts):
        return []
    edges = [*((a + TOUCH) for a in starts), -1e9]
    return [
        [[item for item in column if low < item.end_y <= high] for column in columns]
        for high, low in pairwise(edges)
    ]


def are_apart(records: Sequence[Sequence[Sequence[Item]]]) -> bool:
    """Whether boxes stand side by side with room between them."""
    for cells in records:
        boxes = [max(cell, key=lambda item: item.end_x) for cell in cells if cell]
        if all(isinstance(box, Region) for box in boxes) and any(
            after.x - before.end_x > TOUCH for before, after in pairwise(boxes)
        ):
            return True
    return False
