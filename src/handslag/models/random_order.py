"""Rows written anew, so that nothing of when and beside what they were first written stands by them.

A database remembers more than its columns: PostgreSQL the transaction (`xmin`) and the place (`ctid`) of each
row, SQLite the order in which the rows of a page came. Two tables without a link are joined by that.
"""

from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet


def write_anew(rows: "QuerySet[Any]") -> None:
    """Take the rows out and put them in again, in random order, in the transaction of whoever calls.

    All that are written anew in one transaction have the same number for it. Rows that point to them stay.
    """
    table = rows.model._meta.db_table
    which, values = rows.order_by().values("pk").query.sql_with_params()
    taken = f'CREATE TEMPORARY TABLE anew AS SELECT * FROM "{table}" WHERE id IN ({which})'  # noqa: S608 (names of ours)
    with connection.cursor() as cursor:
        cursor.execute(taken, values)
        cursor.execute(f'DELETE FROM "{table}" WHERE id IN (SELECT id FROM anew)')  # noqa: S608
        cursor.execute(f'INSERT INTO "{table}" SELECT * FROM anew ORDER BY random()')  # noqa: S608
        cursor.execute("DROP TABLE anew")


def rewrite_tables(*tables: type[Model]) -> None:
    """On PostgreSQL, write tables into new files in the order of their random ids, without what was erased.

    To be called after the transaction that erased. Takes a lock that stops reading and writing for a moment.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come cannot be moved
        for table in tables:
            name = table._meta.db_table
            cursor.execute(f'CLUSTER "{name}" USING "{name}_pkey"')
