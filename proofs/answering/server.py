"""The real server on a database of its own, with surveys of twelve questions that nobody has answered."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import sleep

from answering.databases import environment, town_with

_STORE = """
import django
django.setup()
from django.db import transaction
from handslag.models.models import Survey
from handslag.services.listening.intake.waiting import store_all
with transaction.atomic():
    for survey in Survey.objects.all():
        store_all(survey.pk)
"""


class Server:
    """`handslag serve` without what it does once before serving, so that it is up again in a second.

    `folder` holds the database and what the server says; `data` is where it runs when that is elsewhere.
    """

    def __init__(self, folder: Path, data: Path | None = None, **variables: str) -> None:
        self.folder, self.data = folder, data or folder / "data"
        self.temp = folder / "temp"
        self.log = folder / "server.log"
        self.temp.mkdir(exist_ok=True)
        self.data.mkdir(exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = environment(self.data, TMPDIR=str(self.temp), **variables)
        self.process: subprocess.Popen[bytes] | None = None

    def prepare(self, *surveys: str) -> None:
        """Tables, static files, and an open survey for each name. Once in a process."""
        os.environ.pop("HANDSLAG_DATABASE_URL", None)
        os.environ |= self.environment
        town_with(*surveys)

    def start(self) -> None:
        """Start serving and wait until it answers."""
        code = f"from handslag.config.run import _listen; _listen('127.0.0.1', {self.port})"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code],
                stdout=log,
                stderr=log,
                env=self.environment,
                start_new_session=True,
            )
        for _ in range(2000):
            with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as line:
                try:
                    line.request(
                        "GET", "/robots.txt"
                    )  # that the port is open says little: it is tried out first
                    line.getresponse().read()
                    return
                except (OSError, HTTPException):
                    sleep(0.01)
        raise SystemExit(f"the server does not start: {self.log.read_text()[-2000:]}")

    def store_waiting(self) -> None:
        """Store the answers that wait for others, as the close of a survey does."""
        subprocess.run([sys.executable, "-c", _STORE], check=True, env=self.environment)

    def kill(self) -> None:
        """kill -9, master and workers at once."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            os.killpg(self.process.pid, how)
            self.process.wait()
            self.process = None


@contextmanager
def server(*surveys: str, **variables: str) -> Iterator[Server]:
    """A server that is up, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        one = Server(Path(folder), **variables)
        one.prepare(*surveys)
        one.start()
        try:
            yield one
        finally:
            one.kill()
