"""Several cells of a promise in words: how many of how many places, periods or occasions; which are missing.

Leads with the period that decides the word beside it; the others follow.
"""

from collections.abc import Sequence
from itertools import groupby

from django.utils.translation import gettext, ngettext

from handslag.domain.judging.cells import Cell, Status
from handslag.domain.promises.terms import Measure, Spread
from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import day, listed, number, opened, status_word
from handslag.web.words.one_cell import Words, done_of_target, what_follows, when
from handslag.web.words.strips import cell_period
from handslag.web.words.too_short import too_short
from handslag.web.words.units import unit_word

MOST_NAMES = 6
_FAILED = (Status.NOT_KEPT, Status.NOT_REPORTED)
_OPEN = (Status.ON_TRACK, Status.BEHIND, Status.NOT_DUE)


def words_of_many(cells: Sequence[Cell], standing: Standing) -> Words:
    """A promise with several places, schools or periods."""
    if not any(map(_has_begun, cells)):
        return gettext("Counts from {day}.").format(day=day(min(cell.start for cell in cells))), "", ()
    periods = _by_period(cells, standing)
    if len(periods) == len(cells):
        return _periods(cells, standing)
    told = deciding(cells, standing)
    others = [(label, some) for label, some in periods if some != told and _is_due(some)]
    left = " ".join((*_ended(told), *_missing(told)))
    label = cell_period(told[0], standing.terms.measure)
    return (
        too_short(label, told, standing) if _is_too_short(told) else _places(told, standing),
        left,
        tuple(words for label, some in others for words in _other(label, some, standing)),
    )


def deciding(cells: Sequence[Cell], standing: Standing) -> list[Cell]:
    """The cells to lead with, of one period where there are several places in it.

    The latest period that failed or is unreported, else the one that lasts now.
    """
    periods = _by_period(cells, standing)
    if len(periods) == len(cells):
        return list(cells)
    failed = [some for _, some in periods if any(cell.status in _FAILED for cell in some)]
    now = [some for _, some in periods if _is_now(some, standing)]
    return failed[-1] if failed else now[-1] if now else periods[-1][1]


def _has_begun(cell: Cell) -> bool:
    return cell.reasons[0].code != "not_begun"


def _is_due(cells: Sequence[Cell]) -> bool:
    return any(cell.status is not Status.NOT_DUE for cell in cells)


def _other(label: str, cells: Sequence[Cell], standing: Standing) -> tuple[str, ...]:
    """Another period of the year in one sentence, and that it has not been reported if so."""
    if _is_too_short(cells):
        return (too_short(label, cells, standing),)
    form = gettext("{period}: {kept} of {all}.")
    return form.format(period=opened(label), kept=kept_of(cells), all=len(cells)), *_unreported(cells)


def _is_too_short(cells: Sequence[Cell]) -> bool:
    return all(cell.status is Status.CANNOT_BE_JUDGED for cell in cells)


def _unreported(cells: Sequence[Cell]) -> tuple[str, ...]:
    silent = any(cell.status is Status.NOT_REPORTED for cell in cells)
    return (f"{status_word(Status.NOT_REPORTED)}.",) if silent else ()


def _ended(cells: Sequence[Cell]) -> tuple[str, ...]:
    silent = [cell.end for cell in cells if cell.status is Status.NOT_REPORTED and cell.end]
    return (gettext("The period ended on {day}.").format(day=day(max(silent))),) if silent else ()


def _by_period(cells: Sequence[Cell], standing: Standing) -> list[tuple[str, list[Cell]]]:
    measure = standing.terms.measure
    ordered = sorted(cells, key=lambda cell: cell_period(cell, measure))
    groups = groupby(ordered, key=lambda cell: cell_period(cell, measure))
    found = [(label, list(some)) for label, some in groups]
    return sorted(found, key=lambda pair: min(cell.start for cell in pair[1]))


def _is_now(cells: Sequence[Cell], standing: Standing) -> bool:
    on = standing.assessment.on
    return any(cell.start <= on and (cell.end is None or on <= cell.end) for cell in cells)


def kept_of(cells: Sequence[Cell]) -> int:
    """How many cells are kept."""
    return sum(cell.status is Status.KEPT for cell in cells)


def _places(cells: Sequence[Cell], standing: Standing) -> str:
    """5 av 6 orter har fått minst 1 arbetspass under 2019."""
    measure = standing.terms.measure
    targets = {cell.target for cell in cells if cell.target}
    target = min(targets, default=measure.at_least)
    return _places_form(measure).format(
        kept=kept_of(cells),
        all=len(cells),
        target=number(target),
        unit=unit_word(measure.unit, target),
        when=when(cells[0], measure),
    )


def _places_form(measure: Measure) -> str:
    """A promise without a word for what it counts is about times, which no place can have had."""
    match measure.spread is Spread.SCHOOL, bool(measure.unit.strip()):
        case True, True:
            return gettext("{kept} of {all} schools have had at least {target} {unit} {when}.")
        case False, True:
            return gettext("{kept} of {all} places have had at least {target} {unit} {when}.")
        case True, False:
            return gettext("At {kept} of {all} schools it has been done at least {target} {unit} {when}.")
    return gettext("At {kept} of {all} places it has been done at least {target} {unit} {when}.")


def _missing(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Which of the places judged remain, or lack what was promised when the period is over."""
    asked = [cell for cell in cells if cell.status is not Status.CANNOT_BE_JUDGED and _has_begun(cell)]
    names = [cell.place or "" for cell in asked if cell.status is not Status.KEPT]
    is_open = any(cell.status in _OPEN for cell in asked)
    form = gettext("Left: {names}.") if is_open else gettext("Missing: {names}.")
    return (form.format(names=_few(names)),) if names else ()


def _few(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMES + 1:
        return listed(names)
    rest = len(names) - MOST_NAMES
    return listed([*names[:MOST_NAMES], ngettext("{number} more", "{number} more", rest).format(number=rest)])


def _periods(cells: Sequence[Cell], standing: Standing) -> Words:
    """One place, several periods: how many are kept, which are not, then the one that lasts now."""
    measure = standing.terms.measure
    failed = {
        status: [cell_period(cell, measure) for cell in cells if cell.status is status] for status in _FAILED
    }
    left = " ".join(f"{status_word(status)}: {_few(names)}." for status, names in failed.items() if names)
    lead = _reached(cells, measure)
    now = next((cell for cell in cells if _is_now([cell], standing)), None)
    if now is None or now.status is Status.CANNOT_BE_JUDGED:
        return (lead, left, ()) if lead else (left, "", ())
    remains, details = what_follows(now, standing)
    done = opened(done_of_target(now, measure))
    if not lead and not left:  # the first period goes on
        return done, remains, details
    told = (" ".join((done, remains)), *details)
    return (lead, left, told) if lead else (left, "", told)


def _reached(cells: Sequence[Cell], measure: Measure) -> str:
    """In how many of the periods that are decided the target was reached; "" where that is told without."""
    decided = [cell for cell in cells if cell.status is Status.KEPT or cell.status in _FAILED]
    kept = [cell for cell in decided if cell.status is Status.KEPT]
    if not kept:
        return ""
    if len(decided) == 1:
        return gettext("The target was reached: {period}.").format(period=cell_period(kept[0], measure))
    form = gettext("The target was reached in {kept} of {all} periods.")
    return form.format(kept=len(kept), all=len(decided))


def words_of_events(cells: Sequence[Cell], standing: Standing) -> Words:
    """A promise that is to be kept at every event, one cell each."""
    on, names = standing.assessment.on, standing.event_names
    past = [cell for cell in cells if cell.start <= on]
    to_come = [cell for cell in cells if cell.start > on]
    missed = [names.get(cell.event or "", "") for cell in past if cell.status is not Status.KEPT]
    left = gettext("Missing: {names}.").format(names=_few(missed)) if missed else ""
    following = tuple(
        gettext("Next: {name}, {day}.").format(name=names.get(cell.event or "", ""), day=day(cell.start))
        for cell in to_come[:1]
    )
    lead = _kept_at(past, standing)
    return (lead, left, following) if lead else (left, "", following)


def _kept_at(past: Sequence[Cell], standing: Standing) -> str:
    """At how many of the events that have been it was kept; "" of a single one where it was not."""
    kept = kept_of(past)
    if not past:
        return gettext("No occasion has been yet.")
    if len(past) == 1:
        name = standing.event_names.get(past[0].event or "", "")
        form = gettext("Done on {day}: {name}.")
        return form.format(name=name, day=day(past[0].start)) if kept else ""
    form = gettext("Kept at {kept} of {all} occasions so far.")
    if not kept:
        form = gettext("Kept at none of {all} occasions so far.")
    return form.format(kept=kept, all=len(past))
