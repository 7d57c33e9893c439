"""Calendar file (.ics, RFC 5545) to CSV text: one row for each day on which something stands in it.

Only what an activity needs is taken: day, title, place, categories and whether it was called off;
never descriptions or who was invited. Repeated entries are expanded within a span of days.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

from handslag.documents.plain_text import text_of as plain
from handslag.domain.errors import BadInput

MOST_ENTRIES = 5_000
HEADINGS = ("Datum", "Löfte", "Plats", "Status", "Anteckning")
STOCKHOLM = ZoneInfo("Europe/Stockholm")
_STATUS = {"CANCELLED": "inställd", "TENTATIVE": "planerad"}
_TIMED = frozenset(("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"))
_seconds = re.compile("(?:SECOND|MINUTE)LY")  # expanding them would take minutes
_content_line = re.compile(r"[A-Za-z0-9-]+[;:]|[ \t]|$")


def text_of(data: bytes, first: str, last: str) -> str:
    """The entries of the calendar in `data` from `first` to `last` (ISO days, both included), as CSV.

    A time with a zone falls on its day in Stockholm; one without, or in a zone nobody knows, on the day
    that is written. An entry over several days stands on its first. Raises `BadInput`:
    `ics_not_calendar`, `ics_cut_off`, `ics_broken`, `ics_broken_line` (`row`), `ics_broken_entry`
    (`title`, `field`), `ics_empty`, `ics_too_many`.
    """
    text = plain(data)
    _check(text)
    try:
        found = _entries(text, date.fromisoformat(first), date.fromisoformat(last))
        entries = list(islice(found, MOST_ENTRIES + 1))
    except (BadInput, MemoryError, ModuleNotFoundError):
        raise
    except Exception as exc:  # the libraries let nearly anything out when an entry is not as they expect
        raise BadInput("ics_broken") from exc
    if len(entries) > MOST_ENTRIES:
        raise BadInput("ics_too_many", most=MOST_ENTRIES)
    if not entries:
        raise BadInput("ics_empty")
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADINGS, *sorted(entries)])
    return out.getvalue().rstrip("\n")


def _check(text: str) -> None:
    """What the library would pass over or explain to programmers only."""
    lines = text.rstrip().split("\n")
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines[:20]):
        raise BadInput("ics_not_calendar")
    for number, line in enumerate(lines, start=1):
        if not _content_line.match(line):
            raise BadInput("ics_broken_line", row=number)
    if lines[-1].strip().upper() != "END:VCALENDAR":
        raise BadInput("ics_cut_off")


def _entries(text: str, first: date, last: date) -> Iterator[tuple[str, ...]]:
    from icalendar import Calendar
    from recurring_ical_events import of  # type: ignore[import-untyped]  # ships no types

    for calendar in Calendar.from_ical(text, multiple=True):
        for entry in calendar.walk("VEVENT"):
            _check_entry(entry)
        # A day to spare: the library's order is that of moments, ours that of days in Stockholm.
        found = takewhile(lambda entry: _day(entry) <= last + timedelta(days=1), of(calendar).after(first))
        yield from (_row(entry) for entry in found if first <= _day(entry) <= last)


def _check_entry(entry: Any) -> None:
    wrong = [name for name, _ in entry.errors if name in _TIMED]
    if "DTSTART" not in entry:
        wrong.append("DTSTART")
    if wrong:
        raise BadInput("ics_broken_entry", title=_words(entry, "SUMMARY"), field=wrong[0])
    if _seconds.search(repr(entry.get("RRULE", "")).upper()):
        raise BadInput("ics_too_many", most=MOST_ENTRIES)


def _day(entry: Any) -> date:
    start = entry["DTSTART"].dt
    if isinstance(start, datetime):
        return (start.astimezone(STOCKHOLM) if start.tzinfo else start).date()
    return date.fromisoformat(start.isoformat())


def _row(entry: Any) -> tuple[str, ...]:
    """The promise is told from everything the entry says of itself."""
    title, place = _words(entry, "SUMMARY"), _words(entry, "LOCATION")
    status = _STATUS.get(_words(entry, "STATUS").upper(), "")
    said = "; ".join(words for words in (title, place, *_categories(entry)) if words)
    return (_day(entry).isoformat(), said, place, status, title)


def _categories(entry: Any) -> list[str]:
    found = entry.get("CATEGORIES") or []
    lines = found if isinstance(found, list) else [found]
    return [str(name) for line in lines for name in getattr(line, "cats", ())]


def _words(entry: Any, name: str) -> str:
    return " ".join(str(entry.get(name, "")).split())
