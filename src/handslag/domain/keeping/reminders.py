"""What is due to be said to whom, and who is asked next when nobody answers.

The steps stand in docs/rules/reminders.md, which is tested against this file. Nothing here is a window in
time: a step that was reached and has not been sent is due until its matter is settled, so that a day
without a worker loses nothing. Whether something has gone is known by its key alone.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from math import ceil

from handslag.domain.judging.cells import Cell, Status
from handslag.domain.judging.fulfilment import Assessment
from handslag.domain.judging.periods import DAY, first_day
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Per

WEEK = 7 * DAY


class Duty(StrEnum):
    """How somebody answers for a promise on behalf of a party."""

    OWNER = "owner"
    DEPUTY = "deputy"


class Step(StrEnum):
    """One kind of mail, in the order of its weight."""

    ASK_SIGNATORY = "ask_signatory"
    ASK_DEPUTY = "ask_deputy"
    ASK_OWNER = "ask_owner"
    CLOSES_SHORT = "closes_short"
    PLAN_PASSED = "plan_passed"
    REVIEW_7 = "review_7"
    REVIEW_30 = "review_30"
    REVIEW_60 = "review_60"
    DIGEST = "digest"


class Topic(StrEnum):
    """What a mail speaks of; the last two stand in the weekly digest only."""

    UNREPORTED = "unreported"
    CLOSES_SHORT = "closes_short"
    PLAN_PASSED = "plan_passed"
    REVIEW = "review"
    BEHIND = "behind"
    PLANNED = "planned"


LADDER = ((Step.ASK_OWNER, 1), (Step.ASK_DEPUTY, 8), (Step.ASK_SIGNATORY, 15))  # days since the end
NOTE_DAY = 22  # from this day residents read that nobody has answered
REVIEWS = ((7, Step.REVIEW_7), (30, Step.REVIEW_30), (60, Step.REVIEW_60))  # days before the review
WARNINGS = ((180, 42), (60, 21), (28, 7), (7, 2))  # a period of so many days: so many before its last


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who can be asked, by an id of the caller's, and on whose behalf."""

    id: str
    party: Party


@dataclass(frozen=True, slots=True)
class People:
    """Who answers for one promise. Where nobody is named, the coordinators stand in."""

    owners: tuple[Member, ...] = ()
    deputies: tuple[Member, ...] = ()
    signatories: tuple[Member, ...] = ()
    coordinators: tuple[Member, ...] = ()

    def at(self, step: Step) -> tuple[Member, ...]:
        """Who is asked at a step of the ladder."""
        named = {Step.ASK_DEPUTY: self.deputies, Step.ASK_SIGNATORY: self.signatories}.get(step, self.owners)
        return named or self.coordinators or self.signatories


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned activity that nobody has said has been done or cancelled; `known_on` it was logged."""

    id: str
    day: date
    party: Party
    known_on: date = date.min

    @property
    def since(self) -> date:
        """The first day it stands in a week's letter: the Monday of its week, or when it was logged."""
        return max(first_day(Per.WEEK, self.day), self.known_on)


@dataclass(frozen=True, slots=True)
class Watched:
    """One promise with what reminders go by. `public_on`: no question is asked before that day."""

    assessment: Assessment
    people: People
    public_on: date
    review_on: date | None = None
    plans: tuple[Plan, ...] = ()

    @property
    def promise(self) -> str:
        return self.assessment.promise


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to speak of: a period of a promise (`cells`), a plan, or a review on `day`.

    `since`: the first day it could be spoken of. `day`: the last day of the period, the day of the plan
    or of the review.
    """

    topic: Topic
    promise: str
    since: date
    day: date
    cells: tuple[Cell, ...] = ()
    plan: str = ""

    @property
    def about(self) -> str:
        """The same for the same thing, whatever is said of it."""
        return self.plan or f"{self.promise}:{self.cells[0].start if self.cells else 'review'}:{self.day}"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What goes to `person` once, known by its `key`."""

    step: Step
    person: str
    matters: tuple[Matter, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Nobody has answered since `since` about the period `start` to `end`, the oldest of `periods`."""

    since: date
    start: date
    end: date
    periods: int


def due(watched: Iterable[Watched], sent: Collection[str], *, on: date, where: str) -> tuple[Reminder, ...]:
    """Everything to be sent on the local day `on`, person by person, the weightiest first.

    `watched`: promises assessed for that day. `sent`: keys that have gone. `where`: whose promises they
    are; somebody has one digest a week for each.
    """
    watched = list(watched)
    found: dict[str, Reminder] = {}
    for one in watched:
        for step, member, matter in _asked(one, on):
            reminder = Reminder(step, member.id, (matter,), f"{step}:{matter.about}:{member.id}")
            found[reminder.key] = reminder
    for digest in _digests(watched, on, where):
        found[digest.key] = digest
    order = [*Step]
    unsent = (reminder for key, reminder in found.items() if key not in sent)
    return tuple(sorted(unsent, key=lambda one: (one.person, order.index(one.step), one.key)))


def silence(assessment: Assessment, public_on: date, *, on: date) -> Silence | None:
    """What residents read when the whole ladder has been climbed and nobody has answered; else None."""
    periods = [
        (asked_from(cells, public_on), cells[0]) for cells in _periods(assessment, Status.NOT_REPORTED)
    ]
    silent = [(since, cell) for since, cell in periods if on >= day_of(since, NOTE_DAY)]
    if not silent:
        return None
    since, cell = min(silent, key=lambda pair: (pair[0], pair[1].start))
    return Silence(since, cell.start, cell.end or on, len(silent))


def asked_from(cells: Sequence[Cell], public_on: date) -> date:
    """Day 1 of the ladder: the day after the period, or for one shorter than a week the Monday after it."""
    start, end = cells[0].start, cells[0].end or date.max - DAY
    after = end + DAY if end - start + DAY >= WEEK else first_day(Per.WEEK, end) + WEEK
    return max(after, public_on)


def day_of(since: date, number: int) -> date:
    """Day `number` of the ladder that began on `since`, its day 1."""
    return since + timedelta(days=number - 1)


def ladder(since: date) -> tuple[tuple[Step | None, date], ...]:
    """The days on which somebody is asked; last, with None, the day residents are told."""
    steps: tuple[tuple[Step | None, int], ...] = (*LADDER, (None, NOTE_DAY))
    return tuple((step, day_of(since, number)) for step, number in steps)


def needed(cells: Iterable[Cell]) -> Decimal:
    """How much all the cells together still need; more than promised in one makes up for no other."""
    return sum((max(cell.target - cell.done, Decimal(0)) for cell in cells if cell.target), Decimal(0))


def rate(amount: Decimal, days: int) -> tuple[int, Decimal]:
    """The pace at which `amount` is done in `days`: one every so many days, or so much a day.

    The other of the two is 0. What is asked for a day is rounded up to one decimal, so that it is enough.
    """
    if amount and amount <= days and amount == int(amount):
        return days // int(amount), Decimal(0)
    return 0, (amount / days).quantize(Decimal("0.1"), ROUND_CEILING)


def _asked(one: Watched, on: date) -> Iterator[tuple[Step, Member, Matter]]:
    """Every step that has been reached for one promise, with whom it asks."""
    for matter in _unreported(one, on):
        reached = [step for step, day in ladder(matter.since) if step and day <= on]
        last = {member: step for step in reached for member in one.people.at(step)}
        yield from ((step, member, matter) for member, step in last.items())
    owners = one.people.at(Step.ASK_OWNER)
    for matter in _closing_short(one, on):
        yield from ((Step.CLOSES_SHORT, member, matter) for member in owners)
    for matter in _passed_plans(one, on):
        party = next(plan.party for plan in one.plans if plan.id == matter.plan)
        theirs = [member for member in owners if member.party == party] or owners
        yield from ((Step.PLAN_PASSED, member, matter) for member in theirs)
    if one.review_on is not None and on <= one.review_on:
        left = (one.review_on - on).days
        step = next((step for days, step in REVIEWS if left <= days), None)
        matter = Matter(Topic.REVIEW, one.promise, on, one.review_on)
        if step is not None:
            everybody = dict.fromkeys((*owners, *one.people.coordinators))
            yield from ((step, member, matter) for member in everybody)


def _unreported(one: Watched, on: date) -> Iterator[Matter]:
    for cells in _periods(one.assessment, Status.NOT_REPORTED):
        since = asked_from(cells, one.public_on)
        if since <= on:
            yield Matter(Topic.UNREPORTED, one.promise, since, cells[0].end or on, cells)


def _closing_short(one: Watched, on: date) -> Iterator[Matter]:
    """Periods near their end that at the pace so far would end short: done / passed < target / days."""
    for cells in _by_days(cell for cell in one.assessment.cells if _is_short(cell, on)):
        start, end = cells[0].start, cells[0].end
        if end is None:
            continue
        before = next((before for days, before in WARNINGS if (end - start).days + 1 >= days), None)
        if before is not None and on >= (warned_on := end - before * DAY):
            yield Matter(Topic.CLOSES_SHORT, one.promise, warned_on, end, cells)


def _is_short(cell: Cell, on: date) -> bool:
    if not cell.target or cell.end is None or not cell.start <= on <= cell.end:
        return False
    days, passed = (cell.end - cell.start).days + 1, (on - cell.start).days + 1
    return cell.done < cell.target and cell.done * days < cell.target * passed


def _passed_plans(one: Watched, on: date) -> Iterator[Matter]:
    for plan in one.plans:
        if plan.day < on:
            yield Matter(Topic.PLAN_PASSED, one.promise, plan.since, plan.day, plan=plan.id)


def _digests(watched: Sequence[Watched], on: date, where: str) -> Iterator[Reminder]:
    """One a week for each owner and deputy, when it holds something that stood there on its Monday.

    On the other days it goes only when Monday's did not: what came since waits for the next week.
    """
    monday = first_day(Per.WEEK, on)
    year, week, _weekday = on.isocalendar()
    matters: dict[str, dict[str, Matter]] = {}
    for one in watched:
        theirs = {member.id for member in (*one.people.at(Step.ASK_OWNER), *one.people.deputies)}
        for person in sorted(theirs):
            for matter in _of_the_week(one, on):
                matters.setdefault(person, {}).setdefault(matter.about, matter)
    for person, by_about in matters.items():
        if any(matter.since <= monday for matter in by_about.values()):
            key = f"{Step.DIGEST}:{where}:{year}-W{week:02}:{person}"
            yield Reminder(Step.DIGEST, person, tuple(by_about.values()), key)


def _of_the_week(one: Watched, on: date) -> Iterator[Matter]:
    """What stands in the digest, each thing once: the first that is said of it is the most pressing."""
    yield from _unreported(one, on)
    yield from _closing_short(one, on)
    yield from _passed_plans(one, on)
    for cells in _periods(one.assessment, Status.BEHIND):
        yield Matter(Topic.BEHIND, one.promise, min(map(_behind_since, cells)), cells[0].end or on, cells)
    sunday = first_day(Per.WEEK, on) + WEEK - DAY
    for plan in one.plans:
        if on <= plan.day <= sunday:
            yield Matter(Topic.PLANNED, one.promise, plan.since, plan.day, plan=plan.id)


def _behind_since(cell: Cell) -> date:
    """The first day on which more was due than is done: due = target × days passed, div all days."""
    if cell.end is None or not cell.target:
        return cell.start
    days = (cell.end - cell.start).days + 1
    passed = ceil(Fraction((int(cell.done) + 1) * days) / Fraction(cell.target))
    return min(cell.start + (passed - 1) * DAY, cell.end)


def _periods(assessment: Assessment, status: Status) -> Iterator[tuple[Cell, ...]]:
    return _by_days(cell for cell in assessment.cells if cell.status is status)


def _by_days(cells: Iterable[Cell]) -> Iterator[tuple[Cell, ...]]:
    """The cells that share their days: one thing to ask about, however many schools."""
    ordered = sorted(cells, key=lambda cell: (cell.start, cell.end or date.max))
    for _, group in groupby(ordered, key=lambda cell: (cell.start, cell.end)):
        yield tuple(group)
