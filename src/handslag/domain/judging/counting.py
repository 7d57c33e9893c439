"""Counting what was done towards each goal, and saying of the rest why it was not counted.

Only done activities count, once each (docs/rules/fulfilment.md §3). The loop over activities is the
one that runs a million times: it calls nothing it need not.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from handslag.domain.judging.cells import Goal
from handslag.domain.keeping.activities import Activity, ActivityStatus
from handslag.domain.keeping.places import Match
from handslag.domain.promises.terms import Kind, Terms

Find = Callable[[Activity], int | str]  # the index of the goal it counts for, or a code why for none
_NOTHING = Decimal(0)
_DONE = ActivityStatus.DONE


def count(
    goals: Sequence[Goal], terms: Terms, activities: Iterable[Activity], on: date, match: Match
) -> tuple[list[Decimal], Counter[str]]:
    """What was done by `on` for each of `goals`, and how many activities count for none, by code."""
    find = _finder(goals, terms, match)
    done = [_NOTHING] * len(goals)
    uncounted: Counter[str] = Counter()
    for activity in activities:
        if activity.status is not _DONE:
            uncounted[activity.status.value] += 1
        elif activity.done_on > on:
            uncounted["after_the_day"] += 1
        else:
            found = find(activity)
            if isinstance(found, int):
                done[found] += activity.amount
            else:
                uncounted[found] += 1
    return done, uncounted


def _finder(goals: Sequence[Goal], terms: Terms, match: Match) -> Find:
    if terms.measure.kind is Kind.EACH_EVENT:
        return _by_event(goals, match)
    if terms.measure.spread is None:
        return _by_day(goals, 0)
    return _by_place(goals, match)


def _by_day(goals: Sequence[Goal], offset: int) -> Find:
    """For goals of one place in order of start; `offset` is the index of the first of them."""
    starts = [goal.start for goal in goals]
    lasts = [goal.counts_to for goal in goals]

    def find(activity: Activity) -> int | str:
        day = activity.done_on
        index = bisect_right(starts, day) - 1
        return offset + index if index >= 0 and day <= lasts[index] else "outside_periods"

    return find


def _by_place(goals: Sequence[Goal], match: Match) -> Find:
    finders: dict[str | None, Find] = {}
    offset = 0
    for place, group in groupby(goals, key=lambda goal: goal.place):
        column = list(group)
        finders[place] = _by_day(column, offset)
        offset += len(column)

    def find(activity: Activity) -> int | str:
        if activity.place is None:
            return "not_placed"
        finder = finders.get(match(activity.place))
        return finder(activity) if finder else "other_place"

    return find


def _by_event(goals: Sequence[Goal], match: Match) -> Find:
    """By the event it names, also after it; else by day and place, where that leaves no choice."""
    named = {goal.event: index for index, goal in enumerate(goals)}

    def find(activity: Activity) -> int | str:
        day = activity.done_on
        if activity.event is not None:
            index = named.get(activity.event)
            if index is None:
                return "other_event"
            return index if goals[index].start <= day else "outside_periods"
        place = None if activity.place is None else match(activity.place)
        fits = [
            index
            for index, goal in enumerate(goals)
            if goal.start <= day <= goal.counts_to and goal.place in (None, place)
        ]
        return fits[0] if len(fits) == 1 else "several_events" if fits else "outside_periods"

    return find
