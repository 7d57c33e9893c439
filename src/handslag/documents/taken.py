"""What a file gives: its text, and what stood in it that is not in the text."""

from collections.abc import Iterable
from typing import NamedTuple

from handslag.domain.reading.finds import Unread, UnreadKind

MOST_UNREAD = 100  # things told; further ones of the kind add nothing
MOST_WORDS = 200  # characters of each


class Taken(NamedTuple):
    """The text of a file, and what of the file is not in it."""

    text: str
    unread: tuple[Unread, ...] = ()


def as_rows(unread: Iterable[Unread]) -> list[list[str]]:
    """`unread` as JSON holds it."""
    return [[str(what), words[:MOST_WORDS]] for what, words, _ in list(unread)[:MOST_UNREAD]]


def from_rows(rows: Iterable[Iterable[str]]) -> tuple[Unread, ...]:
    """The opposite of `as_rows`."""
    return tuple(Unread(UnreadKind(what), words) for what, words in rows)
