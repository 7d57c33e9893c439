"""What a municipality with very much to tell costs: 310 promises, 20,000 activities, one process that serves.

Each page is asked for twice, and its second time is compared with that of the municipality's own page, which
judges the same promises. The files are made in processes of their own. Bars: no page takes longer than 6
times the municipality's page, none has more than 1.5 MB, no process has taken more than 250 MB of memory, and
all files are made.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "proofs"))  # the server is that of the proofs

from answering.databases import TOWN  # type: ignore[import-not-found]  # noqa: E402
from answering.server import Server  # type: ignore[import-not-found]  # noqa: E402

PROMISES, ACTIVITIES, PLACES = 310, 20_000, 20
YEAR = 2025
TIMES, LARGEST, MEMORY = 6.0, 1_500_000, 250
Answer = tuple[int, int, float]  # status, bytes, seconds
OWN = f"/{TOWN}/"
REPORT = f"/{TOWN}/uppfoljning/{YEAR}"
PAGES = (
    f"{REPORT}/",
    f"{REPORT}/del-2/",
    f"{REPORT}/fullmaktige/",
    f"/{TOWN}/uppfoljning/",
    f"/{TOWN}/tackning/",
    f"/{TOWN}/tackning/?sida=2",
)
FILES = (
    f"{REPORT}.pdf",
    f"{REPORT}.docx",
    f"{REPORT}/del-2.pdf",
    f"{REPORT}/del-2.docx",
    f"{REPORT}/fullmaktige.docx",
    f"/{TOWN}/uppfoljning/anslag.pdf",
)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), HANDSLAG_WORKERS="1", HANDSLAG_TODAY=f"{YEAR}-12-15")
        server.prepare()
        _fill()
        server.start()
        try:
            with _memory(server) as most:
                pages = {path: _asked(server, path) for path in (OWN, *PAGES)}
                files = {path: _asked(server, path) for path in FILES}
        finally:
            server.stop()
    return _report(pages, files, most[0])


def _report(
    pages: dict[str, tuple[int, int, float]], files: dict[str, tuple[int, int, float]], memory: int
) -> int:
    own = pages[OWN][2]
    for path, (status, size, seconds) in (pages | files).items():
        print(f"  {status} {size / 1000:>7.0f} kB {seconds:>6.2f} s, {seconds / own:>5.1f} times  {path}")
    slowest = max(seconds / own for _, _, seconds in pages.values())
    largest = max(size for _, size, _ in pages.values())
    made = sum(status == 200 for status, _, _ in files.values())
    print(
        f"reports: slowest page {slowest:.1f} times the municipality's, bar {TIMES:.0f}; largest page "
        f"{largest / 1000:.0f} kB, bar {LARGEST / 1000:.0f}; memory {memory} MB, bar {MEMORY}; "
        f"files made {made} of {len(files)}, bar {len(files)}"
    )
    is_given = all(status == 200 for status, _, _ in pages.values())
    return int(not is_given or slowest > TIMES or largest > LARGEST or memory > MEMORY or made < len(files))


def _asked(server: Server, path: str) -> Answer:
    """The second of two answers; the only one, for a file."""
    status, size, seconds = 0, 0, 0.0
    for _ in range(1 if path in FILES else 2):
        line = HTTPConnection("127.0.0.1", server.port, timeout=300)
        begun = time.perf_counter()
        line.request("GET", path)
        answer = line.getresponse()
        status, size = answer.status, len(answer.read())
        seconds = time.perf_counter() - begun
        line.close()
    return status, size, seconds


@contextmanager
def _memory(server: Server) -> Iterator[list[int]]:
    """The most that each process of the server had in memory at a time, its children among them, in MB."""
    assert server.process
    over, most = Event(), [0]

    def look() -> None:
        while not over.wait(0.05):
            for folder in Path("/proc").iterdir():
                if folder.name.isdigit() and _status(folder, "NSpgid") == server.process.pid:
                    most[0] = max(most[0], _status(folder, "VmHWM") // 1024)

    looking = Thread(target=look)
    looking.start()
    try:
        yield most
    finally:
        over.set()
        looking.join()


def _status(process: Path, name: str) -> int:
    """A figure that the system has of a process; 0 for one that has ended meanwhile."""
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)


def _fill() -> None:
    """Promises of so many controls a month in so many places, and what was done for them."""
    from handslag import clock
    from handslag.models import models

    town, now = models.Municipality.objects.get(slug=TOWN), clock.now()
    first = date(YEAR, 1, 1)
    round_ = models.Round.objects.create(municipality=town, valid_from=first, published_at=now)
    places = [town.places.create(name=f"Ort {number}") for number in range(PLACES)]
    promises = []
    for number in range(1, PROMISES + 1):
        promise = models.Promise.objects.create(
            municipality=town,
            round=round_,
            number=number,
            position=number,
            state="published",
            perspective=f"Perspektiv {number % 7}",
        )
        promise.versions.create(
            text=f"Polisen lovar att göra minst fyra trafikkontroller i månaden på sträcka {number}.",
            parties=["police"],
            valid_from=first,
            kind="count",
            at_least=4,
            unit="trafikkontroller",
            per="month",
            places=[place.name for place in places[:4]] if number % 5 == 0 else [],
            spread="place" if number % 5 == 0 else "",
            made_at=now,
        )
        promises.append(promise)
    deeds = models.Activity.objects.bulk_create(
        models.Activity(
            municipality=town,
            done_on=first + timedelta(days=number % 340),
            party="police",
            place=places[number % PLACES],
            note=f"Pass {number}: hastigheten mättes vid skolan, lugnt i övrigt.",
            logged_at=now,
        )
        for number in range(ACTIVITIES)
    )
    links = (
        models.ActivityPromise(activity=deed, promise=promises[number % PROMISES])
        for number, deed in enumerate(deeds)
    )
    models.ActivityPromise.objects.bulk_create(links)


if __name__ == "__main__":
    sys.exit(main())
