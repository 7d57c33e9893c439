"""A period of which a promise held too small a part to be judged: why, and what was done all the same."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext

from handslag.domain.judging.cells import Cell, plain
from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import day, number, opened
from handslag.web.words.units import unit_word


def too_short(label: str, cells: Sequence[Cell], standing: Standing) -> str:
    """Apr–jun 2019 räknas inte: löftet började gälla först 5 april 2019. Då gjordes ändå 5 arbetspass."""
    cell = cells[0]
    lasts = cell.end is None or standing.assessment.on <= cell.end
    done = plain(sum((cell.done for cell in cells), Decimal(0)))
    words = _why(cell, standing, lasts=lasts).format(
        period=opened(label), start=day(cell.start), end=day(cell.end)
    )
    if not done:
        return words
    form = gettext("Done in it all the same: {number} {unit}.")
    if lasts:
        form = gettext("Done in it so far all the same: {number} {unit}.")
    unit = unit_word(standing.terms.measure.unit, done)
    return f"{words} {form.format(number=number(done), unit=unit)}"


def _why(cell: Cell, standing: Standing, *, lasts: bool) -> str:
    terms = standing.terms
    is_late, is_cut = cell.start == terms.valid_from, cell.end is not None and cell.end == terms.valid_to
    match is_late, is_cut:
        case True, False:
            return gettext("{period} is not counted: the promise began only on {start}.")
        case False, True if lasts:
            return gettext("{period} is not counted: the promise holds only until {end}.")
        case False, True:
            return gettext("{period} is not counted: the promise held only until {end}.")
    if lasts:
        return gettext("{period} is not counted: the promise holds for too little of it.")
    return gettext("{period} is not counted: the promise held for too little of it.")
