"""One made-up year of one municipality: what is promised, who answers for it, and what happens on which day.

Three parties, twelve promises, forty schools. Everything is told as plain facts, so that the year can be
played through the product and counted by hand (`year_oracle.py`) from the same script.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, Reading, Spread

FIRST, LAST = date(2020, 1, 1), date(2021, 2, 7)
PUBLIC_ON = date(2019, 12, 20)
DAY = timedelta(days=1)
SPRING, AUTUMN = (date(2020, 1, 8), date(2020, 6, 12)), (date(2020, 8, 19), date(2020, 12, 18))
SCHOOLS = tuple(f"Skola {number:02}" for number in range(1, 41))
VILLAGES = ("Brunne", "Ramvik", "Viksjö")
MARKETS = (("vårmarknad", date(2020, 3, 28)), ("höstmarknad", date(2020, 10, 24)))  # nights the clock changes
LEAP_DAY, SUMMER_TIME, WINTER_TIME = date(2020, 2, 29), date(2020, 3, 29), date(2020, 10, 25)
OUTAGES = (date(2020, 5, 4), date(2020, 9, 15))  # no mail server: a Monday, and a day of the ladder
LEAVES_ON = date(2020, 8, 1)  # the fire officer is shut out; the coordinator stands in

POLICE, TOWN, RESCUE = Party.POLICE, Party.MUNICIPALITY, Party.RESCUE_SERVICE
# who: what they do, and for whom
PEOPLE: dict[str, tuple[str, Party]] = {
    "anna": ("coordinator", TOWN),
    "bo": ("police", POLICE),
    "cilla": ("signatory", TOWN),
    "dan": ("police", POLICE),
    "eva": ("police", TOWN),
    "rut": ("police", RESCUE),
}


@dataclass(frozen=True)
class Promised:
    """One promise. `owners` and `deputies` by name; `version` holds what is not as usual."""

    owners: tuple[str, ...]
    deputies: tuple[str, ...]
    version: dict[str, Any]


def _promised(owners: str, deputies: str = "", **version: Any) -> Promised:
    usual = {"valid_from": FIRST, "valid_to": date(2020, 12, 31), "at_least": Decimal(1), "review_on": None}
    return Promised(tuple(owners.split()), tuple(deputies.split()), usual | {"year_named": False} | version)


PROMISES = (
    _promised("bo eva", "dan", per=Per.TERM, spread=Spread.SCHOOL),
    _promised("bo", "dan", per=Per.MONTH),
    _promised("bo", "dan", per=Per.WEEK),
    _promised("eva", "anna", per=Per.DAY, valid_from=date(2020, 3, 23), valid_to=date(2020, 4, 5)),
    _promised("rut", "dan", per=Per.QUARTER, kind=Kind.QUANTITY, at_least=Decimal("37.5")),
    _promised("eva", "bo", per=Per.HALF_YEAR, at_least=Decimal(2), spread=Spread.PLACE, places=[*VILLAGES]),
    _promised("rut", "", kind=Kind.MILESTONE, per=Per.ONCE, by=date(2020, 6, 30)),
    _promised("eva", "", kind=Kind.MILESTONE, per=Per.ONCE, valid_to=None, review_on=WINTER_TIME),
    _promised("bo eva", "dan", kind=Kind.EACH_EVENT, per=Per.ONCE, event_series="Marknader"),
    _promised("", "", per=Per.YEAR, at_least=Decimal(4), year_named=True, review_on=date(2020, 4, 29)),
    _promised("bo", "", kind=Kind.STANDING, per=Per.ONCE, valid_to=None),
    _promised(
        "dan",
        "bo",
        per=Per.WEEK,
        reading_of_number=Reading.ON_AVERAGE,
        at_least=Decimal(2),
        review_on=LEAP_DAY,
    ),
)


@dataclass(frozen=True)
class Deed:
    """Logged on `said_on` as done (or planned) on `day`. `settles`: the plan that this says was done."""

    said_on: date
    promise: int
    day: date
    party: Party
    place: str = ""
    school: str = ""
    event: str = ""
    count: int = 1
    hours: Decimal | None = None
    planned: bool = False
    settles: str = ""
    name: str = ""  # of a plan, to be settled by


@dataclass(frozen=True)
class Closing:
    """Said on `said_on`: everything from `start` to `end` is reported."""

    said_on: date
    promise: int
    start: date
    end: date


@cache
def deeds() -> list[Deed]:
    """Everything that is logged, in the order of the days it is logged on."""
    every = [*_visits(), *_routine(), *_rest(), *_plans()]
    return sorted((deed for deed in every if deed.said_on <= LAST), key=lambda deed: deed.said_on)


def closings() -> list[Closing]:
    """Every period that somebody closes. The others nobody answers for."""
    month = (date(2020, 4, 1), date(2020, 4, 30))
    return [
        Closing(date(2020, 5, 12), 2, *month),  # after the deputy was asked
        Closing(date(2020, 6, 20), 1, *SPRING),
        Closing(date(2020, 4, 2), 3, date(2020, 3, 23), date(2020, 3, 29)),
        Closing(date(2020, 8, 25), 5, date(2020, 4, 1), date(2020, 6, 30)),
        Closing(date(2021, 1, 19), 10, date(2020, 1, 1), date(2020, 12, 31)),
    ]


def _visits() -> Iterator[Deed]:
    """In spring three schools are forgotten; in autumn one is visited late and one never."""
    chance = random.Random(2020)
    for (start, end), forgotten in ((SPRING, SCHOOLS[:3]), (AUTUMN, SCHOOLS[39:])):
        for school in SCHOOLS:
            if school not in forgotten:
                day = start + timedelta(days=chance.randrange((end - start).days))
                yield Deed(day + DAY, 1, day, chance.choice((POLICE, TOWN)), school=school)
    yield Deed(date(2021, 1, 4), 1, date(2020, 12, 18), POLICE, school=SCHOOLS[0])


def _routine() -> Iterator[Deed]:
    """Every month but the leap February, April and August; every week but those of the clock changes."""
    for month in range(1, 13):
        if month not in (2, 4, 8):
            yield Deed(date(2020, month, 21), 2, date(2020, month, 20), POLICE)
    yield Deed(date(2020, 9, 17), 2, date(2020, 8, 31), POLICE)  # found after the signatory was asked
    monday = FIRST - timedelta(days=FIRST.weekday())
    for week in range(53):
        day = max(monday + timedelta(days=7 * week + week % 7), FIRST)
        sunday = monday + timedelta(days=7 * week + 6)
        if day <= date(2020, 12, 31) and sunday not in (SUMMER_TIME, WINTER_TIME):
            yield Deed(day, 3, day, POLICE)
        if week % 4 and day <= date(2020, 12, 31):
            yield Deed(day, 12, day, POLICE, count=2 if week < 26 else 4)
    for number in range(14):
        day = date(2020, 3, 23) + number * DAY
        if day not in (SUMMER_TIME, date(2020, 4, 1)):
            yield Deed(day, 4, day, TOWN)


def _rest() -> Iterator[Deed]:
    for month in (1, 2, 3, 7, 8, 9, 11):
        yield Deed(date(2020, month, 11), 5, date(2020, month, 10), RESCUE, hours=Decimal("12.5"))
    for number, village in enumerate(VILLAGES):
        for month in (2, 5, 9, 12)[: 4 - number]:
            yield Deed(date(2020, month, 15), 6, date(2020, month, 14), TOWN, place=village)
    yield Deed(date(2020, 7, 25), 7, date(2020, 6, 30), RESCUE)  # done in time, said after the note
    yield Deed(date(2020, 3, 29), 9, date(2020, 3, 29), POLICE, event="vårmarknad")
    for month in (1, 6, 9):
        yield Deed(date(2020, month, 3), 10, date(2020, month, 3), TOWN)


def _plans() -> Iterator[Deed]:
    yield Deed(date(2020, 1, 7), 2, date(2020, 1, 9), POLICE, planned=True, name="vinter")
    yield Deed(date(2020, 1, 13), 2, date(2020, 1, 9), POLICE, settles="vinter")
    yield Deed(date(2020, 2, 26), 6, LEAP_DAY, TOWN, place="Ramvik", planned=True, name="skottdag")
    yield Deed(date(2020, 3, 4), 6, LEAP_DAY, TOWN, place="Ramvik", settles="skottdag")
    yield Deed(date(2020, 10, 20), 10, WINTER_TIME, TOWN, planned=True, name="vintertid")
