"""Inserting many rows at once that may be there already, without making a model of each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def insert_new(table: type[Model], rows: Sequence[Mapping[str, Any]]) -> set[Any]:
    """Insert the rows whose ids are not there yet, and say which those were: decided by the unique key.

    All rows name the same fields, `id` among them; a foreign key is given as its number. In one statement:
    this is what a thousand people wait for at once.
    """
    if not rows:
        return set()
    fields: list[Field[Any, Any]] = [table._meta.get_field(name) for name in rows[0]]  # type: ignore[misc]
    values = [field.get_db_prep_save(row[field.name], connection) for row in rows for field in fields]
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table._meta.db_table}" ({names}) VALUES {places}'  # noqa: S608 (names of ours)
            ' ON CONFLICT DO NOTHING RETURNING "id"',
            values,
        )
        return {table._meta.pk.to_python(one) for (one,) in cursor.fetchall()}
