"""Files of activities before and after they are read in, as rows that a template prints."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from handslag.domain.importing.choices import Choices, Known, Seen
from handslag.domain.importing.columns import Column, guess_columns, heading_of, letters
from handslag.domain.importing.findings import Remark, findings_from
from handslag.domain.importing.outcomes import ImportedRow, RowProblem, Weight
from handslag.domain.importing.promises import KnownPromise
from handslag.domain.importing.rows import read_rows
from handslag.domain.importing.statuses import CalledOff, called_off
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Activity, ActivityPromise, ImportBatch, Municipality, PromiseVersion
from handslag.services.judging.reads.registers import registers_of

SAMPLES = 3  # values shown beside a column
SHOWN = 20  # rows shown of what would be read in
SHOWN_WORDINGS = 100
_LOOK_AT = 200  # rows searched for values to show


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of an uploaded sheet; `index` counts from 0, `heading` is "" where there is none."""

    index: int
    letters: str
    heading: str
    samples: tuple[str, ...]
    guess: Column | None


@dataclass(frozen=True, slots=True)
class Understood:
    """What the sheet says of a promise, the promises it was taken to mean, and in how many rows.

    `text`: the words of the first of them.
    """

    said: str
    promises: tuple[int, ...]
    text: str
    rows: int


@dataclass(frozen=True, slots=True)
class SameProblem:
    """One thing that is wrong in one column ("" is the row as a whole), and every row that has it."""

    heading: str
    code: str
    params: Mapping[str, object]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be read in. `rows`: the first of `activities`; `persons`: words that may be names.

    `remarks` tell how the file was read. `understood` are the commonest of `wordings`.
    """

    rows: tuple[ImportedRow, ...]
    activities: int
    wrong_rows: int
    errors: tuple[SameProblem, ...]
    doubled: tuple[SameProblem, ...]
    left_out: tuple[SameProblem, ...]
    understood: tuple[Understood, ...]
    wordings: int
    persons: tuple[str, ...]
    remarks: tuple[Remark, ...]

    @property
    def doubled_rows(self) -> int:
        return _how_many(self.doubled)

    @property
    def left_out_rows(self) -> int:
        return _how_many(self.left_out)


def _how_many(problems: tuple[SameProblem, ...]) -> int:
    """How many rows have at least one of the problems."""
    return len({row for same in problems for row in same.rows})


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One file that was read in; `activities` came from it, `corrected` of them since."""

    public_id: str
    source: str
    by: str
    imported_at: datetime
    activities: int
    corrected: int
    undone_at: datetime | None
    undone_reason: str


def column_rows(batch: ImportBatch) -> list[ColumnRow]:
    """The columns of an uploaded sheet with a few values each and what they seem to be. No query."""
    heading = heading_of(batch.rows)
    guesses = {index: column for column, index in guess_columns(batch.rows[heading]).items()}
    width = max(len(row) for row in batch.rows[heading:])
    return [_column(batch, heading, index, guesses.get(index)) for index in range(width)]


def _column(batch: ImportBatch, heading: int, index: int, guess: Column | None) -> ColumnRow:
    rows = batch.rows[heading + 1 : heading + 1 + _LOOK_AT]
    values = dict.fromkeys(row[index] for row in rows if index < len(row) and row[index])
    name = batch.rows[heading][index] if index < len(batch.rows[heading]) else ""
    return ColumnRow(index, letters(index), name, tuple(values)[:SAMPLES], guess)


def file_remarks(batch: ImportBatch) -> tuple[Remark, ...]:
    """How an uploaded file was read, and what of it was not. No query."""
    return findings_from(batch.findings).remarks


def is_doubtful(batch: ImportBatch) -> bool:
    """Whether words of an uploaded file may mean that something was called off. No query."""
    cells = {cell for row in batch.rows for cell in row}
    return any(called_off(cell) is CalledOff.PERHAPS for cell in cells)


def preview_import(batch: ImportBatch, choices: Choices, *, on: date) -> Preview:
    """What would be read in with these choices on the day `on`, and everything that would not. Seven queries.

    Raises `BadInput("import_no_rows")` for a sheet with headings only.
    """
    known = known_of(batch.municipality, on=on)
    outcome = read_rows(batch.rows, choices, known)
    texts = {promise.number: promise.text for promise in known.promises}
    said = Counter((row.said, row.promises) for row in outcome.rows if row.said)
    return Preview(
        rows=outcome.rows[:SHOWN],
        activities=len(outcome.rows),
        wrong_rows=outcome.wrong_rows,
        errors=_same(batch, choices, outcome.of(Weight.ERROR)),
        doubled=_same(batch, choices, outcome.of(Weight.DOUBLED)),
        left_out=_same(batch, choices, outcome.of(Weight.LEFT_OUT)),
        understood=tuple(
            Understood(words, numbers, texts[numbers[0]], rows)
            for (words, numbers), rows in said.most_common(SHOWN_WORDINGS)
        ),
        wordings=len(said),
        persons=outcome.persons,
        remarks=(*choices.findings.remarks, *outcome.remarks),
    )


def _same(batch: ImportBatch, choices: Choices, problems: tuple[RowProblem, ...]) -> tuple[SameProblem, ...]:
    """Problems that are one and the same together, in the order they first appear."""
    rows: defaultdict[tuple[str, str, tuple[tuple[str, object], ...]], list[int]] = defaultdict(list)
    for problem in problems:
        key = (_heading(batch, choices, problem.column), problem.code, tuple(problem.params.items()))
        rows[key].append(problem.row)
    return tuple(
        SameProblem(head, code, dict(params), tuple(some)) for (head, code, params), some in rows.items()
    )


def _heading(batch: ImportBatch, choices: Choices, column: Column | None) -> str:
    """What the sheet calls a column: its heading, else its letters; "" for one the sheet does not have."""
    if column is None or column not in choices.columns:
        return ""
    index, headings = choices.columns[column], batch.rows[choices.heading]
    return (headings[index] if index < len(headings) else "") or letters(index)


def public_promises(municipality: Municipality) -> list[tuple[int, str]]:
    """Number and words of every promise that something may be logged for. One query."""
    found = PromiseVersion.objects.filter(
        promise__municipality=municipality, promise__state=PromiseState.PUBLISHED
    )
    rows = found.order_by("promise__number", "version").values_list("promise__number", "text")
    return list(dict(rows).items())


def known_of(municipality: Municipality, *, on: date) -> Known:
    """What the rows are held against: promises, places, schools, and what is logged. Seven queries."""
    registers = registers_of([municipality])[municipality.pk]
    return Known(
        promises=tuple(_known_promises(municipality)),
        places=registers.places,
        schools=tuple(school.name for school in registers.schools),
        today=on,
        logged=_logged(municipality),
    )


def _known_promises(municipality: Municipality) -> list[KnownPromise]:
    versions: defaultdict[int, list[PromiseVersion]] = defaultdict(list)
    found = PromiseVersion.objects.filter(promise__municipality=municipality)
    rows = found.exclude(promise__state=PromiseState.DRAFT).select_related("promise__aim")
    for row in rows.order_by("promise__number", "version"):
        versions[row.promise.number].append(row)
    return [_known_promise(number, rows) for number, rows in versions.items()]


def _known_promise(number: int, versions: list[PromiseVersion]) -> KnownPromise:
    last = versions[-1]
    return KnownPromise(
        number=number,
        versions=tuple(version.terms() for version in versions),
        about=f"{last.promise.perspective} {last.unit}",
    )


def _logged(municipality: Municipality) -> dict[Seen, list[frozenset[int]]]:
    numbers: defaultdict[int, set[int]] = defaultdict(set)
    links = ActivityPromise.objects.filter(activity__municipality=municipality)
    for activity, number in links.values_list("activity_id", "promise__number"):
        numbers[activity].add(number)
    logged: defaultdict[Seen, list[frozenset[int]]] = defaultdict(list)
    rows = Activity.current.filter(municipality=municipality)
    for key, day, status, party, others, place, school in rows.values_list(
        "pk", "done_on", "status", "party", "others", "place__name", "school__name"
    ):
        for took_part in (party, *others):
            seen = (day, ActivityStatus(status), Party(took_part), place or "", school or "")
            logged[seen].append(frozenset(numbers[key]))
    return logged


def span_of_promises(municipality: Municipality, *, on: date) -> tuple[date, date]:
    """The days within which a calendar can hold activities: from the first promise to a year from `on`.

    Without a public promise, the year before `on` and the year after it. One query.
    """
    found = PromiseVersion.objects.filter(promise__municipality=municipality)
    first = found.exclude(promise__state=PromiseState.DRAFT).order_by("valid_from").first()
    year = timedelta(days=365)
    return (first.valid_from if first else on - year), on + year


def batch_rows(municipality: Municipality) -> list[BatchRow]:
    """The files that were read in, latest first. One query."""
    return [_batch_row(row) for row in _counted(municipality).order_by("-imported_at", "-id")]


def batch_row(batch: ImportBatch) -> BatchRow:
    """One file that was read in. One query."""
    return _batch_row(_counted(batch.municipality).get(pk=batch.pk))


def _counted(municipality: Municipality) -> QuerySet[ImportBatch]:
    found = ImportBatch.objects.filter(municipality=municipality, imported_at__isnull=False)
    corrected = Count("activities", filter=Q(activities__replaced_by__isnull=False))
    return (
        found.defer("rows")
        .select_related("started_by")
        .annotate(how_many=Count("activities"), corrected=corrected)
    )


def _batch_row(row: ImportBatch) -> BatchRow:
    counted = {"activities": row.how_many, "corrected": row.corrected}  # type: ignore[attr-defined]
    return BatchRow(
        public_id=row.public_id,
        source=row.source,
        by=str(row.started_by or ""),
        imported_at=row.imported_at or row.started_at,
        undone_at=row.undone_at,
        undone_reason=row.undone_reason,
        **counted,
    )
