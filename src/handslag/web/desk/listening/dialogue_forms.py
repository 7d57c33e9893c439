"""The forms of a dialogue: its plan, who came, what was promised in answer."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.bounds import MOST_PEOPLE
from handslag.domain.listening.dialogues import DialogueKind, Group, Outcome
from handslag.domain.listening.voices import VoiceKind
from handslag.domain.people.parties import Party
from handslag.models.models import Dialogue, Municipality
from handslag.services.listening.dialogues import Plan
from handslag.services.listening.reads.dialogues import earlier_walks, general_answer
from handslag.services.listening.walks import Found
from handslag.services.places import places_of
from handslag.web.desk.forms import DeskForm, FreeTextForm
from handslag.web.fields import (
    ClockField,
    DayField,
    LinesField,
    OneOfField,
    SomeOfField,
    TextField,
    WholeNumberField,
)
from handslag.web.words.labels import PARTIES, day, opened
from handslag.web.words.listening_labels import DIALOGUE_KINDS, GROUPS, OUTCOMES, VOICE_KINDS

HOLD = (Party.POLICE, Party.MUNICIPALITY, Party.RESCUE_SERVICE, Party.HOUSING_COMPANY)


class DialogueForm(FreeTextForm):
    """The plan of a dialogue. Its kind is chosen once: `kind` is gone when it is changed."""

    free_text: ClassVar[tuple[str, ...]] = ("name", "purpose", "influence", "target_group", "access_needs")
    rows = (
        ("name", "venue"),
        ("purpose", "influence"),
        ("held_on", "starts", "ends"),
        ("place", "target_group", "access_needs"),
        ("hosts", "answer_role", "answer_by"),
    )
    only_for: ClassVar[Mapping[str, str]] = MappingProxyType({"follows": "for-walk"})
    field_order = (
        *("kind", "name", "venue", "held_on", "starts", "ends", "parties", "purpose", "influence"),
        *("place", "target_group", "access_needs", "hosts", "answer_role", "answer_by", "follows"),
    )
    kind = OneOfField(label=_("What kind of dialogue?"), initial=DialogueKind.MEETING)
    name = TextField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("Such as Dialogue meeting in Brunne."),
        error_messages={"required": _("Write what it is called.")},
    )
    purpose = TextField(
        label=_("Why do you ask?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write why you ask.")},
    )
    influence = TextField(
        label=_("What can people influence?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Say also what they cannot."),
        error_messages={"required": _("Write what people can influence.")},
    )
    held_on = DayField(label=_("Which day?"))
    starts = ClockField(label=_("From"))
    ends = ClockField(label=_("To"))
    venue = TextField(label=_("Where?"), max_length=160, error_messages={"required": _("Write where it is.")})
    place = forms.ChoiceField(label=_("Which place is it about?"), required=False)
    target_group = TextField(label=_("For whom?"), max_length=160, required=False)
    access_needs = TextField(
        label=_("How can everybody take part?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Step-free, hearing loop, interpreter, the bus home."),
    )
    parties = SomeOfField(label=_("Who holds it?"), error_messages={"required": _("Choose at least one.")})
    hosts = LinesField(
        rows=2,
        label=_("Who are the hosts?"),
        help_text=_("A role on each line. No names."),
        error_messages={"required": _("Write at least one role.")},
    )
    answer_role = TextField(
        label=_("Who answers?"),
        max_length=120,
        help_text=_("A role."),
        error_messages={"required": _("Write who answers, as a role.")},
    )
    answer_by = DayField(label=_("The answer comes no later than"))
    follows = forms.ChoiceField(label=_("Which earlier walk does it follow up?"), required=False)

    def __init__(self, *args: Any, municipality: Municipality, is_new: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self._walks = {walk.public_id: walk for walk in earlier_walks(municipality)}
        known = [(key, f"{walk.name}, {day(walk.held_on)}") for key, walk in self._walks.items()]
        self._places = {place.name: place for place in places_of(municipality)}
        self._offer(
            "place", [("", gettext("The whole municipality")), *((name, name) for name in self._places)]
        )
        self._offer("follows", [("", gettext("None")), *known])
        self._offer("parties", [(party.value, opened(str(PARTIES[party]))) for party in HOLD])
        if is_new:
            self._offer("kind", [(kind.value, str(word)) for kind, word in DIALOGUE_KINDS.items()])
        else:
            del self.fields["kind"]
        if not known:
            del self.fields["follows"]
        if not self._places:
            del self.fields["place"]

    def drawn(self) -> dict[str, Any]:
        """What residents will see of it, as far as it is written."""
        names = [name for name in self.fields if name not in ("no_persons", "follows", "place")]
        return {name: self.seen(name) for name in names}

    def plan(self, kind: str = "") -> Plan:
        """What was filled in; `kind` is that of the dialogue that is changed."""
        data = dict(self.cleaned_data)
        data.pop("no_persons", None)
        data["follows"] = self._walks.get(data.get("follows") or "")
        data["place"] = self._places.get(data.get("place") or "")
        data["parties"] = tuple(map(Party, data["parties"]))
        return Plan(**data | {"kind": DialogueKind(kind or data["kind"])})

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = choices


def planned(dialogue: Dialogue) -> dict[str, Any]:
    """The plan of a dialogue as its form shows it."""
    names = ("name", "purpose", "influence", "held_on", "starts", "ends", "venue", "target_group")
    shown: dict[str, Any] = {name: getattr(dialogue, name) for name in (*names, "access_needs", "parties")}
    first = general_answer(dialogue)
    follows = dialogue.follows.public_id if dialogue.follows else ""
    shown |= {"place": dialogue.place.name if dialogue.place else ""}
    said = {"answer_role": first.role, "answer_by": first.due_on, "follows": follows}
    return shown | said | {"hosts": tuple(dialogue.hosts)}


class CancelForm(FreeTextForm):
    """Why a dialogue is called off."""

    free_text: ClassVar[tuple[str, ...]] = ("reason",)
    reason = TextField(
        label=_("Why is it called off?"),
        max_length=300,
        help_text=_("Those who meant to come see this."),
        error_messages={"required": _("Write why it is called off.")},
    )


class HeadsForm(DeskForm):
    """How many came, in all and of each broad group; an empty field was not counted."""

    came = WholeNumberField(label=_("How many came in all?"), min_value=0, max_value=9999, required=False)
    rows = (tuple(group.value for group in GROUPS),)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for group, word in GROUPS.items():
            self.fields[group.value] = WholeNumberField(
                label=word, min_value=0, max_value=MOST_PEOPLE, required=False
            )

    def came_in_all(self) -> int | None:
        """How many came; None when not counted."""
        came: int | None = self.cleaned_data["came"]
        return came

    def counted(self) -> int:
        """How many are counted: in all, or else of the groups together."""
        came = self.came_in_all()
        return sum(self.counts().values()) if came is None else came

    def counts(self) -> dict[Group, int]:
        """How many, for the groups that were counted."""
        counted = ((group, self.cleaned_data.get(group.value)) for group in GROUPS)
        return {group: number for group, number in counted if number is not None}


class OweForm(FreeTextForm):
    """A question from residents, and who answers it by when."""

    free_text: ClassVar[tuple[str, ...]] = ("what",)
    what = TextField(
        label=_("What shall be answered?"),
        max_length=300,
        help_text=_("In words for everybody, without names."),
        error_messages={"required": _("Write what shall be answered.")},
    )
    role = TextField(
        label=_("Who answers?"),
        max_length=120,
        error_messages={"required": _("Write who answers, as a role.")},
    )
    due_on = DayField(label=_("No later than"))


class AnswerForm(FreeTextForm):
    """The answer to residents."""

    free_text: ClassVar[tuple[str, ...]] = ("answer",)
    answer = TextField(
        label=_("The answer"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("What you heard, what you do about it, what you do not and why. Short sentences."),
        error_messages={"required": _("Write the answer.")},
    )


class StopForm(DeskForm):
    """A stop on the way."""

    name = TextField(
        label=_("What is the stop called?"),
        max_length=120,
        error_messages={"required": _("Write what the stop is called.")},
    )
    place = forms.ChoiceField(label=_("Which place is it?"), required=False)

    def __init__(self, *args: Any, municipality: Municipality, **options: Any) -> None:
        super().__init__(*args, **options)
        self.places = {place.name: place for place in places_of(municipality)}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [("", gettext("None of the list")), *((name, name) for name in self.places)]


class FindingForm(FreeTextForm):
    """What was found at a stop."""

    free_text: ClassVar[tuple[str, ...]] = ("text",)
    refused_at: ClassVar[dict[str, str]] = {"finding_without_owner": "owner"}
    text = TextField(
        label=_("What did you see?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("About the place, never about anybody. It is shown in public."),
        error_messages={"required": _("Write what you saw.")},
    )
    kind = OneOfField(label=_("Is it good or should it be better?"), initial=VoiceKind.IMPROVEMENT)
    owner = TextField(
        label=_("Who takes care of it?"), max_length=120, required=False, help_text=_("A role.")
    )
    due_on = DayField(label=_("No later than"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [
            (kind.value, str(VOICE_KINDS[kind])) for kind in VOICE_KINDS if kind != VoiceKind.OTHER
        ]

    def found(self) -> Found:
        """What was filled in."""
        data = self.cleaned_data
        due: date | None = data["due_on"]
        return Found(data["text"], VoiceKind(data["kind"]), data["owner"], due)


class OutcomeForm(DeskForm):
    """What has become of a finding."""

    outcome = OneOfField(label=_("How is it now?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["outcome"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [(outcome.value, str(word)) for outcome, word in OUTCOMES.items()]

    def outcome_said(self) -> Outcome:
        """What was chosen."""
        return Outcome(self.cleaned_data["outcome"])
