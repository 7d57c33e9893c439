"""Nothing that a form, a verb or a column takes is wider than what stores it, or cannot be read back."""

import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.db import connection, models, transaction

import handslag.web
from handslag.domain.bounds import FIRST_DAY, LAST_DAY
from handslag.domain.errors import BadInput, HandslagError
from handslag.models import columns
from handslag.services.soundness import unreadable_rows
from handslag.web.fields import AmountField, ClockField, DayField, TextField, WholeNumberField
from tests.cast import Cast
from tests.services.test_every_command import COMMANDS, Command

PLAIN = (
    models.BooleanField,
    models.BinaryField,
    models.UUIDField,
    models.TimeField,
    models.DateTimeField,
    models.AutoField,
)
BOUNDED = (TextField, AmountField, WholeNumberField, DayField, ClockField)
# Fields of the log-in library, compared and never stored.
COMPARED = {"password", "oldpassword", "password1", "password2", "code"}
CLOSED = (forms.ChoiceField, forms.MultipleChoiceField, forms.BooleanField, forms.FileField, forms.RegexField)

BEYOND: dict[type[Any], Callable[[Any], Any]] = {
    columns.BoundedCharField: lambda column: "x" * (column.max_length + 1),
    columns.BoundedSlugField: lambda column: "x" * (column.max_length + 1),
    columns.BoundedEmailField: lambda column: "x" * (column.max_length + 1),
    columns.BoundedTextField: lambda column: "ett\0två",
    columns.BoundedJSONField: lambda column: {"a": float("nan")},
    columns.BoundedDecimalField: lambda column: Decimal(10) ** (column.max_digits - column.decimal_places),
    columns.BoundedPositiveIntegerField: lambda column: 2**31,
    columns.BoundedPositiveSmallIntegerField: lambda column: 2**15,
    columns.BoundedDateField: lambda column: date(9999, 12, 31),
}


def _columns() -> "Iterator[models.Field[Any, Any]]":
    for model in apps.get_app_config("handslag").get_models():
        yield from (column for column in model._meta.fields if not isinstance(column, models.ForeignKey))


def test_every_column_says_what_it_can_hold() -> None:
    ours = {column for column in _columns() if column.model.__module__.startswith("handslag.")}
    bare = [str(column) for column in ours if not isinstance(column, (*BEYOND, *PLAIN))]
    assert sorted(bare) == ["handslag.User.last_login", "handslag.User.password"][1:]


@pytest.mark.parametrize("column", [c for c in _columns() if type(c) in BEYOND], ids=str)
def test_a_column_refuses_what_it_cannot_hold(column: "models.Field[Any, Any]") -> None:
    with pytest.raises(BadInput):
        column.get_db_prep_save(BEYOND[type(column)](column), connection)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", "-1e400", "two"])
def test_no_column_of_numbers_takes_what_is_none(value: str) -> None:
    column = apps.get_model("handslag", "Activity")._meta.get_field("hours")
    with pytest.raises(BadInput):
        column.get_db_prep_save(Decimal(value) if value != "two" else value, connection)


def _forms() -> list[type[forms.Form]]:
    for module in pkgutil.walk_packages(handslag.web.__path__, "handslag.web."):
        import_module(module.name)

    def below(form: type[Any]) -> Iterator[type[Any]]:
        for kind in form.__subclasses__():
            yield kind
            yield from below(kind)

    found = {form for form in below(forms.Form) if form.__module__.startswith("handslag.web.")}
    return sorted(found, key=lambda form: form.__qualname__)


@pytest.mark.parametrize("form", _forms(), ids=lambda form: form.__qualname__)
def test_every_field_of_a_form_has_an_end(form: type[forms.Form]) -> None:
    open_ended = {
        name: type(field).__name__
        for name, field in form.base_fields.items()
        if not isinstance(field, (*BOUNDED, *CLOSED)) and name not in COMPARED and not _is_between(field)
    }
    assert open_ended == {}


def _is_between(field: forms.Field) -> bool:
    return isinstance(field, forms.IntegerField) and field.max_value is not None


# Which columns a form's field ends up in, where not all of the same name hold as much. Looked up by hand.
STORED_IN = {
    "LogForm": ("Activity", "note count hours key"),
    "CorrectForm": ("Activity", "note reason count hours"),
    "HoursForm": ("AvailableHours", "hours start end"),
    "CloseForm": ("PeriodReport", "cause decision helped hindered planned_hours spent_hours"),
    "MeasurementForm": ("Measurement", "value measured_on source uncertainty"),
    "BaselineForm": ("Baseline", "value measured_on source uncertainty indicator unit"),
    "DraftForm": ("PromiseVersion", "text at_least unit event_series by"),
    "EventForm": ("Event", "series name place start end"),
    "PlaceForm": ("Place", "name"),
    "SchoolForm": ("School", "name unit_code first_on last_on"),
    "TermsForm": ("SchoolAuthority", "name"),
}


def test_what_a_form_takes_its_column_holds() -> None:
    known = {form.__name__: form for form in _forms()}
    for name, (table, stored) in STORED_IN.items():
        for field in stored.split():
            column = apps.get_model("handslag", table)._meta.get_field(field)
            for value in _widest(known[name].base_fields[field]):
                column.get_db_prep_save(value, connection)  # raises BadInput when it does not fit


def _widest(field: forms.Field) -> Iterator[Any]:
    match field:
        case TextField():
            yield "å" * (field.max_length or 10**9)
        case AmountField() | WholeNumberField():
            yield field.max_value
            yield 0
        case DayField():
            yield from (FIRST_DAY, LAST_DAY)
        case forms.RegexField():
            yield "12345678"
        case _:
            raise TypeError(type(field).__name__)


# What comes from the closed choices of a form and is no text, number or day that somebody writes.
CLOSED_CHOICES = {("import_activities", "choices"), ("read_voices", "choice")}
STRANGE: dict[type, tuple[Any, ...]] = {
    str: ("x" * 30_000, "\u202e\u200b", ""),  # NUL and half characters end at the doors (test_characters)
    int: (2**31, -1),
    Decimal: (Decimal("1e400"), Decimal("NaN"), Decimal(10) ** 12, Decimal("-0.001")),
    date: (date(1, 1, 1), date(9999, 12, 31)),
}


def _strange(value: Any) -> Iterator[Any]:
    """`value` with each part of it that is a text, a number or a day made strange, one at a time."""
    if type(value) in STRANGE:
        yield from STRANGE[type(value)]
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.init:
                for other in _strange(getattr(value, field.name)):
                    with suppress(HandslagError):  # a value that refuses it itself
                        yield replace(value, **{field.name: other})
    elif isinstance(value, tuple) and value:
        for other in _strange(value[0]):
            yield (other, *value[1:])


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_verb_refuses_in_words_what_cannot_be_stored(command: Command, cast: Cast) -> None:
    with transaction.atomic():
        open_ones = {k: v for k, v in command.works(cast).items() if (str(command), k) not in CLOSED_CHOICES}
        names = [name for name, value in open_ones.items() if any(True for _ in _strange(value))]
        transaction.set_rollback(True)
    for name in names:
        number = 0
        while _tried(command, cast, name, number):
            number += 1


def _tried(command: Command, cast: Cast, name: str, number: int) -> bool:
    """Whether there was a `number`th strange value of an argument; what it did is undone."""
    with transaction.atomic():
        arguments = command.works(cast)
        value = next((v for at, v in enumerate(_strange(arguments[name])) if at == number), None)
        if value is not None:
            try:
                with transaction.atomic():
                    command.verb(cast.anna, **{**arguments, name: value})
                assert unreadable_rows() == ()
            except HandslagError:
                pass
        transaction.set_rollback(True)
    return value is not None
