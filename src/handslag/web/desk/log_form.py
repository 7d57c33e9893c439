"""The form for what was done: the likeliest first, made for a phone in one hand."""

import secrets
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.activities import ActivityStatus
from handslag.domain.promises import Party
from handslag.models.models import Municipality
from handslag.services.activities import Entry, promises_numbered, where_named
from handslag.services.queries.desk import ActivityRow
from handslag.services.queries.fulfilment import Standing
from handslag.services.queries.log_choices import LogChoices
from handslag.web.desk.choices import promise_choice
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import AmountField, DayField, OneOfField, SomeOfField, WholeNumberField
from handslag.web.labels import PARTIES, day, opened

SHOWN = 4  # promises seen before "more"
SHOWN_PLACES = 8  # places and schools seen before "more"

STATUSES = (
    (ActivityStatus.DONE, _("It was done")),
    (ActivityStatus.PLANNED, _("It is planned")),
    (ActivityStatus.CANCELLED, _("It was cancelled")),
)


class LogForm(FreeTextForm):
    """`entry()` gives what was filled in. `key` tells one filled-in form sent twice from two."""

    promises = SomeOfField(label=_("Which promise?"), error_messages={"required": _("Choose a promise.")})
    status = OneOfField(label=_("What happened?"), choices=STATUSES, initial=ActivityStatus.DONE)
    done_on = DayField(label=_("When?"))
    where = OneOfField(label=_("Where?"), required=False)
    event = forms.ChoiceField(label=_("At which event?"), required=False)
    count = WholeNumberField(label=_("How many times?"), min_value=1, max_value=999, initial=1)
    hours = AmountField(label=_("How many hours?"), required=False, min_value=0)
    party = OneOfField(label=_("Who did it?"))
    others = SomeOfField(
        label=_("Who else took part?"), required=False, help_text=_("They are asked to confirm it.")
    )
    note = forms.CharField(
        label=_("What was done?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Never write names or anything else about individuals."),
    )
    free_text: ClassVar[tuple[str, ...]] = ("note",)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)

    refused_at: ClassVar[dict[str, str]] = {
        "activity_without_promise": "promises",
        "activity_in_future": "done_on",
        "activity_before_promise": "done_on",
        "activity_after_promise": "done_on",
        "activity_without_place": "where",
        "activity_without_school": "where",
        "unknown_place_or_promise": "where",
        "amount_not_positive": "count",
        "correction_without_reason": "reason",
    }

    def __init__(self, *args: Any, choices: LogChoices, **options: Any) -> None:
        options["initial"] = {"party": choices.party, "key": secrets.token_hex(16)} | (
            options.get("initial") or {}
        )
        super().__init__(*args, **options)
        first = set(map(str, self["promises"].value() or ()))
        ordered = sorted(choices.promises, key=lambda standing: str(standing.number) not in first)
        self.fields["count"].widget.attrs |= {
            "data-less": gettext("One less"),
            "data-more": gettext("One more"),
        }
        self._offer("promises", [(standing.number, promise_choice(standing)) for standing in ordered])
        self._offer("where", _where(choices, _places_of(ordered, first)))
        self._offer("event", [("", gettext("No event")), *_events(choices)])
        parties = _parties(choices)
        self._offer("party", _named(parties))
        self._offer("others", _named(dict.fromkeys([*parties, Party.POLICE, Party.MUNICIPALITY])))

    def entry(self, municipality: Municipality) -> Entry:
        """What was filled in. Raises `BadInput` for what `municipality` does not have."""
        data = self.cleaned_data
        kind, _colon, name = data["where"].partition(":")
        where = where_named(
            municipality,
            place=name if kind == "place" else "",
            school=name if kind == "school" else "",
            event=data["event"],
        )
        return Entry(
            promises=promises_numbered(municipality, map(int, data["promises"])),
            done_on=data["done_on"],
            party=Party(data["party"]),
            others=tuple(map(Party, data["others"])),
            status=ActivityStatus(data["status"]),
            count=data["count"],
            hours=data["hours"],
            note=data["note"],
            **where,
        )

    @property
    def shown_places(self) -> int:
        """How many places are seen at first."""
        return SHOWN_PLACES

    @property
    def shown(self) -> int:
        """How many promises are seen at first."""
        return SHOWN

    @property
    def has_more(self) -> bool:
        """Whether there are more promises than are seen at first."""
        return len(self["promises"]) > SHOWN

    @property
    def has_more_places(self) -> bool:
        """Whether there are more places than are seen at first."""
        return len(self["where"]) > SHOWN_PLACES

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = choices


class CorrectForm(LogForm):
    """The same, filled in with what was said before; and why that was wrong."""

    reason = forms.CharField(
        label=_("Why is it corrected?"),
        max_length=300,
        help_text=_("What was said before stays in the history, with your reason."),
        error_messages={"required": _("Write why it is corrected.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("note", "reason")


def filled_in(row: ActivityRow) -> dict[str, Any]:
    """A logged activity as the form shows it."""
    kind = "place" if row.place else "school"
    return {
        "promises": [str(number) for number in row.promises],
        "status": row.status,
        "done_on": row.done_on,
        "where": f"{kind}:{row.where}" if row.where else "",
        "event": row.event_id,
        "count": row.count,
        "hours": row.hours,
        "party": row.party,
        "others": list(row.joint.others),
        "note": row.note,
    }


def _places_of(promises: list[Standing], chosen: set[str]) -> list[str]:
    """The places that the promises chosen beforehand name."""
    return [
        place for standing in promises if str(standing.number) in chosen for place in standing.terms.places
    ]


def _where(choices: LogChoices, first: list[str]) -> list[tuple[str, str]]:
    """No place, then places and schools; those in `first` before the others."""
    places = [(f"place:{name}", name) for name in choices.places]
    schools = [(f"school:{name}", name) for name in choices.schools]
    likely = sorted([*places, *schools], key=lambda choice: choice[1] not in first)
    return [("", gettext("No special place")), *likely]


def _events(choices: LogChoices) -> list[tuple[str, str]]:
    return [(event.public_id, f"{event.name}, {day(event.start)}") for event in choices.events]


def _named(parties: Iterable[Party]) -> list[tuple[str, str]]:
    return [(party.value, opened(str(PARTIES[party]))) for party in parties]


def _parties(choices: LogChoices) -> list[Party]:
    """The person's own party first, then those who promise here."""
    promising = [party for standing in choices.promises for party in standing.terms.parties]
    return list(dict.fromkeys([choices.party, *promising]))
