"""How long things are kept: the schedule as data, and the last day of each. See docs/rules/retention.md.

A thing is kept through its last day and erased on the next. What is not in the schedule is kept: published
tables, promises, follow-ups, reviewed quotes.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Kept(StrEnum):
    """What the schedule says something about."""

    FORMS = "forms"  # marks of sent forms, so that a resend counts once
    CODES = "codes"  # hashes of the codes that were given out
    RESPONSES = "responses"  # coded answers
    TEXTS = "texts"  # what residents wrote in a survey; quotes that two have approved stay
    CARDS = "cards"  # what was said at a dialogue, likewise; findings of a walk stay
    LOG = "log"  # what staff did


class Since(StrEnum):
    """The day that a period is counted from."""

    CLOSED = "closed"  # the survey took its last answer
    APPROVED = "approved"  # its results were approved
    ANSWERED = "answered"  # the answer to the whole dialogue was published
    WRITTEN = "written"  # the row itself


@dataclass(frozen=True, slots=True)
class Rule:
    """`kept` stays `days` days, or `years` years, from the day `since`."""

    kept: Kept
    since: Since
    days: int = 0
    years: int = 0

    def last_day(self, start: date) -> date:
        """The last day on which it is kept. From 29 February a year goes to 28 February."""
        return _years_after(start, self.years) + timedelta(days=self.days)

    def is_due(self, start: date, on: date) -> bool:
        """Whether what began on `start` is to be erased on the day `on`."""
        return on > self.last_day(start)


SCHEDULE = (
    Rule(Kept.FORMS, Since.CLOSED, days=1),
    Rule(Kept.CODES, Since.CLOSED, days=1),
    Rule(Kept.RESPONSES, Since.APPROVED, days=90),
    Rule(Kept.TEXTS, Since.CLOSED, days=90),
    Rule(Kept.CARDS, Since.ANSWERED, days=90),
    Rule(Kept.LOG, Since.WRITTEN, years=2),
)


def rule_for(kept: Kept) -> Rule:
    """The line of the schedule about one kind of thing."""
    return next(rule for rule in SCHEDULE if rule.kept is kept)


def latest_start(rule: Rule, on: date) -> date:
    """The latest day such that what began on it is due on the day `on`."""
    start = _years_after(on, -rule.years) - timedelta(days=rule.days + 2)
    while rule.is_due(start + timedelta(days=1), on):
        start += timedelta(days=1)
    return start


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
