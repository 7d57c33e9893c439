"""How a promise stands, in words: how many of how many, by when, what is left, who reported last and when.

Built from the cells of the year a page leads with and their reasons; nothing here judges anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from handslag.domain.judging.cells import Cell, Status
from handslag.domain.promises.terms import Kind, Measure, PromiseState
from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import WITHDRAWN, day, party_word, validity
from handslag.web.words.many_cells import deciding, kept_of, words_of_events, words_of_many
from handslag.web.words.one_cell import Words, amount_of, said, words_of_one


@dataclass(frozen=True, slots=True)
class Meter:
    """Whole per cent of the target: what is done, and what ought to be by today (None: not asked)."""

    done: int
    due: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """`status` is a `Status` or `WITHDRAWN`; `lead` says how many of how many, `left` what remains.

    `last`: who reported last and when; "" where `left` has told it.
    """

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
        return Statement(WITHDRAWN, _withdrawn(standing), last=last)
    status, cells = headline(standing)
    if not cells:
        return Statement(status, said(standing.assessment.reasons[0]), last=last)
    standing = _as_judged(standing, cells)
    if standing.terms.measure.kind is Kind.STANDING:
        return Statement(status, gettext("An aim without numbers."), last=last)
    return Statement(
        status,
        *_words(cells, standing),
        last="" if _is_told(cells, standing) else last,
        meter=_meter(deciding(cells, standing), standing.terms.measure),
    )


def _as_judged(standing: Standing, cells: Sequence[Cell]) -> Standing:
    """With the terms that the cells are judged by, where these are of one version."""
    numbers = {cell.version for cell in cells}
    if len(numbers) > 1:
        return standing
    return replace(standing, terms=standing.version_numbered(*numbers).terms)


def _withdrawn(standing: Standing) -> str:
    version = standing.version
    words = gettext("The promise was withdrawn on {day} and is no longer judged.")
    if version.replaced_by is not None:
        words = gettext("The promise was replaced by promise {number} on {day} and is no longer judged.")
    return words.format(day=day(version.terms.valid_from), number=version.replaced_by)


def validity_of(standing: Standing) -> str:
    """From when to when a promise holds, whatever version is in force, and the day of its last change."""
    terms = standing.terms
    words = validity(terms if terms.withdrawn else replace(terms, valid_from=standing.since))
    if terms.withdrawn or terms.valid_from == standing.since:
        return words
    return gettext("{valid}, changed {day}").format(valid=words, day=day(terms.valid_from))


def review_of(standing: Standing) -> str:
    """When the parties look at a promise again, or that they were to and nobody has said that they did."""
    if standing.review_on is None or standing.terms.withdrawn:
        return ""
    words = gettext("The parties look at it again on {day}.")
    if standing.is_unreviewed:
        words = gettext("The parties were to look at it again on {day}. Nobody has said that they have.")
    return words.format(day=day(standing.review_on))


def _words(cells: Sequence[Cell], standing: Standing) -> Words:
    if standing.terms.measure.kind is Kind.EACH_EVENT:
        return words_of_events(cells, standing)
    return words_of_one(cells[0], standing) if len(cells) == 1 else words_of_many(cells, standing)


def _is_told(cells: Sequence[Cell], standing: Standing) -> bool:
    """Whether the last word is the closing that the words of a single cell tell of."""
    last, reported = standing.evidence.last_said, standing.evidence.last_reported
    if last is None or len(cells) > 1 or cells[0].status is not Status.NOT_KEPT:
        return False
    return last[0] == cells[0].reasons[0].params["closed_on"] and reported != last[0]


def headline(standing: Standing) -> tuple[Status, tuple[Cell, ...]]:
    """The status a page leads with, and the cells it is made of."""
    year, outcome = standing.assessment.headline
    return outcome.status, standing.assessment.cells_of(year)


def last_said(standing: Standing) -> str:
    """Who reported last and when, or closed a period since."""
    last = standing.evidence.last_said
    if last is None:
        return gettext("Nobody has reported anything yet.")
    reported = standing.evidence.last_reported
    if reported is None or reported < last[0]:
        form = gettext("Last word: {party} closed a period on {day}.")
        return form.format(day=day(last[0]), party=party_word(last[1]))
    return gettext("Last reported {day} by {party}.").format(day=day(last[0]), party=party_word(last[1]))


def _meter(cells: Sequence[Cell], measure: Measure) -> Meter | None:
    judged = [cell for cell in cells if cell.target and cell.status is not Status.NOT_DUE]
    if measure.kind in (Kind.MILESTONE, Kind.EACH_EVENT) or not judged:
        return None
    if len(judged) > 1:
        return Meter(100 * kept_of(judged) // len(judged))
    cell, target = judged[0], judged[0].target
    if not target or target < 2:
        return None
    due = amount_of(cell.reasons[0], "due")
    return Meter(min(100, int(cell.done * 100 / target)), int(100 * due / target) if due else None)
