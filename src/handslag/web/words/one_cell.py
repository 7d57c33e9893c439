"""One cell of a promise in words: how much of how much, by when, and what follows."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext

from handslag.domain.judging.cells import Cell, Reason, Status, plain
from handslag.domain.promises.terms import Kind, Measure, Per, Reading
from handslag.sentences import say
from handslag.services.judging.reads.evidence import Closed
from handslag.services.judging.reads.standings import Standing
from handslag.web.errors import language
from handslag.web.words.labels import PERIODS, day, number, parties_words, period_in_words
from handslag.web.words.units import unit_word

Words = tuple[str, str, tuple[str, ...]]  # lead, left, details


def words_of_one(cell: Cell, standing: Standing) -> Words:
    """A promise with one cell."""
    measure = standing.terms.measure
    left, details = what_follows(cell, standing)
    if measure.kind is not Kind.MILESTONE:
        return done_of_target(cell, measure), left, details
    if cell.status is Status.NOT_DUE:  # its day says all there is to say
        return left, "", details
    return _milestone(cell), left, details


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
    match cell.status:
        case Status.KEPT:
            return gettext("Done.")
        case Status.NOT_KEPT:
            return gettext("It was not done.")
    return gettext("Nobody has said that it is done.")


def what_follows(cell: Cell, standing: Standing) -> tuple[str, tuple[str, ...]]:
    """What is left, and what else to know of one cell."""
    on, measure = standing.assessment.on, standing.terms.measure
    reason = cell.reasons[0]
    match cell.status:
        case Status.ON_TRACK | Status.BEHIND:
            return _left(cell, measure), (_due(reason, on), *_pace(reason, measure))
        case Status.NOT_REPORTED:
            return _unreported(cell), (gettext("Until somebody does, nobody knows if it was kept."),)
        case Status.NOT_KEPT:
            return _closed(cell, standing), _cause(reason)
        case Status.KEPT if cell.end is not None and cell.end > on and measure.kind is not Kind.MILESTONE:
            return gettext("The target is reached; the period lasts until {day}.").format(
                day=day(cell.end)
            ), ()
        case Status.NOT_DUE:
            return _not_due(cell, standing), ()
    return (said(reason) if cell.status is Status.CANNOT_BE_JUDGED else ""), ()


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
    return (
        gettext("That makes at least {rate} {per} from now on.").format(rate=rate, per=PERIODS[measure.per]),
    )


def _unreported(cell: Cell) -> str:
    return gettext("The period ended on {day}, but nobody has said that all is reported.").format(
        day=day(cell.end)
    )


def _closed(cell: Cell, standing: Standing) -> str:
    """When the cell was closed and by whom; said when no one of those promised it."""
    closed_on = cell.reasons[0].params["closed_on"]
    shown = day(closed_on) if isinstance(closed_on, date) else ""
    made = [one for one in standing.evidence.closed if _meets(one, cell)]
    here = [one for one in made if one.report.place in (None, cell.place)]
    parties = dict.fromkeys(one.party for one in here or made)
    words = gettext("The period was closed {day} by {who}.")
    if parties and parties.keys().isdisjoint(standing.terms.parties):
        words = gettext("The period was closed {day} by {who}, not by {promised} that promised.")
    promised = parties_words(standing.terms.parties)
    return words.format(day=shown, who=parties_words(parties), promised=promised)


def _meets(closed: Closed, cell: Cell) -> bool:
    return cell.end is not None and closed.report.start <= cell.end and cell.start <= closed.report.end


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
    return gettext("The promise names no day. The parties look at it again on {day}.").format(
        day=day(cell.end)
    )


def amount_of(reason: Reason, name: str) -> Decimal | int:
    """A number that a reason gives; 0 where it gives none."""
    value = reason.params.get(name, 0)
    return value if isinstance(value, int | Decimal) else 0


def said(reason: Reason) -> str:
    return say(reason.code, reason.params, language())
