"""Rows as Django reads them, but for those that cannot be read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models.sql.compiler import (
    SQLAggregateCompiler,
    SQLDeleteCompiler,
    SQLInsertCompiler,
    SQLUpdateCompiler,
)
from django.db.models.sql.compiler import SQLCompiler as DjangoCompiler

from handslag.models.left_out import LeftOut, note

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]

MAY_BE_NOTHING = "JSONField"  # the one kind whose stored value may mean None


class SQLCompiler(DjangoCompiler):
    """Django's, except that a value which cannot be converted costs its row and not the page."""

    def apply_converters(
        self, rows: Iterable[Any], converters: Mapping[int, tuple[list[Any], Any]]
    ) -> Iterator[list[Any]]:
        """The rows with their values converted. See `DjangoCompiler.apply_converters`."""
        by_place = list(converters.items())
        for row in rows:
            converted = self._converted(row, by_place)
            if converted is not None:
                yield converted

    def _converted(self, row: Any, converters: list[tuple[int, tuple[list[Any], Any]]]) -> list[Any] | None:
        """The row, or None when it cannot be read."""
        values = list(row)
        for place, (steps, expression) in converters:
            stored = value = values[place]
            try:
                for step in steps:
                    value = step(value, expression, self.connection)
            except (ValueError, TypeError, ArithmeticError):
                self._leave_out(row, expression)
                return None
            if value is None and stored is not None and not _may_be_nothing(expression):
                self._leave_out(row, expression)
                return None
            values[place] = value
        return values

    def _leave_out(self, row: Any, expression: Any) -> None:
        column = getattr(getattr(expression, "target", None), "column", "")
        note(LeftOut(str(self.query.get_meta().db_table), str(row[0]), str(column)))


def _may_be_nothing(expression: Any) -> bool:
    return bool(expression.output_field.get_internal_type() == MAY_BE_NOTHING)
