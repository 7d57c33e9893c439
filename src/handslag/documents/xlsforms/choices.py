"""The sheet `choices` of an XLSForm: lists of answers to pick, with the numbers that are stored."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handslag.documents.xlsforms.headings import CHOICES, Heading, cell, headings_of, texts_of, written_as
from handslag.documents.xlsforms.notes import Notes
from handslag.domain.surveys import Choice, ChoiceList, Texts

Rows = Sequence[Mapping[str, str]]
_WHOLE = re.compile(r"-?[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    code: int | None
    label: Texts


def choice_lists_of(
    headings: list[Heading], rows: Rows, order: tuple[str, ...], notes: Notes
) -> list[ChoiceList]:
    """The lists, in the order they begin. Notes columns that are not read and rows that are left out."""
    found: dict[str, dict[str, _Row]] = {}
    for number, row in enumerate(rows, start=2):
        list_name, name = cell(row, headings, "list_name"), cell(row, headings, "name")
        if not row:
            continue
        if not list_name or not name:
            notes.add(number, "", "xlsform_choice_unnamed")
            continue
        choices = found.setdefault(list_name, {})
        if name in choices:
            notes.add(number, written_as("name", headings), "xlsform_choice_twice", name=name)
            continue
        code = _code(row, headings, number, notes)
        choices[name] = _Row(name, code, _label(row, headings, order, number, notes))
    return [ChoiceList(name, _numbered(list(choices.values()))) for name, choices in found.items()]


def choice_headings(written: Sequence[str], rows: Rows, notes: Notes) -> list[Heading]:
    """The columns that are read; every other one that holds something is noted."""
    headings = headings_of(written, CHOICES, notes)
    read = {heading.written for heading in headings}
    for heading in written:
        holding = [number for number, row in enumerate(rows, start=2) if row.get(heading)]
        if heading not in read and holding:
            notes.add(holding[0], heading, "xlsform_column_unread", rows=len(holding))
    return headings


def _label(
    row: Mapping[str, str], headings: list[Heading], order: tuple[str, ...], number: int, notes: Notes
) -> Texts:
    label = texts_of(row, headings, "label", order)
    if label:
        return label
    notes.add(
        number, written_as("label", headings), "xlsform_choice_no_label", name=cell(row, headings, "name")
    )
    return Texts.of({order[0]: cell(row, headings, "name")})


def _code(row: Mapping[str, str], headings: list[Heading], number: int, notes: Notes) -> int | None:
    """The code of a choice; None when the sheet has none for it that can be used."""
    written = cell(row, headings, "code")
    if not written:
        return None
    if _WHOLE.fullmatch(written):
        return int(written)
    notes.add(number, written_as("code", headings), "xlsform_code", number=written)
    return None


def _numbered(rows: list[_Row]) -> tuple[Choice, ...]:
    """The choices with their codes; without any, the names where all are numbers, else 1, 2, 3 …"""
    if not any(row.code is not None for row in rows) and all(_WHOLE.fullmatch(row.name) for row in rows):
        return tuple(Choice(row.name, int(row.name), row.label) for row in rows)
    taken = {row.code for row in rows}
    free = (code for code in range(1, len(rows) * 2 + 1) if code not in taken)
    return tuple(Choice(row.name, next(free) if row.code is None else row.code, row.label) for row in rows)
