"""Calendar file (.ics, RFC 5545) to rows, as JSON text: one for each day on which something stands in it.

Only what an activity needs is taken: day, title, place, categories and whether it was called off;
never descriptions or who was invited. Repeated entries are expanded within a span of days. An entry that
cannot be read is left out and named, with its line and what is wrong; the others are read.
"""

import json
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from itertools import islice, takewhile
from typing import Any

from handslag.documents.ics_entries import Entry, Reader, day_of
from handslag.documents.ics_lines import Line, Part, calendars_in
from handslag.domain.characters import one_line
from handslag.domain.errors import BadInput
from handslag.domain.importing.findings import Findings, Remark

MOST_ENTRIES = 5_000
MOST_NAMED = 100  # entries left out that are named one by one
HEADINGS = ("Datum", "Löfte", "Plats", "Status", "Anteckning")
_CANCELLED = "inställd"


def text_of(data: bytes, first: str, last: str) -> str:
    """{"rows", "findings"} of the entries in `data` from `first` to `last` (ISO days, both included).

    A time with a zone falls on its day in Stockholm; one without, or in a zone nobody knows, on the day
    that is written. An entry over several days stands on its first. Raises `BadInput`:
    `ics_not_calendar`, `ics_cut_off`, `ics_broken`, `ics_empty`, `ics_too_many`, and as `ics_entries`
    when no entry can be read (with `title` and `line`).
    """
    try:
        table, remarks = _read(data, date.fromisoformat(first), date.fromisoformat(last))
    except (BadInput, MemoryError, ModuleNotFoundError):
        raise
    except Exception as exc:  # a file that is not as it says can fail anywhere
        raise BadInput("ics_broken") from exc
    return json.dumps({"rows": table, "findings": Findings(tuple(remarks)).as_data()})


def _read(data: bytes, from_day: date, to_day: date) -> tuple[list[tuple[str, ...]], list[Remark]]:
    calendars = calendars_in(data)
    entries: list[Entry] = []
    wrong: list[BadInput] = []
    remarks: list[Remark] = []
    for calendar in calendars:
        read, zones = _entries(calendar, to_day, wrong)
        entries += read
        remarks += [remark for remark in zones if remark not in remarks]
    rows: list[tuple[str, ...]] = []
    for group in _by_uid(entries):
        rows += _rows(group, from_day, to_day, wrong)
        if len(rows) > MOST_ENTRIES:
            raise BadInput("ics_too_many", most=MOST_ENTRIES)
    if not rows:
        raise wrong[0] if wrong else BadInput("ics_empty")
    remarks = [*_cut_off(calendars), *_left_out(wrong), *remarks, *_of_others(calendars), *_of_days(entries)]
    return [HEADINGS, *sorted(rows)], remarks


def _entries(calendar: Part, last: date, wrong: list[BadInput]) -> tuple[list[Entry], list[Remark]]:
    """The entries of a calendar that can be read, and what is to be said of their zones."""
    reader = Reader(_own_zones(calendar), last, is_cancelled=_method(calendar) == "CANCEL")
    read: list[Entry] = []
    for part in calendar.parts:
        if part.name == "VEVENT":
            try:
                read.append(reader.entry(part))
            except BadInput as exc:
                wrong.append(_at(exc, part.value("SUMMARY"), part.number))
    unknown = [Remark("ics_zone_unknown", {"zone": zone}) for zone in reader.unknown]
    return read, [*unknown, *(Remark("ics_zone_unsure", {"zone": zone}) for zone in reader.unsure)]


def _at(error: BadInput, title: str, line: int) -> BadInput:
    return BadInput(error.code, **{"title": title.strip() or "–", "line": line, **error.params})


def _method(calendar: Part) -> str:
    return calendar.value("METHOD").strip().upper()


def _own_zones(calendar: Part) -> dict[str, tzinfo]:
    """The zones that a calendar defines; those it defines wrongly are left to their names."""
    from icalendar import Timezone

    zones: dict[str, tzinfo] = {}
    for part in calendar.parts:
        if part.name == "VTIMEZONE" and (tzid := part.value("TZID").strip('" ')):
            try:
                zone: Any = Timezone.from_ical("\r\n".join(_lines(part)))
                zones[tzid] = zone.to_tz(lookup_tzid=False)  # another calendar may name another so
            except Exception:  # noqa: S112 (the library lets nearly anything out)
                continue
    return zones


def _lines(part: Part) -> Iterator[str]:
    yield f"BEGIN:{part.name}"
    yield from map(_written, part.lines)
    for inner in part.parts:
        yield from _lines(inner)
    yield f"END:{part.name}"


def _written(line: Line) -> str:
    return f"{line.name}{';' if line.params else ''}{line.params}:{line.value}"


def _by_uid(entries: list[Entry]) -> list[list[Entry]]:
    """Entries that are one thing: a series with its exceptions, in the last form they were sent.

    A message that it is called off holds for the whole of what it calls off. Two that only share their
    mark, without one being a later form of the other, are two.
    """
    groups: defaultdict[str, dict[object, list[Entry]]] = defaultdict(dict)
    for entry in entries:
        groups[entry.uid].setdefault(entry.replaces, []).append(entry)
    found: list[list[Entry]] = []
    for forms in groups.values():
        latest = {replaces: _latest(some) for replaces, some in forms.items()}
        off = next((one for one in latest.get(None, ()) if one.status == _CANCELLED), None)
        alone = [[replace(one, uid=f"{one.uid} {one.line}")] for one in latest.get(None, [])[1:]]
        group = [some[0] for some in latest.values()]
        if off:
            group = [
                replace(one, status=_CANCELLED) if one.sequence <= off.sequence else one for one in group
            ]
        found += [group, *alone]
    return found


def _latest(forms: list[Entry]) -> list[Entry]:
    """Those of the highest number, each once; of what is called off one, with the days it was to be on."""
    highest = max(form.sequence for form in forms)
    alike = {replace(form, line=0): form for form in reversed(forms) if form.sequence == highest}
    last = list(reversed(alike.values()))
    off = [form for form in last if form.status == _CANCELLED]
    if off and len(forms) > 1:
        series = next((form for form in forms if form.rule and not off[0].rule), off[0])
        return [replace(series, status=_CANCELLED, sequence=highest)]
    return last


def _rows(group: list[Entry], first: date, last: date, wrong: list[BadInput]) -> list[tuple[str, ...]]:
    """A row for each day of a series. One that cannot be expanded is left out."""
    by_line = {str(entry.line): entry for entry in group}
    try:
        days = list(islice(_days(group, first, last), MOST_ENTRIES + 1))
    except (MemoryError, ModuleNotFoundError):
        raise
    except Exception:
        rule = next((entry.rule for entry in group if entry.rule), "")
        error = BadInput("ics_entry_bad", field="RRULE", value=rule)
        wrong += [_at(error, entry.title, entry.line) for entry in group]
        return []
    if len(days) > max(366, 2 * (last - first).days):
        wrong.append(_at(BadInput("ics_entry_often"), group[0].title, group[0].line))
        return []
    return [by_line[line].row(day) for day, line in days]


def _days(group: list[Entry], first: date, last: date) -> Iterator[tuple[date, str]]:
    """Each day from `first` to `last` on which the entries of a series stand, with the line of the entry."""
    if len(group) == 1 and not (group[0].rule or group[0].more):
        starts: Iterator[tuple[date, str]] = iter([(day_of(group[0].start), str(group[0].line))])
    else:
        starts = _expanded(group, first)
    # A day to spare: the library's order is that of moments, ours that of days in Stockholm.
    for day, line in takewhile(lambda start: start[0] <= last + timedelta(days=1), starts):
        if first <= day <= last:
            yield day, line


def _expanded(group: list[Entry], first: date) -> Iterator[tuple[date, str]]:
    from icalendar import Calendar
    from recurring_ical_events import of  # type: ignore[import-untyped]  # ships no types

    calendar = Calendar()
    for entry in group:
        calendar.add_component(_event(entry))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of rules with both a number of times and an end
        for event in of(calendar).after(first - timedelta(days=1)):
            yield day_of(event["DTSTART"].dt), str(event["X-LINE"])


def _event(entry: Entry) -> Any:
    from icalendar import Event, vRecur

    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTART", entry.start)
    event.add("SEQUENCE", entry.sequence)
    event.add("X-LINE", str(entry.line))
    if entry.rule:
        event.add("RRULE", vRecur.from_ical(entry.rule))
    for name, moments in (("RDATE", entry.more), ("EXDATE", entry.without)):
        for moment in moments:
            event.add(name, moment)
    if entry.replaces:
        parameters: Mapping[str, str] = {"RANGE": "THISANDFUTURE"} if entry.and_later else {}
        event.add("RECURRENCE-ID", entry.replaces, parameters=dict(parameters))
    return event


def _left_out(wrong: list[BadInput]) -> list[Remark]:
    named = [Remark(error.code, error.params) for error in wrong[:MOST_NAMED]]
    more = len(wrong) - len(named)
    return [*named, Remark("ics_entries_more", {"number": more})] if more else named


def _cut_off(calendars: list[Part]) -> list[Remark]:
    """Names the last entry of a calendar that the file ends in the middle of."""
    cut = [calendar for calendar in calendars if calendar.is_cut_off]
    entries = [
        part for calendar in cut for part in calendar.parts if part.name == "VEVENT" and not part.broken_at
    ]
    title = one_line(entries[-1].value("SUMMARY")) if entries else ""
    return [Remark("ics_ends_early", {"title": title or "–"})] if cut else []


def _of_others(calendars: list[Part]) -> list[Remark]:
    """Tasks and diaries are not entries of a day, and not read."""
    number = sum(part.name in ("VTODO", "VJOURNAL") for calendar in calendars for part in calendar.parts)
    return [Remark("ics_tasks", {"number": number})] if number else []


def _of_days(entries: list[Entry]) -> list[Remark]:
    long = [entry for entry in entries if entry.days > 1]
    return [Remark("ics_several_days", {"number": len(long), "title": long[0].title})] if long else []
