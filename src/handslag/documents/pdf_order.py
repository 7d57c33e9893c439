"""The order in which the lines of a page are read: headings over columns, columns, boxes, rows of tables.

A gap that several lines leave open one below the other parts columns; a column is read to its end. Where
a short label stands before each part, or cells are drawn side by side, it is a table, and read by row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from handslag.documents.pdf_boxes import Box
from handslag.documents.pdf_lines import Fragment
from handslag.documents.pdf_regions import ROOM, STEP, TOUCH, Flow, Item, Part, Region, Table, room
from handslag.documents.pdf_tables import are_apart, records_of

ALONE = 2.5  # of the size: a gap that parts cells although no line above or below leaves it open
GUTTER = 0.9  # of the size: a gap that parts columns when several lines leave it open
MOST_DEPTH = 20

Gap = tuple[float, float]


def arranged(
    items: Sequence[Item], box: Box | None = None, column: bool = False, depth: int = 0
) -> list[Part]:
    """`items` in the order in which they are read."""
    parts: list[Part] = []
    plain: list[Item] = []
    for rows, gaps in _bands(_rows(items)):
        if not gaps or depth > MOST_DEPTH:
            plain += [item for row in rows for item in row]
            continue
        parts += _plain(plain, box, column, depth)
        plain = []
        parts += _side_by_side([item for row in rows for item in row], gaps, box, depth)
    return parts + _plain(plain, box, column, depth)


def _plain(items: Sequence[Item], box: Box | None, column: bool, depth: int) -> list[Part]:
    """What stands one below the other."""
    parts: list[Part] = []
    for item in items:
        if isinstance(item, Region):
            parts += arranged(item.items, item.box, False, depth + 1)
        elif parts and isinstance(parts[-1], Flow) and parts[-1].box == box and parts[-1].column == column:
            parts[-1].fragments.append(item)
        else:
            parts.append(Flow([item], box, column))
    return parts


def _rows(items: Sequence[Item]) -> list[list[Item]]:
    """Items that stand side by side, also by way of others."""
    rows: list[list[Item]] = []
    low = 0.0
    for item in sorted(items, key=lambda item: -item.end_y):
        overlap = item.end_y - low
        if rows and overlap > 0.25 * min(item.end_y - item.y, rows[-1][0].end_y - rows[-1][0].y):
            rows[-1].append(item)
            low = min(low, item.y)
        else:
            rows.append([item])
            low = item.y
    for row in rows:
        row.sort(key=lambda item: (item.x, -item.end_y))
    return rows


def _bands(rows: Sequence[list[Item]]) -> Iterator[tuple[list[list[Item]], list[Gap]]]:
    """Rows that leave the same gaps open, with those gaps; other rows each on their own, without."""
    nr = 0
    done = 0
    while nr < len(rows):
        gaps, end = _band_from(rows, nr)
        if not gaps:
            nr += 1
            continue
        is_single = len(rows[nr]) <= len(gaps) + 1 and not any(
            _is_whole(row, gaps) for row in rows[nr + 1 : end]
        )
        start = (_label_from_above if is_single else _from_above)(rows, done, nr, gaps)
        for row in rows[done:start]:
            yield [row], []
        yield list(rows[start:end]), gaps
        nr = done = end
    for row in rows[done:]:
        yield [row], []


def _band_from(rows: Sequence[list[Item]], nr: int) -> tuple[list[Gap], int]:
    """The gaps that the row `nr` and as many as possible below it leave open, and where they end."""
    gaps = _gaps(rows[nr])
    if not gaps:
        return [], nr
    end = last_whole = nr + 1
    while end < len(rows) and (narrowed := _open(gaps, rows[end])):
        if _begins_section(rows, nr, end, narrowed):
            return [gap for gap in gaps if _is_even([x for row in rows[nr:end] for x in row], gap)], end
        gaps = narrowed
        end += 1
        if _is_whole(rows[end - 1], gaps):
            last_whole = end
    if end < len(rows):
        end = _without_tail(rows, last_whole, end)
    whole = [row for row in rows[nr:end] if _is_whole(row, gaps)]
    items = [item for row in whole for item in row]
    if len(whole) < 3 and any(_is_stretched(row, rows) for row in whole):
        return [], nr
    if len(items) <= len(gaps) + 1 and all(isinstance(item, Fragment) for item in items):
        size = max(item.size for item in items if isinstance(item, Fragment))
        gaps = [gap for gap in gaps if gap[1] - gap[0] > ALONE * size]
        end = nr + 1
        while gaps and end < len(rows) and _hangs(rows[end], rows[end - 1], gaps):
            end += 1
    return [gap for gap in gaps if _is_even(items, gap)], end


def _is_stretched(row: Sequence[Item], rows: Sequence[Sequence[Item]]) -> bool:
    """Whether a row starts and ends where lines without gaps do: its blanks are wide to fill the line."""
    if any(isinstance(item, Region) for item in row):
        return False
    start, end = row[0].x, max(item.end_x for item in row)
    return any(
        len(other) == 1 and abs(other[0].x - start) < TOUCH and abs(other[0].end_x - end) < TOUCH
        for other in rows
    )


def _hangs(row: Sequence[Item], above: Sequence[Item], gaps: Sequence[Gap]) -> bool:
    """Whether all of a row stands behind the first gap, right below the row above, beside nothing."""
    return min(item.x for item in row) > gaps[0][1] - TOUCH and room(above, row) <= ROOM * STEP


def _begins_section(rows: Sequence[Sequence[Item]], start: int, nr: int, gaps: Sequence[Gap]) -> bool:
    """Whether the row `nr` is a heading over all columns although it is no longer than the first.

    It stands in the first column, and the others have room where it stands.
    """
    row = rows[nr]
    if not all(isinstance(item, Fragment) and item.end_x < gaps[0][1] for item in row):
        return False
    beside = [item for items in rows[start:nr] for item in items if item.x >= gaps[0][1] - TOUCH]
    below = next((items for items in rows[nr + 1 :] if _is_whole(items, gaps)), None)
    if below is None or not beside or not all(_is_heading(item, below) for item in row):
        return False
    lowest = min(item.y for item in beside)
    highest = max(item.end_y for item in below if item.x >= gaps[0][1] - TOUCH)
    return lowest > row[0].end_y and highest < row[0].y


def _is_heading(item: Item, others: Sequence[Item]) -> bool:
    """Whether a line is set larger or bolder than all the others."""
    lines = [other for other in others if isinstance(other, Fragment)]
    return isinstance(item, Fragment) and all(
        item.size > 1.05 * line.size or item.bold > line.bold for line in lines
    )


def _gaps(row: Sequence[Item]) -> list[Gap]:
    """The gaps between the items of a row."""
    gaps: list[Gap] = []
    end = row[0].end_x
    for before, item in pairwise(row):
        least = -TOUCH if isinstance(item, Region) or isinstance(before, Region) else GUTTER * item.size
        if item.x - end >= least:
            gaps.append((end, max(item.x, end)))
        end = max(end, item.end_x)
    return gaps


def _open(gaps: Iterable[Gap], row: Sequence[Item]) -> list[Gap]:
    """What the row leaves open of the gaps."""
    left = []
    sizes = [item.size for item in row if isinstance(item, Fragment)]
    for gap in gaps:
        middle = (gap[0] + gap[1]) / 2
        before = max((item.end_x for item in row if (item.x + item.end_x) / 2 < middle), default=gap[0])
        after = min((item.x for item in row if (item.x + item.end_x) / 2 >= middle), default=gap[1])
        start, end = max(gap[0], before), min(gap[1], after)
        least = GUTTER * min(sizes) if sizes else -TOUCH
        if end - start >= min(least, gap[1] - gap[0]):
            left.append((start, max(start, end)))
    return left


def _is_whole(row: Sequence[Item], gaps: Sequence[Gap]) -> bool:
    """Whether the row has something on both sides of a gap."""
    return any(
        any(item.end_x <= gap[0] + TOUCH for item in row) and any(item.x >= gap[1] - TOUCH for item in row)
        for gap in gaps
    )


def _is_even(items: Sequence[Item], gap: Gap) -> bool:
    """Whether what stands behind the gap starts at the same place, as columns do and chance does not."""
    behind = [item for item in items if item.x >= gap[1] - TOUCH]
    if not behind or any(isinstance(item, Region) for item in items):
        return bool(behind)
    first = min(item.x for item in behind)
    at_start = sum(item.x - first < TOUCH for item in behind)
    size = max(item.size for item in items if isinstance(item, Fragment))
    return (at_start >= 2 and 2 * at_start >= len(behind) / 2) or gap[1] - gap[0] > ALONE * size


def _without_tail(rows: Sequence[list[Item]], whole: int, end: int) -> int:
    """Where a band ends whose last rows may belong to what stands across below it."""
    for nr in range(whole, end):
        if room(rows[nr - 1], rows[nr]) > ROOM * STEP:
            return nr
    return end


def _from_above(rows: Sequence[list[Item]], done: int, nr: int, gaps: Sequence[Gap]) -> int:
    """Where a band starts whose first column begins higher than the others. A title stays above it."""
    near = rows[max(done, nr - 4) : nr + 1]  # headings of columns stand at about the same height
    behind = [item for row in near for item in row if item.x >= gaps[0][1] - TOUCH]
    while nr > done and _open(gaps, rows[nr - 1]) and room(rows[nr - 1], rows[nr]) <= ROOM * STEP:
        above = rows[nr - 1]
        if all(item.end_x < gaps[0][1] and _is_heading(item, behind) for item in above):
            break
        nr -= 1
    return nr


def _label_from_above(rows: Sequence[list[Item]], done: int, nr: int, gaps: Sequence[Gap]) -> int:
    """Where the text starts whose label stands beside its middle."""
    behind = min(item.x for item in rows[nr] if item.x >= gaps[0][1] - TOUCH)
    while (
        nr > done and abs(rows[nr - 1][0].x - behind) < TOUCH and room(rows[nr - 1], rows[nr]) <= ROOM * STEP
    ):
        nr -= 1
    return nr


def _side_by_side(items: Sequence[Item], gaps: Sequence[Gap], box: Box | None, depth: int) -> list[Part]:
    """What stands beside gaps: the rows of a table, or columns that are each read to the end."""
    columns = _columns(items, gaps)
    records = records_of(columns)
    if records:
        rows = [[arranged(cell, box, True, depth + 1) for cell in record] for record in records]
        return [Table(rows, are_apart(records))]
    return [part for column in columns for part in arranged(column, box, True, depth + 1)]


def _columns(items: Sequence[Item], gaps: Sequence[Gap]) -> list[list[Item]]:
    edges = sorted((start + end) / 2 for start, end in gaps)
    columns: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        columns[sum((item.x + item.end_x) / 2 > edge for edge in edges)].append(item)
    return [columns[nr] for nr in sorted(columns)]
