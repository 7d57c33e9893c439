"""A whole year by a jumping clock: every mail that should go goes once, and none that should not.

The script of the year is `year_script.py`; which mails it should give is counted apart in `year_oracle.py`.
The product plays it through its verbs, its worker and a real mail server.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest

from handslag.clock import STOCKHOLM
from handslag.config.jobs import Worker
from handslag.domain.judging.calendar import Calendar, Event, School
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.reminders import Duty, Step
from handslag.domain.permissions import Role
from handslag.models import models
from handslag.models.models import Activity, Membership, Municipality, Promise, Responsibility, SentMail, User
from handslag.services.keeping.activities import Entry, correct_activity, log_activity
from handslag.services.keeping.period_reports import close_period
from tests.cast import Cast
from tests.mail_server import Post, mail_server, mail_to
from tests.make import make_promise, make_round
from tests.page import PageClient
from tests.services.keeping import year_script as script
from tests.services.keeping.year_oracle import Expected, Oracle, Told
from tests.services.keeping.year_script import DAY

pytestmark = pytest.mark.django_db(transaction=True)  # the worker lets go of connections in a transaction
SettingsOn = Callable[[date], AbstractContextManager[None]]
NOTE = "Frågan har stått öppen sedan"
# Written down by hand: promise, period, and who is asked when; on the last day residents can read it.
LADDERS = (
    (2, "2020-02-01:2020-02-29", ("02-22 bo", "03-01 bo", "03-08 dan", "03-15 cilla"), date(2020, 3, 22)),
    (3, "2020-10-19:2020-10-25", ("10-23 bo", "10-26 bo", "11-02 dan", "11-09 cilla"), date(2020, 11, 16)),
)
AFTER_THE_OUTAGE = ("08-24 bo", "09-01 bo", "09-08 dan", "09-16 cilla")  # of August, settled on the 17th


@dataclass
class Year:
    """What happened, day by day: letters that arrived, reminders in the ledger, days with a public note."""

    letters: dict[date, list[str]] = field(default_factory=dict)
    mails: dict[date, set[Told]] = field(default_factory=dict)
    notes: dict[tuple[int, date], bool] = field(default_factory=dict)


@dataclass
class Town:
    """The municipality of the script, with whoever logs there and the plans that wait."""

    municipality: Municipality
    promises: list[Promise]
    users: dict[str, User]
    plans: dict[str, Activity] = field(default_factory=dict)

    def live(self, day: date) -> None:
        """Everything that the script says happens on the day, through the verbs."""
        if day == script.LEAVES_ON:
            User.objects.filter(pk=self.users["rut"].pk).update(is_active=False)
        for deed in script.deeds():
            if deed.said_on == day:
                self._log(deed)
        for closing in script.closings():
            if closing.said_on == day:
                promise = self.promises[closing.promise - 1]
                start, end = closing.start, closing.end
                close_period(self.users["anna"], promise=promise, party=script.TOWN, start=start, end=end)

    def _log(self, deed: script.Deed) -> None:
        entry = Entry(
            promises=(self.promises[deed.promise - 1],),
            done_on=deed.day,
            party=deed.party,
            status=ActivityStatus.PLANNED if deed.planned else ActivityStatus.DONE,
            count=deed.count,
            hours=deed.hours,
            place=self.municipality.places.filter(name=deed.place).first(),
            school=self.municipality.schools.filter(name=deed.school).first(),
            event=self.municipality.events.filter(name=deed.event).first(),
        )
        if deed.settles:
            correct_activity(
                self.users["bo"], activity=self.plans[deed.settles], entry=entry, reason="Det blev gjort."
            )
            return
        activity = log_activity(self.users["bo"], municipality=self.municipality, entry=entry)
        if deed.planned:
            self.plans[deed.name] = activity

    def told(self, row: SentMail) -> Told:
        """A row of the ledger in the words of the oracle."""
        step, *about, _person = row.key.split(":")
        if step == "digest":
            return step, 0, about[1], row.user.name
        if step == "plan_passed":
            name = next(name for name, plan in self.plans.items() if plan.public_id == about[0])
            return step, self.plans[name].promises.get().number, name, row.user.name
        number = Promise.objects.get(public_id=about[0]).number
        return step, number, about[2] if about[1] == "review" else ":".join(about[1:]), row.user.name


@pytest.fixture
def town(cast: Cast) -> Town:
    municipality = cast.harnosand
    type(municipality).objects.filter(pk=cast.solleftea.pk).update(is_demo=True)
    users = {"anna": cast.anna, "bo": cast.bo, "cilla": cast.cilla}
    for name in sorted(script.PEOPLE.keys() - users.keys()):
        role, party = script.PEOPLE[name]
        users[name] = User.objects.create_user(email=f"{name}@example.org", name=name)
        Membership.objects.create(user=users[name], municipality=municipality, role=Role(role), party=party)
    authority = models.SchoolAuthority.objects.create(municipality=municipality, name="Kommunen")
    for start, end in (script.SPRING, script.AUTUMN):
        models.SchoolTerm.objects.create(authority=authority, start=start, end=end)
    for name in script.SCHOOLS:
        models.School.objects.create(municipality=municipality, authority=authority, name=name)
    for name in script.VILLAGES:
        models.Place.objects.create(municipality=municipality, name=name)
    for name, day in script.MARKETS:
        models.Event.objects.create(
            municipality=municipality, series="Marknader", name=name, start=day, end=day
        )
    made = datetime(2019, 12, 20, 10, tzinfo=STOCKHOLM)
    round_ = make_round(municipality, valid_from=script.FIRST, published_at=made)
    promises = []
    for promised in script.PROMISES:
        promise = make_promise(municipality, round=round_, made_at=made, **promised.version)
        promises.append(promise)
        for duty, names in ((Duty.OWNER, promised.owners), (Duty.DEPUTY, promised.deputies)):
            for name in names:
                party = script.PEOPLE[name][1]
                Responsibility.objects.create(promise=promise, party=party, role=duty, user=users[name])
    return Town(municipality, promises, users)


def expected_of(town: Town) -> Expected:
    """What the oracle says of the same promises and calendar."""
    terms = [promise.versions.get().terms() for promise in town.promises]
    spans = tuple(Period(start, end) for start, end in (script.SPRING, script.AUTUMN))
    calendar = Calendar(
        school_terms={"Kommunen": spans},
        schools=tuple(School(name, name, "Kommunen") for name in script.SCHOOLS),
        events=tuple(Event(name, day, day) for name, day in script.MARKETS),
    )
    return Oracle(terms, calendar).whole_year()


def hours_of(day: date) -> Iterator[datetime]:
    """When the worker looks: before its hour (twice in the hour the clock passes twice), at it and after."""
    for hour, fold in ((0, 0), (2, 0), (2, 1), (6, 0), (7, 0), (8, 0), (23, 0)):
        yield datetime(day.year, day.month, day.day, hour, 30, tzinfo=STOCKHOLM, fold=fold)


def live_through(town: Town, expected: Expected, settings_on: SettingsOn) -> Year:
    """The year as the product lives it. The worker is started anew every Monday."""
    year, post, page, worker = Year(), Post(), PageClient(), Worker()
    with mail_server(post):
        day = script.FIRST
        while day <= script.LAST:
            if day.weekday() == 0:
                worker = Worker()
            gone, before = len(post.letters), set(SentMail.objects.values_list("pk", flat=True))
            with ExitStack() as stack:
                stack.enter_context(settings_on(day))
                if day in script.OUTAGES:
                    stack.enter_context(mail_to(1))  # nobody listens there
                town.live(day)
                for now in hours_of(day):
                    worker.run_due(now)
                    assert now.hour >= 7 or len(post.letters) == gone
                for number, days in expected.notes.items():
                    if (day in days) != (day + DAY in days) or (day in days) != (day - DAY in days):
                        shown = page.get(f"/harnosand/lofte/{number}/").text
                        year.notes[number, day] = NOTE in shown
            sent = SentMail.objects.exclude(pk__in=before).select_related("user")
            if rows := [row for row in sent if row.sent_at]:
                year.letters[day] = sorted(post.went_to[gone:])
                year.mails[day] = {town.told(row) for row in rows}
                assert len(year.mails[day]) == len(rows)
            day += DAY
    return year


def test_a_year_of_mails(town: Town, settings_on: SettingsOn) -> None:
    expected = expected_of(town)
    year = live_through(town, expected, settings_on)
    assert differences(expected.mails, year.mails) == {}
    assert year.letters == {day: expected.letters(day) for day in expected.mails}
    assert year.notes == {(number, day): day in expected.notes[number] for number, day in year.notes}
    assert {step for mails in year.mails.values() for step, *_ in mails} == set(Step)
    for number, period, asked, note_on in LADDERS:
        assert told_of(year, number, period) == asked
        assert [year.notes[number, day] for day in (note_on - DAY, note_on)] == [False, True]
    assert told_of(year, 2, "2020-08-01:2020-08-31") == AFTER_THE_OUTAGE


def told_of(year: Year, number: int, about: str) -> tuple[str, ...]:
    """When somebody was told of a period of a promise, and who."""
    found = [(day, mail) for day, mails in year.mails.items() for mail in mails]
    return tuple(f"{day:%m-%d} {mail[3]}" for day, mail in found if mail[1:3] == (number, about))


def differences(
    wanted: dict[date, set[Told]], found: dict[date, set[Told]]
) -> dict[date, tuple[list[Told], list[Told]]]:
    """What did not go on a day though it should, and what went though it should not."""
    none: set[Told] = set()
    pairs = {
        day: (wanted.get(day, none), found.get(day, none)) for day in sorted(wanted.keys() | found.keys())
    }
    return {day: (sorted(a - b), sorted(b - a)) for day, (a, b) in pairs.items() if a != b}
