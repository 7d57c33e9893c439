"""Who has read voices at the desk, and how many: what the municipality itself keeps watch over."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from handslag import clock
from handslag.models.models import LogEntry, Municipality, User

HOUR = timedelta(hours=1)
SHOWN = timedelta(days=90)
_READ = ("read_voices", "read_voice")


@dataclass(frozen=True, slots=True)
class ReadingDay:
    """What one person read in one day. `who` is "" for somebody whose account is gone."""

    on: date
    who: str
    voices: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """Somebody read so many voices within an hour that the others were told."""

    at: datetime
    who: str
    voices: int


def read_within_hour(user: User, municipality: Municipality) -> int:
    """How many voices the person has been shown in the last hour, each time counted."""
    return sum(map(_voices, _entries(municipality, HOUR).filter(actor=user, verb__in=_READ)))


def was_told_within_hour(user: User, municipality: Municipality) -> bool:
    """Whether the others have been told of the person in the last hour."""
    return _entries(municipality, HOUR).filter(actor=user, verb="tell_of_reading").exists()


def reading_days(municipality: Municipality) -> tuple[ReadingDay, ...]:
    """The last 90 days, person by person, the newest first. One query."""
    sums: defaultdict[tuple[date, str], int] = defaultdict(int)
    for entry in _entries(municipality, SHOWN).filter(verb__in=_READ).select_related("actor"):
        sums[localdate(entry.at), _who(entry)] += _voices(entry)
    days = sorted(sums.items(), key=lambda item: (-item[0][0].toordinal(), item[0][1]))
    return tuple(ReadingDay(on, who, voices) for (on, who), voices in days)


def alarms(municipality: Municipality) -> tuple[Alarm, ...]:
    """The last 90 days, the newest first. One query."""
    found = _entries(municipality, SHOWN).filter(verb="tell_of_reading").select_related("actor")
    return tuple(Alarm(entry.at, _who(entry), int(entry.params["voices"])) for entry in found)


def _entries(municipality: Municipality, back: timedelta) -> QuerySet[LogEntry]:
    return LogEntry.objects.filter(municipality=municipality, at__gt=clock.now() - back)


def _voices(entry: LogEntry) -> int:
    return int(entry.params.get("voices", 1))


def _who(entry: LogEntry) -> str:
    return str(entry.actor) if entry.actor else ""
