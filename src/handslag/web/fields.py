"""Form fields: each owns its widget, what it takes and what it says when that is wrong.

Their markup stands in `templates/components/_field.html`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from handslag.domain.bounds import FIRST_DAY, LAST_DAY
from handslag.domain.characters import folded

MOST_LINES = 200  # of what is written one to a line


class Named(forms.Field):
    """A field whose general words for what is wrong do not say which field they are about.

    `own_words`: those made for this field alone, which do.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.own_words = set(map(str, (options.get("error_messages") or {}).values()))


def errors_of(bound: forms.BoundField) -> Iterator[str]:
    """What is wrong with a field, with its name first where the words themselves do not say.

    `called` on a field is a name that always stands first, such as "Question 7".
    """
    field = bound.field
    for error in bound.errors.as_data():
        for words in error.messages:
            name = getattr(field, "called", "")
            if not name and error.code and not _says_by_itself(field, error.code, words):
                name = str(bound.label)
            yield f"{name}{'' if name.endswith('?') else ':'} {words}" if name else words


def _says_by_itself(field: forms.Field, code: str, words: str) -> bool:
    """Whether the words were written for this field, and not for every field of its kind."""
    if isinstance(field, Named):
        return words in field.own_words
    usual: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        usual.update(getattr(kind, "default_error_messages", {}))
    return code in field.error_messages and field.error_messages[code] != usual.get(code)


def needed_when(bound: forms.BoundField) -> str:
    """When a field that may be left empty is needed after all, as its form says."""
    return str(getattr(bound.form, "needed_when", {}).get(bound.name, ""))


class DayField(Named, forms.DateField):
    """A local date, picked or written as 2019-09-02."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose a date."),
        "invalid": _("Write the date as year-month-day, such as 2019-09-02."),
        "min_value": _("Choose a day from 1900 on."),
        "max_value": _("Choose a day before 2200."),
    }

    def __init__(self, **options: Any) -> None:
        edges = {"min": FIRST_DAY.isoformat(), "max": LAST_DAY.isoformat()}
        picker = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"} | edges)
        super().__init__(widget=picker, input_formats=["%Y-%m-%d", "%Y%m%d"], **options)
        self.validators += [MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)]

    def to_python(self, value: Any) -> Any:
        return super().to_python(folded(value) if isinstance(value, str) else value)


class ClockField(Named, forms.TimeField):
    """A time of day, picked or written as 18:00, 18.00 or 18."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose a time."),
        "invalid": _("Write the time as hours and minutes, such as 18:00."),
    }

    def __init__(self, **options: Any) -> None:
        picker = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__(widget=picker, input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%H"], **options)

    def to_python(self, value: Any) -> Any:
        return super().to_python(folded(value) if isinstance(value, str) else value)


class WholeNumberField(Named, forms.IntegerField):
    """A whole number from `min_value` to `max_value`."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write a number."),
        "invalid": _("Write a whole number, such as 2."),
        "min_value": _("Write a number that is at least %(limit_value)s."),
        "max_value": _("Write a number that is at most %(limit_value)s."),
    }

    def __init__(self, *, min_value: int = 0, max_value: int, **options: Any) -> None:
        limits = {"min_value": min_value, "max_value": max_value}
        super().__init__(widget=_number_input("numeric"), **limits, **options)

    def to_python(self, value: Any) -> Any:
        return super().to_python(_digits(value))


class AmountField(Named, forms.DecimalField):
    """A number of at most two decimals from `min_value` to `max_value`; a comma is as good as a point."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write a number."),
        "invalid": _("Write a number, such as 2 or 1.5."),
        "min_value": _("Write a number that is at least %(limit_value)s."),
        "max_value": _("Write a number that is at most %(limit_value)s."),
        "max_decimal_places": _("Write at most two decimals."),
    }

    def __init__(self, *, min_value: int | Decimal = 0, max_value: int | Decimal, **options: Any) -> None:
        limits = {"min_value": min_value, "max_value": max_value, "decimal_places": 2}
        super().__init__(widget=_number_input("decimal"), **limits, **options)

    def to_python(self, value: Any) -> Any:
        return super().to_python(_digits(value))

    def run_validators(self, value: Any) -> None:
        try:
            super().run_validators(value)
        except forms.ValidationError as error:
            for one in error.error_list:
                limit = (one.params or {}).get("limit_value")
                one.params = {**(one.params or {}), "limit_value": _as_written(limit, grouped=True)}
            raise

    def prepare_value(self, value: Any) -> Any:
        return _as_written(value)


class TextField(Named, forms.CharField):
    """Words that somebody wrote, at most `max_length` characters, without what cannot be seen in them.

    On one line unless it has a text area.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Fill this in."),
        "max_length": _("Write at most %(limit_value)d characters. You wrote %(show_value)d."),
    }

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> Any:
        text = folded(super().to_python(value) or "")
        return text.strip() if isinstance(self.widget, forms.Textarea) else " ".join(text.split())


class LinesField(TextField):
    """Several short things, one on each line; gives a tuple without empty or doubled ones."""

    def __init__(self, *, longest: int = 120, rows: int = 3, **options: Any) -> None:
        self.longest = longest
        options = {"max_length": MOST_LINES * (longest + 1)} | options
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        lines = tuple(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))
        if any(len(line) > self.longest for line in lines):
            raise forms.ValidationError(_("One of the lines is too long. Write one thing on each line."))
        return lines

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple | list) else value


class PositionField(TextField):
    """Latitude and longitude as maps give them, "62.63218, 17.93794"; gives two decimals, or None."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write latitude and longitude as the map gives them, such as 62.632, 17.938."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=60, **options)

    _degrees = re.compile(r"(-?\d{1,3}[.,]\d+)[\s,;]+(-?\d{1,3}[.,]\d+)")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = self._degrees.fullmatch(text)
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        latitude, longitude = (round(Decimal(part.replace(",", ".")), 5) for part in found.groups())
        return latitude, longitude

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, tuple) else value


class OneOfField(Named, forms.ChoiceField):
    """One of a few choices, all of them seen."""

    widget = forms.RadioSelect
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose one."),
        "invalid_choice": _("Choose one of those that are shown."),
    }


class SomeOfField(Named, forms.MultipleChoiceField):
    """Any number of a few choices, all of them seen."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose at least one."),
        "invalid_choice": _("Choose among those that are shown."),
    }


def _as_written(value: Any, *, grouped: bool = False) -> Any:
    """A number as people write it: 2 rather than 2.00, with a comma in Swedish."""
    if not isinstance(value, Decimal):
        return value
    return number_format(int(value) if value == int(value) else value.normalize(), force_grouping=grouped)


def _digits(value: Any) -> Any:
    """A number as Python reads it: no blanks between the digits, a point for the comma, "-" for minus."""
    if not isinstance(value, str):
        return value
    return "".join(folded(value).split()).replace(",", ".").replace("−", "-").replace("–", "-")


def _number_input(mode: str) -> forms.TextInput:
    """A text field with the phone's number keys: type=number loses what it does not understand."""
    return forms.TextInput(attrs={"inputmode": mode, "class": "short", "autocomplete": "off"})
