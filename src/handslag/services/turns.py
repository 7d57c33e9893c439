"""One verb at a time in a municipality, each on rows as they stand when its turn has come.

A page reads a row, and somebody else may write it before the verb of that page begins: what the page read
decides nothing. So every verb waits its turn and reads what it was given anew, inside its transaction.
Residents who answer do not wait here: they have locks of their own (`responses.py`, `resident_checks.py`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model

from handslag.domain.errors import WrongState
from handslag.models.models import Municipality

Given = ParamSpec("Given")
Result = TypeVar("Result")
OWNERS = ("municipality", "promise", "dialogue", "stop", "baseline")  # from a row towards its municipality


def in_turn(verb: Callable[Given, Result]) -> Callable[Given, Result]:
    """`verb` as one transaction that waits its turn, with every row among its arguments read anew.

    Rows are looked for in keyword arguments, and in the dataclasses, lists and tuples given there. Raises
    `WrongState`: "gone_meanwhile" when one of them has been removed, "written_meanwhile" when what it would
    write may be there but once, and is, or is still needed by something else.
    """

    @wraps(verb)
    def waiting(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        rows = list(_rows_in(list(kwargs.values())))
        try:
            with turn_of(_municipality_of(rows)):
                for row in rows:
                    read_anew(row)
                return verb(*args, **kwargs)
        except IntegrityError as error:  # whoever writes past the turns is stopped by the database's own keys
            raise WrongState("written_meanwhile") from error

    return waiting


@contextmanager
def turn_of(municipality: int) -> Iterator[None]:
    """A transaction during which no other verb of the municipality with this key runs.

    On SQLite its first statement has the only writer there is; PostgreSQL locks the row, in the way that
    lets others refer to it.
    """
    with transaction.atomic():
        list(Municipality.objects.select_for_update(no_key=True).filter(pk=municipality).values("pk"))
        yield


def read_anew(row: Model) -> None:
    """Let `row` say what is stored now, and lock it. Raises `WrongState("gone_meanwhile")` without one."""
    try:
        row.refresh_from_db(from_queryset=type(row)._base_manager.select_for_update(no_key=True))
    except type(row).DoesNotExist:  # type: ignore[attr-defined]
        raise WrongState("gone_meanwhile") from None


def _rows_in(given: object) -> Iterator[Model]:
    if isinstance(given, Model):
        yield given
    elif isinstance(given, list | tuple):
        for part in given:
            yield from _rows_in(part)
    elif is_dataclass(given):
        yield from _rows_in([getattr(given, field.name) for field in fields(given)])


def _municipality_of(rows: list[Model]) -> int:
    return next(key for row in rows if (key := _owner_of(row)) is not None)


def _owner_of(row: Model) -> int | None:
    """The key of the municipality that `row` belongs to; None for people, who belong to none."""
    if isinstance(row, Municipality):
        return row.pk
    owner = next((name for name in OWNERS if hasattr(row, name)), None)
    return _owner_of(getattr(row, owner)) if owner else None
