"""What residents say they have noticed, as it may be shown to anybody, the desk included."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.keeping.resident_checks import CheckDays, check_days
from handslag.domain.listening.suppression import Table, rounded, table_from
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise, ResidentCheck
from handslag.services.judging.reads.standings import Standing


@dataclass(frozen=True, slots=True)
class CheckShown:
    """`table` as it was made public on `shown_on`; None before so many have answered that anything is.

    `left_out`: how many seem to come from a script and are not in it, rounded; 0 where too few to be said.
    """

    days: CheckDays
    is_open: bool
    table: Table | None
    shown_on: date | None
    left_out: int = 0


def check_shown(promise: Promise, standing: Standing, *, on: date) -> CheckShown | None:
    """What to show of the check of a promise fetched by `public_promise`; None before it opens. No query."""
    check: ResidentCheck | None = getattr(promise, "resident_check", None)
    if check is None:
        return None
    first, last = standing.versions[0].terms, standing.versions[-1].terms
    days = check_days(first.valid_from, last.valid_to, check.after_weeks, check.ended_on)
    if on < days.opens_on or (check.shown_on is None and not days.is_open(on)):
        return None
    return CheckShown(
        days=days,
        is_open=days.is_open(on) and standing.state == PromiseState.PUBLISHED,
        table=None if check.table is None else table_from(check.table),
        shown_on=check.shown_on,
        left_out=rounded(check.shown_left_out),
    )
