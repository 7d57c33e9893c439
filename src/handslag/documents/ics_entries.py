"""One entry of a calendar: its days, title, place and status, or what is wrong with it.

A day where a time is expected and the other way round are fitted to how the entry begins; times without a
zone are those of Stockholm.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from handslag.documents.ics_lines import Line, Part
from handslag.documents.ics_zones import STOCKHOLM, zone_of
from handslag.domain.bounds import FIRST_DAY, LAST_DAY
from handslag.domain.characters import one_line
from handslag.domain.errors import BadInput

Moment = date | datetime  # a whole day, or a time with its zone
_STATUS = {"CANCELLED": "inställd", "CANCELED": "inställd", "TENTATIVE": "planerad"}
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_FREQUENT = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_moment = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d:?\d\d)?)?"
)
_duration = re.compile(r"[+-]?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_tzid = re.compile(r"(?:^|;)TZID=(\"[^\"]*\"|.*?)(?=;[A-Za-z-]+=|$)", re.I | re.S)
_parts_of_category = re.compile(r"(?<!\\),")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is read of an entry. `rule` is its RRULE, `line` where it stands, `days` how many it covers."""

    uid: str
    line: int
    start: Moment
    title: str
    place: str
    categories: tuple[str, ...]
    status: str
    sequence: int = 0
    rule: str = ""
    more: tuple[Moment, ...] = ()
    without: tuple[Moment, ...] = ()
    replaces: Moment | None = None
    and_later: bool = False
    days: int = 1

    def row(self, day: date) -> tuple[str, ...]:
        """The row of a day; the promise is told from everything the entry says of itself."""
        said = "; ".join(words for words in (self.title, self.place, *self.categories) if words)
        return (day.isoformat(), said, self.place, self.status, self.title)


class Reader:
    """Reads the entries of one calendar. `unknown`: zones nobody knows, `unsure`: without summer time."""

    def __init__(self, own: Mapping[str, tzinfo], last: date, *, is_cancelled: bool) -> None:
        self.own = own
        self.last = last
        self.is_cancelled = is_cancelled
        self.unknown: dict[str, None] = {}
        self.unsure: dict[str, None] = {}

    def entry(self, part: Part) -> Entry:
        """The entry. Raises `BadInput`: `ics_entry_broken` (`row`), `ics_entry_missing`, `ics_entry_bad`
        (`field`, `value`), `ics_entry_often`."""
        if part.broken_at:
            raise BadInput("ics_entry_broken", row=part.broken_at)
        begins = part.first("DTSTART")
        if not begins or not begins.value.strip():
            raise BadInput("ics_entry_missing")
        (start,) = self._moments(begins, STOCKHOLM)[:1]
        for name in ("EXRULE",):
            if line := part.first(name):
                raise BadInput("ics_entry_bad", field=name, value=line.value)
        replaces = part.first("RECURRENCE-ID")
        status = "inställd" if self.is_cancelled else _STATUS.get(part.value("STATUS").strip().upper(), "")
        return Entry(
            uid=part.value("UID").strip() or f"rad {part.number}",
            line=part.number,
            start=start,
            title=_words(part.value("SUMMARY")),
            place=_words(part.value("LOCATION")),
            categories=tuple(_categories(part)),
            status=status,
            sequence=int(number) if (number := part.value("SEQUENCE").strip()).isdecimal() else 0,
            rule=self._rule(part, start),
            more=tuple(self._all(part, "RDATE", start)),
            without=tuple(self._all(part, "EXDATE", start)),
            replaces=next(iter(self._all(part, "RECURRENCE-ID", start)), None),
            and_later=bool(replaces and "THISANDFUTURE" in replaces.params.upper()),
            days=self._days(part, start),
        )

    def _all(self, part: Part, name: str, start: Moment) -> Iterator[Moment]:
        zone = start.tzinfo if isinstance(start, datetime) else None
        for line in part.lines:
            if line.name == name and line.value.strip():
                for moment in self._moments(line, zone or STOCKHOLM):
                    yield fitted(moment, start)

    def _moments(self, line: Line, usual: tzinfo) -> list[Moment]:
        """The days or times of a property; `usual` is the zone of times that have none."""
        zone = usual
        if named := _tzid.search(line.params):
            zone = self._zone(named[1]) or usual
        return [
            _read(text.partition("/")[0], zone, line)
            for text in line.value.replace(";", ",").strip(" ,").split(",")  # vCalendar 1.0 has semicolons
        ]

    def _zone(self, tzid: str) -> tzinfo | None:
        zone, is_certain = zone_of(tzid, self.own)
        if not is_certain:
            (self.unsure if zone else self.unknown)[" ".join(tzid.replace("\\", "").strip('"').split())] = (
                None
            )
        return zone

    def _rule(self, part: Part, start: Moment) -> str:
        """The RRULE, ended where what we look at ends, its last day of the same kind as the first."""
        lines = [line for line in part.lines if line.name == "RRULE" and line.value.strip()]
        if not lines:
            return ""
        words = lines[0].value.strip().strip(";").upper()
        bad = BadInput("ics_entry_bad", field="RRULE", value=lines[0].value)
        pairs = [pair.partition("=")[::2] for pair in words.split(";") if pair]
        rule = dict(pairs)
        if rule.get("FREQ") in _OFTEN:
            raise BadInput("ics_entry_often")
        numbers = [rule.get(name, "1") for name in ("INTERVAL", "COUNT")]
        is_whole = all(number.isdecimal() and int(number) > 0 for number in numbers)
        if len(lines) > 1 or len(rule) < len(pairs) or rule.get("FREQ") not in _FREQUENT or not is_whole:
            raise bad
        rule = {name: value for name, value in rule.items() if value and not name.startswith("X-")}
        zone = (start.tzinfo if isinstance(start, datetime) else None) or STOCKHOLM
        ends = [self.last + timedelta(days=2)]
        until: Moment = ends[0]
        if "UNTIL" in rule:
            until = _read(rule["UNTIL"], zone, lines[0])
        rule["UNTIL"] = min(_until(until, start), _until(ends[0], start))
        return ";".join(f"{name}={value}" for name, value in rule.items())

    def _days(self, part: Part, start: Moment) -> int:
        """Over how many days the entry goes; one until past midnight is on one."""
        ends, lasts = part.first("DTEND"), part.first("DURATION")
        if ends:
            end = fitted(self._moments(ends, STOCKHOLM)[0], start)
            whole = end - start  # both are of one kind
        elif lasts:
            found = _duration.fullmatch(lasts.value.strip().upper())
            if not found or not any(found.groups()):
                raise BadInput("ics_entry_bad", field="DURATION", value=lasts.value)
            weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
            whole = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
        else:
            return 1
        return max(1, -(-whole // timedelta(days=1)))


def fitted(moment: Moment, start: Moment) -> Moment:
    """The moment as a day or a time, whichever `start` is."""
    if not isinstance(start, datetime):
        return moment.date() if isinstance(moment, datetime) else moment
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, start.timetz())


def day_of(moment: Moment) -> date:
    """The day in Stockholm."""
    return moment.astimezone(STOCKHOLM).date() if isinstance(moment, datetime) else moment


def _until(until: Moment, start: Moment) -> str:
    """A last day holds until its end, in the zone of the entry."""
    if not isinstance(start, datetime):
        return f"{fitted(until, start):%Y%m%d}"
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(23, 59, 59), start.tzinfo)
    return f"{until.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _read(text: str, zone: tzinfo, line: Line) -> Moment:
    bad = BadInput("ics_entry_bad", field=line.name, value=line.value)
    found = _moment.fullmatch(text.strip())
    if not found or not FIRST_DAY.year <= int(found[1]) <= LAST_DAY.year:
        raise bad
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        hours = int(found[4])
        at = time(hours % 24, int(found[5]), min(int(found[6] or 0), 59))
    except ValueError:
        raise bad from None
    if hours > 24 or (hours == 24 and at != time()):
        raise bad
    moment = datetime.combine(day + timedelta(days=hours // 24), at, zone)
    if found[7] is None:
        return moment
    if found[7] in "Zz":
        return moment.replace(tzinfo=UTC)
    return datetime.fromisoformat(f"{moment:%Y-%m-%dT%H:%M:%S}{found[7]}")


def _categories(part: Part) -> Iterator[str]:
    for line in part.lines:
        if line.name == "CATEGORIES":
            yield from filter(None, map(_words, _parts_of_category.split(line.value)))


def _words(value: str) -> str:
    """A text of the calendar on one line."""
    plain = re.sub(r"\\([nN\\,;:\"])", lambda found: " " if found[1] in "nN" else found[1], value)
    return one_line(plain)
