"""Filters for what residents say they have noticed: `{% load checks %}`."""

from dataclasses import dataclass

from django.template import Library
from django.utils.translation import gettext

from handslag.domain.resident_checks import Noticed
from handslag.domain.suppression import Cell, Row, Table
from handslag.web.public.resident_checks import ANSWERS

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
    """The places and all together; only the latter for a promise without places."""
    return [_row(row, table) for row in (*table.rows, table.total)]


def _row(row: Row, table: Table) -> CheckRow:
    words = [noticed_word(column) for column in table.columns]
    cells = tuple((word, _said(cell)) for word, cell in zip(words, row.cells, strict=True))
    return CheckRow(row.name or gettext("All together"), cells)


def _said(cell: Cell) -> str:
    return HIDDEN if cell.count is None or cell.percent is None else f"{cell.count} ({cell.percent} %)"
