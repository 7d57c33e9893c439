"""All rows of the database: set back to what they were, and told so that two outcomes can be compared."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import ForeignKey, Model

from handslag.models.models import LogEntry

RANDOM = {"public_id", "key", "digest"}  # other in each run
Stored = dict[type[Model], list[Model]]


def tables() -> list[type[Model]]:
    """Every table of ours."""
    return list(apps.get_app_config("handslag").get_models(include_auto_created=True))


def stored_now() -> Stored:
    """Every row there is, by table."""
    return {table: list(table._base_manager.order_by("pk")) for table in _with_rows()}


def _with_rows() -> list[type[Model]]:
    """The tables that are not empty: most are, in a round."""
    names = [table._meta.db_table for table in tables()]
    asked = [f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in names]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        filled = {name for (name,) in cursor.fetchall()}
    return [table for table in tables() if table._meta.db_table in filled]


def set_back(to: Stored) -> None:
    """Let the database hold the rows of `to` and no others. Keys are checked at the end, as at any commit."""
    with transaction.atomic():
        for table in _with_rows():
            rows = table._base_manager.order_by()  # an order may join a table that is empty by now
            rows._raw_delete(rows.db)
        for table, before in to.items():
            table._base_manager.bulk_create(before, batch_size=50)


def told(before: Stored, *, with_log: bool = True) -> frozenset[str]:
    """What differs from `before`, without what is random or a time; and in which order things were noted."""
    known = {(table, row.pk): row for table, rows in before.items() for row in rows}
    now = {(table, row.pk): row for table, rows in stored_now().items() for row in rows}
    new = {str(getattr(row, "public_id", "")) for key, row in now.items() if key not in known} - {""}
    lines = [f"gone {table.__name__} {pk}" for table, pk in known.keys() - now.keys()]
    for key, row in now.items():
        if key[0] is LogEntry and not with_log:
            continue
        line = _line(row, key in known, known, new)
        if key not in known or line != _line(known[key], True, known, new):
            lines.append(line)
    entries = LogEntry.objects.exclude(pk__in=[row.pk for row in before.get(LogEntry, [])])
    noted = list(entries.order_by("pk").values_list("verb", flat=True)) if with_log else []
    return frozenset([*_counted(lines), f"in this order: {noted}"])


def _counted(lines: list[str]) -> Iterable[str]:
    return (f"{lines.count(line)} × {line}" for line in set(lines))


def _line(row: Model, is_known: bool, known: dict[Any, Model], new: set[str]) -> str:
    """One row in words: by its number when it was there before, else as a new one."""
    values = {
        field.attname: _value(row, field, known, new)
        for field in row._meta.concrete_fields
        if not field.primary_key and not (field.name in RANDOM and not is_known)
    }
    return f"{type(row).__name__} {row.pk if is_known else 'new'} {values}"


def _value(row: Model, field: "models.Field[Any, Any]", known: dict[Any, Model], new: set[str]) -> object:
    value = getattr(row, field.attname)
    if isinstance(field, ForeignKey) and value is not None:
        return value if (field.related_model, value) in known else "new"
    if isinstance(value, datetime):
        return "a time"
    is_number_of_a_row = field.name == "object_id" and str(value).isdigit()
    if isinstance(value, UUID | bytes | memoryview) or str(value) in new or is_number_of_a_row:
        return "new"
    return value
