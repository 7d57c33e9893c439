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
from typing import Any

TOWN = "ekby"
_STORE = """
import django
django.setup()
from django.db import transaction
from handslag.models.models import Survey
from handslag.services.waiting import store_all
with transaction.atomic():
    for survey in Survey.objects.all():
        store_all(survey.pk)
"""
SCALES = ("kvall", "dag", "centrum", "buss", "skola", "hemma")


def words(text: str) -> dict[str, str]:
    return {"sv": text}


def definition(name: str) -> dict[str, Any]:
    """Six scales, a number, two lists, several choices, a date and a free text."""
    scales = [
        {"name": one, "kind": "scale", "lowest": 1, "highest": 5, "label": words(f"Hur trygg: {one}?")}
        for one in SCALES
    ]
    rest = [
        {"name": "nummer", "kind": "integer", "label": words("Ett tal?")},
        {"name": "ute", "kind": "single", "choices": "ja_nej", "label": words("Går du ut?")},
        {"name": "kon", "kind": "single", "choices": "ja_nej", "label": words("Bor du här?")},
        {"name": "sett", "kind": "multiple", "choices": "ja_nej", "label": words("Vad har du sett?")},
        {"name": "nar", "kind": "date", "label": words("När?")},
        {"name": "text", "kind": "text", "is_long": True, "label": words("Vad gör dig trygg?")},
    ]
    choices = [{"name": n, "code": c, "label": words(n)} for c, n in enumerate(("ja", "nej"), start=1)]
    return {
        "id": name,
        "version": 1,
        "title": words("Trygghet i Ekby"),
        "languages": ["sv"],
        "pages": [{"name": "alla", "questions": [*scales, *rest]}],
        "choice_lists": {"ja_nej": choices},
    }


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
        own = {
            "HANDSLAG_DATA": str(self.data),
            "HANDSLAG_SECRET_KEY": "only-for-proofs",
            "DJANGO_SETTINGS_MODULE": "handslag.config.settings",
            "TMPDIR": str(self.temp),
        }
        self.environment = {k: v for k, v in os.environ.items() if k != "HANDSLAG_DATABASE_URL"}
        self.environment |= own | variables
        self.process: subprocess.Popen[bytes] | None = None

    def prepare(self, *surveys: str) -> None:
        """Tables, static files, and an open survey for each name. Once in a process."""
        os.environ |= self.environment
        os.environ.pop("HANDSLAG_DATABASE_URL", None)
        from handslag.config.run import _prepare

        _prepare()
        from handslag import clock
        from handslag.models.models import Municipality, PoliceArea, Survey

        area = PoliceArea.objects.create(name="Ekbygden")
        town = Municipality.objects.create(slug=TOWN, name="Ekby", short_name="Ekby", police_area=area)
        for name in surveys:
            Survey.objects.create(
                municipality=town,
                slug=name,
                definition=definition(name),
                state="open",
                lanes=["open_link", "code", "staff"],
                opened_at=clock.now(),
            )

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
