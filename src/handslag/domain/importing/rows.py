"""The rows of a sheet as activities, or what is wrong with each: row, column and code."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeVar

from handslag.domain.bounds import LONGEST_WORDS
from handslag.domain.errors import BadInput
from handslag.domain.formulas import unguarded
from handslag.domain.importing.choices import Choices, Doubt, Known
from handslag.domain.importing.columns import Column, letters
from handslag.domain.importing.days import How, read_day, style_of
from handslag.domain.importing.findings import Remarks
from handslag.domain.importing.numbers import count_in, hours_in, is_clock, may_be_thousands
from handslag.domain.importing.outcomes import ImportedRow, Outcome, RowProblem, Weight
from handslag.domain.importing.parties import party_in
from handslag.domain.importing.promises import KnownPromise, promise_finder
from handslag.domain.importing.statuses import CalledOff, called_off, status_in
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.places import Match, matcher
from handslag.domain.listening.redaction import findings
from handslag.domain.promises.changes import check_day
from handslag.domain.promises.terms import Spread

AHEAD: Final = timedelta(days=5 * 366)  # how far plans may lie ahead
_NUMBERS: Final = frozenset((Column.COUNT, Column.HOURS))
_DASHES: Final = frozenset("-–—")
_MAY_BE_DASH: Final = frozenset((Column.HOURS, Column.PLACE, Column.SCHOOL, Column.NOTE))
_FORMULA: Final = re.compile(r"=\s?[A-Za-zÅÄÖåäö0-9(+\-\"$@{]")
_ERROR: Final = re.compile(r"#(?:[A-ZÅÄÖ/0]+[!?]|N/A|#+)")  # #REF!, #SAKNAS!, #DIVISION/0!, ####
Value = TypeVar("Value")


def read_rows(rows: Sequence[Sequence[str]], choices: Choices, known: Known) -> Outcome:
    """Every row below the headings as an activity or as problems; empty rows are passed over.

    Doubled rows (the same activity on an earlier row, or logged before) are problems too; they are
    read in only when `choices.keep_doubled`. Raises `BadInput("import_no_rows")` when there are none.
    """
    reader = _Reader(rows, choices, known)
    _remark_unread(rows, choices, reader.remarks)
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
    return Outcome(tuple(read), tuple(reader.problems), tuple(persons), reader.remarks.all())


def _remark_unread(rows: Sequence[Sequence[str]], choices: Choices, remarks: Remarks) -> None:
    """What stands above the headings, and in columns that are not used."""
    if any(any(row) for row in rows[: choices.heading]):
        remarks.of_file("import_headings_at", number=choices.heading + 1)
    headings = rows[choices.heading]
    below = enumerate(rows[choices.heading + 1 :], start=choices.heading + 2)
    whole = (row for number, row in below if number not in choices.findings.long_rows)
    filled = {index for row in whole for index, cell in enumerate(row) if cell}
    unused = sorted(filled - set(choices.columns.values()))
    if unused and not choices.is_calendar:
        names = ((headings[index] if index < len(headings) else "") or letters(index) for index in unused)
        remarks.of_file("import_columns_unused", columns=", ".join(names))


class _Reader:
    """Reads one row at a time; what is wrong gathers in `problems`."""

    def __init__(self, rows: Sequence[Sequence[str]], choices: Choices, known: Known) -> None:
        names = [name for place in known.places for name in (place.name, *place.aliases)]
        self.choices = choices
        self._merged = choices.findings.merged
        self.known = known
        self.problems: list[RowProblem] = []
        self.promises = {promise.number: promise for promise in known.promises}
        self.find = lru_cache(maxsize=None)(promise_finder(known.promises, (*names, *known.schools)))
        self.findings = lru_cache(maxsize=None)(findings)  # no longer than the file is looked at
        self.place: Match = matcher([place.name for place in known.places], known.places)
        self.school: Match = matcher(known.schools)
        self.number = 0
        self.remarks = Remarks()
        self.headings = {
            column: rows[choices.heading][index] if index < len(rows[choices.heading]) else ""
            for column, index in choices.columns.items()
        }
        day = choices.columns.get(Column.DAY, 0)
        self.style = style_of(
            (cells[day] for cells in rows[choices.heading + 1 :] if day < len(cells)),
            min((one.versions[0].valid_from for one in known.promises), default=date.min),
            known.today + AHEAD,
            from_1904=choices.findings.from_1904,
        )

    def row(self, number: int, cells: Sequence[str]) -> ImportedRow | None:
        """The row as an activity, None when something is wrong with it."""
        self.number, before = number, len(self.problems)
        if number in self.choices.findings.long_rows:
            self._refuse(None, BadInput("import_row_too_long"))
            return None
        said = {column: cells[index] for column, index in self.choices.columns.items() if index < len(cells)}
        said = {column: "" if _is_dash(column, text) else text for column, text in said.items()}
        day = self._read(Column.DAY, said, self._day, None)
        promises = self._read(Column.PROMISE, said, self._promises_in, self._promise_chosen())
        place, school = self._where(said)
        count = self._read(Column.COUNT, said, count_in, 1)
        hours = self._read(Column.HOURS, said, self._hours, None)
        party = self._read(Column.PARTY, said, party_in, self.choices.party)
        status = self._status(said, day)
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

    def _day(self, text: str) -> date:
        day, how = read_day(text, self.style)
        if how is not How.PLAIN:
            self.remarks.add(f"import_day_{how}", self.number, value=text, day=day)
        return day

    def _hours(self, text: str) -> Decimal:
        hours = hours_in(text)
        if is_clock(text):
            self.remarks.add("import_hours_clock", self.number, value=text, hours=hours)
        elif may_be_thousands(text):
            self.remarks.add("import_hours_decimals", self.number, value=text, hours=hours)
        return hours

    def _status(self, said: Mapping[Column, str], day: date | None) -> ActivityStatus | None:
        """What the row says of itself, else what its words do, else what was chosen; None when refused."""
        usual = self._usual_status(day)
        own = said.get(Column.STATUS, "")
        status = self._read(Column.STATUS, said, lambda text: self._status_said(text, day), usual)
        if status in (None, ActivityStatus.CANCELLED) or (own and not self.choices.is_calendar):
            return status
        words = [*said.get(Column.PROMISE, "").split(";"), said.get(Column.NOTE, "")]
        told = {called_off(part.strip()): part.strip() for part in reversed(words)}
        if CalledOff.PLAINLY in told:
            self.remarks.add("import_called_off", self.number, value=told[CalledOff.PLAINLY])
            return ActivityStatus.CANCELLED
        if CalledOff.PERHAPS not in told or self.choices.doubt is Doubt.AS_OTHERS:
            return status
        if self.choices.doubt is Doubt.CANCELLED:
            return ActivityStatus.CANCELLED
        self._refuse(Column.STATUS, BadInput("import_perhaps_called_off", value=told[CalledOff.PERHAPS]))
        return None

    def _status_said(self, text: str, day: date | None) -> ActivityStatus:
        status = status_in(text, self.headings[Column.STATUS])
        if status is None:
            is_to_come = day is not None and day > self.known.today
            status = ActivityStatus.PLANNED if is_to_come else ActivityStatus.CANCELLED
            self.remarks.add(f"import_no_is_{status}", self.number, value=text)
        return status

    def _note(self, text: str) -> str:
        """A note as it may be kept. Raises `BadInput` when it is too long or surely tells of a person."""
        text = unguarded(text)
        if len(text) > LONGEST_WORDS:
            raise BadInput("import_note_too_long", most=LONGEST_WORDS)
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
            if column in _NUMBERS and (self.number, self.choices.columns[column]) in self._merged:
                raise BadInput("import_merged_number", value=text)
            _refuse_computed(text)
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
        """The rules for logging one activity (services/keeping/activities.py), on what is already at hand."""
        day = row.done_on
        if day > self.known.today + AHEAD:
            self._refuse(Column.DAY, BadInput("import_day_far", day=day))
            return
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

    def _refuse(self, column: Column | None, error: BadInput) -> None:
        self._add(column, error, Weight.LEFT_OUT if self.choices.is_calendar else Weight.ERROR)

    def _add(self, column: Column | None, error: BadInput, weight: Weight) -> None:
        self.problems.append(RowProblem(self.number, column, error.code, error.params, weight))


def _is_dash(column: Column, text: str) -> bool:
    """Whether a cell holds only the dash that people put where there is nothing to say."""
    return column in _MAY_BE_DASH and text in _DASHES


def _refuse_computed(text: str) -> None:
    """Raises `BadInput` for a formula without its value, and for the error that Excel shows instead."""
    if _FORMULA.match(text):
        raise BadInput("import_formula", value=text)
    if _ERROR.fullmatch(text):
        raise BadInput("import_error_value", value=text)
