"""The forms behind calendars and lists. Each gives the change it asks for, to be tried before it is saved."""

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.judging.periods import Period
from handslag.domain.judging.register_changes import Break, EventEntry, PlaceEntry, SchoolEntry, TermDays
from handslag.domain.keeping.schools import Stage
from handslag.models.models import Event, Municipality, School
from handslag.services.keeping.reads.registers import AuthorityRow
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import DayField, LinesField, PositionField, SomeOfField, TextField, WholeNumberField
from handslag.web.words.labels import STAGES

BLANK = 2  # rows left empty for what is to come
MOST_ROWS = 60  # terms or breaks of one authority: thirty years


class TermsForm(DeskForm):
    """The terms and breaks of one school authority, a row each; an emptied row goes away."""

    refused_at: ClassVar[dict[str, str]] = {"authority_known": "name"}
    name = TextField(
        label=_("School authority"),
        max_length=120,
        help_text=_("The municipality for its own schools, or an independent school's owner."),
        error_messages={"required": _("Write whose terms they are.")},
    )

    def __init__(self, *args: Any, row: AuthorityRow | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.row = row
        if row is not None:
            del self.fields["name"]
        terms: Sequence[Period] = row.terms if row else ()
        breaks: Sequence[Break] = row.breaks if row else ()
        self.term_rows = range(self._number("term", len(terms)))
        self.break_rows = range(self._number("break", len(breaks)))
        for index in self.term_rows:
            self._add_days("term", index, terms[index] if index < len(terms) else None)
        for index in self.break_rows:
            known = breaks[index] if index < len(breaks) else None
            self.fields[f"break_name_{index}"] = TextField(
                label=_("What it is called"), max_length=60, required=False, initial=known and known.name
            )
            self._add_days("break", index, known)

    def _number(self, kind: str, known: int) -> int:
        """As many rows as there are and some empty ones; those that were sent, when it comes back."""
        sent = 0
        while self.is_bound and sent < MOST_ROWS and f"{kind}_start_{sent}" in self.data:
            sent += 1
        return sent or known + BLANK

    def _add_days(self, kind: str, index: int, known: Period | Break | None) -> None:
        days = {"start": (_("First day"), known and known.start), "end": (_("Last day"), known and known.end)}
        for which, (label, value) in days.items():
            self.fields[f"{kind}_{which}_{index}"] = DayField(label=label, required=False, initial=value)

    @property
    def term_fields(self) -> Iterator[tuple[int, list[forms.BoundField]]]:
        """Number and fields of each row of a term."""
        for index in self.term_rows:
            yield index + 1, [self[f"term_start_{index}"], self[f"term_end_{index}"]]

    @property
    def break_fields(self) -> Iterator[tuple[int, list[forms.BoundField]]]:
        """Number and fields of each row of a break."""
        for index in self.break_rows:
            names = ("break_name", "break_start", "break_end")
            yield index + 1, [self[f"{name}_{index}"] for name in names]

    def clean(self) -> dict[str, Any]:
        """A row is whole or empty."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for kind, rows in (("term", self.term_rows), ("break", self.break_rows)):
            for index in rows:
                start, end = f"{kind}_start_{index}", f"{kind}_end_{index}"
                has_name = bool(data.get(f"break_name_{index}")) if kind == "break" else False
                if not any((has_name, data.get(start), data.get(end))):
                    continue
                for name in (start, end):
                    if name not in self.errors and not data.get(name):
                        self.add_error(name, gettext("Choose a date, or empty the whole row."))
                if kind == "break" and not has_name:
                    self.add_error(f"break_name_{index}", gettext("Write what it is called."))
        return data

    def change(self) -> TermDays:
        """What was filled in, by day."""
        data = self.cleaned_data
        terms = [self._days("term", index) for index in self.term_rows]
        breaks = [
            Break(data[f"break_name_{index}"], *days)
            for index in self.break_rows
            if (days := self._days("break", index))
        ]
        name = self.row.name if self.row else " ".join(data["name"].split())
        periods = tuple(Period(*days) for days in terms if days)
        return TermDays(name, periods, tuple(breaks), is_new=self.row is None)

    def _days(self, kind: str, index: int) -> tuple[date, date] | None:
        start = self.cleaned_data.get(f"{kind}_start_{index}")
        end = self.cleaned_data.get(f"{kind}_end_{index}")
        return (start, end) if start and end else None


class SchoolForm(DeskForm):
    """One school, by hand."""

    refused_at: ClassVar[dict[str, str]] = {
        "school_known": "name",
        "unknown_authority": "authority",
        "period_backwards": "last_on",
    }
    rows = (("name", "authority"), ("unit_code", "first_on", "last_on"))
    needed_when = MappingProxyType(
        {
            "authority": _("or write a new one"),
            "new_authority": _("if the list lacks it"),
        }
    )
    name = TextField(
        label=_("Name of the school"), max_length=160, error_messages={"required": _("Write its name.")}
    )
    authority = forms.ChoiceField(label=_("School authority"), required=False)
    new_authority = TextField(
        label=_("A new school authority"),
        max_length=120,
        required=False,
        help_text=_("Who runs the school: the municipality, or the company or association behind it."),
    )
    stages = SomeOfField(
        label=_("Stages"),
        required=False,
        choices=tuple(STAGES.items()),
        help_text=_("So that a promise to every school of a stage can be told from one to all schools."),
    )
    unit_code = forms.RegexField(
        label=_("School unit code"),
        regex=r"^\d{8}$",
        required=False,
        help_text=_("Eight figures in Skolverket's register."),
        error_messages={"invalid": _("Write eight figures, or nothing.")},
    )
    first_on = DayField(
        label=_("Judged from"),
        required=False,
        help_text=_("The day the school opened. Empty: it has always been there."),
    )
    last_on = DayField(
        label=_("Judged to"),
        required=False,
        help_text=_("Its last day, when it closes. What was judged before stays."),
    )

    def __init__(
        self,
        *args: Any,
        municipality: Municipality,
        authorities: list[str],
        school: School | None = None,
        **options: Any,
    ) -> None:
        if school is not None:
            names = ("name", "unit_code", "first_on", "last_on", "stages")
            options["initial"] = {name: getattr(school, name) for name in names} | {
                "authority": school.authority.name
            }
        else:
            options["initial"] = (
                {"authority": authorities[0]} if authorities else {"new_authority": municipality.name}
            )
        super().__init__(*args, **options)
        self.known = school.name if school else ""
        field = self.fields["authority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [*((name, name) for name in authorities), ("", gettext("Another, written below"))]
        if not authorities:
            del self.fields["authority"]

    def clean(self) -> dict[str, Any]:
        """Whose the school is must be chosen or written."""
        super().clean()
        new = " ".join(self.cleaned_data.get("new_authority", "").split())
        self.cleaned_data["new_authority"] = new
        if not new and not self.cleaned_data.get("authority") and "new_authority" not in self.errors:
            self.add_error("new_authority", gettext("Write whose school it is."))
        return self.cleaned_data

    def change(self) -> SchoolEntry:
        """The school as it should be. An authority that is written goes before the one that is chosen."""
        data = self.cleaned_data
        return SchoolEntry(
            " ".join(data["name"].split()),
            data["new_authority"] or data["authority"],
            data["unit_code"],
            data["first_on"],
            data["last_on"],
            self.known,
            tuple(map(Stage, data["stages"])),
            is_new_authority=bool(data["new_authority"]),
        )


class EventForm(DeskForm):
    """One event of a series."""

    refused_at: ClassVar[dict[str, str]] = {"period_backwards": "end"}
    rows = (("name", "series"), ("start", "end", "place"))
    series = TextField(
        label=_("Series"),
        max_length=60,
        help_text=_("Write the series just as in the promise, such as Invånardialoger."),
        error_messages={"required": _("Write which series it belongs to.")},
    )
    name = TextField(
        label=_("Name of the event"), max_length=160, error_messages={"required": _("Write its name.")}
    )
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"), required=False, help_text=_("Empty: the same day."))
    place = TextField(
        label=_("Where"),
        max_length=120,
        required=False,
        help_text=_("A place of your list. Empty: in the whole municipality."),
    )

    def __init__(self, *args: Any, event: Event | None = None, **options: Any) -> None:
        if event is not None:
            names = ("series", "name", "start", "end", "place")
            options["initial"] = {name: getattr(event, name) for name in names}
        super().__init__(*args, **options)
        self.known = event.public_id if event else ""

    def change(self) -> EventEntry:
        """The event as it should be."""
        data = self.cleaned_data
        end = data["end"] or data["start"]
        return EventEntry(data["series"], data["name"], data["start"], end, data["place"], self.known)


class StorhelgerForm(DeskForm):
    """Which year's great holidays, in which series."""

    rows = (("series", "year"),)
    series = TextField(label=_("Series"), max_length=60)
    year = WholeNumberField(label=_("Year"), min_value=2005, max_value=2100)


class PlaceForm(DeskForm):
    """One place, its other names and where it lies."""

    refused_at: ClassVar[dict[str, str]] = {"name_of_another_place": "aliases", "not_a_position": "position"}
    name = TextField(
        label=_("Name of the place"),
        max_length=120,
        help_text=_("It keeps this name. Other ways to write it go below."),
        error_messages={"required": _("Write its name.")},
    )
    aliases = LinesField(
        label=_("Other names"),
        required=False,
        help_text=_("One on each line. What is logged under any of them counts here."),
    )
    position = PositionField(
        label=_("Where it lies"),
        required=False,
        help_text=_("Latitude and longitude from a map, such as 62.632, 17.938. A phone can put it first."),
    )

    def __init__(self, *args: Any, known: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        if known:
            del self.fields["name"]

    def change(self) -> PlaceEntry:
        """The place as it should be."""
        name = self.known or " ".join(self.cleaned_data["name"].split())
        data = self.cleaned_data
        return PlaceEntry(name, data["aliases"], is_new=not self.known, position=data["position"])
