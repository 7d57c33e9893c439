"""Writes that wait for one another go in one transaction; each gets its own outcome."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from types import SimpleNamespace

import pytest
from django.db import connection

from handslag.services.listening.intake import group_commit
from handslag.services.listening.intake.group_commit import GroupCommit, _Ticket

pytestmark = pytest.mark.django_db(transaction=True)


def _closing(work: object) -> object:
    """What a thread of its own wrote leaves no connection open."""
    try:
        return work() if callable(work) else None
    finally:
        connection.close()


def test_one_writes_for_all_who_wait() -> None:
    batches: list[list[int]] = []
    has_begun, may_go_on = Event(), Event()

    def write_all(wanted: Sequence[int]) -> list[int]:
        batches.append(list(wanted))
        has_begun.set()
        may_go_on.wait(5)
        return [2 * number for number in wanted]

    commits = GroupCommit(write_all)
    with ThreadPoolExecutor(9) as pool:
        first = pool.submit(_closing, lambda: commits.write(0))
        has_begun.wait(5)
        others = [
            pool.submit(_closing, lambda number=number: commits.write(number)) for number in range(1, 9)
        ]
        while len(commits._waiting) < 8:
            pass
        may_go_on.set()
        outcomes = [one.result() for one in (first, *others)]
    assert outcomes == [0, 2, 4, 6, 8, 10, 12, 14, 16]
    assert [sorted(batch) for batch in batches] == [[0], [1, 2, 3, 4, 5, 6, 7, 8]]


def test_who_comes_while_the_database_is_waited_for_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[list[int]] = []

    def write_all(wanted: Sequence[int]) -> Sequence[int]:
        batches.append(list(wanted))
        return wanted

    commits = GroupCommit(write_all)

    @contextmanager
    def waits_for_another() -> Iterator[None]:
        commits._waiting.append(_Ticket(2))
        yield

    monkeypatch.setattr(group_commit, "transaction", SimpleNamespace(atomic=waits_for_another))
    assert (commits.write(1), batches) == (1, [[1, 2]])


def test_each_of_them_is_told_what_went_wrong() -> None:
    def write_all(wanted: Sequence[int]) -> list[int]:
        raise OSError("the disk is full")

    commits = GroupCommit(write_all)
    with pytest.raises(OSError, match="the disk is full"):
        commits.write(1)
