"""The cells of promises by the days they share, for whoever has to report or close them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handslag.domain.judging.cells import Cell, Status
from handslag.services.judging.reads.standings import Standing


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """Cells of one promise that share their days and their status."""

    number: int
    text: str
    start: date
    end: date | None
    cells: tuple[Cell, ...]
    events: tuple[str, ...]  # names of the events that cells are about
    per: str

    @property
    def places(self) -> list[str]:
        return [cell.place for cell in self.cells if cell.place]

    @property
    def named(self) -> list[tuple[str, Cell]]:
        """Every cell after the name of its event or place; "" where it is about the whole."""
        names = self.events or tuple(cell.place or "" for cell in self.cells)
        return list(zip(names, self.cells, strict=True))

    @property
    def key(self) -> str:
        """How a form names the period."""
        return f"{self.start.isoformat()}_{self.end.isoformat() if self.end else ''}"


def periods(found: Iterable[Standing], status: Status) -> list[PeriodRow]:
    """The cells of `status`, promise by promise, those of the same days together."""
    return [
        _period(standing, tuple(cells))
        for standing in found
        for _days, cells in groupby(
            sorted((cell for cell in standing.assessment.cells if cell.status is status), key=_days_of),
            key=_days_of,
        )
    ]


def kept_and_untold(standing: Standing) -> list[PeriodRow]:
    """Periods that have ended with their target reached, and of which nobody has told how the work went."""
    on, closed = standing.assessment.on, [one.report for one in standing.evidence.closed]
    return [
        period
        for period in periods([standing], Status.KEPT)
        if period.end is not None
        and period.end < on
        and not any(report.start <= period.start and period.end <= report.end for report in closed)
    ]


def _days_of(cell: Cell) -> tuple[date, date]:
    return cell.start, cell.end or date.max


def _period(standing: Standing, cells: tuple[Cell, ...]) -> PeriodRow:
    names = standing.event_names
    return PeriodRow(
        number=standing.number,
        text=standing.terms.text,
        start=cells[0].start,
        end=cells[0].end,
        cells=cells,
        per=standing.terms.measure.per,
        events=tuple(names.get(cell.event, cell.event) for cell in cells if cell.event),
    )
