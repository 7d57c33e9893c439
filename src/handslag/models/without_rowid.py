"""A table that does not remember in which order its rows came (SQLite's WITHOUT ROWID)."""

from typing import Any

from django.db.migrations.operations.base import Operation


class WithoutRowid(Operation):
    """Rebuild the table of `model` without row numbers. Other databases are left as they are.

    Goes right after `CreateModel`, and again after any change for which Django rebuilds the table.
    """

    reduces_to_sql = False
    reversible = True

    def __init__(self, model: str) -> None:
        self.model = model

    def state_forwards(self, app_label: str, state: Any) -> None:
        """What Django knows of the table stays the same."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        connection = schema_editor.connection
        if connection.vendor != "sqlite":
            return
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT type, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL", [table]
            )
            parts = cursor.fetchall()
            made = next(sql for kind, sql in parts if kind == "table")
            cursor.execute(made.replace(f'"{table}"', f'"new__{table}"', 1) + " WITHOUT ROWID")
            cursor.execute(f'INSERT INTO "new__{table}" SELECT * FROM "{table}"')  # noqa: S608 (a table's name)
            cursor.execute(f'DROP TABLE "{table}"')
            cursor.execute(f'ALTER TABLE "new__{table}" RENAME TO "{table}"')
            for kind, sql in parts:
                if kind == "index":
                    cursor.execute(sql)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """A table with row numbers serves as well: the next operation drops it."""

    def describe(self) -> str:
        return f"Keep no order of the rows of {self.model}"
