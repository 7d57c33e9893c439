"""How a promise stands, in words: how many of how many, by when, what is left, who reported last and when.

Built from the cells of the year a page leads with and their reasons; nothing here judges anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext, ngettext

from handslag.domain.cells import Cell, Reason, Status, plain
from handslag.domain.promises import Kind, Measure, Per, PromiseState, Reading, Spread
from handslag.domain.rollup import outcome_of
from handslag.sentences import say
from handslag.services.queries.fulfilment import Standing
from handslag.web.errors import language
from handslag.web.labels import (
    PERIODS,
    WITHDRAWN,
    day,
    listed,
    number,
    opened,
    party_word,
    period_in_words,
    status_word,
)
from handslag.web.strips import cell_period
from handslag.web.units import unit_word

MOST_NAMES = 6
_FAILED = (Status.NOT_KEPT, Status.NOT_REPORTED)
_OPEN = (Status.ON_TRACK, Status.BEHIND, Status.NOT_DUE)


@dataclass(frozen=True, slots=True)
class Meter:
    """Whole per cent of the target: what is done, and what ought to be by today (None: not asked)."""

    done: int
    due: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """`status` is a `Status` or `WITHDRAWN`; `lead` says how many of how many, `left` what remains."""

    status: str
    lead: str
    left: str = ""
    details: tuple[str, ...] = ()
    last: str = ""
    meter: Meter | None = None


def statement_of(standing: Standing) -> Statement:
    """What to say of a promise on the day its assessment is about."""
    last = last_said(standing)
    if standing.state == PromiseState.WITHDRAWN:
        return Statement(
            WITHDRAWN, gettext("The promise has been withdrawn and is no longer judged."), last=last
        )
    status, cells = headline(standing)
    if not cells:
        return Statement(status, _said(standing.assessment.reasons[0]), last=last)
    if standing.terms.measure.kind is Kind.STANDING:
        return Statement(status, gettext("An aim without numbers."), last=last)
    words = _one(cells[0], standing) if len(cells) == 1 else _several(cells, standing)
    return Statement(status, *words, last=last, meter=_meter(cells, standing.terms.measure))


def headline(standing: Standing) -> tuple[Status, tuple[Cell, ...]]:
    """The status a page leads with, and the cells it is made of."""
    year, outcome = standing.assessment.headline
    return outcome.status, standing.assessment.cells_of(year)


def last_said(standing: Standing) -> str:
    """Who reported last and when."""
    last = standing.evidence.last_said
    if last is None:
        return gettext("Nobody has reported anything yet.")
    return gettext("Last reported {day} by {party}.").format(day=day(last[0]), party=party_word(last[1]))


Words = tuple[str, str, tuple[str, ...]]  # lead, left, details


def _one(cell: Cell, standing: Standing) -> Words:
    measure = standing.terms.measure
    lead = _milestone(cell) if measure.kind is Kind.MILESTONE else done_of_target(cell, measure)
    if measure.kind is Kind.EACH_EVENT:
        return _events([cell], standing)
    left, details = _what_follows(cell, standing)
    return lead, left, details


def done_of_target(cell: Cell, measure: Measure) -> str:
    """1 av minst 2 insatser under 2019. Without a target: what was done."""
    if cell.target is None or not cell.target:
        return gettext("{done} {unit} {when}.").format(
            done=number(cell.done), unit=unit_word(measure.unit, cell.done), when=when(cell, measure)
        )
    return gettext("{done} of at least {target} {unit} {when}.").format(
        done=number(plain(cell.done)),
        target=number(cell.target),
        unit=unit_word(measure.unit, cell.target),
        when=when(cell, measure),
    )


def when(cell: Cell, measure: Measure) -> str:
    """The days of a cell inside a sentence: under 2019, från 1 maj till 31 december 2018."""
    per = measure.per if measure.reading is Reading.EACH and measure.kind is not Kind.EACH_EVENT else Per.ONCE
    return period_in_words(cell.start, cell.end, per)


def _milestone(cell: Cell) -> str:
    return gettext("Done.") if cell.status is Status.KEPT else gettext("Not reported as done yet.")


def _what_follows(cell: Cell, standing: Standing) -> tuple[str, tuple[str, ...]]:
    """What is left, and what else to know of one cell."""
    on, measure = standing.assessment.on, standing.terms.measure
    reason = cell.reasons[0]
    match cell.status:
        case Status.ON_TRACK | Status.BEHIND:
            return _left(cell, measure), (_due(reason, on), *_pace(reason, measure))
        case Status.NOT_REPORTED:
            return _unreported(cell), (gettext("Until somebody does, nobody knows if it was kept."),)
        case Status.NOT_KEPT:
            return _closed(reason), _cause(reason)
        case Status.KEPT if cell.end is not None and cell.end > on and measure.kind is not Kind.MILESTONE:
            return gettext("The target is reached; the period lasts until {day}.").format(
                day=day(cell.end)
            ), ()
        case Status.NOT_DUE:
            return _not_due(cell, standing), ()
    return (_said(reason) if cell.status is Status.CANNOT_BE_JUDGED else ""), ()


def _left(cell: Cell, measure: Measure) -> str:
    needed = amount_of(cell.reasons[0], "needed")
    return gettext("Left: {needed} {unit} until {day}.").format(
        needed=number(needed), unit=unit_word(measure.unit, needed), day=day(cell.end)
    )


def _due(reason: Reason, on: date) -> str:
    due = amount_of(reason, "due")
    if not due:
        return gettext("Nothing had to be done yet by {day}.").format(day=day(on))
    return gettext("By {day} at least {due} should be done.").format(day=day(on), due=number(due))


def _pace(reason: Reason, measure: Measure) -> tuple[str, ...]:
    if measure.reading is not Reading.ON_AVERAGE:
        return ()
    rate = number(amount_of(reason, "needed_per_period"))
    return (gettext("That makes {rate} {per} from now on.").format(rate=rate, per=PERIODS[measure.per]),)


def _unreported(cell: Cell) -> str:
    return gettext(
        "No report since {day}: the period is over, but nobody has said that all is reported."
    ).format(day=day(cell.end))


def _closed(reason: Reason) -> str:
    closed_on = reason.params["closed_on"]
    shown = day(closed_on) if isinstance(closed_on, date) else ""
    return gettext("The period was closed {day}.").format(day=shown)


def _cause(reason: Reason) -> tuple[str, ...]:
    cause, decision = reason.params["cause"], reason.params["decision"]
    said = [(gettext("Cause: {words}"), cause), (gettext("Decision: {words}"), decision)]
    return tuple(form.format(words=words) for form, words in said if words)


def _not_due(cell: Cell, standing: Standing) -> str:
    terms = standing.terms
    if cell.reasons[0].code == "not_begun":
        return gettext("Counts from {day}.").format(day=day(cell.start))
    if cell.end is None:
        return gettext("The promise names no day when it is to be done.")
    if terms.measure.by or terms.valid_to:
        return gettext("To be done at latest {day}.").format(day=day(cell.end))
    return gettext("The promise names no day. The parties look at it again {day}.").format(day=day(cell.end))


def _several(cells: Sequence[Cell], standing: Standing) -> Words:
    if standing.terms.measure.kind is Kind.EACH_EVENT:
        return _events(cells, standing)
    periods = _by_period(cells, standing)
    if len(periods) == len(cells):
        return _periods(cells, standing)
    told = _deciding(periods, standing)
    others = [(label, some) for label, some in periods if some is not told and _is_due(some)]
    left = " ".join((*_silence(told), *_missing(told)))
    return (
        _places(told, standing),
        left,
        tuple(words for label, some in others for words in _other(label, some)),
    )


def _deciding(periods: Sequence[tuple[str, list[Cell]]], standing: Standing) -> list[Cell]:
    """The period to lead with: the latest that failed or is unreported, else the one that lasts now."""
    failed = [some for _, some in periods if any(cell.status in _FAILED for cell in some)]
    now = [some for _, some in periods if _is_now(some, standing)]
    return failed[-1] if failed else now[-1] if now else periods[-1][1]


def _is_due(cells: Sequence[Cell]) -> bool:
    return any(cell.status is not Status.NOT_DUE for cell in cells)


def _other(label: str, cells: Sequence[Cell]) -> tuple[str, ...]:
    """Another period of the year in one sentence, and that it has not been reported if so."""
    if all(cell.status is Status.CANNOT_BE_JUDGED for cell in cells):
        form = gettext(
            "{period} is not judged: the promise held for too small a part of it. Done then: {done}."
        )
        return (
            form.format(
                period=opened(label), done=number(plain(sum((cell.done for cell in cells), Decimal(0))))
            ),
        )
    form = gettext("{period}: {kept} of {all}.")
    return form.format(period=opened(label), kept=_kept(cells), all=len(cells)), *_silence(cells)


def _silence(cells: Sequence[Cell]) -> tuple[str, ...]:
    silent = [cell.end for cell in cells if cell.status is Status.NOT_REPORTED and cell.end]
    return (gettext("No report since {day}.").format(day=day(max(silent))),) if silent else ()


def _by_period(cells: Sequence[Cell], standing: Standing) -> list[tuple[str, list[Cell]]]:
    measure = standing.terms.measure
    ordered = sorted(cells, key=lambda cell: cell_period(cell, measure))
    groups = groupby(ordered, key=lambda cell: cell_period(cell, measure))
    found = [(label, list(some)) for label, some in groups]
    return sorted(found, key=lambda pair: min(cell.start for cell in pair[1]))


def _is_now(cells: Sequence[Cell], standing: Standing) -> bool:
    on = standing.assessment.on
    return any(cell.start <= on and (cell.end is None or on <= cell.end) for cell in cells)


def _kept(cells: Sequence[Cell]) -> int:
    return sum(cell.status is Status.KEPT for cell in cells)


def _places(cells: Sequence[Cell], standing: Standing) -> str:
    """5 av 6 orter har fått minst 1 arbetspass under 2019."""
    measure = standing.terms.measure
    targets = {cell.target for cell in cells if cell.target}
    target = min(targets, default=measure.at_least)
    form = (
        gettext("{kept} of {all} schools have had at least {target} {unit} {when}.")
        if measure.spread is Spread.SCHOOL
        else gettext("{kept} of {all} places have had at least {target} {unit} {when}.")
    )
    return form.format(
        kept=_kept(cells),
        all=len(cells),
        target=number(target),
        unit=unit_word(measure.unit, target),
        when=when(cells[0], measure),
    )


def _missing(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Which places remain, or lack what was promised when the period is over."""
    names = [cell.place or "" for cell in cells if cell.status is not Status.KEPT]
    is_open = any(cell.status in _OPEN for cell in cells)
    form = gettext("Left: {names}.") if is_open else gettext("Missing: {names}.")
    return (form.format(names=_few(names)),) if names else ()


def _few(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMES + 1:
        return listed(names)
    rest = len(names) - MOST_NAMES
    return listed([*names[:MOST_NAMES], ngettext("{number} more", "{number} more", rest).format(number=rest)])


def _periods(cells: Sequence[Cell], standing: Standing) -> Words:
    """One place, several periods: how many are kept, which are not, then the one that lasts now."""
    outcome, measure = outcome_of(cells), standing.terms.measure
    lead = gettext("{kept} of {all} periods so far have reached the target.").format(
        kept=outcome.kept, all=outcome.judged
    )
    failed = {
        status: [cell_period(cell, measure) for cell in cells if cell.status is status] for status in _FAILED
    }
    left = " ".join(f"{status_word(status)}: {_few(names)}." for status, names in failed.items() if names)
    now = next((cell for cell in cells if _is_now([cell], standing)), None)
    if now is None or now.status is Status.CANNOT_BE_JUDGED:
        return lead, left, ()
    remains, details = _what_follows(now, standing)
    return lead, left, (" ".join((opened(done_of_target(now, measure)), remains)), *details)


def _events(cells: Sequence[Cell], standing: Standing) -> Words:
    on, names = standing.assessment.on, standing.event_names
    past = [cell for cell in cells if cell.start <= on]
    to_come = [cell for cell in cells if cell.start > on]
    lead = gettext("Kept at {kept} of {all} occasions so far.").format(kept=_kept(past), all=len(past))
    missed = [names.get(cell.event or "", "") for cell in past if cell.status is not Status.KEPT]
    left = gettext("Missing: {names}.").format(names=_few(missed)) if missed else ""
    following = tuple(
        gettext("Next: {name}, {day}.").format(name=names.get(cell.event or "", ""), day=day(cell.start))
        for cell in to_come[:1]
    )
    return (lead if past else gettext("No occasion has been yet.")), left, (*_silence(past), *following)


def amount_of(reason: Reason, name: str) -> Decimal | int:
    """A number that a reason gives; 0 where it gives none."""
    value = reason.params.get(name, 0)
    return value if isinstance(value, int | Decimal) else 0


def _said(reason: Reason) -> str:
    return say(reason.code, reason.params, language())


def _meter(cells: Sequence[Cell], measure: Measure) -> Meter | None:
    judged = [cell for cell in cells if cell.target and cell.status is not Status.NOT_DUE]
    if measure.kind in (Kind.MILESTONE, Kind.EACH_EVENT) or not judged:
        return None
    if len(judged) > 1:
        return Meter(100 * _kept(judged) // len(judged))
    cell, target = judged[0], judged[0].target
    if not target or target < 2:
        return None
    due = amount_of(cell.reasons[0], "due")
    return Meter(min(100, int(cell.done * 100 / target)), int(100 * due / target) if due else None)
