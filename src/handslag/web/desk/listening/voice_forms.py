"""The forms of voices: what to show, what one says of one, who reads what is held."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.listening.voices import Channel, Verdict, VoiceKind, VoiceState
from handslag.models.models import Municipality, User
from handslag.services.listening.reads.voices import SourceRow, VoiceFilter
from handslag.services.places import places_of
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import OneOfField
from handslag.web.words.labels import day
from handslag.web.words.listening_labels import CHANNELS, VOICE_KINDS, VOICE_STATES


class VoiceFilterForm(forms.Form):
    """Which voices to show. What is not among the choices is as if it were not asked."""

    state = forms.ChoiceField(label=_("How far"), required=False)
    kind = forms.ChoiceField(label=_("About"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    source = forms.ChoiceField(label=_("From"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    page = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=100_000)

    def __init__(
        self, data: Any, *, municipality: Municipality, sources: Sequence[SourceRow], **options: Any
    ) -> None:
        super().__init__(data, **options)
        places = [place.name for place in places_of(municipality)]
        self._offer("state", [(state.value, str(VOICE_STATES[state])) for state in VoiceState])
        self._offer("kind", [(kind.value, str(VOICE_KINDS[kind])) for kind in VoiceKind])
        self._offer("channel", [(channel.value, str(CHANNELS[channel])) for channel in Channel])
        self._offer("source", [(row.public_id, f"{row.name}, {day(row.round_on)}") for row in sources])
        self._offer("place", [(name, name) for name in places])

    def choice(self) -> VoiceFilter:
        """What is asked for."""
        self.is_valid()
        asked = {
            name: value for name, value in self.cleaned_data.items() if value and name not in self.errors
        }
        return VoiceFilter(**asked)

    def query(self) -> str:
        """The query that asks for the same page again."""
        return urlencode({name: value for name, value in self.cleaned_data.items() if value})

    def address(self, number: int) -> str:
        """The query of another page of the same."""
        asked = {name: value for name, value in self.cleaned_data.items() if value and name != "page"}
        return urlencode(asked | {"page": number})

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [("", gettext("All")), *choices]


class ReviewForm(DeskForm):
    """What one reader says. What staff said is never quoted, so that is the only choice."""

    verdict = OneOfField(label=_("May it be quoted in public?"))

    def __init__(self, *args: Any, is_staff: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        words = {
            Verdict.MAY_BE_QUOTED: gettext("Yes: nobody can be recognised, and nobody is accused"),
            Verdict.NEVER: gettext("No, never"),
        }
        field = self.fields["verdict"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [
            (verdict.value, word)
            for verdict, word in words.items()
            if not is_staff or verdict is Verdict.NEVER
        ]


class HeldReaderForm(DeskForm):
    """One of one's own party."""

    user = OneOfField(label=_("Who reads what may name or accuse somebody?"))

    def __init__(self, *args: Any, people: Sequence[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self._people = {str(person.pk): person for person in people}
        field = self.fields["user"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [(key, str(person)) for key, person in self._people.items()]

    def person(self) -> User:
        """Who was chosen."""
        return self._people[self.cleaned_data["user"]]
