"""What the demonstration knows of a municipality, as plain values. Roles instead of names throughout."""

from dataclasses import dataclass, field
from datetime import date

from handslag.domain.judging.party_verdicts import Verdict
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Measure


@dataclass(frozen=True, slots=True)
class Deed:
    """A made-up activity. `promises` are positions in the page's list, the first promise being 1."""

    promises: tuple[int, ...]
    on: date
    note: str
    party: Party = Party.POLICE
    hours: int | None = None
    place: str = ""
    school: str = ""
    event: str = ""
    status: ActivityStatus = ActivityStatus.DONE
    others: tuple[Party, ...] = ()  # that took part, and are asked
    confirmed_on: date | None = None  # by the first of them; None: not yet


@dataclass(frozen=True, slots=True)
class Correction:
    """The deed at `index` was first logged on another day, and put right later."""

    index: int
    first_said: date
    corrected_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Closing:
    promise: int
    start: date
    end: date
    closed_on: date
    cause: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """What a party says itself of how a promise was kept at `event`."""

    promise: int
    party: Party
    verdict: Verdict
    reason: str
    said_on: date
    event: str


@dataclass(frozen=True, slots=True)
class Noticing:
    """What made-up residents say of a promise: place, and how many said yes, partly, no, do not know."""

    promise: int
    after_weeks: int
    asked_on: date
    published_on: date
    answers: tuple[tuple[str, tuple[int, int, int, int]], ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """How many hours a party has for its promises, as said on the day of signing."""

    party: Party
    start: date
    end: date
    hours: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """A made-up figure of how it was before, locked at signing, and the same measured later."""

    promise: int
    indicator: str
    unit: str
    source: str
    uncertainty: str
    before: tuple[date, int]
    later: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    series: str
    name: str
    on: date
    place: str = ""


@dataclass(frozen=True, slots=True)
class Town:
    slug: str
    name: str
    short_name: str
    code: str
    page: str  # the published page, as the reader gets it
    signed_on: date
    valid_to: date | None = None
    review_on: date | None = None
    schools: tuple[str, ...] = ()
    terms: tuple[tuple[date, date], ...] = ()
    occasions: tuple[Occasion, ...] = ()
    measures: dict[int, Measure] = field(
        default_factory=dict
    )  # decided by a person, where the reader only proposes
    series: dict[int, str] = field(default_factory=dict)
    deeds: tuple[Deed, ...] = ()
    corrections: tuple[Correction, ...] = ()
    closings: tuple[Closing, ...] = ()
    words: tuple[Word, ...] = ()
    noticing: Noticing | None = None
    hours: tuple[Hours, ...] = ()
    indicators: tuple[Indicator, ...] = ()
