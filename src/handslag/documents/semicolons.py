"""CSV that a Swedish Excel opens rightly by a double click: semicolons, decimal commas, marked as UTF-8."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from handslag.documents.formulas import guarded

Value = str | int | Decimal | date | None


def for_excel(rows: Iterable[Iterable[Value]]) -> bytes:
    """The rows; texts that a spreadsheet would run are guarded, None is an empty cell."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return guarded(value) if isinstance(value, str) else "" if value is None else str(value)
