"""Inserting many rows at once that may be there already, without making a model of each.

This is what a thousand people wait for at once: one statement, and no work for values that the driver takes
as they are. All rows name the same fields, `id` among them; a foreign key is given as its number.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import BooleanField, CharField, Field, ForeignKey, IntegerField, Model, TextField

Rows = Sequence[Mapping[str, Any]]
_AS_THEY_ARE = (BooleanField, CharField, ForeignKey, IntegerField, TextField)


def insert_new(table: type[Model], rows: Rows) -> set[Any]:
    """Insert the rows whose ids are not there yet, and say which those were: decided by the unique key."""
    return {table._meta.pk.to_python(one) for (one,) in _insert(table, rows, ' RETURNING "id"')}


def insert_missing(table: type[Model], rows: Rows) -> None:
    """As `insert_new`, without asking the database which they were."""
    _insert(table, rows, "")


def _insert(table: type[Model], rows: Rows, ending: str) -> list[tuple[Any, ...]]:
    if not rows:
        return []
    connection = transaction.get_connection()
    fields: list[Field[Any, Any]] = [table._meta.get_field(name) for name in rows[0]]  # type: ignore[misc]
    ready = [(field, field.name, isinstance(field, _AS_THEY_ARE)) for field in fields]
    values = [
        row[name] if is_ready else field.get_db_prep_save(row[name], connection)
        for row in rows
        for field, name, is_ready in ready
    ]
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table._meta.db_table}" ({names}) VALUES {places} ON CONFLICT DO NOTHING{ending}',  # noqa: S608 (names of ours)
            values,
        )
        return cursor.fetchall() if ending else []
