"""The processes of one server watch together: each tells the others which answers it has counted.

They meet in a folder that only this user may open, each with a Unix datagram socket. What is told passes
through memory only: a socket and a pipe have a name in the folder and no content on the disk. Nobody waits
for anybody: a thread tells and hears, at most fifty times in a second.
"""

import json
import os
import secrets
import socket
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import accumulate, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep
from typing import Any

from django.db import Error, close_old_connections

from handslag import clock
from handslag.domain.listening.stuffing import Sign
from handslag.services.listening.intake.labels import give
from handslag.services.listening.intake.noticing import MOST_NEWS, Label, News, Watch, watch

PLACE = "HANDSLAG_MATES"  # the folder, in the environment of the processes that serve
PACE = 0.02  # seconds in which news are gathered before they are told
IDLE = 0.5  # seconds until a process without news of its own hears those of others
LARGEST = 60_000  # bytes told at once; Linux takes some 200,000, and only ten such messages at a time
_KEY_BYTES = 32
_DAY_BYTES = len("2019-09-02")


@contextmanager
def meeting_place(processes: int) -> Iterator[None]:
    """Where `processes` that are started meanwhile find one another, and one key for all of them.

    The key waits in a pipe, a copy for each. When all have come nobody has it but they, not even the process
    that started them: so it can die at midnight. One process alone needs no such place.
    """
    if processes < 2:
        yield
        return
    with TemporaryDirectory(prefix="handslag-") as folder:
        os.mkfifo(_keys(Path(folder)), 0o600)
        pipe = os.open(_keys(Path(folder)), os.O_RDWR)  # what is in it lasts while somebody has it open
        os.write(pipe, (clock.today().isoformat().encode() + secrets.token_bytes(_KEY_BYTES)) * processes)
        # So that the hash of a text is the same in all, where processes do not inherit it (macOS).
        os.environ.setdefault("PYTHONHASHSEED", str(secrets.randbelow(2**32)))
        os.environ[PLACE] = folder
        try:
            yield
        finally:
            del os.environ[PLACE]
            os.close(pipe)


def watch_together() -> None:
    """From now on let this process watch together with the others of its server, if there are any.

    One that is started later than the others finds no key, and watches alone.
    """
    if place := os.environ.get(PLACE):
        folder = Path(place)
        if key := _take_key(folder):
            watch.share(*key)
            Thread(target=Mates(folder, watch).keep_up, name="mates", daemon=True).start()


def _keys(folder: Path) -> Path:
    return folder / "keys"


def _take_key(folder: Path) -> tuple[date, bytes] | None:
    """The day that the server was started, and the key of that day."""
    pipe = os.open(_keys(folder), os.O_RDONLY | os.O_NONBLOCK)
    try:
        found = os.read(pipe, _DAY_BYTES + _KEY_BYTES)
    except BlockingIOError:
        return None
    finally:
        os.close(pipe)
    return date.fromisoformat(found[:_DAY_BYTES].decode()), found[_DAY_BYTES:]


class Mates:
    """The other processes that have a socket in `folder`, as seen by the one that has this `watch`."""

    def __init__(self, folder: Path, watch: Watch) -> None:
        self._folder, self._watch = folder, watch
        self._name = secrets.token_hex(8)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / self._name))
        self._socket.setblocking(False)
        self._untold: defaultdict[str, deque[bytes]] = defaultdict(lambda: deque(maxlen=MOST_NEWS))

    def keep_up(self) -> None:
        """Tell and hear until the process ends, and label what only all of them together have noticed."""
        while True:
            self._watch.has_news.wait(IDLE)
            sleep(PACE)
            for due in self.exchange():
                with suppress(Error):  # the answers stand, and the others give the label too
                    close_old_connections()
                    give(due)

    def exchange(self) -> list[Label]:
        """Tell the news and hear those of the others. Gives the labels that are due because of them."""
        news = [json.dumps(one).encode() for one in self._watch.news()]
        self._tell([one for one in news if len(one) < LARGEST])  # an answer with a hundred texts is larger
        return self._watch.hear(list(self._heard()))

    def _tell(self, news: Iterable[bytes]) -> None:
        for name in os.listdir(self._folder):
            if name not in (self._name, "keys"):
                self._untold[name].extend(news)
                self._send(name)

    def _send(self, name: str) -> None:
        """Tell one of them as much as it takes now, the rest next time; too much, and the oldest is lost."""
        untold = self._untold[name]
        while untold:
            sizes = zip(untold, accumulate(map(len, untold)), strict=True)
            several = [one for one, _ in takewhile(lambda pair: pair[1] < LARGEST, sizes)]
            try:
                self._socket.sendto(b"[%b]" % b",".join(several), str(self._folder / name))
            except BlockingIOError:
                return
            except (ConnectionRefusedError, FileNotFoundError):  # it has died
                (self._folder / name).unlink(missing_ok=True)
                del self._untold[name]
                return
            for _ in several:
                untold.popleft()

    def _heard(self) -> Iterator[News]:
        with suppress(BlockingIOError):
            while True:
                yield from map(_news, json.loads(self._socket.recv(2 * LARGEST)))


def _news(told: list[Any]) -> News:
    """News as they were before they were told."""
    day, at, answer, groups, texts = told
    return News(
        day,
        at,
        answer,
        tuple((survey, Sign(sign), which) for survey, sign, which in groups),
        tuple((survey, family, tuple(signature)) for survey, family, signature in texts),
    )
