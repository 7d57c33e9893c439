"""The lines of a calendar file (RFC 5545) as a tree of its parts, each with the line it stands on.

Long lines are put together before the bytes become letters, since programs fold inside a letter. What is
broken is remembered where it stands, so that only that entry is lost.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from handslag.documents.plain_text import BYTE_ORDER_MARKS, decoded
from handslag.domain.errors import BadInput

READ = frozenset(
    (
        *("UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"),
        *("SEQUENCE", "SUMMARY", "LOCATION", "CATEGORIES", "STATUS", "METHOD"),
    )
)
_FIRST_LINES = 20  # within which a calendar begins
_DAYS = frozenset(("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"))
_line_end = re.compile(rb"\r\n|\n|\r")
_name = re.compile(r"\A([A-Za-z0-9-]+)(?=[;:])")
_quoted = re.compile(rb"\A[^:]*;(?:ENCODING=)?\"?QUOTED-PRINTABLE", re.I)
_charset = re.compile(r"CHARSET=\"?([\w-]+)", re.I)
_before_day = re.compile(r":(?=\d{4})")  # names of zones hold colons of their own: (UTC+01:00) Stockholm


class Line(NamedTuple):
    """One property. `params` as they are written, without the first semicolon."""

    name: str
    params: str
    value: str


@dataclass(slots=True)
class Part:
    """What stands between BEGIN and END. `number`: the line of BEGIN. `broken_at`: a broken line, or 0.

    `is_cut_off`: the file ends before the calendar does; the entry that was not whole is not in `parts`.
    """

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)
    broken_at: int = 0
    is_cut_off: bool = False

    def first(self, name: str) -> Line | None:
        """The first property with this name."""
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """What the first property with this name says, "" where there is none."""
        line = self.first(name)
        return line.value if line else ""


def calendars_in(data: bytes) -> list[Part]:
    """Every VCALENDAR of a file, as far as it goes.

    Raises `BadInput`: `ics_not_calendar`, `ics_cut_off` when it ends before its first entry does, and as
    `plain_text`.
    """
    whole = Part("", 0)
    open_parts = [whole]
    for number, text in _unfolded(data):
        line = _parsed(text)
        if line is None:
            _remember_broken(open_parts[-1], number)
        elif line.name == "BEGIN":
            _begin(open_parts, line.value.strip().upper(), number)
        elif line.name == "END":
            _end(open_parts, line.value.strip().upper(), number)
        else:
            open_parts[-1].lines.append(line)
    calendars = [part for part in whole.parts if part.name == "VCALENDAR"]
    if not calendars or calendars[0].number > _FIRST_LINES:
        raise BadInput("ics_not_calendar")
    if len(open_parts) > 1:
        _cut_off(open_parts)
        if not any(part.name == "VEVENT" for calendar in calendars for part in calendar.parts):
            raise BadInput("ics_cut_off")
    return calendars


def _cut_off(open_parts: list[Part]) -> None:
    """Take away what the file ends in the middle of, and remember it with its calendar."""
    calendar = open_parts[1]
    calendar.is_cut_off = True
    if len(open_parts) > 2:
        calendar.parts.remove(open_parts[2])


def _begin(open_parts: list[Part], name: str, number: int) -> None:
    if name in ("VEVENT", "VCALENDAR"):  # neither stands within an entry: that one was never ended
        while any(part.name == name or part.name == "VEVENT" for part in open_parts[1:]):
            open_parts.pop().broken_at = number
    part = Part(name, number)
    open_parts[-1].parts.append(part)
    open_parts.append(part)


def _end(open_parts: list[Part], name: str, number: int) -> None:
    if not any(part.name == name for part in open_parts[1:]):
        return
    while open_parts[-1].name != name:
        open_parts.pop().broken_at = number
    open_parts.pop()


def _remember_broken(part: Part, number: int) -> None:
    """Descriptions are often broken over lines, and nobody reads them; elsewhere something is lost."""
    if part.name == "VEVENT" and (not part.lines or part.lines[-1].name in READ):
        part.broken_at = part.broken_at or number


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines, put together where they are folded, with the number of the first of each."""
    is_wide = b"\0" in data[:100] or any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS[1:])
    if is_wide:
        data = decoded(data).encode()
    numbers: list[int] = []
    whole: list[bytes] = []
    for number, line in enumerate(_line_end.split(data), start=1):
        if whole and _quoted.match(whole[-1]) and whole[-1].endswith(b"="):
            whole[-1] = whole[-1][:-1] + line
        elif line[:1] in (b" ", b"\t") and whole:
            whole[-1] += line[1:]
        elif line.strip():
            numbers.append(number)
            whole.append(line)
    text = decoded(b"\n".join(whole))
    return zip(numbers, text.split("\n"), strict=True)


def _parsed(text: str) -> Line | None:
    named = _name.match(text.strip())
    if not named:
        return None
    name, rest = named[1].upper(), text.strip()[named.end() :]
    colon = _before_day.search(rest) if name in _DAYS else None
    at = colon.start() if colon else _colon(rest)
    if at < 0:
        return None
    params, value = rest[1:at], rest[at + 1 :]
    return Line(name, params, _unquoted(value, params) if _quoted.match(text.encode()) else value)


def _unquoted(value: str, params: str) -> str:
    """What vCalendar 1.0 writes with a sign and two figures for each letter beyond the English ones."""
    data = quopri.decodestring(value.encode())
    charset = _charset.search(params)
    try:
        return data.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("windows-1252", "replace")


def _colon(rest: str) -> int:
    """Where the value begins: at the first colon that no quotation marks hold; -1 where there is none."""
    is_quoted = False
    for at, sign in enumerate(rest):
        if sign == '"':
            is_quoted = not is_quoted
        elif sign == ":" and not is_quoted:
            return at
    return rest.find(":")
