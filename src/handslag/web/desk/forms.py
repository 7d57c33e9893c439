"""What every form of the desk can do: take the refusal of a verb as its own."""

import secrets
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext

from handslag.domain.errors import BadInput
from handslag.domain.listening.redaction import perhaps_persons
from handslag.web.errors import sentence
from handslag.web.fields import TextField
from handslag.web.words.labels import listed


class DeskForm(forms.Form):
    """`refused_at`: the field that each code of a verb's `BadInput` is about; others are about the whole.

    `needed_when`: of a field that may be left empty, when it may not. `rows`: fields that stand side by
    side where there is room. `only_for`: the class of a field that only some choice shows (static/desk.css).
    """

    refused_at: ClassVar[dict[str, str]] = {}
    needed_when: Mapping[str, Lazy] = MappingProxyType({})
    rows: ClassVar[tuple[tuple[str, ...], ...]] = ()
    only_for: ClassVar[Mapping[str, str]] = MappingProxyType({})
    use_required_attribute = False  # our own summary, in our own words, links to every field

    def refuse(self, error: BadInput) -> None:
        """Show what the verb refused, at its field if the form has it."""
        field = str(error.params.get("field") or self.refused_at.get(error.code, ""))
        self.add_error(field if field in self.fields else None, sentence(error))

    def seen(self, name: str) -> Any:
        """What stands in a field as far as it makes sense; None where it does not."""
        if self.is_bound:
            self.is_valid()
            return self.cleaned_data.get(name)
        return self.get_initial_for_field(self.fields[name], name) if name in self.fields else None

    def forget_errors(self) -> None:
        """For a form that is shown while it is written: what is missing is not wrong yet."""
        self._errors = ErrorDict()

    @property
    def http_status(self) -> int:
        """200 for a form to fill in, 422 for one that comes back."""
        return 422 if self.is_bound and self.errors else 200


class KeyedForm(DeskForm):
    """A form that makes something. `key` tells one form sent twice from two (services/form_keys.py)."""

    key = TextField(widget=forms.HiddenInput, required=False, max_length=32)

    def __init__(self, *args: Any, **options: Any) -> None:
        options["initial"] = {"key": secrets.token_hex(16)} | (options.get("initial") or {})
        super().__init__(*args, **options)


class FreeTextForm(DeskForm):
    """A form whose `free_text` goes public: words that may point out a person are asked about once."""

    free_text: ClassVar[tuple[str, ...]] = ()

    no_persons = forms.BooleanField(label="")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        words = perhaps_persons(*(self.data.get(name, "") for name in self.free_texts()))
        if not words:
            del self.fields["no_persons"]
            return
        quoted = listed(f"”{word}”" for word in dict.fromkeys(words))
        field = self.fields["no_persons"]
        field.label = gettext("{words} does not point out an individual").format(words=quoted)
        field.error_messages["required"] = gettext(
            "{words} may point out an individual. Take it away, or confirm that it does not."
        ).format(words=quoted)

    def free_texts(self) -> Iterable[str]:
        """The names of the fields whose words go public."""
        return self.free_text
