"""The calendar a promise is judged by: school terms, seasons and events, and the Swedish holidays.

Public holidays follow lag (1989:253) om allmänna helgdagar as it reads since 2005 (Sundays, which
the act also names, are left out). Eves are the days before holidays that staff rosters know;
"storhelg" has no definition in any act, so ours is a first list for the parties to edit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from handslag.domain.errors import BadInput
from handslag.domain.judging.periods import DAY, Period, civil_periods
from handslag.domain.promises.terms import Per


@dataclass(frozen=True, slots=True)
class School:
    """A school of the register; `authority` is the name of its school authority (huvudman).

    `first_on` and `last_on`: its first and last day, where it opened or closed; None is always.
    """

    id: str
    name: str
    authority: str
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A stretch of days that recurs under one `name`, with its own dates every time."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on `start` to `end`; `place` None means in the whole municipality."""

    id: str
    start: date
    end: date
    place: str | None = None
    name: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise BadInput("event_backwards", event=self.id, start=self.start, end=self.end)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the parties have agreed on before signing.

    `school_terms`: the terms of each school authority, by its name.
    """

    school_terms: dict[str, tuple[Period, ...]] = field(default_factory=dict)
    schools: tuple[School, ...] = ()
    seasons: tuple[Season, ...] = ()
    events: tuple[Event, ...] = ()

    def seasons_named(self, name: str | None) -> tuple[Period, ...]:
        """The seasons called `name` (None: all of them), in order. Raises `BadInput` if two overlap."""
        named = (season for season in self.seasons if name in (None, season.name))
        return _apart(Period(season.start, season.end) for season in named)

    def terms_for(self, school_ids: Iterable[str], first: date, last: date) -> tuple[Period, ...]:
        """The school terms with days in the calendar years `first` to `last`, in order.

        They are those of the one authority that the schools share (no schools: of the only one there
        is). In a half-year where it has named no term, or when there is no one authority, the rest of
        the half-year stands in and is marked as approximate. Raises `BadInput` if two terms overlap.
        """
        own = _apart(self.school_terms.get(self._authority_of(set(school_ids)) or "", ()))
        halves = civil_periods(Per.HALF_YEAR, date(first.year, 1, 1), date(last.year, 12, 31))
        named = {_half_year_of(term.start) for term in own}
        assumed: list[Period] = []
        for half in halves:
            start = max([half.start, *(term.end + DAY for term in own if term.start < half.start)])
            if half.start not in named and start <= half.end:
                assumed.append(Period(start, half.end, approximate=True))
        return tuple(sorted([*own, *assumed]))

    def _authority_of(self, school_ids: set[str]) -> str | None:
        if school_ids:
            authorities = {school.authority for school in self.schools if school.id in school_ids}
        else:
            authorities = set(self.school_terms)
        return authorities.pop() if len(authorities) == 1 else None

    def days_of(self, school_id: str | None) -> tuple[date, date]:
        """The first and last day of a school; all days there are for one without, and for no school."""
        school = next((school for school in self.schools if school.id == school_id), None)
        if school is None:
            return date.min, date.max
        return school.first_on or date.min, school.last_on or date.max

    def events_named(self, ids: tuple[str, ...]) -> tuple[Event, ...]:
        """The events with these ids (none given: all), by first day. Raises `BadInput` if one is unknown."""
        unknown = set(ids) - {event.id for event in self.events}
        if unknown:
            raise BadInput("unknown_event", value=min(unknown))
        named = [event for event in self.events if not ids or event.id in ids]
        return tuple(sorted(named, key=lambda event: (event.start, event.id)))


def _apart(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods in order. Raises `BadInput` if two share a day, which would then count twice."""
    ordered = tuple(sorted(periods))
    for earlier, later in pairwise(ordered):
        if later.start <= earlier.end:
            raise BadInput("periods_overlap", start=later.start, end=earlier.end)
    return ordered


def _half_year_of(day: date) -> date:
    return date(day.year, 1 if day.month <= 6 else 7, 1)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian `year` (the computus of Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_century, common_century = divmod(century, 4)
    moon_drift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_century - moon_drift + 15) % 30
    leap_years, common_years = divmod(rest, 4)
    weekday = (32 + 2 * common_century + 2 * leap_years - epact - common_years) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> dict[date, str]:
    """The public holidays of `year` and their Swedish names. Raises `BadInput` for years before 2005."""
    if year < 2005:
        raise BadInput("holidays_before_2005", year=year)
    easter = easter_sunday(year)
    named = {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        easter - 2 * DAY: "långfredagen",
        easter: "påskdagen",
        easter + DAY: "annandag påsk",
        date(year, 5, 1): "första maj",
        easter + 39 * DAY: "Kristi himmelsfärdsdag",
        easter + 49 * DAY: "pingstdagen",
        date(year, 6, 6): "nationaldagen",
        _saturday_from(date(year, 6, 20)): "midsommardagen",
        _saturday_from(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
    }
    return dict(sorted(named.items()))


def eves(year: int) -> dict[date, str]:
    """The eves of `year`, which are no public holidays, and their Swedish names."""
    easter = easter_sunday(year)
    return {
        date(year, 1, 5): "trettondagsafton",
        easter - 3 * DAY: "skärtorsdagen",
        easter - DAY: "påskafton",
        date(year, 4, 30): "valborgsmässoafton",
        easter + 48 * DAY: "pingstafton",
        _saturday_from(date(year, 6, 20)) - DAY: "midsommarafton",
        _saturday_from(date(year, 10, 31)) - DAY: "allhelgonaafton",
        date(year, 12, 24): "julafton",
        date(year, 12, 31): "nyårsafton",
    }


def storhelger(year: int) -> tuple[Event, ...]:
    """A first list of the great holidays that begin in `year`, as events for the parties to edit."""
    easter, midsummer = easter_sunday(year), _saturday_from(date(year, 6, 20))
    spans = (
        ("påsk", easter - 3 * DAY, easter + DAY),
        ("valborg", date(year, 4, 30), date(year, 5, 1)),
        ("midsommar", midsummer - DAY, midsummer + DAY),
        ("jul", date(year, 12, 23), date(year, 12, 26)),
        ("nyår", date(year, 12, 31), date(year, 12, 31) + DAY),
    )
    return tuple(Event(f"{name}-{year}", start, end, name=name) for name, start, end in spans)


def _saturday_from(day: date) -> date:
    """The first Saturday on or after `day`."""
    return day + timedelta(days=(5 - day.weekday()) % 7)
