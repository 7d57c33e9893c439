"""One promise in several versions: which of them judges which days.

A cell is judged by the version in force when its window began (docs/rules/fulfilment.md §6).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from handslag.domain.errors import BadInput
from handslag.domain.judging.calendar import Calendar
from handslag.domain.judging.cells import Goal
from handslag.domain.judging.goals import goals_of
from handslag.domain.judging.periods import DAY
from handslag.domain.promises.terms import Terms


@dataclass(frozen=True, slots=True)
class Stretch:
    """The goals of one version, and the last day whose activities are counted for them."""

    terms: Terms
    last: date
    goals: list[Goal]


def in_order(versions: Sequence[Terms]) -> list[Terms]:
    """The versions of one promise, oldest first. Raises `BadInput` if two share a number or a day."""
    ordered = sorted(versions, key=lambda terms: terms.version)
    for earlier, later in pairwise(ordered):
        if earlier.version == later.version:
            raise BadInput("duplicate_promise", promise=later.id, version=later.version)
        if later.valid_from <= earlier.valid_from:
            raise BadInput("version_not_later", promise=later.id, version=later.version)
    return ordered


def stretches(versions: Sequence[Terms], on: date, calendar: Calendar) -> list[Stretch]:
    """The goals of each version, oldest first, so that no day is judged twice.

    A window that has begun runs out under its version; the next version begins the day after. A goal
    without a last day passes to the next version. A withdrawal ends the windows that have begun on the
    day before it, and lowers no target.
    """
    found: list[Stretch] = []
    first = before = date.min
    for index, terms in enumerate(versions):
        first = max(first, terms.valid_from)
        goals = [] if terms.withdrawn else goals_of(terms, first, on, calendar)
        last = date.max
        if later := versions[index + 1 :]:
            goals = list(_until(goals, later))
            ends = [goal.end for goal in goals if goal.end is not None]
            last = max([before, later[0].valid_from - DAY, *ends])
            before, first = last, last + DAY
        found.append(Stretch(terms, last, goals))
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """The days whose periods one version judges: from `first`, up to `last` if a later one takes over."""

    terms: Terms
    first: date
    last: date | None


def days_judged(versions: Sequence[Terms], on: date, calendar: Calendar) -> list[Judged]:
    """Which version judges which days, those to come too; a version that came to judge none is left out."""
    until = max(on, versions[-1].valid_from)
    found: list[Judged] = []
    first = date.min
    for stretch in stretches(versions, until, calendar):
        first = max(first, stretch.terms.valid_from)
        if first <= stretch.last and not stretch.terms.withdrawn:
            last = None if stretch.last == date.max else stretch.last
            found.append(Judged(stretch.terms, first, last))
        first = stretch.last if stretch.last == date.max else stretch.last + DAY
    return found


def _until(goals: Sequence[Goal], later: Sequence[Terms]) -> Iterator[Goal]:
    """The goals that had begun when the next of `later` came, cut where the promise was withdrawn."""
    following = later[0]
    gone_on = next((terms.valid_from for terms in later if terms.withdrawn), None)
    for goal in goals:
        if goal.start < following.valid_from and (goal.end is not None or following.withdrawn):
            if gone_on is None:
                yield goal
            else:
                last = gone_on - DAY
                yield replace(goal, end=min(goal.end or last, last), counts_to=min(goal.counts_to, last))
