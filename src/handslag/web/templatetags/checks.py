"""Filters for what residents say they have noticed: `{% load checks %}`."""

from dataclasses import dataclass

from django.template import Library
from django.utils.translation import gettext

from handslag.domain.keeping.resident_checks import Noticed
from handslag.domain.listening.suppression import Cell, Row, Table
from handslag.web.public.resident_checks import ANSWERS
from handslag.web.words.labels import per_cent

register = Library()
HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One place, each answer with its word and how many gave it: 25 (63 %)."""

    name: str
    cells: tuple[tuple[str, str], ...]


@register.filter
def noticed_word(answer: str) -> str:
    """Ja, delvis, nej, vet inte."""
    return str(dict(ANSWERS)[Noticed(answer)])


@register.filter
def check_rows(table: Table) -> list[CheckRow]:
    """The places of which something is shown, and all together; only the latter where there are no places."""
    shown = [row for row in table.rows if not _is_hidden(row)]
    return [_row(row, table) for row in (*shown, table.total)]


@register.filter
def hidden_places(table: Table) -> list[str]:
    """The places of which nothing is shown that anybody answered."""
    return [row.name for row in table.rows if _is_hidden(row)]


def _is_hidden(row: Row) -> bool:
    """Whether no answer of the place is shown that anybody gave."""
    return not any(cell.count for cell in row.cells)


def _row(row: Row, table: Table) -> CheckRow:
    words = [noticed_word(column) for column in table.columns]
    cells = tuple((word, _said(cell)) for word, cell in zip(words, row.cells, strict=True))
    return CheckRow(row.name or gettext("All together"), cells)


def _said(cell: Cell) -> str:
    return (
        HIDDEN if cell.count is None or cell.percent is None else f"{cell.count} ({per_cent(cell.percent)})"
    )
