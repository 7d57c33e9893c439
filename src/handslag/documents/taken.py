"""What a file gives: its text, and what stood in it that is not in the text."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from handslag.domain.reading.finds import Span, Unread, UnreadKind

MOST_UNREAD = 1000  # things told; further ones of the kind add nothing
MOST_WORDS = 200  # characters of each


class Taken(NamedTuple):
    """The text of a file, and what of the file is not in it."""

    text: str
    unread: tuple[Unread, ...] = ()


def as_rows(unread: Iterable[Unread]) -> list[list[Any]]:
    """`unread` as JSON holds it: kind, words, then start and end in the text, or else the page."""
    return [
        [str(item.what), item.words[:MOST_WORDS], *(item.span or (item.page,))]
        for item in islice(unread, MOST_UNREAD)
    ]


def from_rows(rows: Iterable[Sequence[Any]]) -> tuple[Unread, ...]:
    """The opposite of `as_rows`."""
    return tuple(
        Unread(UnreadKind(what), words, Span(*place))
        if len(place) == 2
        else Unread(UnreadKind(what), words, None, *place)
        for what, words, *place in rows
    )
