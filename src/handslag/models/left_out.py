"""Rows that could not be read, noted while a page or a command reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class LeftOut(NamedTuple):
    """A row that was left out: its table, its key, and the column that could not be read."""

    table: str
    key: str
    column: str


_noted: ContextVar[dict[LeftOut, None] | None] = ContextVar("left_out", default=None)


def note(row: LeftOut) -> None:
    """Remember a row for whoever is `noting`."""
    rows = _noted.get()
    if rows is not None:
        rows[row] = None


def left_out() -> tuple[LeftOut, ...]:
    """What has been left out so far, each row once, since `noting` began."""
    return tuple(_noted.get() or ())


@contextmanager
def noting() -> Iterator[None]:
    """Within it, `left_out` gives what was left out."""
    token = _noted.set({})
    try:
        yield
    finally:
        _noted.reset(token)
