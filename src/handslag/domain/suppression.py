"""The one function behind every published table: no count of 1 to 4 is shown, and none can be worked out.

Page, file, interface and desk all show what `published_table` gives, so there is no second table to compare
with. The rules and their reasons in plain words: docs/rules/suppression.md. The attack on them:
proofs/suppression.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.errors import BadInput
from handslag.domain.protection import SMALL, is_safe, rounded

SMALLEST_GROUP = 10
SMALLEST_AREA = 20
SMALLEST_SURVEY = 20
UNANIMOUS_BELOW = 20
NEW_ANSWERS = 10  # so many more before what is published moves

Counts = Mapping[str, Mapping[str, int]]
Place = tuple[int, int]  # a row and a column


@dataclass(frozen=True, slots=True)
class Cell:
    """A count rounded to 5 and its share in whole per cent of the row's rounded count; None where hidden."""

    count: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One group: how many answered, rounded to 5, and a cell per column. `answers` None: hidden whole."""

    name: str
    answers: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it may be shown to anybody. One group alone has no rows but only the total."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row

    @property
    def is_public(self) -> bool:
        """Whether so many answered that anything at all is shown."""
        return self.total.answers is not None

    @property
    def has_hidden(self) -> bool:
        """Whether a reader must be told what the hiding mark means."""
        return any(cell.count is None for row in (*self.rows, self.total) for cell in row.cells)


def published_table(counts: Counts, *, areas: bool = False, sensitive: bool = False) -> Table:
    """The table of `counts`, {group: {answer: how many}}, that may be shown.

    Everybody who answered the question is counted once: those who left the background out are a group of
    their own. For a question without breakdown hand in one group. `areas`: the groups are areas
    and need 20 answers, not 10. `sensitive`: a small group where all answered alike is hidden.
    Raises `BadInput` for a count below none. More than two dimensions cannot be handed in.
    """
    columns = tuple(dict.fromkeys(answer for row in counts.values() for answer in row))
    grid = [[row.get(answer, 0) for answer in columns] for row in counts.values()]
    if any(count < 0 for row in grid for count in row):
        raise BadInput("count_below_none")
    total = [sum(column) for column in zip(*grid, strict=True)]
    gone = _hidden_in_total(total)
    if sum(total) < SMALLEST_SURVEY:
        rows = [_hidden_row(name, columns) for name in counts]
        return table_of(columns, rows, _hidden_row("", columns))
    groups = _Groups(grid, total, gone, SMALLEST_AREA if areas else SMALLEST_GROUP, sensitive)
    rows = [
        _hidden_row(name, columns)
        if number in groups.hidden_rows
        else _row(name, grid[number], {j for i, j in groups.hidden if i == number})
        for number, name in enumerate(counts)
    ]
    return table_of(columns, rows, _row("", total, gone))


def published_choices(
    chosen: Counts, answered: Mapping[str, int], *, areas: bool = False, sensitive: bool = False
) -> Table:
    """The table of a question where several answers may be chosen: each is its own table of yes and no.

    `chosen` is {group: {answer: how many chose it}} and `answered` {group: how many answered the question}.
    """
    columns = tuple(dict.fromkeys(answer for row in chosen.values() for answer in row))
    tables = [
        published_table(
            {
                name: {"yes": row.get(answer, 0), "no": answered[name] - row.get(answer, 0)}
                for name, row in chosen.items()
            },
            areas=areas,
            sensitive=sensitive,
        )
        for answer in columns
    ]
    named = [tuple(table.rows[number] for table in tables) for number in range(len(tables[0].rows))]
    return Table(columns, tuple(map(_side_by_side, named)), _side_by_side([table.total for table in tables]))


def weighted_row(row: Row, shares: Sequence[float]) -> Row:
    """The same group with each answer's estimated share: hidden where `row` is, rounded as counts are."""
    answers = row.answers or 0
    return Row(
        row.name,
        row.answers,
        tuple(
            Cell(None, None) if cell.count is None else _cell(round(answers * share), answers)
            for cell, share in zip(row.cells, shares, strict=True)
        ),
    )


def table_of(columns: Sequence[str], rows: Sequence[Row], total: Row) -> Table:
    """A table of rows; one group alone is only the total."""
    return Table(tuple(columns), tuple(rows) if len(rows) > 1 else (), total)


def row_of(name: str, answers: int | None, counts: Sequence[int | None]) -> Row:
    """A row of what is shown already, as it was published and kept: percentages follow from the counts."""
    shown = answers or 0
    return Row(
        name,
        answers,
        tuple(Cell(None, None) if count is None else _cell(count, shown) for count in counts),
    )


def may_move(*, answers: int, on: date, shown: int | None, shown_on: date | None, closed_on: date) -> bool:
    """Whether what is published of a survey may be made anew on the day `on` from `answers` answers.

    `shown` and `shown_on` tell how many answers the published tables hold and when they were made, None
    before the first. Moves when 10 have come, at most once a day, and never again after the close: the last
    tables are made on the day after `closed_on` or later, once.
    """
    if shown is None or shown_on is None:
        return answers >= SMALLEST_SURVEY
    return answers - shown >= NEW_ANSWERS and shown_on < on and shown_on <= closed_on


def _hidden_in_total(total: Sequence[int]) -> set[int]:
    """The columns whose count for all must be hidden, so many that none of them can be worked out."""
    hidden = {number for number, count in enumerate(total) if count in SMALL}
    while not is_safe([total[number] for number in hidden]):
        shown = [number for number, count in enumerate(total) if count and number not in hidden]
        if not shown:
            return set(range(len(total)))
        hidden.add(min(shown, key=lambda number: total[number]))
    return hidden


class _Groups:
    """Which rows and cells of a breakdown are hidden. It only ever hides more, so it comes to an end."""

    def __init__(
        self,
        grid: Sequence[Sequence[int]],
        total: Sequence[int],
        gone: set[int],
        smallest: int,
        sensitive: bool,
    ) -> None:
        self.grid, self.total, self.gone, self.smallest = grid, total, gone, smallest
        self.sizes = [sum(row) for row in grid]
        self.hidden_rows = {
            number
            for number, (row, size) in enumerate(zip(grid, self.sizes, strict=True))
            if size < smallest or (sensitive and size < UNANIMOUS_BELOW and max(row) == size)
        }
        self.hidden = {place for place in self._places() if self._must_hide(place)}
        while self._hide_more():
            pass

    def _places(self) -> Iterable[Place]:
        return ((i, j) for i in range(len(self.grid)) for j in range(len(self.total)))

    def _must_hide(self, place: Place) -> bool:
        i, j = place
        return i in self.hidden_rows or j in self.gone or self.grid[i][j] in SMALL

    def _hide_more(self) -> bool:
        """Hide one cell or row more where something could be worked out; False where nothing could."""
        sizes = [self.sizes[i] for i in self.hidden_rows if self.sizes[i]]  # an empty group is no company
        if not is_safe(sizes):
            return self._hide_smallest_row()
        for line in self._lines():
            if not is_safe([self._count(place) for place in line if place in self.hidden]):
                return self._hide_one_of(line)
        return False

    def _lines(self) -> Iterable[list[Place]]:
        """Each row and column whose sum is shown."""
        rows, columns = range(len(self.grid)), range(len(self.total))
        yield from ([(i, j) for j in columns] for i in rows if i not in self.hidden_rows)
        yield from ([(i, j) for i in rows] for j in columns if j not in self.gone)

    def _hide_one_of(self, line: Sequence[Place]) -> bool:
        """Hide the smallest shown count of a line, first one that also helps the line that crosses it."""
        shown = [(i, j) for i, j in line if self.grid[i][j] and (i, j) not in self.hidden]
        if not shown and line[0][0] == line[-1][0]:
            return self._hide_row(line[0][0])
        if not shown:
            return self._hide_all()
        self.hidden.add(min(shown, key=lambda place: (not self._is_crossed(place, line), self._count(place))))
        return True

    def _count(self, place: Place) -> int:
        return self.grid[place[0]][place[1]]

    def _is_crossed(self, place: Place, line: Sequence[Place]) -> bool:
        across = 1 if line[0][0] == line[-1][0] else 0
        return any(other[across] == place[across] for other in self.hidden)

    def _hide_smallest_row(self) -> bool:
        shown = [i for i, size in enumerate(self.sizes) if size and i not in self.hidden_rows]
        if not shown:
            return self._hide_all()
        return self._hide_row(min(shown, key=lambda i: self.sizes[i]))

    def _hide_row(self, number: int) -> bool:
        self.hidden_rows.add(number)
        self.hidden |= {(number, j) for j in range(len(self.total))}
        return True

    def _hide_all(self) -> bool:
        self.hidden_rows = set(range(len(self.grid)))
        self.hidden = set(self._places())
        return False


def _row(name: str, counts: Sequence[int], hidden: set[int]) -> Row:
    answers = rounded(sum(counts))
    cells = [Cell(None, None) if j in hidden else _cell(count, answers) for j, count in enumerate(counts)]
    return Row(name, answers, tuple(cells))


def _cell(count: int, answers: int) -> Cell:
    return Cell(rounded(count), (200 * rounded(count) + answers) // (2 * answers) if answers else 0)


def _hidden_row(name: str, columns: Sequence[str]) -> Row:
    return Row(name, None, (Cell(None, None),) * len(columns))


def _side_by_side(rows: Sequence[Row]) -> Row:
    """One row of the first cells, yes, of several tables of yes and no about the same group."""
    answers = next((row.answers for row in rows if row.answers is not None), None)
    return Row(rows[0].name, answers, tuple(row.cells[0] for row in rows))
