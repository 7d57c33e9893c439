"""Background work: what `handslag work` does, each job one verb that is safe to run twice.

A job runs every minute from its hour on until it says that nothing is left to do that day. That is
remembered by the running process only: a second one, or one started anew, does the job again to no effect.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Event

from handslag.services.keeping.reminders import send_due
from handslag.services.keeping.resident_checks import publish_checks
from handslag.services.listening.erased import finish_erasing, leave_out_erased
from handslag.services.listening.intake import destroy_unused_keys
from handslag.services.listening.results import publish_results
from handslag.services.listening.retention import dispose_everywhere
from handslag.services.people.sessions import purge_sessions

MINUTE = 60  # seconds
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done each local day from `hour` on. `run` says whether all of it is done."""

    name: str
    hour: int
    run: Callable[[date], bool]


def send_reminders(on: date) -> bool:
    """Letters to those who answer for promises; False while the mail server keeps any waiting."""
    return send_due(on).is_all


def publish_residents_words(on: date) -> bool:
    """What residents have noticed, made public where enough have answered since last time."""
    publish_checks(on)
    return True


def publish_survey_results(on: date) -> bool:
    """The tables of every survey, made anew where the rules let them move."""
    publish_results(on)
    return True


def dispose_of_what_is_due(on: date) -> bool:
    """What the schedule of each municipality says is to go; where there is no decision, nothing."""
    dispose_everywhere(on)
    return True


def let_erased_go(on: date) -> bool:
    """What residents have taken back, out of the files of the database too."""
    destroy_unused_keys()
    finish_erasing()
    leave_out_erased()
    return True


def purge_ended_sessions(on: date) -> bool:
    """Sessions that have ended, which say who logged in and when."""
    purge_sessions()
    return True


JOBS = (
    Job("publish_survey_results", 3, publish_survey_results),
    Job("publish_residents_words", 3, publish_residents_words),
    Job("dispose_of_what_is_due", 4, dispose_of_what_is_due),
    Job("let_erased_go", 4, let_erased_go),
    Job("purge_ended_sessions", 4, purge_ended_sessions),
    Job("send_reminders", 7, send_reminders),
)


@dataclass(slots=True)
class Worker:
    """Runs `jobs` and remembers on which day each was last done."""

    jobs: tuple[Job, ...] = JOBS
    done: dict[str, date] = field(default_factory=dict)

    def work_until(self, stopped: Event, now: Callable[[], datetime]) -> None:
        """Run what is due every minute. A job in hand is finished before the worker stops."""
        while not stopped.is_set():
            self.run_due(now())
            stopped.wait(MINUTE)

    def run_due(self, now: datetime) -> None:
        """Run every job whose hour has come and that is not done for the day."""
        for job in self.jobs:
            if now.hour >= job.hour and self.done.get(job.name) != now.date():
                self._run(job, now.date())

    def run_all(self, on: date) -> None:
        """Run every job once, whatever the hour. Raises what a job raises."""
        for job in self.jobs:
            job.run(on)

    def _run(self, job: Job, on: date) -> None:
        from django.db import close_old_connections

        try:
            close_old_connections()
            if job.run(on):
                self.done[job.name] = on
        except Exception:  # a database that is away for a while must not end the worker
            log.exception("The job %s failed; it is tried again.", job.name)
