"""What a page costs when a country has promised and logged for three years.

LONG=1: 290 municipalities with 12 promises and 300 activities for each (1,044,000), one with 20,000 in all,
and one with 200. One process serves. Each time is the median of requests one after the other.
With PostgreSQL: `python tools/postgresql.py .venv/bin/python benchmarks/pages.py`.

How many pages a second: `wrk` (Debian) asks for the page of a municipality, for the same page by somebody who
has it already (If-None-Match), and for the same bytes out of one bare Django view on the same server.
Without LONG=1 there are 20 municipalities. The last line has the figures and the bars.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from shutil import which
from statistics import median
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [
    str(ROOT / "proofs"),
    str(ROOT / "benchmarks"),
]  # the server and its forms are those of the proofs

from answering.server import Server  # type: ignore[import-not-found]  # noqa: E402
from filling.forms import forms_of, tree_of  # type: ignore[import-not-found]  # noqa: E402

TOWNS, EACH = 290 if os.environ.get("LONG") else 20, 300
LARGE, SMALL, USUAL = "storvik", "lillvik", "ort-0"
SECONDS = 3  # of each rate
PATIENCE = 5  # seconds for the median of one page
BARS = {
    "first page": 30.0,
    "first page after an activity": 250.0,
    "municipality": 40.0,
    "promise": 40.0,
    "desk": 120.0,
    "saving": 40.0,
    "saving, 20,000 to 200": 1.5,
    "memory": 180.0,
    "turn of the day": 180.0,
}
BAR_RATE, BAR_SEEN = 0.4, 0.7


def main() -> int:
    database = os.environ.get("HANDSLAG_DATABASE_URL")
    with tempfile.TemporaryDirectory() as folder:
        variables = {"HANDSLAG_DATABASE_URL": database} if database else {}
        server = Server(Path(folder), HANDSLAG_WORKERS="1", **variables)
        _prepare(server)
        server.start()
        try:
            figures = _times(server)
            rates = _rates(server, Path(folder))
        finally:
            server.stop()
        figures["turn of the day"] = _turn_of_the_day(server)
    return _report(figures, rates, "postgresql" if database else "sqlite")


def _prepare(server: Server) -> None:
    os.environ |= server.environment
    from handslag.config.run import _prepare

    _prepare()
    from country.fill import fill

    from handslag import clock

    print(f"  filling {TOWNS} municipalities …", flush=True)
    begun = time.perf_counter()
    towns = [(f"ort-{number}", EACH) for number in range(TOWNS)]
    fill([*towns, (LARGE, 20_000 // 12), (SMALL, 200 // 12)], clock.today())
    print(f"  filled in {time.perf_counter() - begun:.0f} s", flush=True)


def _times(server: Server) -> dict[str, float]:
    """Milliseconds of each page, and the memory of the process (MB) that served them."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=600)
    desk = {slug: Desk(server, slug) for slug in (USUAL, LARGE, SMALL)}
    figures = {"first page, cold": _time(lambda: _get(line, "/"), 1)}
    figures["first page"] = _time(lambda: _get(line, "/"), 10)
    for name, path in (("municipality", f"/{USUAL}/"), ("promise", f"/{USUAL}/lofte/4/")):
        figures[f"{name}, cold"] = _time(partial(_get, line, path), 1)
        figures[name] = _time(partial(_get, line, path), 10)
    figures["desk"] = _time(lambda: desk[USUAL].get(f"/bord/{USUAL}/"), 5)
    saving = {slug: median(desk[slug].save_activity() for _ in range(5)) for slug in (SMALL, USUAL, LARGE)}
    figures["saving"] = saving[USUAL]
    figures["saving, 20,000 to 200"] = saving[LARGE] / saving[SMALL]
    after = []
    for _ in range(3):
        desk[USUAL].save_activity()
        after.append(_time(lambda: _get(line, "/"), 1))
    figures["first page after an activity"] = median(after)
    figures["memory"] = _memory(server)
    return figures


class Desk:
    """The desk of a municipality in the hands of its coordinator, who has logged in."""

    def __init__(self, server: Server, slug: str) -> None:
        self.slug = slug
        self.line = HTTPConnection("127.0.0.1", server.port, timeout=600)
        self.cookies = f"session={_session(slug)}"

    def get(self, path: str) -> str:
        return _get(self.line, path, {"Cookie": self.cookies})

    def save_activity(self) -> float:
        """Milliseconds from the press of the button to the answer."""
        path = f"/bord/{self.slug}/logga/"
        page = self.get(path)
        form = next(form for form in forms_of(tree_of(page), path) if form.address == path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token is not None
        done = {"promises": ["1"], "where": [""], "count": ["1"], "party": ["police"]}
        fields = form.untouched() | done | {"csrfmiddlewaretoken": [token[1]]}
        heads = {"Cookie": f"{self.cookies}; csrf={token[1]}"}
        heads |= {"Content-Type": "application/x-www-form-urlencoded"}
        self.line.close()  # the server may have closed it meanwhile
        begun = time.perf_counter()
        self.line.request("POST", path, urlencode(fields, doseq=True), heads)
        answer = self.line.getresponse()
        body = answer.read().decode()
        took = 1000 * (time.perf_counter() - begun)
        if answer.status != 302:
            raise SystemExit(f"pages: the activity was not saved ({answer.status}): {_told(body)}")
        return took


def _session(slug: str) -> str:
    """The key of a session of the coordinator, as a log-in makes it."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from handslag.models.models import User

    user = User.objects.get(email=f"samordnare@{slug}.example")
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _get(line: HTTPConnection, path: str, heads: dict[str, str] | None = None) -> str:
    line.close()  # the server may have closed it meanwhile
    line.request("GET", path, headers=heads or {})
    answer = line.getresponse()
    body = answer.read().decode()
    if answer.status != 200:
        raise SystemExit(f"pages: {path} gave {answer.status}: {_told(body)}")
    return body


def _told(body: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", body.partition("<main")[2]).split())[:1000]


def _time(ask: Callable[[], object], times: int) -> float:
    """The median of so many times, in milliseconds; of fewer when they take long."""
    took: list[float] = []
    while len(took) < times and sum(took) < 1000 * PATIENCE:
        begun = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - begun))
    return median(took)


def _memory(server: Server) -> float:
    """Megabytes that the process which serves holds for itself and shares in part (Pss)."""
    assert server.process is not None
    children = subprocess.run(
        ["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=True
    ).stdout.split()
    sizes = [Path(f"/proc/{child}/smaps_rollup").read_text() for child in children]
    return max(int(re.findall(r"^Rss:\s+(\d+)", size, re.MULTILINE)[0]) / 1024 for size in sizes)


def _rates(server: Server, folder: Path) -> dict[str, float]:
    """Answers a second, as shares of what the bare view gives; empty without `wrk`."""
    if which("wrk") is None:
        return {}
    line = HTTPConnection("127.0.0.1", server.port, timeout=60)
    line.request("GET", f"/{USUAL}/")
    answer = line.getresponse()
    page = folder / "page.html"
    page.write_bytes(answer.read())
    (folder / "bare").mkdir()
    bare = Server(
        folder / "bare", HANDSLAG_WORKERS="1", BARE_PAGE=str(page),
        DJANGO_SETTINGS_MODULE="country.bare", PYTHONPATH=str(ROOT / "benchmarks"),
    )  # fmt: skip
    bare.start()
    try:
        limit = _wrk(bare.port)
        return {
            "page": _wrk(server.port) / limit,
            "seen": _wrk(server.port, f"If-None-Match: {answer.headers.get('ETag', 'none')}") / limit,
            "bare": limit,
        }
    finally:
        bare.stop()


def _wrk(port: int, head: str = "X-Nothing: 1") -> float:
    said = subprocess.run(
        ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "-H", head, f"http://127.0.0.1:{port}/{USUAL}/"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert rate is not None, said
    return float(rate[1])


def _turn_of_the_day(server: Server) -> float:
    """Seconds that the background work takes for the whole country on a new day."""
    begun = time.perf_counter()
    code = "from handslag.config.run import work; work(is_once=True)"
    subprocess.run(
        [sys.executable, "-c", code], env=server.environment, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - begun


def _report(figures: dict[str, float], rates: dict[str, float], database: str) -> int:
    short = [name for name, bar in BARS.items() if figures[name] > bar]
    for name, value in figures.items():
        bar = f"bar {BARS[name]:g}" if name in BARS else ""
        print(f"  {name:<30} {value:>9.1f} {bar}")
    told = "wrk is not installed: rates not measured"
    if rates:
        told = (
            f"of a bare view's {rates['bare']:.0f}/s: page {rates['page']:.2f}, bar {BAR_RATE}, "
            f"seen before {rates['seen']:.2f}, bar {BAR_SEEN}"
        )
        short += [name for name, bar in (("page", BAR_RATE), ("seen", BAR_SEEN)) if rates[name] < bar]
    print(
        f"pages ({database}): first {figures['first page']:.0f} ms, "
        f"municipality {figures['municipality']:.0f}, promise {figures['promise']:.0f}, "
        f"desk {figures['desk']:.0f}, saving {figures['saving']:.0f} "
        f"(x {figures['saving, 20,000 to 200']:.1f}), {figures['memory']:.0f} MB; {told}; "
        f"short: {', '.join(short) or 'none'}"
    )
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main())
