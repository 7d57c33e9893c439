"""The forms on the way from a file to activities: the file, its columns, the last look, taking it back."""

import hashlib
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.documents import calendars, sheets
from handslag.documents.texts import LIMIT, MEGABYTES
from handslag.domain.errors import BadInput
from handslag.domain.importing.choices import Choices, Doubt
from handslag.domain.importing.columns import Column, guess_columns, heading_of
from handslag.domain.importing.findings import findings_from
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.models.models import ImportBatch, Municipality
from handslag.services.keeping.reads.imports import (
    ColumnRow,
    Preview,
    column_rows,
    is_doubtful,
    public_promises,
    span_of_promises,
)
from handslag.web.desk.choices import in_short
from handslag.web.desk.forms import DeskForm, FreeTextForm
from handslag.web.errors import sentence
from handslag.web.fields import OneOfField, TextField
from handslag.web.words.labels import PARTIES, listed, opened

COLUMNS = (
    ("", _("Not used")),
    (Column.DAY, _("Date")),
    (Column.PROMISE, _("Promise, number or words")),
    (Column.PLACE, _("Place")),
    (Column.SCHOOL, _("School")),
    (Column.PARTY, _("Who did it")),
    (Column.STATUS, _("Done, planned or cancelled")),
    (Column.COUNT, _("Number of times")),
    (Column.HOURS, _("Number of hours")),
    (Column.NOTE, _("What was done")),
)
DOUBTS = (
    (Doubt.LEFT_OUT, _("Leave them out")),
    (Doubt.CANCELLED, _("They were called off")),
    (Doubt.AS_OTHERS, _("They were not called off")),
)
STATUSES = ((ActivityStatus.DONE, _("It was done")), (ActivityStatus.PLANNED, _("It is planned")))


class FileForm(DeskForm):
    """A sheet or a calendar. `is_cut`: the server has dropped a file that was too large to take in at all."""

    file = forms.FileField(
        label=_("The file"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt,.ics"}),
        help_text=_("Excel (.xlsx), CSV or a calendar (.ics), at most 10 MB."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose another."),
        },
    )
    refused_at: ClassVar[dict[str, str]] = {"import_no_rows": "file"}

    def __init__(self, *args: Any, municipality: Municipality, is_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.municipality = municipality
        self.is_cut = is_cut

    def clean(self) -> dict[str, Any]:
        """Also the rows of the file, whether it is a calendar, and the key that tells it from others."""
        data = super().clean() or {}
        file = data.get("file")
        try:
            if self.is_cut:
                self.errors.clear()
                raise BadInput("file_too_large", file=file.name if file else "", megabytes=MEGABYTES)
            if file:
                data |= self._read(file.read(LIMIT + 1), file.name)
        except BadInput as error:
            self.add_error("file", sentence(error))
        return data

    def _read(self, content: bytes, name: str) -> dict[str, Any]:
        key = hashlib.sha256(content).hexdigest()
        is_calendar = calendars.is_calendar(content, name)
        if is_calendar:
            first, last = span_of_promises(self.municipality, on=clock.today())
            sheet = calendars.sheet_of(content, name, first=first, last=last)
        else:
            sheet = sheets.sheet_of(content, name)
        return {"source": name, "key": key, "is_calendar": is_calendar, **sheet._asdict()}


class ColumnsForm(DeskForm):
    """What each column is, and what holds for rows that say nothing themselves. Sent in the address."""

    promise = forms.ChoiceField(label=_("Rows that name no promise are for"), required=False)
    party = forms.ChoiceField(label=_("Rows that name nobody were done by"))
    status = OneOfField(label=_("Rows without a status"), choices=STATUSES)
    doubt = OneOfField(label=_("Rows whose words may mean that it was called off"), choices=DOUBTS)
    keep_doubled = forms.BooleanField(
        label=_("Read in rows that look doubled as well"),
        required=False,
        help_text=_("Otherwise a row that stands twice, or is logged already, is left out."),
    )

    def __init__(self, *args: Any, batch: ImportBatch, party: Party, **options: Any) -> None:
        usual = {"party": party, "status": ActivityStatus.DONE, "doubt": Doubt.LEFT_OUT}
        options["initial"] = usual
        super().__init__(*args, **options)
        self.batch = batch
        if not is_doubtful(batch):
            del self.fields["doubt"]
        self.columns = [] if batch.is_calendar else column_rows(batch)
        for row in self.columns:
            self.fields[f"c{row.index}"] = _column_field(row)
        self._offer("party", [(one.value, opened(str(PARTIES[one]))) for one in Party])
        promises = [(n, f"{n}. {in_short(text)}") for n, text in public_promises(batch.municipality)]
        if batch.is_calendar:
            self.fields["promise"].label = gettext("Entries whose words fit no promise are for")
            self.fields["promise"].help_text = gettext(
                "Choose a promise only when everything else in the calendar was done for it."
            )
            self._offer("promise", [("", gettext("None: such entries are left out")), *promises])
            self.fields["status"].label = gettext("Entries whose day has passed")
            if "doubt" in self.fields:
                self.fields["doubt"].label = gettext("Entries whose words may mean that it was called off")
            self.fields["party"].label = gettext("They were done by")
            return
        self._offer("promise", [("", gettext("None: such rows are errors")), *promises])

    @property
    def column_fields(self) -> list[forms.BoundField]:
        """The field of each column, in the order of the sheet."""
        return [self[f"c{row.index}"] for row in self.columns]

    def clean(self) -> dict[str, Any]:
        """One column for each thing, and one for the date; the promise from a column or chosen for all."""
        data = super().clean() or {}
        if self.batch.is_calendar:
            data["columns"] = guess_columns(self.batch.rows[heading_of(self.batch.rows)])
            return data
        columns: dict[Column, int] = {}
        for row in self.columns:
            column = data.get(f"c{row.index}")
            if column and columns.setdefault(Column(column), row.index) != row.index:
                self.add_error(f"c{row.index}", _("Another column is this already. Choose one of them."))
        if self.columns and Column.DAY not in columns:
            self.add_error("c0", _("Choose which column is the date."))
        if Column.PROMISE not in columns and not data.get("promise") and "promise" not in self.errors:
            self.add_error("promise", _("Choose a column for the promise, or one promise for all rows."))
        data["columns"] = columns
        return data

    def choices(self) -> Choices:
        """What was chosen. Only for a valid form."""
        data = self.cleaned_data
        return Choices(
            columns=data["columns"],
            party=Party(data["party"]),
            heading=heading_of(self.batch.rows),
            promise=int(data["promise"]) if data.get("promise") else None,
            status=ActivityStatus(data["status"]),
            keep_doubled=data["keep_doubled"],
            is_calendar=self.batch.is_calendar,
            doubt=Doubt(data.get("doubt", Doubt.LEFT_OUT)),
            findings=findings_from(self.batch.findings),
        )

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = choices


class ConfirmForm(DeskForm):
    """The last look: rows with errors are left out knowingly, and no note tells of a person."""

    leave_out_wrong = forms.BooleanField(label="")
    no_persons = forms.BooleanField(label="")

    def __init__(self, *args: Any, preview: Preview, **options: Any) -> None:
        super().__init__(*args, **options)
        self._ask(
            "leave_out_wrong",
            preview.wrong_rows > 0,
            gettext("Read in the others without the rows that have errors."),
            gettext("Correct the rows in the file and upload it again, or choose to leave them out."),
        )
        words = listed(f"”{word}”" for word in preview.persons)
        self._ask(
            "no_persons",
            bool(preview.persons),
            gettext("{words} does not point out an individual").format(words=words),
            gettext("{words} may point out an individual. Take it away, or confirm that it does not.").format(
                words=words
            ),
        )

    def _ask(self, name: str, is_asked: bool, label: str, required: str) -> None:
        if not is_asked:
            del self.fields[name]
            return
        self.fields[name].label = label
        self.fields[name].error_messages["required"] = required


class UndoForm(FreeTextForm):
    """Why a file is taken back."""

    reason = TextField(
        label=_("Why are the activities taken back?"),
        max_length=300,
        help_text=_("They stay in the history, with your reason, and no longer count."),
        error_messages={"required": _("Write why they are taken back.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("reason",)
    refused_at: ClassVar[dict[str, str]] = {"undo_without_reason": "reason"}


def _column_field(row: ColumnRow) -> forms.ChoiceField:
    name = row.heading or gettext("Column {letters}, without a heading").format(letters=row.letters)
    said = gettext("For example {values}").format(values=" · ".join(row.samples)) if row.samples else ""
    return forms.ChoiceField(
        label=name,
        choices=COLUMNS,
        required=False,
        initial=row.guess or "",
        help_text=said or gettext("Empty"),
    )
