"""Django's columns, none of which stores more than it can hold and read back, on any database.

SQLite takes a text of any length and a number of any size, and Django then cannot read the number; PostgreSQL
refuses them with an error that says nothing to a person. Here both refuse with a sentence. Forms and imports
refuse first and say it better: this is the net below them.
"""

import json
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.db import models

from handslag.domain.bounds import LONGEST_KEPT, SMALL_WHOLE, WHOLE, refuse_far
from handslag.domain.errors import BadInput
from handslag.models.word_keys import is_sealed, sealed, unsealed


class _Bounded(models.Field):  # type: ignore[type-arg]
    """A column that looks at what is to be stored, and stands in the migrations as Django's own."""

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is not None and not hasattr(value, "resolve_expression"):
            self.refuse_beyond(value)
        return super().get_db_prep_save(value, connection)

    def refuse_beyond(self, value: Any) -> None:
        """Raises `BadInput` for a value that the column cannot hold."""
        raise NotImplementedError

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{type(self).__name__.removeprefix('Bounded')}", args, kwargs


class _Words(_Bounded):
    """Text, not longer than `max_length`, that every database and every format can hold."""

    def refuse_beyond(self, value: Any) -> None:
        text, longest = str(value), self.max_length or LONGEST_KEPT
        if len(text) > longest:
            raise BadInput("value_too_long", field=self.name, longest=longest, length=len(text))
        _refuse_unstorable(self.name, text)


class BoundedCharField(_Words, models.CharField):  # type: ignore[type-arg]
    """Of a column with choices, a word that is none of them is not read."""

    def get_db_converters(self, connection: Any) -> list[Any]:
        return [self._chosen] if self.choices else []

    def _chosen(self, value: Any, _expression: Any, _connection: Any) -> Any:
        if value in (None, ""):
            return value
        if value not in self._words():
            raise ValueError(value)
        return value

    def _words(self) -> frozenset[Any]:
        words = self.__dict__.get("_of_choices")
        if words is None:
            words = self.__dict__["_of_choices"] = frozenset(word for word, _ in self.flatchoices)
        return frozenset(words)


class BoundedSlugField(_Words, models.SlugField):  # type: ignore[type-arg]
    """A part of an address."""


class BoundedEmailField(_Words, models.EmailField):  # type: ignore[type-arg]
    """An address of mail."""


class BoundedTextField(_Words, models.TextField):  # type: ignore[type-arg]
    """Text as long as the largest file taken."""


class SealedWordsField(BoundedTextField):
    """What a resident wrote: sealed in the table, with a key outside the database (`word_keys`).

    `book` names the column that names the book. A row without its key cannot be read, and is left out.
    """

    def __init__(self, *args: Any, book: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._book = book

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        text = super().pre_save(model_instance, add)
        return sealed(getattr(model_instance, self._book), {model_instance.pk: text})[model_instance.pk]

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> str | None:
        return None if value is None else unsealed(value)

    def refuse_beyond(self, value: Any) -> None:
        if not is_sealed(str(value)):
            raise TypeError(f"{self.name} is stored sealed only")
        super().refuse_beyond(value)


class BoundedJSONField(_Bounded, models.JSONField):
    """What JSON can hold: no NaN, no half characters."""

    def refuse_beyond(self, value: Any) -> None:
        try:
            text = json.dumps(value, ensure_ascii=False, allow_nan=False, cls=self.encoder)
        except ValueError as error:
            raise BadInput("value_unstorable", field=self.name) from error
        if len(text) > LONGEST_KEPT:
            raise BadInput("value_too_long", field=self.name, longest=LONGEST_KEPT, length=len(text))
        if "\\u0000" in text:
            raise BadInput("value_unstorable", field=self.name)
        _refuse_unstorable(self.name, text)


class BoundedDecimalField(_Bounded, models.DecimalField):  # type: ignore[type-arg]
    """A number of at most `max_digits`, which is what can be read back."""

    def refuse_beyond(self, value: Any) -> None:
        decimals = self.decimal_places or 0
        most = Decimal(10) ** ((self.max_digits or 0) - decimals)
        try:
            number = Decimal(value)
        except (InvalidOperation, TypeError, ValueError) as error:
            raise BadInput("value_unstorable", field=self.name) from error
        if not number.is_finite():
            raise BadInput("value_unstorable", field=self.name)
        if number.copy_abs() >= most - Decimal(5) / 10 ** (decimals + 1):  # what is less is rounded down
            raise BadInput("number_too_large", field=self.name, most=most - 1)


class _Whole(_Bounded):
    largest = WHOLE

    def refuse_beyond(self, value: Any) -> None:
        if not 0 <= int(value) <= self.largest:
            raise BadInput("number_too_large", field=self.name, most=self.largest)


class BoundedPositiveIntegerField(_Whole, models.PositiveIntegerField):  # type: ignore[type-arg]
    """A whole number from 0 to 2,147,483,647."""


class BoundedPositiveSmallIntegerField(_Whole, models.PositiveSmallIntegerField):  # type: ignore[type-arg]
    """A whole number from 0 to 32,767."""

    largest = SMALL_WHOLE


class BoundedDateField(_Bounded, models.DateField):  # type: ignore[type-arg]
    """A day that dates a little before and after can still be reckoned from."""

    def refuse_beyond(self, value: Any) -> None:
        day = value.date() if isinstance(value, datetime) else value
        if isinstance(day, date):
            refuse_far(**{self.name: day})


def _refuse_unstorable(field: str, text: str) -> None:
    if text.isascii() and "\0" not in text:
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInput("value_unstorable", field=field) from error
    if "\0" in text:
        raise BadInput("value_unstorable", field=field)


if TYPE_CHECKING:  # whose plugin knows Django's own by name
    from django.db.models import CharField as CharField
    from django.db.models import DateField as DateField
    from django.db.models import DecimalField as DecimalField
    from django.db.models import EmailField as EmailField
    from django.db.models import JSONField as JSONField
    from django.db.models import PositiveIntegerField as PositiveIntegerField
    from django.db.models import PositiveSmallIntegerField as PositiveSmallIntegerField
    from django.db.models import SlugField as SlugField
    from django.db.models import TextField as TextField
else:
    CharField = BoundedCharField
    SlugField = BoundedSlugField
    EmailField = BoundedEmailField
    TextField = BoundedTextField
    JSONField = BoundedJSONField
    DecimalField = BoundedDecimalField
    PositiveIntegerField = BoundedPositiveIntegerField
    PositiveSmallIntegerField = BoundedPositiveSmallIntegerField
    DateField = BoundedDateField
