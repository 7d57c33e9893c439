"""What can be watched beside the rows: dates of files, the desk, PostgreSQL's log, the time of an answer."""

import os
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from time import perf_counter
from typing import Any, NamedTuple

from answering.databases import TOWN, database_files, program
from answering.resident import Resident, answers
from answering.server import Server

PAGES = (
    "",
    "enkater/",
    "enkater/{survey}/",
    "enkater/{survey}/koder/",
    "enkat/{survey}/resultat/",
    "enkat/{survey}/filer/",
    "synpunkter/",
)
_EACH_TIME = re.compile(r'((?:csrfmiddlewaretoken|key)" value|nonce|name="seen" value)="[^"]*"')
_LINE = re.compile(
    r"rmgr: Heap .*? tx: +(\d+),.*? desc: (INSERT|DELETE|HOT_UPDATE|UPDATE)\S*"
    r".*?\b(?:old_)?off:? (\d+)(?:.*?new.off:? (\d+))?.*blkref #0: rel \d+/\d+/(\d+) blk (\d+)"
)
Place = tuple[int, int, int]  # file, block, number in it


class Event(NamedTuple):
    """What a transaction did to a row."""

    transaction: int
    verb: str
    place: Place


def dates(data: Path) -> dict[str, tuple[int, int]]:
    """When each file was last written, and how large it is."""
    paths = {*database_files(data), *(path for path in data.rglob("*") if "static" not in path.parts)}
    found = {}
    for path in paths:
        try:
            now = path.stat()
        except FileNotFoundError:
            continue
        found[re.sub(r"[0-9a-f-]{36}", "…", str(path))] = (now.st_mtime_ns, now.st_size)
    return found


class Desk:
    """A coordinator who looks at every page about a survey."""

    def __init__(self, town: Any) -> None:
        from django.test import Client

        from handslag.domain.people.parties import Party
        from handslag.domain.permissions import Role
        from handslag.models.models import Membership, User

        self.anna = User.objects.create_user(email="anna@example.org", password=token_hex(), name="anna")
        Membership.objects.create(
            user=self.anna, municipality=town, role=Role.COORDINATOR, party=Party.MUNICIPALITY
        )
        self._client = Client(HTTP_HOST="localhost")
        self._client.force_login(self.anna)

    def pages(self, survey: Any) -> dict[str, str]:
        """What each page says now, without what is new each time."""
        return {page: self._page(page.format(survey=survey.slug)) for page in PAGES}

    def _page(self, path: str) -> str:
        page = self._client.get(f"/bord/{TOWN}/{path}")
        if page.status_code != 200:
            raise SystemExit(f"the desk says {page.status_code} at {path} {page.headers}")
        return _EACH_TIME.sub("", page.content.decode())


def logged(cluster: Path) -> Iterator[Event]:
    """What PostgreSQL's write-ahead log says of rows, in order (`pg_waldump`)."""
    for segment in sorted((cluster / "pg_wal").glob("0*")):
        dump = subprocess.run(
            [str(program("pg_waldump")), segment], capture_output=True, text=True, check=False
        )
        for line in dump.stdout.splitlines():
            if parts := _LINE.match(line):
                number, verb, old, new, file, block = parts.groups()
                yield Event(int(number), verb, (int(file), int(block), int(new or old)))


def times(data: Path, survey: str, number: int) -> tuple[list[float], list[bool]]:
    """How long the real server takes to thank for answers of one size, and which of them had a text."""
    folder = data / "server"
    folder.mkdir()
    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    server = Server(folder, data, HANDSLAG_DATABASE_URL=url, HANDSLAG_WORKERS="1")
    server.start()
    dice = random.Random(1)
    have = [dice.random() < 0.5 for _ in range(number)]
    try:
        resident = Resident(server.port, survey)
        return [_time(resident, dice, has_text=one) for one in have], have
    finally:
        server.kill()


def _time(resident: Resident, dice: random.Random, *, has_text: bool) -> float:
    form, words = resident.form(), "Belysningen vid porten borde lagas. " * 8
    filled = [(name, value) for name, value in answers(dice, 7) if name != "a-text"]
    begun = perf_counter()
    reply = resident.send(form, [*filled, ("a-text" if has_text else "x-text", words)])
    taken = perf_counter() - begun
    if not reply.code:
        raise SystemExit(f"an answer was not taken ({reply.status})")
    return taken
