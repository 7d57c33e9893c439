"""Two people press at the same moment, each on a connection of their own: it ends as one after the other.

The verbs that used to look before the lock, and the pairs that would hurt most. All others: proofs/races.py.
"""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from tests.racing.dangerous import dangerous, named
from tests.racing.pairs import Pair
from tests.racing.rounds import expected, race, stale

ROUNDS = 2


@pytest.fixture
def pool(transactional_db: None, tmp_path: Path) -> Iterator[ThreadPoolExecutor]:
    """Threads with a database that all can open: the one of the tests on SQLite is in memory, so a copy."""
    kept, name = connection.connection, connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        file = tmp_path / "races.sqlite3"
        with sqlite3.connect(file) as copy:
            kept.backup(copy)
            copy.execute("PRAGMA journal_mode=WAL")
        connection.connection = None
        connection.settings_dict["NAME"] = str(file)
    with ThreadPoolExecutor(2) as threads:
        yield threads
    if connection.vendor == "sqlite":
        connection.close()
        connection.settings_dict["NAME"], connection.connection = name, kept


@pytest.mark.parametrize("pair", [*named(), *dangerous()], ids=lambda pair: pair.title)
def test_two_at_once_end_as_one_after_the_other(pair: Pair, pool: ThreadPoolExecutor) -> None:
    opened = pair.put_up().opened
    should = expected(opened, is_same=pair.is_same)
    outcome = race(opened, should, ROUNDS, pool)
    assert (should.is_idle, outcome.rounds, outcome.faults) == (False, ROUNDS, [])


def test_without_turns_a_stale_page_rewrites_what_is_public(pool: ThreadPoolExecutor) -> None:
    wrong = set()
    for pair in dangerous():
        if pair.title in ("two answers", "publish and edit", "two counts of heads"):
            pages = pair.put_up()
            if stale(pages.past_the_turns, expected(pages.opened, is_same=False)).faults:
                wrong.add(pair.title)
    assert wrong == {"two answers", "publish and edit"}
