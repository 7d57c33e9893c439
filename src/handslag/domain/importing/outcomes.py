"""What the rows of a file become: activities, and what is wrong with the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from handslag.domain.importing.choices import Seen
from handslag.domain.importing.columns import Column
from handslag.domain.importing.findings import Remark
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party


class Weight(StrEnum):
    """What a problem does to its row."""

    ERROR = "error"  # the row cannot be read in
    DOUBLED = "doubled"  # it can, but would perhaps be counted twice
    LEFT_OUT = "left_out"  # an entry of a calendar that is about something else


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row as an activity. `row` counts from 1, as the sheet shows it; "" is no place, no school.

    `said` is what the sheet says of the promise, to show how it was understood.
    """

    row: int
    promises: tuple[int, ...]
    done_on: date
    party: Party
    status: ActivityStatus
    count: int = 1
    hours: Decimal | None = None
    place: str = ""
    school: str = ""
    note: str = ""
    said: str = ""

    @property
    def seen(self) -> Seen:
        """What makes it look like another one, if they share a promise."""
        return (self.done_on, self.status, self.party, self.place, self.school)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a row, and in which column if in one (code and params as in `BadInput`)."""

    row: int
    column: Column | None
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    weight: Weight = Weight.ERROR


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows that would be read in, in order, and everything that is wrong with the others.

    `persons`: words of their notes that may point out a person, for somebody to look at. `remarks`: how
    values were read that could mean something else.
    """

    rows: tuple[ImportedRow, ...]
    problems: tuple[RowProblem, ...]
    persons: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def of(self, weight: Weight) -> tuple[RowProblem, ...]:
        """The problems of one weight."""
        return tuple(problem for problem in self.problems if problem.weight is weight)

    @property
    def wrong_rows(self) -> int:
        """How many rows have an error."""
        return len({problem.row for problem in self.of(Weight.ERROR)})
