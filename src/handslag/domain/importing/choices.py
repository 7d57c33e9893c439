"""What a person chooses about the rows of a file, and what a municipality has to hold them against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from handslag.domain.importing.columns import Column
from handslag.domain.importing.findings import Findings
from handslag.domain.importing.promises import KnownPromise
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.places import Register
from handslag.domain.people.parties import Party

Seen = tuple[date, ActivityStatus, Party, str, str]  # day, status, party, place, school


class Doubt(StrEnum):
    """What becomes of a row whose words may mean that it was called off."""

    LEFT_OUT = "left_out"
    CANCELLED = "cancelled"
    AS_OTHERS = "as_others"


@dataclass(frozen=True, slots=True)
class Choices:
    """How a person wants the rows read. `heading`: index of the row with headings; what follows is read.

    `columns`: where each thing stands, counted from 0. `party`, `promise` and `status` are for rows that
    say nothing themselves. A calendar holds much else: there, rows that do not fit are left out.
    """

    columns: Mapping[Column, int]
    party: Party
    heading: int = 0
    promise: int | None = None
    status: ActivityStatus = ActivityStatus.DONE
    keep_doubled: bool = False
    is_calendar: bool = False
    doubt: Doubt = Doubt.LEFT_OUT
    findings: Findings = field(default_factory=Findings)


@dataclass(frozen=True, slots=True)
class Known:
    """What a municipality has: its promises, register of places, schools, and what is already logged.

    `logged`: the promises of each logged activity, by what makes a row look like it; for every party in it.
    """

    promises: tuple[KnownPromise, ...]
    places: Register
    schools: tuple[str, ...]
    today: date
    logged: Mapping[Seen, Sequence[frozenset[int]]] = field(default_factory=dict)
