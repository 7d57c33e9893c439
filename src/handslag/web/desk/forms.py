"""What every form of the desk can do: take the refusal of a verb as its own."""

from typing import ClassVar

from django import forms

from handslag.domain.errors import BadInput
from handslag.web.errors import sentence


class DeskForm(forms.Form):
    """`refused_at`: the field that each code of a verb's `BadInput` is about; others are about the whole."""

    refused_at: ClassVar[dict[str, str]] = {}
    use_required_attribute = False  # our own summary, in our own words, links to every field

    def refuse(self, error: BadInput) -> None:
        """Show what the verb refused, at its field if the form has it."""
        field = self.refused_at.get(error.code)
        self.add_error(field if field in self.fields else None, sentence(error))

    @property
    def http_status(self) -> int:
        """200 for a form to fill in, 422 for one that comes back."""
        return 422 if self.is_bound and self.errors else 200
