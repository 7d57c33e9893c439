"""How the fields of a form lie on its page: side by side, or shown for one choice alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms

LONGEST_PILL = 40  # characters of a choice: longer ones get a line each


@dataclass(frozen=True, slots=True)
class FormRow:
    """Fields that stand side by side. `only_for`: the class that shows them for some choice alone."""

    fields: tuple[forms.BoundField, ...]
    only_for: str

    @property
    def is_plain(self) -> bool:
        """Whether it needs no box of its own."""
        return len(self.fields) == 1 and not self.only_for

    @property
    def is_wide(self) -> bool:
        """Whether sentences are written in it."""
        return any(isinstance(one.field.widget, forms.Textarea) for one in self.fields)


def in_rows(form: forms.BaseForm) -> Iterator[FormRow]:
    """The fields of any form in order; a row stands where its first field does."""
    rows = [[name for name in row if name in form.fields] for row in getattr(form, "rows", ())]
    row_of = {name: row for row in rows for name in row}
    only_for = getattr(form, "only_for", {})
    for name in form.fields:
        row = row_of.get(name, [name])
        if name == row[0]:
            yield FormRow(tuple(form[one] for one in row), only_for.get(name, ""))


def is_short(bound: forms.BoundField) -> bool:
    """Whether the choices of a field are so short that they stand side by side."""
    choices = getattr(bound.field, "choices", ())
    return all(len(str(label)) <= LONGEST_PILL for _value, label in choices)
