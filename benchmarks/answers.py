"""How many survey answers are taken each second, durably, by the real server; and beside a peer.

1. Twelve questions, one of them a free text, posted over 64 connections to the server as it is started
   everywhere: a process for each core. Every answer is validated, its text masked, and on disk
   (synchronous=FULL) before its receipt is sent. The limit is a bare
   loop that commits the same rows into the same tables on the same disk, one answer at a time. The two take
   turns, so that both meet the same machine. Forms are signed beforehand; without proof of work, as those
   who have no JavaScript send. Bars: at least 0.2 of the bare rate, 99 of 100 within 400 ms.
2. Whole visits: fetch the form, post ten answers, until the receipt has come; 8 visitors, 2 processes.
   The peer is django-survey-and-report (PyPI) with the same questions, 2 gunicorn workers, the same kind of
   database, the same visitors. It is installed by name into .cache/survey-peer at the first run; that part
   is skipped, with a line that says so, when it cannot be. Bar: 10 times the peer.

The load comes from the same machine. The last line has our figures, the limits', the ratios and the bars.
"""

import os
import random
import re
import selectors
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "proofs"))  # the server and its residents are those of the proofs

from answering.databases import TOWN, words  # noqa: E402
from answering.resident import answers  # noqa: E402
from answering.server import Server  # noqa: E402

PEER = ROOT / ".cache" / "survey-peer"
ROUNDS, ANSWERS, CONNECTIONS, BARE_SECONDS = 5, 1_000, 64, 1.0
VISITORS, VISIT_ROUNDS, VISIT_SECONDS, QUESTIONS = 8, 3, 4.0, 10
BAR, BAR_P99, BAR_PEER = 0.2, 400.0, 10.0
TEXT = "Jag vill ha bättre belysning vid stationen och att fler vuxna rör sig ute på kvällen, säger {}."


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.prepare("enkat", "tio")
        _ten_questions()
        server.start()
        try:
            ours, bare, p99 = _durable(server)
            server.stop()
            server.environment["HANDSLAG_WORKERS"] = "2"
            server.start()
            visits, peer = _beside_peer(server.port, Path(folder))
        finally:
            server.stop()
    ratio = median(o / b for o, b in zip(ours, bare, strict=True))
    times = median(o / p for o, p in zip(visits, peer, strict=True)) if peer else BAR_PEER
    beside = "peer not installed, skipped"
    if peer:
        beside = (
            f"visits {median(visits):.0f}/s, peer {median(peer):.1f}/s, ratio {times:.1f}, bar {BAR_PEER:.0f}"
        )
    print(
        f"answers: {median(ours):.0f}/s durable, bare {median(bare):.0f}/s, ratio {ratio:.2f}, bar {BAR}; "
        f"p99 {p99:.0f} ms, bar {BAR_P99:.0f}; {beside}"
    )
    return int(ratio < BAR or p99 > BAR_P99 or times < BAR_PEER)


def _durable(server: Server) -> tuple[list[float], list[float], float]:
    """Rates of the rounds, ours and bare, and the time that 99 of 100 answers stayed under (ms)."""
    ours, bare, waits = [], [], []
    _load(server.port, _posts(500), [])  # warm
    for number in range(ROUNDS):
        bare.append(_bare(server.data, number))
        waited: list[float] = []
        ours.append(_load(server.port, _posts(ANSWERS), waited))
        waits.append(sorted(waited)[int(0.99 * len(waited))])
        print(f"  round {number + 1}: {ours[-1]:.0f}/s, bare {bare[-1]:.0f}/s, p99 {1000 * waits[-1]:.0f} ms")
    return ours, bare, 1000 * median(waits)


def _posts(number: int) -> list[bytes]:
    """Requests, complete, each with a form of its own."""
    from handslag.models.models import Survey
    from handslag.services.listening.intake.form_tokens import new_token

    survey = Survey.objects.values_list("public_id", flat=True).get(slug="enkat")
    dice = random.Random()
    found = []
    for one in range(number):
        form = [("token", new_token(survey)), ("mode", "whole"), ("go", "send")]
        body = urlencode([*form, *answers(dice, one, TEXT.format(one))]).encode()
        head = (
            f"POST /{TOWN}/enkat/enkat/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        )
        found.append(head.encode() + body)
    return found


def _load(port: int, posts: list[bytes], waited: list[float]) -> float:
    """Post everything over 64 connections, the next when the page of thanks has come; answers a second."""
    selector = selectors.DefaultSelector()
    left, taken, total = iter(posts), 0, len(posts)
    begun = time.perf_counter()
    for number in range(CONNECTIONS):
        line = socket.create_connection(("127.0.0.1", port), source_address=(f"127.0.{number}.1", 0))
        line.sendall(next(left))
        selector.register(line, selectors.EVENT_READ, [time.perf_counter(), b""])
    while taken < total:
        for key, _ in selector.select():
            line, state = key.fileobj, key.data
            assert isinstance(line, socket.socket)
            state[1] += line.recv(262_144)
            if not state[1].endswith(b"</html>\n"):
                continue
            if not state[1].startswith(b"HTTP/1.1 200") or b'class="code"' not in state[1]:
                raise SystemExit(f"answers: not taken: {state[1][:300]!r}")
            taken += 1
            waited.append(time.perf_counter() - state[0])
            if (post := next(left, None)) is not None:
                state[:] = [time.perf_counter(), b""]
                line.sendall(post)
    rate = total / (time.perf_counter() - begun)
    for registered in list(selector.get_map().values()):
        registered.fileobj.close()  # type: ignore[union-attr]  # all of them are sockets
    return rate


def _bare(data: Path, number: int) -> float:
    """Commits a second of the same rows into the same tables, by the driver alone, in a file beside ours."""
    own = data / f"bare-{number}.sqlite3"
    with sqlite3.connect(data / "handslag.sqlite3") as ours, sqlite3.connect(own) as copy:
        ours.backup(copy)
    rows = _last_rows(own)
    database = sqlite3.connect(own, isolation_level=None)
    database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON")
    begun, commits = time.perf_counter(), 0
    while time.perf_counter() - begun < BARE_SECONDS:
        database.execute("BEGIN IMMEDIATE")
        for statement, values in rows:
            database.execute(statement, (os.urandom(16).hex(), *values))
        database.execute("COMMIT")
        commits += 1
    rate = commits / (time.perf_counter() - begun)
    database.close()
    for path in data.glob(f"{own.name}*"):
        path.unlink()
    return rate


def _last_rows(path: Path) -> list[tuple[str, tuple[Any, ...]]]:
    """An insert for each table that an answer goes to, with the values of one that is there."""
    found = []
    with sqlite3.connect(path) as database:
        for table in ("handslag_sentform", "handslag_response", "handslag_voice"):
            names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            columns = ", ".join(f'"{name}"' for name in names)
            first = database.execute(f"SELECT {columns} FROM {table} LIMIT 1").fetchone()
            row = dict(zip(names, first, strict=True))
            row.pop("id")
            columns = ", ".join(f'"{name}"' for name in ("id", *row))
            places = ", ".join("?" * (len(row) + 1))
            found.append((f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(row.values())))
    return found


def _ten_questions() -> None:
    """The second survey: nine radio questions of five choices and a free text, as the peer has them."""
    from handslag.models.models import Survey

    survey = Survey.objects.get(slug="tio")
    radios = [
        {"name": f"f{number}", "kind": "single", "choices": "fem", "label": words(f"Fråga {number}?")}
        for number in range(QUESTIONS - 1)
    ]
    text = {"name": "text", "kind": "text", "is_long": True, "label": words("Fråga 9?")}
    five = ("ett", "två", "tre", "fyra", "fem")
    survey.definition["pages"] = [{"name": "alla", "questions": [*radios, text]}]
    survey.definition["choice_lists"] = {
        "fem": [{"name": one, "code": code, "label": words(one)} for code, one in enumerate(five, start=1)]
    }
    survey.save()


def _visits(visit: Callable[[], None]) -> float:
    """Complete visits a second by eight visitors, each with a connection of its own for every visit."""

    def keep_visiting(until: float) -> int:
        number = 0
        while time.perf_counter() < until:
            visit()
            number += 1
        return number

    for _ in range(6):  # warm: each process of the server reads its addresses at its first request
        visit()
    begun = time.perf_counter()
    with ThreadPoolExecutor(VISITORS) as pool:
        numbers = list(pool.map(keep_visiting, [begun + VISIT_SECONDS] * VISITORS))
    return sum(numbers) / (time.perf_counter() - begun)


def _our_visit(port: int) -> None:
    line = HTTPConnection("127.0.0.1", port, source_address=(f"127.1.{random.randrange(250)}.1", 0))
    page = _ask(line, "GET", f"/{TOWN}/enkat/tio/alla/")
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    filled = [(f"a-f{number}", "tre") for number in range(QUESTIONS - 1)]
    form = [("token", token[1]), ("mode", "whole"), ("go", "send"), *filled, ("a-text", TEXT.format(1))]
    if 'class="code"' not in _ask(line, "POST", f"/{TOWN}/enkat/tio/", form):
        raise SystemExit("answers: our visit did not end with a receipt")
    line.close()


def _beside_peer(port: int, folder: Path) -> tuple[list[float], list[float]]:
    """Visits a second, ours and the peer's, in turns; both empty when it cannot be installed here."""
    if not _peer_is_installed():
        return [], []
    ours, theirs = [], []
    with _peer(folder) as (peer, survey):
        for number in range(VISIT_ROUNDS):
            ours.append(_visits(lambda: _our_visit(port)))
            theirs.append(_visits(lambda: _peer_visit(peer, survey)))
            print(f"  visits {number + 1}: {ours[-1]:.0f}/s, peer {theirs[-1]:.1f}/s")
    return ours, theirs


def _peer_visit(port: int, survey: int) -> None:
    line = HTTPConnection("127.0.0.1", port)
    line.request("GET", f"/survey/{survey}/")
    answer = line.getresponse()
    page = answer.read().decode()
    cookies = [value.partition(";")[0] for name, value in answer.getheaders() if name == "Set-Cookie"]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    names = sorted(set(re.findall(r'name="(question_\d+)"', page)), key=lambda name: int(name[9:]))
    assert token
    assert len(names) == QUESTIONS
    filled = [(name, "tre") for name in names[:-1]] + [(names[-1], TEXT.format(1))]
    form = [("csrfmiddlewaretoken", token[1]), *filled]
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": "; ".join(cookies)}
    line.close()  # gunicorn's plain workers keep no connection
    line.request("POST", f"/survey/{survey}/", urlencode(form), headers)
    sent = line.getresponse()
    sent.read()
    if sent.status != 302 or "confirm" not in (sent.getheader("Location") or ""):
        raise SystemExit(f"answers: the peer's visit did not end ({sent.status})")
    line.close()


def _ask(line: HTTPConnection, method: str, path: str, form: list[tuple[str, str]] | None = None) -> str:
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
    line.request(method, path, urlencode(form) if form else None, kind)
    return line.getresponse().read().decode()


def _peer_is_installed() -> bool:
    if (PEER / "installed").exists():
        return True
    print("  installing django-survey-and-report (once) …")
    venv.create(PEER, with_pip=True)
    names = ["django-survey-and-report==1.5.0", "django-bootstrap-form", "gunicorn", "django<6"]
    pip = [str(PEER / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *names]
    if subprocess.run(pip, check=False, capture_output=True).returncode:
        return False
    (PEER / "installed").touch()
    return True


@contextmanager
def _peer(folder: Path) -> Iterator[tuple[int, int]]:
    """The peer, up, with its survey; its port and the survey's number."""
    environment = os.environ | {"PEER_DATABASE": str(folder / "peer.sqlite3")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    here = ROOT / "benchmarks" / "answers"
    python = str(PEER / "bin" / "python")
    made = subprocess.run(
        [python, "peer.py", str(QUESTIONS)],
        cwd=here,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [python, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "peer:application"]
    process = subprocess.Popen(serve, cwd=here, env=environment, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1000):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.02)
        yield port, int(made.stdout.split()[-1])
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
