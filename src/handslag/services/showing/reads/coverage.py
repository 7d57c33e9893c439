"""Which places and schools have got what was promised them, year by year; and what was done where at all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.errors import NotFound
from handslag.domain.promises.terms import Kind, PromiseState
from handslag.models.models import Municipality
from handslag.services.judging.reads.registers import registers_of
from handslag.services.judging.reads.standings import Standing, standings, worst_first

PAGE = 50  # promises on one page


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """How much was done at one place in each quarter of a year, whatever promise it was for."""

    name: str
    quarters: tuple[int, int, int, int]

    @property
    def whole(self) -> int:
        return sum(self.quarters)


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """The promises judged place by place (school by school, event by event) that have cells in `year`.

    `promises` are those on page `number` of `pages`, the worst first. `years`: those that can be asked
    for, latest first. `places`: all of the list, least done first.
    """

    year: int
    years: tuple[int, ...]
    promises: tuple[Standing, ...]
    places: tuple[PlaceRow, ...]
    number: int
    pages: int

    @property
    def before(self) -> int:
        """The page before; 0 is none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The next page; 0 is none."""
        return self.number + 1 if self.number < self.pages else 0


def coverage(
    municipality: Municipality, *, on: date, year: int | None = None, number: int = 1
) -> CoveragePage:
    """The coverage of one year; that of `on` (or the latest there is) when none is named. Eleven queries.

    `number` is the page that is asked for, or the nearest there is. Raises `NotFound` for a year that no
    promise has.
    """
    found = [one for one in standings(municipality, on=on) if one.state != PromiseState.WITHDRAWN]
    years = sorted({year for one in found for year in one.assessment.years if year <= on.year}, reverse=True)
    if year is not None and year not in years:
        raise NotFound("not_found")
    chosen = year or (years[0] if years else on.year)
    spread = [one for one in found if _is_spread(one) and one.assessment.cells_of(chosen)]
    names = [place.name for place in registers_of([municipality])[municipality.pk].places]
    pages = max(1, -(-len(spread) // PAGE))
    number = min(max(number, 1), pages)
    shown = worst_first(spread)[(number - 1) * PAGE : number * PAGE]
    return CoveragePage(chosen, tuple(years), tuple(shown), _place_rows(found, names, chosen), number, pages)


def _is_spread(standing: Standing) -> bool:
    measure = standing.terms.measure
    return measure.spread is not None or measure.kind is Kind.EACH_EVENT


def _place_rows(found: Iterable[Standing], names: Sequence[str], year: int) -> tuple[PlaceRow, ...]:
    """Each thing done once, however many promises it serves."""
    done = {deed.id: deed for one in found for deed in one.evidence.done if deed.done_on.year == year}
    times = Counter((deed.place, (deed.done_on.month - 1) // 3) for deed in done.values())
    rows = [
        PlaceRow(name, (times[name, 0], times[name, 1], times[name, 2], times[name, 3])) for name in names
    ]
    return tuple(sorted(rows, key=lambda row: row.whole))
