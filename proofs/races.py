"""Two people press at the same moment: what comes of it is what would come of one after the other.

Pages are opened by both before either sends. Every verb of `services/` against a second press of its own
page, and against every verb that writes what it reads or writes, on the same rows; then the pages of the desk
that would hurt most, over HTTP at the real server; on SQLite and on PostgreSQL. For each pair both orders are
run first. Then both are let go at once: the rows and the log, with its order, must be those of one of the two
orders, a page sent twice must have counted once, and whoever is refused gets a sentence.

Control: the same without `@in_turn` (services/turns.py) must go wrong, or this proof could not fail.

Rounds of each pair: 1 for a verb against itself, 2 over HTTP and for the pairs named as dangerous, and the
other rivals are left out; with LONG=1, 25 of everything. The last line has the figures.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LONG = bool(os.environ.get("LONG"))
ROUNDS, FEW = (25, 25) if LONG else (2, 1)


def main() -> int:
    """Each database in a process of its own, beside a server of its own."""
    if len(sys.argv) > 1:
        return _on(sys.argv[1])
    run = [sys.executable, __file__]
    environment = os.environ | {
        "HANDSLAG_SECRET_KEY": "only-for-the-proof",
        "HANDSLAG_TODAY": "2019-09-02",
        "PYTHONPATH": str(ROOT),
    }
    lite = subprocess.Popen([*run, "SQLite"], env=environment)
    server = [sys.executable, str(ROOT / "tools" / "postgresql.py"), *run, "PostgreSQL"]
    post = subprocess.run(server, env=environment).returncode
    return lite.wait() or post


def _on(name: str) -> int:
    from tests.live_server import live

    with tempfile.TemporaryDirectory(prefix="handslag-races-") as folder, live(Path(folder)) as server:
        os.environ |= server.environment | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
        import django

        django.setup()
        with ThreadPoolExecutor(2) as pool:
            return _report(name, _verbs(pool), _desk(server.port, pool), _control())


def _verbs(pool: ThreadPoolExecutor) -> "Figures":
    """Every verb twice, the dangerous pairs, and with LONG=1 all rivals."""
    from tests.racing.dangerous import dangerous
    from tests.racing.pairs import itself, rivals
    from tests.racing.rounds import expected, race
    from tests.services.test_every_command import COMMANDS

    def all_() -> Iterator[tuple[Any, int]]:
        yield from ((itself(command), FEW) for command in COMMANDS)
        yield from ((pair, ROUNDS) for pair in dangerous())
        yield from ((pair, ROUNDS) for pair in (rivals() if LONG else ()))

    figures = Figures()
    for pair, rounds in all_():
        opened = pair.put_up().opened
        should = expected(opened, is_same=pair.is_same)
        if should.is_idle:
            figures.idle += 1
        else:
            figures.add(pair.title, race(opened, should, rounds, pool))
    return figures


def _desk(port: int, pool: ThreadPoolExecutor) -> "Figures":
    from tests.racing.desk import pairs, put_up
    from tests.racing.rounds import expected, race

    figures = Figures()
    for title in pairs():
        browsers = put_up(port, title)
        should = expected(browsers.opened, is_same=browsers.is_same)
        figures.wrong.update([f"{title} (HTTP): nothing is tried"] if should.is_idle else [])
        figures.add(f"{title} (HTTP)", race(browsers.opened, should, ROUNDS, pool))
    return figures


def _control() -> "Figures":
    """The dangerous pairs without turns, one after the other, from pages that were opened before either."""
    from tests.racing.dangerous import dangerous
    from tests.racing.rounds import expected, stale

    figures = Figures()
    for pair in dangerous():
        pages = pair.put_up()
        should = expected(pages.opened, is_same=False)
        figures.add(pair.title, stale(pages.past_the_turns, should))
    return figures


class Figures:
    """What many pairs came to. `wrong`: how often each fault was seen; `idle`: pairs refused either way."""

    def __init__(self) -> None:
        self.pairs = self.rounds = self.refused = self.idle = 0
        self.wrong: Counter[str] = Counter()
        self.wrong_pairs: set[str] = set()

    def add(self, title: str, outcome: Any) -> None:
        self.pairs += 1
        self.rounds += outcome.rounds
        self.refused += outcome.refused
        self.wrong.update(f"{title}: {fault}" for fault in outcome.faults)
        self.wrong_pairs.update([title] if outcome.faults else [])

    def __str__(self) -> str:
        return (
            f"{self.pairs} pairs, {self.rounds} rounds, {self.refused} refused with a sentence, "
            f"{sum(self.wrong.values())} wrong" + f" ({self.idle} more pairs cannot happen)" * bool(self.idle)
        )


def _report(name: str, verbs: Figures, desk: Figures, control: Figures) -> int:
    for fault, times in (verbs.wrong + desk.wrong).items():
        print(f"races on {name}: {fault} ({times} times)")
    print(
        f"races on {name}: verbs: {verbs}; over HTTP: {desk}; "
        f"without turns {len(control.wrong_pairs)} of {control.pairs} dangerous pairs go wrong"
    )
    return 1 if verbs.wrong or desk.wrong or not control.wrong_pairs else 0


if __name__ == "__main__":
    sys.exit(main())
