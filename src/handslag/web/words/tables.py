"""Rows of the tables on public pages: the numbers of every cell, tallies, and what was done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from handslag.domain.judging.cells import Cell, Status, plain
from handslag.domain.judging.rollup import Tally
from handslag.domain.keeping.activities import ActivityStatus
from handslag.services.judging.reads.evidence import Deed
from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import number
from handslag.web.words.strips import cell_period, places_in_order
from handslag.web.words.units import unit_word

LATEST = 10


@dataclass(frozen=True, slots=True)
class CellRow:
    """The numbers of one cell; `target` is empty where nothing is asked."""

    period: str
    where: str
    done: str
    target: str
    status: Status


@dataclass(frozen=True, slots=True)
class TallyRow:
    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class DeedRow:
    """One thing done, with the rows it corrected, latest first."""

    deed: Deed
    amount: str
    earlier: tuple[tuple[Deed, str], ...]  # what was said before, and why it was corrected


@dataclass(frozen=True, slots=True)
class Deeds:
    """What was done, apart from what is planned or was cancelled; `moved`: corrected away from here.

    `denied`: one of its parties says that it was not there. `taken_back`: day, reason and number of those
    whose file was taken back.
    """

    done: tuple[DeedRow, ...]
    planned: tuple[DeedRow, ...]
    cancelled: tuple[DeedRow, ...]
    denied: tuple[DeedRow, ...]
    moved: tuple[DeedRow, ...]
    taken_back: tuple[tuple[date, str, int], ...]

    @property
    def latest(self) -> tuple[DeedRow, ...]:
        """What a page shows at once; the rest is folded."""
        return self.done[:LATEST]

    @property
    def before(self) -> tuple[DeedRow, ...]:
        return self.done[LATEST:]


def cell_rows(standing: Standing) -> list[CellRow]:
    """Every cell of a promise, latest period first, places in order."""
    cells = standing.assessment.cells
    places = places_in_order(cells, standing)
    ordered = sorted(cells, key=lambda cell: (-cell.start.toordinal(), places.index(cell.place)))
    return [_cell_row(cell, standing) for cell in ordered]


def _cell_row(cell: Cell, standing: Standing) -> CellRow:
    where = cell.place or standing.event_names.get(cell.event or "", "") or gettext("The whole municipality")
    target = number(plain(cell.target)) if cell.target else ""
    return CellRow(
        cell_period(cell, standing.terms.measure), where, number(plain(cell.done)), target, cell.status
    )


def tally_rows(tally: Tally) -> list[TallyRow]:
    """A tally as rows."""
    return [TallyRow(status, count) for status, count in tally.items()]


def deeds_of(standing: Standing) -> Deeds:
    """What was done for a promise, latest first."""
    rows = {deed.id: deed for deed in standing.evidence.deeds}
    corrected = {deed.replaces for deed in standing.evidence.deeds}
    current = [_deed_row(deed, rows) for deed in standing.evidence.current]
    moved = [deed for deed in standing.evidence.deeds if deed.replaced and deed.id not in corrected]
    back = Counter(deed.taken_back for deed in standing.evidence.deeds if deed.taken_back)
    return Deeds(
        done=_with(current, ActivityStatus.DONE),
        planned=_with(current, ActivityStatus.PLANNED)[::-1],
        cancelled=_with(current, ActivityStatus.CANCELLED),
        denied=_with(current, ActivityStatus.DENIED),
        moved=tuple(_deed_row(deed, rows) for deed in moved),
        taken_back=tuple((day, reason, times) for (day, reason), times in back.items()),
    )


def _with(rows: Sequence[DeedRow], status: ActivityStatus) -> tuple[DeedRow, ...]:
    return tuple(row for row in rows if row.deed.status is status)


def _deed_row(deed: Deed, rows: dict[int, Deed]) -> DeedRow:
    earlier, last = [], deed
    while (before := rows.get(last.replaces or 0)) is not None:
        earlier.append((before, last.reason))
        last = before
    return DeedRow(deed, amount_of(deed), tuple(earlier))


def amount_of(deed: Deed) -> str:
    """How much, where it is more than once: 3 gånger, 2,5 timmar."""
    counted = f"{deed.count} {unit_word('', deed.count)}" if deed.count > 1 else ""
    hours = f"{number(plain(deed.hours))} {unit_word('timmar', deed.hours)}" if deed.hours else ""
    return ", ".join(part for part in (counted, hours) if part)
