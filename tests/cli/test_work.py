"""`handslag work`: jobs once a day from their hour, again until all is done, two workers at once."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from threading import Event

import pytest
from django.db import connection

from handslag.clock import STOCKHOLM
from handslag.config.jobs import JOBS, Job, Worker, purge_ended_sessions
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.models.models import Membership, SentMail, User
from handslag.web.account.sealed_sessions import SessionStore
from tests.cast import Cast, make_cast
from tests.mail_server import Post, mail_server
from tests.make import make_promise

pytestmark = pytest.mark.django_db  # before each job the worker lets go of stale connections
AUTUMN_CLOCK_CHANGE = date(2019, 10, 27)


def at(hour: int, day: date = AUTUMN_CLOCK_CHANGE) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=STOCKHOLM)


class Days:
    """A job that remembers its days, and says that it is not done the first `unfinished` times."""

    def __init__(self, unfinished: int = 0) -> None:
        self.days: list[date] = []
        self.unfinished = unfinished

    def __call__(self, on: date) -> bool:
        self.days.append(on)
        return len(self.days) > self.unfinished

    def worker(self) -> Worker:
        return Worker((Job("test", 7, self),))


def test_what_is_done_every_day() -> None:
    assert [(job.name, job.hour) for job in JOBS] == [
        ("publish_survey_results", 3),
        ("publish_residents_words", 3),
        ("dispose_of_what_is_due", 4),
        ("let_erased_go", 4),
        ("purge_ended_sessions", 4),
        ("send_reminders", 7),
    ]
    assert [job.run(AUTUMN_CLOCK_CHANGE) for job in JOBS] == [True] * 6


def test_sessions_that_have_ended_are_erased_and_others_are_not() -> None:
    ended, open_still = SessionStore(), SessionStore()
    ended.set_expiry(-1)
    for session in (ended, open_still):
        session.create()
    purge_ended_sessions(AUTUMN_CLOCK_CHANGE)
    keys = [str(session.session_key) for session in (ended, open_still)]
    assert [SessionStore().exists(key) for key in keys] == [False, True]


def test_a_job_waits_for_its_hour() -> None:
    job = Days()
    worker = job.worker()
    for hour in (0, 2, 6, 7, 8, 23):
        worker.run_due(at(hour))
    assert job.days == [AUTUMN_CLOCK_CHANGE]


def test_a_job_is_run_every_day_and_again_until_it_is_done() -> None:
    job = Days(unfinished=2)
    worker = job.worker()
    for day in (28, 29, 30):
        for _ in range(3):
            worker.run_due(at(9, date(2020, 3, day)))
    assert [day.day for day in job.days] == [28, 28, 28, 29, 30]


def test_a_job_that_fails_is_tried_again_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    job = Days()

    def fails(on: date) -> bool:
        raise OSError("no database")

    worker = Worker((Job("fails", 7, fails), Job("works", 7, job)))
    worker.run_due(at(7))
    assert job.days == [AUTUMN_CLOCK_CHANGE]
    assert caplog.messages == ["The job fails failed; it is tried again."]


def test_a_worker_that_is_stopped_finishes_the_job_in_hand() -> None:
    stopped, done = Event(), []

    def stops(on: date) -> bool:
        stopped.set()
        done.append(on)
        return True

    Worker((Job("stops", 7, stops),)).work_until(stopped, lambda: at(7))
    assert done == [AUTUMN_CLOCK_CHANGE]


@pytest.fixture
def crowd(transactional_db: None) -> Cast:
    """Thirty coordinators of Härnösand, all of whom stand in for an owner nobody has named."""
    cast = make_cast()
    for number in range(30):
        user = User.objects.create_user(email=f"c{number}@example.org", name=f"c{number}")
        role = {"role": Role.COORDINATOR, "party": Party.MUNICIPALITY}
        Membership.objects.create(user=user, municipality=cast.harnosand, **role)
    make_promise(cast.harnosand)
    return cast


def surroundings(folder: Path, port: int) -> dict[str, str]:
    """What `handslag work` is told: the test's database (on SQLite a copy), the day, the mail server."""
    told = {"HANDSLAG_DATA": str(folder), "HANDSLAG_TODAY": "2020-01-01", "HANDSLAG_SECRET_KEY": "test"}
    told |= {"HANDSLAG_SMTP_HOST": "127.0.0.1", "HANDSLAG_SMTP_PORT": str(port)}
    known = connection.settings_dict
    if connection.vendor == "postgresql":
        return told | {
            "HANDSLAG_DATABASE_URL": f"postgresql://{known['USER']}@/{known['NAME']}?host={known['HOST']}"
        }
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / "handslag.sqlite3")) as file:
        connection.connection.backup(file)
    return told | {"HANDSLAG_DATABASE_URL": ""}


def test_two_workers_at_once_send_each_letter_once(crowd: Cast, tmp_path: Path) -> None:
    post = Post()
    post.delay = 0.01
    command = [sys.executable, "-m", "handslag", "work", "--once"]
    with mail_server(post):
        told = os.environ | surroundings(tmp_path, post.port)
        told.pop("DJANGO_SETTINGS_MODULE", None)
        workers = [subprocess.Popen(command, env=told) for _ in range(2)]
        assert [worker.wait(60) for worker in workers] == [0, 0]
    assert sorted(post.went_to) == sorted(["anna", *(f"c{number}" for number in range(30))])
    if connection.vendor == "postgresql":
        assert SentMail.objects.filter(sent_at=None).count() == 0
