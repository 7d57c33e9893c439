"""The one function behind every published table: noise on each count, and groups that are too small hidden.

Page, file, interface and desk all show what `published_table` gives, so there is no second table to compare
with. The rules and their reasons in plain words: docs/rules/suppression.md. The attack on them:
proofs/suppression.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, hypot
from typing import Any

from handslag.domain.errors import BadInput
from handslag.domain.listening.noise import Noise, nineteen_in_twenty

STEP = 5
SMALLEST_SURVEY = 20  # answers by one way before anything is published
SMALLEST_GROUP = 20  # answers of a group, or of an area
SPREADS = (
    8  # so many times the standard deviation of the noise, at least: it is a quarter of the group at most
)
UNANIMOUS_BELOW = 40
NEW_ANSWERS = 10  # so many more before what is published moves

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with noise, to the nearest 5, and its share in whole per cent of the row; None where hidden."""

    count: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One group: how many answered, to the nearest 5, and a cell per column. `answers` None: hidden whole."""

    name: str
    answers: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it may be shown to anybody. One group alone has no rows but only the total.

    `within`: noise and rounding take a count this far from what it is at most, nineteen times in twenty;
    of the rows, and of the total.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    within: tuple[int, int] = (0, 0)

    @property
    def is_public(self) -> bool:
        """Whether so many answered that anything at all is shown."""
        return self.total.answers is not None

    @property
    def has_hidden(self) -> bool:
        """Whether a reader must be told what the hiding mark means."""
        return any(cell.count is None for row in (*self.rows, self.total) for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Counted:
    """One group with noise on each count. `true` is how many answered, which is never shown.

    `size` is how many answered as it may be shown; None where each gave one answer, which add up to it.
    """

    true: int
    size: int | None
    cells: tuple[int, ...]
    spread: float

    @property
    def is_shown(self) -> bool:
        """Whether so many answered. What they answered has no part in it."""
        return self.true >= max(SMALLEST_GROUP, ceil(SPREADS * self.spread))

    @property
    def is_unanimous(self) -> bool:
        """Whether nearly all of a small group gave one answer, as far as the noise tells."""
        others = (sum(self.cells) if self.size is None else self.size) - max(self.cells, default=0)
        return self.true < UNANIMOUS_BELOW and others <= 2 * self.spread


def rounded(count: int) -> int:
    """`count` to the nearest 5."""
    return STEP * ((count + STEP // 2) // STEP)


def counted(counts: Mapping[str, int], noise: Noise, *cell: str, answered: int | None = None) -> Counted:
    """The counts of one group, with the noise of its cells: `cell` is the name of the table and the group.

    `answered`: how many answered a question to which several answers can be given.
    Raises `BadInput` for a count below none.
    """
    if any(count < 0 for count in counts.values()):
        raise BadInput("count_below_none")
    return Counted(
        sum(counts.values()) if answered is None else answered,
        None if answered is None else answered + noise.on(*cell),
        tuple(count + noise.on(*cell, answer) for answer, count in counts.items()),
        noise.spread,
    )


def together(groups: Sequence[Counted]) -> Counted:
    """Several groups as one: the sum of what is shown of them."""
    sizes = [group.size for group in groups]
    return Counted(
        sum(group.true for group in groups),
        None if None in sizes else sum(filter(None, sizes)),
        tuple(map(sum, zip(*(group.cells for group in groups), strict=True))),
        hypot(*(group.spread for group in groups)),
    )


def published_table(
    counts: Counts,
    noise: Noise,
    *cell: str,
    answered: Mapping[str, int] | None = None,
    total: Counted | None = None,
    steps: Mapping[str, int] | None = None,
    sensitive: bool = False,
) -> Table:
    """The table of `counts`, {group: {answer: how many}}, that may be shown.

    Everybody who answered the question is counted once: those who left the background out are a group of
    their own. For a question without breakdown hand in one group. `cell` names the table, so that no two
    share their noise. `answered`: where several answers can be given, how many of each group answered.
    `total`: all groups, where they are published elsewhere too; else what the groups add up to.
    `steps`: how often each group has been published, where that is not always together.
    `sensitive`: a small group where nearly all answered alike is hidden.
    Raises `BadInput` for a count below none. More than two dimensions cannot be handed in.
    """
    columns = tuple(dict.fromkeys(answer for row in counts.values() for answer in row))
    groups = {
        name: counted(
            {answer: row.get(answer, 0) for answer in columns},
            noise.after(steps[name]) if steps else noise,
            *(*cell, name),
            answered=answered[name] if answered else None,
        )
        for name, row in counts.items()
    }
    everybody = total or together(list(groups.values()))
    hidden = _hidden(groups, sensitive) if everybody.is_shown else set(groups)
    rows = [_hidden_row(name, columns) if name in hidden else _row(name, one) for name, one in groups.items()]
    whole = _row("", everybody) if everybody.is_shown else _hidden_row("", columns)
    return table_of(columns, rows, whole, _within(groups.values(), everybody))


def weighted_row(row: Row, shares: Sequence[float], noise: Noise, *cell: str) -> Row:
    """The same group with each answer's estimated share: hidden where `row` is, with noise of its own."""
    answers = row.answers or 0
    return Row(
        row.name,
        row.answers,
        tuple(
            Cell(None, None)
            if one.count is None
            else _cell(min(max(round(answers * share) + noise.on(*cell, str(place)), 0), answers), answers)
            for place, (one, share) in enumerate(zip(row.cells, shares, strict=True))
        ),
    )


def table_of(
    columns: Sequence[str], rows: Sequence[Row], total: Row, within: tuple[int, int] = (0, 0)
) -> Table:
    """A table of rows; one group alone is only the total."""
    return Table(tuple(columns), tuple(rows) if len(rows) > 1 else (), total, within)


def row_of(name: str, answers: int | None, counts: Sequence[int | None]) -> Row:
    """A row of what is shown already, as it was published and kept: percentages follow from the counts."""
    shown = answers or 0
    return Row(
        name,
        answers,
        tuple(Cell(None, None) if count is None else _cell(count, shown) for count in counts),
    )


def table_record(table: Table) -> dict[str, Any]:
    """The table as JSON values; `table_from` gives an equal one back."""
    return {
        "columns": list(table.columns),
        "rows": [_row_record(row) for row in table.rows],
        "total": _row_record(table.total),
        "within": list(table.within),
    }


def table_from(record: Mapping[str, Any]) -> Table:
    """The table in a record; one that was published before there was noise has none."""
    row, total = record.get("within", (0, 0))
    rows = [row_of(*one) for one in record["rows"]]
    return table_of(record["columns"], rows, row_of(*record["total"]), (row, total))


def _row_record(row: Row) -> list[Any]:
    return [row.name, row.answers, [cell.count for cell in row.cells]]


def _within(groups: Iterable[Counted], everybody: Counted) -> tuple[int, int]:
    widest = max((one.spread for one in groups), default=0.0)
    row, total = (nineteen_in_twenty(spread) + STEP // 2 for spread in (widest, everybody.spread))
    return row, total


def _hidden(groups: Mapping[str, Counted], sensitive: bool) -> set[str]:
    """The groups that are hidden: never one that somebody is in alone, as that is what the others leave."""
    hidden = {name for name, one in groups.items() if not one.is_shown or (sensitive and one.is_unanimous)}
    shown = [name for name in groups if name not in hidden]
    if sum(groups[name].true > 0 for name in hidden) == 1 and shown:
        hidden.add(min(shown, key=lambda name: groups[name].true))
    return hidden


def _row(name: str, one: Counted) -> Row:
    counts = [rounded(max(count, 0)) for count in one.cells]
    answers = sum(counts) if one.size is None else max(rounded(one.size), *counts)
    return row_of(name, answers, counts)


def _cell(count: int, answers: int) -> Cell:
    return Cell(rounded(count), (200 * rounded(count) + answers) // (2 * answers) if answers else 0)


def _hidden_row(name: str, columns: Sequence[str]) -> Row:
    return Row(name, None, (Cell(None, None),) * len(columns))
