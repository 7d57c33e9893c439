"""The rows of a sheet as activities, or what is wrong with each: row, column and code."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeVar

from handslag.domain.activities import ActivityStatus
from handslag.domain.changes import check_day
from handslag.domain.errors import BadInput
from handslag.domain.importing.cells import count_in, day_in, hours_in, party_in, status_in
from handslag.domain.importing.columns import Column
from handslag.domain.importing.promises import KnownPromise, promise_finder
from handslag.domain.places import Match, Register, matcher
from handslag.domain.promises import Party, Spread
from handslag.domain.redaction import findings

LONGEST_NOTE: Final = 1_000  # characters, as in the form for one activity
Value = TypeVar("Value")
Seen = tuple[date, ActivityStatus, Party, str, str]  # day, status, party, place, school


class Weight(StrEnum):
    """What a problem does to its row."""

    ERROR = "error"  # the row cannot be read in
    DOUBLED = "doubled"  # it can, but would perhaps be counted twice
    LEFT_OUT = "left_out"  # an entry of a calendar that is about something else


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

    `persons`: words of their notes that may point out a person, for somebody to look at.
    """

    rows: tuple[ImportedRow, ...]
    problems: tuple[RowProblem, ...]
    persons: tuple[str, ...] = ()

    def of(self, weight: Weight) -> tuple[RowProblem, ...]:
        """The problems of one weight."""
        return tuple(problem for problem in self.problems if problem.weight is weight)

    @property
    def wrong_rows(self) -> int:
        """How many rows have an error."""
        return len({problem.row for problem in self.of(Weight.ERROR)})


def read_rows(rows: Sequence[Sequence[str]], choices: Choices, known: Known) -> Outcome:
    """Every row below the headings as an activity or as problems; empty rows are passed over.

    Doubled rows (the same activity on an earlier row, or logged before) are problems too; they are
    read in only when `choices.keep_doubled`. Raises `BadInput("import_no_rows")` when there are none.
    """
    reader = _Reader(choices, known)
    first_row: dict[ImportedRow, int] = {}
    read: list[ImportedRow] = []
    for number, cells in enumerate(rows[choices.heading + 1 :], start=choices.heading + 2):
        row = reader.row(number, cells) if any(cells) else None
        if row is None:
            continue
        doubled = reader.doubled(row, first_row.setdefault(replace(row, row=0, said=""), number))
        if choices.keep_doubled or not doubled:
            read.append(row)
    if not read and not reader.problems:
        raise BadInput("import_no_rows")
    persons = dict.fromkeys(word for row in read for word in reader.perhaps_persons(row.note))
    return Outcome(tuple(read), tuple(reader.problems), tuple(persons))


class _Reader:
    """Reads one row at a time; what is wrong gathers in `problems`."""

    def __init__(self, choices: Choices, known: Known) -> None:
        names = [name for place in known.places for name in (place.name, *place.aliases)]
        self.choices = choices
        self.known = known
        self.problems: list[RowProblem] = []
        self.promises = {promise.number: promise for promise in known.promises}
        self.find = lru_cache(maxsize=None)(promise_finder(known.promises, (*names, *known.schools)))
        self.findings = lru_cache(maxsize=None)(findings)  # no longer than the file is looked at
        self.place: Match = matcher([place.name for place in known.places], known.places)
        self.school: Match = matcher(known.schools)
        self.number = 0

    def row(self, number: int, cells: Sequence[str]) -> ImportedRow | None:
        """The row as an activity, None when something is wrong with it."""
        self.number, before = number, len(self.problems)
        said = {column: cells[index] for column, index in self.choices.columns.items() if index < len(cells)}
        day = self._read(Column.DAY, said, day_in, None)
        promises = self._read(Column.PROMISE, said, self._promises_in, self._promise_chosen())
        place, school = self._where(said)
        count = self._read(Column.COUNT, said, count_in, 1)
        hours = self._read(Column.HOURS, said, hours_in, None)
        party = self._read(Column.PARTY, said, party_in, self.choices.party)
        status = self._read(Column.STATUS, said, status_in, self._usual_status(day))
        note = self._read(Column.NOTE, said, self._note, "")
        if len(self.problems) == before and day is None:
            self._refuse(Column.DAY, BadInput("import_no_day"))
        if len(self.problems) == before and not promises:
            self._refuse(Column.PROMISE, BadInput("import_no_promise"))
        if len(self.problems) > before or day is None or not promises or not status or not party:
            return None
        words = said.get(Column.PROMISE, "")
        row = ImportedRow(
            number, promises, day, party, status, count or 1, hours, place, school, note or "", words
        )
        for promise in promises:
            self._check(row, self.promises[promise])
        return None if len(self.problems) > before else row

    def doubled(self, row: ImportedRow, first: int) -> bool:
        """Whether the row looks like one before it, or like something logged; said as a problem."""
        if first != row.row:
            self._add(None, BadInput("import_doubled", first=first), Weight.DOUBLED)
        elif logged := self._logged(row):
            missing = sorted(set(row.promises) - logged)
            known = BadInput("import_already_logged")
            some = BadInput("import_logged_for_some", promises=", ".join(map(str, missing)))
            self._add(None, some if missing else known, Weight.DOUBLED)
        else:
            return False
        return True

    def _logged(self, row: ImportedRow) -> frozenset[int]:
        """The promises that what looks like this row is logged for; none when nothing shares one with it."""
        alike = self.known.logged.get(row.seen, ())
        return frozenset().union(*(some for some in alike if not some.isdisjoint(row.promises)))

    def perhaps_persons(self, note: str) -> list[str]:
        """Words of a note that may point out a person, though that is not certain."""
        spans = [found.span for found in self.findings(note) if not found.is_certain]
        return [note[span.start : span.end] for span in spans]

    def _note(self, text: str) -> str:
        """A note as it may be kept. Raises `BadInput` when it is too long or surely tells of a person."""
        if len(text) > LONGEST_NOTE:
            raise BadInput("import_note_too_long", most=LONGEST_NOTE)
        if any(found.is_certain for found in self.findings(text)):
            raise BadInput("import_personal_data")
        return text

    def _read(
        self, column: Column, said: Mapping[Column, str], parse: Callable[[str], Value], empty: Value | None
    ) -> Value | None:
        text = said.get(column, "")
        if not text:
            return empty
        try:
            return parse(text)
        except BadInput as error:
            self._refuse(column, error)
            return None

    def _promises_in(self, text: str) -> tuple[int, ...]:
        """The promises that are meant; of an entry of a calendar whose words fit none, the one chosen."""
        try:
            return self.find(text)
        except BadInput as error:
            chosen = self._promise_chosen()
            if chosen is None or not self.choices.is_calendar or error.code != "import_unknown_promise":
                raise
            return chosen

    def _promise_chosen(self) -> tuple[int, ...] | None:
        return None if self.choices.promise is None else (self.choices.promise,)

    def _usual_status(self, day: date | None) -> ActivityStatus:
        """A calendar also holds what is to come."""
        is_to_come = self.choices.is_calendar and day is not None and day > self.known.today
        return ActivityStatus.PLANNED if is_to_come else self.choices.status

    def _where(self, said: Mapping[Column, str]) -> tuple[str, str]:
        """Place and school by the names of the registers; a school may also stand in the column of places."""
        written, school = said.get(Column.PLACE, ""), said.get(Column.SCHOOL, "")
        found = self.school(school) if school else None
        if school and not found:
            self._refuse(Column.SCHOOL, BadInput("import_unknown_school", value=school))
        place = next(filter(None, map(self.place, self._spellings(written))), None)
        if written and not place:
            found = found or next(filter(None, map(self.school, self._spellings(written))), None)
            if not found and not self.choices.is_calendar:
                self._refuse(Column.PLACE, BadInput("import_unknown_place", value=written))
        return place or "", found or ""

    def _spellings(self, written: str) -> Iterator[str]:
        """Calendars give addresses: the parts between commas are tried too."""
        yield written
        if self.choices.is_calendar:
            yield from (part.strip() for part in written.split(","))

    def _check(self, row: ImportedRow, promise: KnownPromise) -> None:
        """The rules for logging one activity (services/activities.py), on what is already at hand."""
        day = row.done_on
        if row.status is ActivityStatus.DONE and day > self.known.today:
            self._refuse(Column.DAY, BadInput("activity_in_future", day=day))
            return
        try:
            spread = check_day(promise.number, promise.versions, day).measure.spread
        except BadInput as error:
            self._refuse(Column.DAY, error)
            return
        if spread is Spread.SCHOOL and not row.school:
            self._refuse(Column.SCHOOL, BadInput("activity_without_school", number=promise.number))
        elif spread is Spread.PLACE and not (row.place or row.school):
            self._refuse(Column.PLACE, BadInput("activity_without_place", number=promise.number))

    def _refuse(self, column: Column, error: BadInput) -> None:
        self._add(column, error, Weight.LEFT_OUT if self.choices.is_calendar else Weight.ERROR)

    def _add(self, column: Column | None, error: BadInput, weight: Weight) -> None:
        self.problems.append(RowProblem(self.number, column, error.code, error.params, weight))
