"""From a file of Skolverket's form to the schools somebody chooses. Only code, name and days travel."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.judging.register_changes import SchoolEntry
from handslag.domain.keeping.schools import Stage
from handslag.models.models import Municipality
from handslag.services.keeping.school_files import Unit, found_in, units_in
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import DayField, SomeOfField, TextField

LIMIT = 5_000_000  # bytes; Sweden's whole list is under one million


class SchoolFileForm(DeskForm):
    """A file of JSON from Skolverket, or a sheet with a school on each row."""

    refused_at: ClassVar[dict[str, str]] = dict.fromkeys(
        ("not_school_register", "schools_without_names"), "file"
    )
    file = forms.FileField(
        label=_("The file"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".json,.csv,.xlsx"}),
        help_text=_(
            "JSON from Skolverket, or a sheet (.xlsx, .csv) with the headings School, and if you have them "
            "School authority, School unit code and Stages."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose another."),
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LIMIT:
            raise forms.ValidationError(_("The file is larger than 5 MB. Fetch one municipality at a time."))
        return file

    def units(self) -> list[Unit]:
        """The school units of the file. Raises as `units_in`."""
        file = self.cleaned_data["file"]
        return units_in(file.read(), file.name)


class ChooseSchoolsForm(DeskForm):
    """Which of the units become schools, and whose they are. `found` carries them from page to page."""

    found = TextField(widget=forms.HiddenInput, max_length=400_000)
    schools = SomeOfField(label=_("Schools to add"))
    authority = TextField(
        label=_("School authority"),
        max_length=120,
        help_text=_("For the schools whose authority the file does not say."),
        error_messages={"required": _("Write whose schools they are.")},
    )
    first_on = DayField(
        label=_("Judged from"),
        required=False,
        help_text=_("For new schools whose first day the file does not say. Empty: always."),
    )

    def __init__(self, *args: Any, municipality: Municipality, **options: Any) -> None:
        super().__init__(*args, **options)
        sent = self.data.get("found") if self.is_bound else self.initial.get("found")
        self.units = _unpacked(str(sent or "[]"))
        self.known = found_in(municipality, self.units)
        field = self.fields["schools"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [(unit.key, unit.name) for unit in self.units if self._is_offered(unit)]

    @classmethod
    def showing(cls, units: Sequence[Unit], municipality: Municipality) -> "ChooseSchoolsForm":
        """The units to choose from, all that are new chosen beforehand."""
        form = cls(municipality=municipality, initial={"found": _packed(units)})
        offered = [unit for unit in form.units if form._is_offered(unit)]
        named = next((unit.authority for unit in units if unit.authority), municipality.name)
        form.initial.update({"schools": [unit.key for unit in offered], "authority": named})
        return form

    def _is_offered(self, unit: Unit) -> bool:
        return unit.is_active and unit.key not in self.known

    @property
    def left_out(self) -> list[Unit]:
        """Units that have no pupils."""
        return [unit for unit in self.units if not unit.is_active]

    @property
    def already(self) -> list[Unit]:
        """Units that are in the list."""
        return [unit for unit in self.units if unit.is_active and unit.key in self.known]

    def entries(self) -> tuple[SchoolEntry, ...]:
        """The schools that were chosen."""
        data = self.cleaned_data
        return tuple(
            SchoolEntry(
                unit.name,
                unit.authority or " ".join(data["authority"].split()),
                unit.code,
                unit.first_on or data["first_on"],
                unit.last_on,
                stages=tuple(map(Stage, unit.stages)),
            )
            for unit in self.units
            if unit.key in data["schools"]
        )


def _packed(units: Sequence[Unit]) -> str:
    return json.dumps([asdict(unit) for unit in units], default=str, ensure_ascii=False)


def _unpacked(text: str) -> list[Unit]:
    """What `_packed` made; nothing of what somebody else made up."""
    try:
        return [
            Unit(
                code=str(row["code"])[:8],
                name=str(row["name"])[:160],
                is_active=row["is_active"] is True,
                authority=str(row["authority"])[:120],
                first_on=_day(row["first_on"]),
                last_on=_day(row["last_on"]),
                stages=tuple(Stage(stage) for stage in row["stages"]),
            )
            for row in json.loads(text)
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
