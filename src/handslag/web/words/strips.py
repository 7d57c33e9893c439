"""The strip: the cells of a promise as a table of statuses, rows are places, columns are periods."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext

from handslag.domain.characters import swedish_order
from handslag.domain.judging.cells import Cell, Status
from handslag.domain.judging.rollup import outcome_of
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread
from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import day, period_word

WIDE = 3  # columns; more do not fit beside a text
MOST_COLUMNS = 12  # more are told by month, then by year


@dataclass(frozen=True, slots=True)
class Row:
    """One place, school or event; None where it has no such period."""

    label: str
    statuses: tuple[Status | None, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    caption: str
    corner: str  # what the rows are
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > WIDE

    @property
    def number(self) -> int:
        """How many glyphs it has."""
        return sum(status is not None for row in self.rows for status in row.statuses)


def strip_of(standing: Standing, year: int | None = None) -> Strip:
    """All cells of a promise, or those of `year`."""
    cells = standing.assessment.cells if year is None else standing.assessment.cells_of(year)
    measure = standing.terms.measure
    if measure.kind is Kind.EACH_EVENT:
        return _by_event(cells, standing)
    labels = _labels(cells, measure)
    columns = list(dict.fromkeys(labels))
    rows = []
    for place in places_in_order(cells, standing):
        at = [(label, cell) for label, cell in zip(labels, cells, strict=True) if cell.place == place]
        statuses = tuple(_status([cell for label, cell in at if label == column]) for column in columns)
        rows.append(Row(place or gettext("The whole municipality"), statuses))
    return Strip(_caption(standing), row_word(measure), tuple(_headings(columns)), tuple(rows))


def _headings(columns: Sequence[str]) -> list[str]:
    """The columns, each year said once where there are many."""
    if len(columns) <= WIDE:
        return list(columns)
    words = [column.rpartition(" ") for column in columns]
    years = ["", *(year for _, _, year in words)]
    return [
        period if period and year == before else f"{period} {year}".strip()
        for (period, _, year), before in zip(words, years, strict=False)
    ]


def _caption(standing: Standing) -> str:
    return gettext("How promise {number} stands, period by period").format(number=standing.number)


def row_word(measure: Measure) -> str:
    """What is judged each for itself: place, school, event; or where it holds."""
    if measure.kind is Kind.EACH_EVENT:
        return gettext("Event")
    return gettext("School") if measure.spread is Spread.SCHOOL else gettext("Place")


def cell_period(cell: Cell, measure: Measure) -> str:
    """The period of a cell, as a column is headed."""
    is_one_window = measure.reading is not Reading.EACH or measure.kind in (Kind.MILESTONE, Kind.EACH_EVENT)
    return period_word(cell.start, cell.end, "" if is_one_window else measure.per)


def _labels(cells: Sequence[Cell], measure: Measure) -> list[str]:
    """The column of each cell; coarser where there would be more than `MOST_COLUMNS`."""
    labels = [cell_period(cell, measure) for cell in cells]
    if len(set(labels)) > MOST_COLUMNS:
        labels = [period_word(cell.start, cell.start.replace(day=28), Per.MONTH) for cell in cells]
    if len(set(labels)) > MOST_COLUMNS:
        labels = [str(cell.start.year) for cell in cells]
    return labels


def places_in_order(cells: Iterable[Cell], standing: Standing) -> list[str | None]:
    """The places of the cells, in the order promised; those of earlier versions last."""
    promised = {name: index for index, name in enumerate(standing.terms.places)}
    found = dict.fromkeys(cell.place for cell in cells)
    by_name = sorted(found, key=lambda name: swedish_order(name or ""))
    return sorted(by_name, key=lambda name: promised.get(name or "", len(promised)))


def _status(cells: Sequence[Cell]) -> Status | None:
    return outcome_of(cells).status if cells else None


def _by_event(cells: Sequence[Cell], standing: Standing) -> Strip:
    rows = tuple(
        Row(f"{standing.event_names.get(event or '', '')}, {day(start)}", (_status(list(some)),))
        for (start, event), some in groupby(cells, key=lambda cell: (cell.start, cell.event))
    )
    return Strip(_caption(standing), gettext("Event"), (gettext("Status"),), rows)
