"""The form of one statement card, made to be filled in again and again without a mouse."""

import re
import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.listening.dialogues import Group
from handslag.domain.listening.voices import VoiceKind
from handslag.models.models import Dialogue
from handslag.services.listening.dialogues import Card
from handslag.services.places import places_of
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import OneOfField, TextField
from handslag.web.words.listening_labels import GROUPS, VOICE_KINDS

_KEY = re.compile(r"[0-9a-f]{32}")


class CardForm(DeskForm):
    """One statement. `key` tells one card sent twice from two."""

    text = TextField(
        label=_("What was said?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        help_text=_("One thing on each card, in their words. Never a name."),
        error_messages={"required": _("Write what was said.")},
    )
    kind = OneOfField(label=_("What is it?"), initial=VoiceKind.IMPROVEMENT)
    place = forms.ChoiceField(label=_("Which place is it about?"), required=False)
    group = forms.ChoiceField(
        label=_("Which group said it?"),
        required=False,
        help_text=_("Kept only when at least ten of the group have been counted."),
    )
    key = TextField(widget=forms.HiddenInput, required=False, max_length=32)

    def __init__(self, *args: Any, dialogue: Dialogue, **options: Any) -> None:
        options["initial"] = {"key": secrets.token_hex(16)} | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.places = {place.name: place for place in places_of(dialogue.municipality)}
        self._offer("kind", [(kind.value, str(word)) for kind, word in VOICE_KINDS.items()])
        self._offer("place", [("", gettext("No special place")), *((name, name) for name in self.places)])
        self._offer("group", [("", gettext("Not noted")), *((key.value, str(GROUPS[key])) for key in GROUPS)])

    def clean_key(self) -> str:
        """The card's own number, or a new one where a browser sent something else."""
        key: str = self.cleaned_data["key"]
        return key if _KEY.fullmatch(key) else secrets.token_hex(16)

    def card(self) -> Card:
        """What was filled in."""
        data = self.cleaned_data
        group = Group(data["group"]) if data["group"] else None
        return Card(data["key"], data["text"], VoiceKind(data["kind"]), self.places.get(data["place"]), group)

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = choices
