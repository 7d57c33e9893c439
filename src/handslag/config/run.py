"""What `handslag serve`, `demo`, `work` and `doctor` do: prepare, then serve, work or look."""

import fcntl
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from handslag.config.own_files import keep_to_ourselves
from handslag.config.ports import claimed
from handslag.domain.errors import BadInput
from handslag.sentences import Language, say

if TYPE_CHECKING:
    from handslag.services.soundness import LeftOut

_MOST_PROCESSES = 4  # unless told otherwise: there is one writer at a time, whoever serves
_MOST_SOCKETS, _FILES = 16_384, 256  # open files of a process, and how many of them are no visitors
DEMO_DAYS = {
    "dialogue": "2018-11-20",
    "draft": "2019-03-20",
    "signed": "2019-04-05",
    "followup": "2019-09-02",
}


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the pages until stopped. Brings the database up to date first.

    Raises what `claimed` does of the port.
    """
    with claimed(host, port) as address:
        _prepare()
        _listen(address, port)


def demo(stage: str = "followup", port: int = 8000, language: Language = "sv") -> None:
    """Load Härnösand and two neighbours at `stage` into a database of their own, print log-ins, serve.

    Raises `BadInput`: "stage_unknown", "demo_is_shown", and what `claimed` does of the port.
    """
    if stage not in DEMO_DAYS:
        raise BadInput("stage_unknown", stage=stage, stages=", ".join(DEMO_DAYS))
    folder = Path(os.environ.get("HANDSLAG_DATA", "data")).resolve() / "demo" / stage
    with claimed("127.0.0.1", port) as address, _alone_in(folder, stage):
        logins = _loaded(stage, folder)
        told = say(f"stage_{stage}", language=language)
        print(f"\n  Härnösand, {told}: http://localhost:{port}/harnosand/\n")
        for email, password, role in logins:
            print(f"  {role:<28} {email:<22} {password}")
        stop = say("ctrl_c", language=language)
        print(f"\n  http://localhost:{port}/konto/logga-in/   ({stop})\n", flush=True)
        _listen(address, port)


@contextmanager
def _alone_in(folder: Path, stage: str) -> Iterator[None]:
    """No other demonstration of the stage is shown meanwhile: it would lose its database to this one.

    Raises `BadInput("demo_is_shown")`.
    """
    keep_to_ourselves(folder)
    with (folder / "shown").open("w") as shown:
        try:
            fcntl.flock(shown, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go when the last process has ended
        except OSError as exc:
            raise BadInput("demo_is_shown", stage=stage) from exc
        yield


def _loaded(stage: str, folder: Path) -> list[tuple[str, str, str]]:
    """The demonstration in a database of its own, made anew; gives its log-ins."""
    for old in folder.glob("handslag.sqlite3*"):
        old.unlink()
    os.environ |= {"HANDSLAG_DATA": str(folder), "HANDSLAG_TODAY": DEMO_DAYS[stage], "HANDSLAG_DEMO": "1"}
    os.environ.pop("HANDSLAG_DATABASE_URL", None)
    _prepare()
    from handslag.services.demo.towns import load_demo

    return load_demo(stage)


def work(*, is_once: bool = False) -> None:
    """Run background work every minute until stopped, or everything once now.

    Stopped by SIGTERM or Ctrl-C, it finishes the letter in hand first. The tables are those that `serve`
    brings up to date.
    """
    _set_up()
    from threading import Event

    from handslag import clock
    from handslag.config.jobs import Worker

    if is_once:
        Worker().run_all(clock.today())
        return
    stopped = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopped.set())
    Worker().work_until(stopped, clock.now)


def doctor() -> "tuple[LeftOut, ...]":
    """The rows of the database that cannot be read. Changes nothing."""
    _set_up()
    from handslag.services.soundness import unreadable_rows

    return unreadable_rows()


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handslag.config.settings")
    django.setup()


def _prepare() -> None:
    _set_up()
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        # Readers and the one writer side by side. The file remembers it, and it needs the file to itself:
        # asked for by each new connection, two processes that start at once would stop one another.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def _processes() -> int:
    """How many serve: HANDSLAG_WORKERS, else one for each core that we may use, four at most."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return int(os.environ.get("HANDSLAG_WORKERS") or min(cores, _MOST_PROCESSES))


def _sockets() -> int:
    """How many connections each process may hold: as many as the system lets it, and files besides."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = min(most, _MOST_SOCKETS) if most != resource.RLIM_INFINITY else _MOST_SOCKETS
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    return max(most - _FILES, most // 2)


def _listen(host: str, port: int) -> None:
    _set_up()
    from django.db import connections
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings

    from handslag.config.intake import HEAD_WITHIN
    from handslag.services.listening.intake import meeting_place

    import_module("handslag.config.urls")  # all pages, once: the processes are forked from this one
    connections.close_all()  # but must not get SQLite's
    server = Granian(
        "handslag.config.wsgi:intake",
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        websockets=False,
        http=HTTPModes.http1,  # what proxies speak to us; each further way in would need its own limits
        http1_settings=HTTP1Settings(header_read_timeout=1000 * HEAD_WITHIN),
        backpressure=_sockets(),  # those that wait cost next to nothing
        workers=_processes(),
        log_access=False,  # no line per visitor is ever written (docs/run/privacy.md)
        log_enabled=False,
        workers_kill_timeout=10,  # seconds: one that is told twice to stop (as systemd does) may not hear it
    )
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_leave_interrupts_to_the_parent)
    with meeting_place(server.workers):
        server.serve()


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches all processes of a terminal, and the parent stops the others: told twice, they hang."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
