"""What stood in a page and was not read, as it is told on the desk."""

from collections.abc import Sequence

from handslag.documents.read_text import read_apart
from handslag.documents.taken import from_rows
from handslag.domain.reading.finds import Unread
from handslag.domain.reading.unread import Told, told
from handslag.models.models import Reading


def unread_of(reading: Reading) -> tuple[Told, ...]:
    """What was not read of a page that was read in. No query."""
    return told(from_rows(reading.unread), reading.text)


def unread_in(text: str, unread: Sequence[Unread]) -> tuple[Told, ...]:
    """What is not read of a page that nothing was made of; `unread` is what of its file is not in `text`.

    Raises as `read_apart`.
    """
    return told((*read_apart(text).unread, *unread), text)
