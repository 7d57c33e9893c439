"""Calendar files from outside (.ics), as the rows of a sheet: one for each day of each entry."""

import csv
from datetime import date

from handslag.documents.guard import guarded
from handslag.documents.ics_text import MOST_ENTRIES
from handslag.documents.sheets import Rows
from handslag.documents.texts import LIMIT, MEGABYTES
from handslag.domain.errors import BadInput


def is_calendar(data: bytes, name: str) -> bool:
    """Whether a file is a calendar, by its content, else by its name."""
    return b"BEGIN:VCALENDAR" in data[:1024].upper() or name.lower().endswith((".ics", ".ical"))


def rows_of(data: bytes, name: str, *, first: date, last: date) -> Rows:
    """The entries of a calendar from `first` to `last`, both included, below a row of headings.

    Columns as `ics_text.HEADINGS`. At most `LIMIT` bytes and `MOST_ENTRIES` entries. Raises `BadInput`
    (with `file`), one code for each thing that can be wrong.
    """
    try:
        if len(data) > LIMIT:
            raise BadInput("file_too_large", megabytes=MEGABYTES)
        if not data.strip():
            raise BadInput("file_empty")
        text = guarded("ics", data, first.isoformat(), last.isoformat())
    except BadInput as exc:
        raise _named(exc, name, first, last) from exc
    return tuple(tuple(row) for row in csv.reader(text.splitlines(keepends=True)))


def _named(error: BadInput, name: str, first: date, last: date) -> BadInput:
    if error.code == "file_too_heavy":
        return BadInput("ics_too_many", file=name, most=MOST_ENTRIES)
    if error.code == "ics_empty":
        return BadInput("ics_empty", file=name, first=first, last=last)
    return BadInput(error.code, **({"file": name} | error.params))
