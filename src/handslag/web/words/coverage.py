"""The coverage matrix: the strip of a promise with its gaps first, and each gap in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

from handslag.domain.judging.cells import Cell, Status, plain
from handslag.domain.promises.terms import Kind, Spread
from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import listed, number, status_word
from handslag.web.words.strips import Row, Strip, cell_period, places_in_order, strip_of

MOST_GAPS = 3  # more are counted, not named
MOST_NAMES = 6
_LACKING = (Status.NOT_KEPT, Status.NOT_REPORTED, Status.BEHIND)  # a gap; the worst first


def page_number(request: HttpRequest) -> int:
    """The page that is asked for; the first when it is no number."""
    asked = request.GET.get("sida", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """A place, school or event: its strip, what it lacks, what is still to come, both in words."""

    row: Row
    lacks: str
    left: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """One promise and one year. `said`: in a sentence, how many lack something and which."""

    strip: Strip
    rows: tuple[CoveredRow, ...]
    said: str


def coverage_of(standing: Standing, year: int) -> Coverage:
    """Rows with most gaps first; those alike in the order promised."""
    strip = strip_of(standing, year)
    cells = standing.assessment.cells_of(year)
    pairs = list(zip(strip.rows, _cells_of_rows(cells, standing), strict=True))
    pairs.sort(key=lambda pair: _weight(pair[1]))
    rows = tuple(CoveredRow(row, _lacks(some, standing), _left(some, standing)) for row, some in pairs)
    kept = sum(_is_kept(some) for _, some in pairs)
    return Coverage(strip, rows, _summary(rows, kept, standing))


def _cells_of_rows(cells: Sequence[Cell], standing: Standing) -> list[list[Cell]]:
    """The cells behind each row of the strip, in its order."""
    if standing.terms.measure.kind is Kind.EACH_EVENT:
        return [list(some) for _, some in groupby(cells, key=lambda cell: (cell.start, cell.event))]
    return [[cell for cell in cells if cell.place == place] for place in places_in_order(cells, standing)]


def _weight(cells: Sequence[Cell]) -> tuple[int, ...]:
    """Most not kept first, then most not reported, most behind, most still to do."""
    lacking = [-sum(cell.status is status for cell in cells) for status in _LACKING]
    return (*lacking, -len(_open(cells)))


def _is_kept(cells: Sequence[Cell]) -> bool:
    """Whether all that was to be done by now is done."""
    due = [cell for cell in cells if cell.status not in (Status.NOT_DUE, Status.CANNOT_BE_JUDGED)]
    return bool(due) and all(cell.status is Status.KEPT for cell in due)


def _open(cells: Sequence[Cell]) -> list[Cell]:
    """Cells that go on and have not reached their target."""
    return [cell for cell in cells if cell.status is Status.ON_TRACK]


def _lacks(cells: Sequence[Cell], standing: Standing) -> str:
    gaps = [cell for cell in cells if cell.status in _LACKING]
    if not gaps:
        return ""
    if len(gaps) > MOST_GAPS:
        first = cell_period(gaps[0], standing.terms.measure)
        return gettext("Lacks {number} of {all} periods, the first {period}.").format(
            number=len(gaps), all=len(cells), period=first
        )
    return gettext("Lacks: {gaps}.").format(gaps=listed(_gap(cell, standing) for cell in gaps))


def _gap(cell: Cell, standing: Standing) -> str:
    return gettext("{period} ({status}, {done} of {target})").format(
        period=cell_period(cell, standing.terms.measure),
        status=status_word(cell.status).lower(),
        done=number(plain(cell.done)),
        target=number(plain(cell.target)) if cell.target else "–",
    )


def _left(cells: Sequence[Cell], standing: Standing) -> str:
    going_on = _open(cells)
    if not going_on:
        return ""
    if len(going_on) > MOST_GAPS:
        return gettext("{number} periods go on.").format(number=len(going_on))
    told = [
        gettext("{period} ({done} of {target} so far)").format(
            period=cell_period(cell, standing.terms.measure),
            done=number(plain(cell.done)),
            target=number(plain(cell.target)) if cell.target else "–",
        )
        for cell in going_on
    ]
    return gettext("Goes on: {periods}.").format(periods=listed(told))


def _summary(rows: Sequence[CoveredRow], kept: int, standing: Standing) -> str:
    if len(rows) == 1:
        return rows[0].lacks or rows[0].left or gettext("Nothing is missing so far.")
    gaps = [one.row.label for one in rows if one.lacks]
    going_on = [one.row.label for one in rows if one.left and not one.lacks]
    told = []
    if gaps:
        told.append(_lacking(gaps, _counted(len(rows), standing)))
    elif going_on and kept:
        told.append(_done(kept, len(rows), standing))
    elif not going_on:
        told.append(gettext("Nothing is missing so far."))
    if going_on:
        names = listed(going_on) if len(going_on) <= MOST_NAMES else _counted(len(going_on), standing)
        told.append(gettext("Still to do: {names}.").format(names=names))
    return " ".join(told)


def _lacking(gaps: Sequence[str], every: str) -> str:
    names = f": {listed(gaps)}" if len(gaps) <= MOST_NAMES else ""
    form = ngettext(
        "{number} of {all} lacks something{names}.", "{number} of {all} lack something{names}.", len(gaps)
    )
    return form.format(number=len(gaps), all=every, names=names)


def _done(kept: int, rows: int, standing: Standing) -> str:
    form = ngettext("{number} of {all} is done.", "{number} of {all} are done.", kept)
    return form.format(number=kept, all=_counted(rows, standing))


def _counted(how_many: int, standing: Standing) -> str:
    measure = standing.terms.measure
    if measure.kind is Kind.EACH_EVENT:
        words = ngettext("{number} event", "{number} events", how_many)
    elif measure.spread is Spread.SCHOOL:
        words = ngettext("{number} school", "{number} schools", how_many)
    else:
        words = ngettext("{number} place", "{number} places", how_many)
    return words.format(number=how_many)
