"""Calendar files from outside (.ics), as the rows of a sheet: one for each day of each entry."""

import json
from datetime import date

from handslag.documents.guard import guarded
from handslag.documents.ics_text import MOST_ENTRIES
from handslag.documents.texts import LIMIT, MEGABYTES
from handslag.domain.errors import BadInput
from handslag.domain.importing.findings import Sheet, findings_from

_FIELDS = {"ics_entry_missing": "DTSTART", "ics_entry_often": "RRULE"}


def is_calendar(data: bytes, name: str) -> bool:
    """Whether a file is a calendar, by its content, else by its name."""
    start = data[:1024].replace(b"\0", b"").upper()
    return b"BEGIN:VCALENDAR" in start or name.lower().endswith((".ics", ".ical"))


def sheet_of(data: bytes, name: str, *, first: date, last: date) -> Sheet:
    """The entries of a calendar from `first` to `last`, both included, below a row of headings.

    Columns as `ics_text.HEADINGS`. At most `LIMIT` bytes and `MOST_ENTRIES` entries. Raises `BadInput`
    (with `file`), one code for each thing that can be wrong.
    """
    try:
        if len(data) > LIMIT:
            raise BadInput("file_too_large", megabytes=MEGABYTES)
        if not data.strip():
            raise BadInput("file_empty")
        read = json.loads(guarded("ics", data, first.isoformat(), last.isoformat()))
    except BadInput as exc:
        raise _named(exc, name, first, last) from exc
    return Sheet(tuple(map(tuple, read["rows"])), findings_from(read["findings"]))


def _named(error: BadInput, name: str, first: date, last: date) -> BadInput:
    if error.code == "file_too_heavy":
        return BadInput("ics_too_many", file=name, most=MOST_ENTRIES)
    if error.code == "ics_empty":
        return BadInput("ics_empty", file=name, first=first, last=last)
    if error.code.startswith("ics_entry_"):  # none could be read, and this is the first
        field = error.params.get("field") or _FIELDS.get(error.code, f"rad {error.params.get('row')}")
        return BadInput("ics_broken_entry", file=name, title=error.params["title"], field=field)
    return BadInput(error.code, **({"file": name} | error.params))
