"""What a promise is: what is promised, in terms that can be counted.

The measures are those of docs/rules/fulfilment.md §2. They are fixed before the first activity
counts; a later change makes a new version (`Terms` are never edited in place).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from handslag.domain.bounds import MOST_AMOUNT, refuse_large
from handslag.domain.errors import BadInput
from handslag.domain.people.parties import Party


class PromiseState(StrEnum):
    """Where a promise stands. A draft is seen on the desk only; a withdrawn one stays public.

    What is stored is whether it is a draft; from which day it is withdrawn is told by its versions.
    """

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Kind(StrEnum):
    """How a promise is judged."""

    COUNT = "count"  # so many occasions
    QUANTITY = "quantity"  # so much of something (hours …)
    MILESTONE = "milestone"  # done or not, once
    EACH_EVENT = "each_event"  # at every event of a list
    STANDING = "standing"  # an intent: never judged


class Per(StrEnum):
    """The period a number is promised for. Weeks are ISO weeks; a tertial is four months."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TERM = "term"  # school term, from the school authority's calendar
    SEASON = "season"  # own dates, from the calendar
    ONCE = "once"  # the whole validity


class Reading(StrEnum):
    """How a number spreads over the periods."""

    EACH = "each"  # every period is its own cell
    ON_AVERAGE = "on_average"  # one cell for the validity; one per calendar year while open-ended
    IN_TOTAL = "in_total"  # one cell for the whole validity, whatever `per` says


class Spread(StrEnum):
    """Whether each place or each school is judged for itself."""

    PLACE = "place"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is promised, counted. Which fields count depends on `kind` (docs/rules/fulfilment.md §2).

    `at_least`: the target per period, > 0, whole for `COUNT`. `unit`: the word for one of what is
    counted, as in "trafikkontroll" or "timmar". `year_named`: the promise names the calendar year
    itself, which is then judged in full. `minimal`: the promise named no amount, and this is the
    least that makes its sentence true (shown in public as our reading). `season`: name of the
    calendar's season, for `Per.SEASON`. `by`: last day of a milestone, if one was promised.
    `events`: ids in the calendar's list of events, for `EACH_EVENT`; empty means all of them.
    """

    kind: Kind
    at_least: Decimal = Decimal(1)
    unit: str = ""
    per: Per = Per.ONCE
    reading: Reading = Reading.EACH
    spread: Spread | None = None
    year_named: bool = False
    minimal: bool = False
    season: str | None = None
    by: date | None = None
    events: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse_large(MOST_AMOUNT, at_least=self.at_least)
        if self.kind in (Kind.COUNT, Kind.QUANTITY) and self.at_least <= 0:
            raise BadInput("at_least_not_positive", value=self.at_least)
        if self.kind is Kind.COUNT and self.at_least != int(self.at_least):
            raise BadInput("count_not_whole", value=self.at_least)


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of one promise, as it is judged.

    `valid_to` None means until further notice (open-ended); `review_on` is then the day it is
    looked at again. `places` are names of the place register, `schools` ids of the school register;
    they matter where the measure is spread. Versions of one promise share its `id`; the one with the
    latest `valid_from` at latest on a day is in force that day. `withdrawn`: from this version's
    `valid_from` on nothing is promised any more; the rest of it repeats the version before. Raises
    `BadInput` when the validity ends, the review falls or the milestone is due before the promise starts.
    """

    id: str
    text: str
    parties: tuple[Party, ...]
    valid_from: date
    measure: Measure
    valid_to: date | None = None
    review_on: date | None = None
    places: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    aim: str | None = None  # id of the umbrella promise this one spells out
    version: int = 1
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if self.withdrawn:
            return  # it may be withdrawn after its last day
        start, by = self.valid_from, self.measure.by
        if self.valid_to is not None and self.valid_to < start:
            raise BadInput("validity_backwards", valid_from=start, valid_to=self.valid_to)
        if self.review_on is not None and self.review_on < start:
            raise BadInput("review_before_start", valid_from=start, review_on=self.review_on)
        if by is not None and (by < start or (self.valid_to is not None and by > self.valid_to)):
            raise BadInput("by_outside_validity", valid_from=start, by=by)

    @property
    def is_open_ended(self) -> bool:
        return self.valid_to is None
