"""Many activities at once, from a sheet or a calendar: look first, read in whole, take back whole."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.importing.choices import Choices
from handslag.domain.importing.columns import heading_of
from handslag.domain.importing.findings import Findings, Rows
from handslag.domain.importing.outcomes import ImportedRow
from handslag.domain.importing.rows import read_rows
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.models.models import Activity, ActivityPromise, ImportBatch, Municipality, User
from handslag.services.access import require
from handslag.services.keeping.reads.imports import known_of
from handslag.services.log import record
from handslag.services.turns import in_turn

KEPT = timedelta(days=1)  # a file that nobody has read in is kept this long
AT_A_TIME = 500  # rows in one statement
NOTHING = Findings()


@in_turn
def start_import(
    actor: User,
    *,
    municipality: Municipality,
    source: str,
    rows: Rows,
    key: str,
    is_calendar: bool = False,
    findings: Findings = NOTHING,
) -> ImportBatch:
    """Keep the rows of a file while somebody looks at what they would become.

    - nothing of it counts yet; `findings` tell how it was read
    - the same file (`key`) sent twice gives the first, also when that has been read in
    - what the person had started before, and what anybody left for a day, is removed

    Raises `BadInput("import_no_rows")` when there is nothing below the headings.
    """
    require(actor, municipality, Action.IMPORT_ACTIVITIES)
    if len(rows) <= heading_of(rows) + 1:
        raise BadInput("import_no_rows")
    same = ImportBatch.objects.filter(municipality=municipality, key=key, undone_at__isnull=True)
    if sent := same.first():
        return sent
    left = Q(started_at__lt=clock.now() - KEPT) | Q(municipality=municipality, started_by=actor)
    ImportBatch.objects.filter(left, imported_at__isnull=True).delete()
    try:
        with transaction.atomic():
            batch = ImportBatch.objects.create(
                municipality=municipality,
                source=source[:300],
                key=key,
                is_calendar=is_calendar,
                rows=rows,
                findings=findings.as_data(),
                started_by=actor,
                started_at=clock.now(),
            )
    except IntegrityError:  # the same file was sent twice at the same moment
        return same.get()
    _log(actor, "start_import", batch, rows=len(rows))
    return batch


@in_turn
def import_activities(
    actor: User, *, batch: ImportBatch, choices: Choices, leave_out_wrong: bool = False
) -> ImportBatch:
    """Log every row of a file as an activity, or none.

    - rows with errors stop it, unless they are to be left out
    - the activities bear the mark of the file, and the uploaded cells are removed
    - read in once already, nothing happens

    Raises `BadInput`: `import_has_errors`, `import_nothing`; `WrongState("import_undone")`.
    """
    municipality = batch.municipality
    require(actor, municipality, Action.IMPORT_ACTIVITIES)
    if batch.undone_at is not None:
        raise WrongState("import_undone")
    if batch.imported_at is not None:
        return batch
    outcome = read_rows(batch.rows, choices, known_of(municipality, on=clock.today()))
    if outcome.wrong_rows and not leave_out_wrong:
        raise BadInput("import_has_errors", rows=outcome.wrong_rows)
    if not outcome.rows:
        raise BadInput("import_nothing")
    _save(actor, batch, outcome.rows)
    batch.rows, batch.findings, batch.imported_at = [], {}, clock.now()
    batch.save(update_fields=["rows", "findings", "imported_at"])
    _log(actor, "import_activities", batch, activities=len(outcome.rows))
    return batch


@in_turn
def undo_import(actor: User, *, batch: ImportBatch, reason: str) -> ImportBatch:
    """Take back exactly the activities that came from a file.

    - they stay in the history with the reason, and no longer count
    - the same file may be read in anew

    Raises `BadInput` without a reason; `WrongState`: `import_not_done`, `import_undone`, and
    `import_corrected_since` when some of them have been corrected.
    """
    require(actor, batch.municipality, Action.UNDO_IMPORT)
    if not reason.strip():
        raise BadInput("undo_without_reason")
    refuse_personal_data(reason=reason)
    if batch.imported_at is None:
        raise WrongState("import_not_done")
    if batch.undone_at is not None:
        raise WrongState("import_undone")
    corrected = Activity.objects.filter(replaces__batch=batch).count()
    if corrected:
        raise WrongState("import_corrected_since", activities=corrected)
    batch.undone_at, batch.undone_reason = clock.now(), reason.strip()
    batch.save(update_fields=["undone_at", "undone_reason"])
    _log(actor, "undo_import", batch, activities=batch.activities.count())
    return batch


def _save(actor: User, batch: ImportBatch, rows: tuple[ImportedRow, ...]) -> None:
    municipality = batch.municipality
    places = dict(municipality.places.values_list("name", "pk"))
    schools = dict(municipality.schools.values_list("name", "pk"))
    promises = dict(municipality.promises.values_list("number", "pk"))
    now = clock.now()
    activities = [
        Activity(
            municipality=municipality,
            done_on=row.done_on,
            status=row.status,
            count=row.count,
            hours=row.hours,
            place_id=places.get(row.place),
            school_id=schools.get(row.school),
            party=row.party,
            note=row.note,
            logged_by=actor,
            logged_at=now,
            batch=batch,
        )
        for row in rows
    ]
    saved = Activity.objects.bulk_create(activities, batch_size=AT_A_TIME)
    links = [
        ActivityPromise(activity=activity, promise_id=promises[number])
        for activity, row in zip(saved, rows, strict=True)
        for number in row.promises
    ]
    ActivityPromise.objects.bulk_create(links, batch_size=AT_A_TIME)


def _log(actor: User, verb: str, batch: ImportBatch, **params: object) -> None:
    record(
        verb,
        actor=actor,
        municipality=batch.municipality,
        kind="import",
        object_id=batch.public_id,
        **params,
    )
