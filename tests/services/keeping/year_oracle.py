"""Which mails should go in the made-up year, counted by hand from docs/rules/reminders.md.

Goes day by day and remembers who has been told what. It shares nothing with the rule it checks: how promises
stand comes from the naive implementation of tests/domain/judging/naive_fulfilment.py.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from handslag.domain.judging.calendar import Calendar
from handslag.domain.keeping.activities import Activity, ActivityStatus, PeriodReport
from handslag.domain.promises.terms import Terms
from tests.domain.judging.naive_fulfilment import NaiveCell, Window, judged, windows_of
from tests.services.keeping import year_script as script
from tests.services.keeping.year_script import DAY

Told = tuple[str, int, str, str]  # step, promise, what about, person
Matter = tuple[int, str]  # promise, what about


@dataclass
class Expected:
    """`mails`: what is told whom on each day. `notes`: on which days residents read that nobody answers."""

    mails: dict[date, set[Told]] = field(default_factory=dict)
    notes: dict[int, set[date]] = field(default_factory=lambda: defaultdict(set))

    def letters(self, day: date) -> list[str]:
        """Who gets a letter on the day: one each, whatever stands in it."""
        return sorted({person for _, _, _, person in self.mails.get(day, set())})


class Oracle:
    """`terms` of the promises in order, by number from 1; `calendar` as the municipality has it."""

    def __init__(self, terms: list[Terms], calendar: Calendar) -> None:
        self.terms, self.calendar = terms, calendar
        self.told: set[Told] = set()
        self.monday: dict[str, set[Matter]] = {}  # what stood in the digest on Monday, by person
        self._windows: dict[int, list[Window]] = {}
        self._known: dict[int, tuple[date, list[NaiveCell]]] = {}

    def whole_year(self) -> Expected:
        expected = Expected()
        day = script.FIRST
        while day <= script.LAST:
            due = self.due(day, expected)
            if day not in script.OUTAGES and due:
                expected.mails[day] = due
                self.told |= due
            day += DAY
        return expected

    def due(self, day: date, expected: Expected) -> set[Told]:
        """Everything that anybody is to be told on the day and has not been told."""
        found: set[Told] = set()
        week: defaultdict[str, set[Matter]] = defaultdict(set)
        for number, promised in enumerate(script.PROMISES, start=1):
            owners, deputies = _present(promised.owners, day), _present(promised.deputies, day)
            first = owners or ("anna",)
            found |= self.unreported(number, day, first, deputies or ("anna",), expected)
            found |= {
                ("closes_short", number, about, one) for about in self.short(number, day) for one in first
            }
            found |= self.passed_plans(number, day, owners, first)
            found |= self.review(number, day, first)
            for person in {*first, *deputies}:
                week[person] |= self.stands(number, day)
        return (found | self.digests(day, week)) - self.told

    def unreported(
        self,
        number: int,
        day: date,
        owners: tuple[str, ...],
        deputies: tuple[str, ...],
        expected: Expected,
    ) -> set[Told]:
        """Owner on day 1, deputy on 8, whoever signed on 15; on 22 everybody can read it."""
        found: set[Told] = set()
        for about, nth in self.silent(number, day):
            asked = dict.fromkeys(owners, "ask_owner")
            asked |= dict.fromkeys(deputies if nth >= 8 else (), "ask_deputy")
            asked |= dict.fromkeys(("cilla",) if nth >= 15 else (), "ask_signatory")
            found |= {(step, number, about, person) for person, step in asked.items()}
            if nth >= 22:
                expected.notes[number].add(day)
        return found

    def silent(self, number: int, day: date) -> Iterator[tuple[str, int]]:
        """The periods nobody has reported, and which day of the ladder it is."""
        for start, end, _cells in self.periods(number, day, "NOT_REPORTED"):
            since = max(_asked_from(start, end), script.PUBLIC_ON)
            if since <= day:
                yield f"{start}:{end}", (day - since).days + 1

    def short(self, number: int, day: date) -> set[str]:
        """The periods near their end that at the pace so far would end short."""
        open_ = self.periods(number, day, "BEHIND", "ON_TRACK", "NOT_DUE")
        return {
            f"{start}:{end}"
            for start, end, cells in open_
            if _warned(start, end, day) and any(_is_short(cell, day) for cell in cells)
        }

    def passed_plans(
        self, number: int, day: date, owners: tuple[str, ...], first: tuple[str, ...]
    ) -> set[Told]:
        """The owner of the plan's party is asked the day after, else the owners."""
        found: set[Told] = set()
        for plan in self.plans(number, day):
            if plan.day < day:
                theirs = [name for name in owners if script.PEOPLE[name][1] == plan.party] or first
                found |= {("plan_passed", number, plan.name, person) for person in theirs}
        return found

    def stands(self, number: int, day: date) -> set[Matter]:
        """What the week's letter would hold of one promise."""
        sunday = day + timedelta(days=6 - day.weekday())
        about = {period for period, _ in self.silent(number, day)} | self.short(number, day)
        about |= {f"{start}:{end}" for start, end, _cells in self.periods(number, day, "BEHIND")}
        about |= {plan.name for plan in self.plans(number, day) if plan.day <= sunday}
        return {(number, one) for one in about}

    def digests(self, day: date, week: dict[str, set[Matter]]) -> set[Told]:
        """On Monday what stands; later in the week what could not go, if something of Monday still stands."""
        if day.weekday() == 0:
            self.monday = {person: set(matters) for person, matters in week.items()}
        year, number, _ = day.isocalendar()
        return {
            ("digest", 0, f"{year}-W{number:02}", person)
            for person, stood in self.monday.items()
            if stood & week.get(person, set())
        }

    def review(self, number: int, day: date, owners: tuple[str, ...]) -> set[Told]:
        review_on = self.terms[number - 1].review_on
        if review_on is None or day > review_on:
            return set()
        left = (review_on - day).days
        step = "7" if left <= 7 else "30" if left <= 30 else "60" if left <= 60 else ""
        return {(f"review_{step}", number, f"{review_on}", who) for who in {*owners, "anna"} if step}

    def periods(self, number: int, day: date, *statuses: str) -> Iterator[tuple[date, date, list[NaiveCell]]]:
        """The cells of these statuses that share their days."""
        cells = [cell for cell in self.cells(number, day) if cell[5] in statuses and cell[1] is not None]
        for (start, end), same in groupby(sorted(cells), key=lambda cell: (cell[0], cell[1])):
            yield start, end or day, list(same)

    def cells(self, number: int, day: date) -> list[NaiveCell]:
        """How a promise stands with what has been logged and closed by the day."""
        known_on, cells = self._known.get(number, (None, []))
        if known_on != day:
            terms = self.terms[number - 1]
            said = [_activity(deed, terms.id) for deed in self.said(number, day) if not deed.planned]
            closed = [
                PeriodReport(terms.id, one.start, one.end, one.said_on)
                for one in script.closings()
                if one.promise == number and one.said_on <= day
            ]
            cells = judged(terms, self.windows(number, day), said, closed, day, self.calendar)
            self._known[number] = day, cells
        return cells

    def windows(self, number: int, day: date) -> list[Window]:
        """Counted once where the promise has a last day."""
        terms = self.terms[number - 1]
        if terms.valid_to is None:
            return windows_of(terms, day, self.calendar)
        if number not in self._windows:
            self._windows[number] = windows_of(terms, day, self.calendar)
        return self._windows[number]

    def said(self, number: int, day: date) -> list[script.Deed]:
        return [deed for deed in script.deeds() if deed.promise == number and deed.said_on <= day]

    def plans(self, number: int, day: date) -> list[script.Deed]:
        """What is planned and nobody has said how it went."""
        said = self.said(number, day)
        settled = {deed.settles for deed in said}
        return [deed for deed in said if deed.planned and deed.name not in settled]


def _present(names: tuple[str, ...], day: date) -> tuple[str, ...]:
    return tuple(name for name in names if name != "rut" or day < script.LEAVES_ON)


def _asked_from(start: date, end: date) -> date:
    if (end - start).days + 1 >= 7:
        return end + DAY
    return end + (7 - end.weekday()) * DAY  # the Monday after


def _warned(start: date, end: date, day: date) -> bool:
    long = (end - start).days + 1
    before = 42 if long >= 180 else 21 if long >= 60 else 7 if long >= 28 else 2 if long >= 7 else None
    return before is not None and end - before * DAY <= day <= end


def _is_short(cell: NaiveCell, day: date) -> bool:
    """At the pace so far it would end short: done × days < target × days passed."""
    start, end, _, done, target, _ = cell
    if end is None or not target or not start <= day <= end:
        return False
    return done < target and done * ((end - start).days + 1) < target * ((day - start).days + 1)


def _activity(deed: script.Deed, promise: str) -> Activity:
    amount = deed.hours if deed.hours is not None else Decimal(deed.count)
    return Activity(
        (promise,),
        deed.day,
        amount,
        deed.school or deed.place or None,
        ActivityStatus.DONE,
        deed.event or None,
    )
