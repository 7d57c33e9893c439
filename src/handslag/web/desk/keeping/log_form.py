"""The form for what was done: the likeliest first, made for a phone in one hand."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.bounds import MOST_HOURS
from handslag.domain.keeping.activities import MOST_COUNT, ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind
from handslag.models.models import Municipality
from handslag.services.judging.reads.standings import Standing
from handslag.services.keeping.activities import Entry, promises_numbered, where_named
from handslag.services.keeping.reads.activities import ActivityRow
from handslag.services.keeping.reads.log_choices import LogChoices, WhereChoice
from handslag.web.desk.choices import promise_choice
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import AmountField, DayField, OneOfField, SomeOfField, TextField, WholeNumberField
from handslag.web.words.labels import PARTIES, day, opened

SHOWN = 4  # promises seen before "more"
SHOWN_PLACES = 6  # places and schools seen before "more"
SELDOM = frozenset(
    {"done_on", "other_day", "status", "note", "event", "party", "others"}
)  # folded away while as they usually are

STATUSES = (
    (ActivityStatus.DONE, _("It was done")),
    (ActivityStatus.PLANNED, _("It is planned")),
    (ActivityStatus.CANCELLED, _("It was cancelled")),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice as the page draws it: its box, and what the phone orders choices by."""

    tag: BoundWidget
    promises: tuple[int, ...] = ()  # that a place is named by
    left: tuple[int, ...] = ()  # of these, where something is left to do there
    position: str = ""  # "62.63218,17.93794"
    needs_where: bool = False  # a promise that is judged at each place or school
    needs_event: bool = False  # a promise that is judged event by event

    @property
    def id(self) -> str:
        return str(self.tag.id_for_label)

    @property
    def words(self) -> str:
        return str(self.tag.choice_label)


class EventSelect(forms.Select):
    """Each event with its days, which the page puts in the form when it is chosen (static/log_event.js)."""

    days: Mapping[str, tuple[date, date]] = MappingProxyType({})

    def create_option(self, *args: Any, **options: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(*args, **options)
        if days := self.days.get(str(option["value"])):
            option["attrs"] |= {"data-first": days[0].isoformat(), "data-last": days[1].isoformat()}
        return option


class LogForm(FreeTextForm):
    """`entry()` gives what was filled in. `key` tells one filled-in form sent twice from two."""

    needed_when: Mapping[str, Lazy] = MappingProxyType(
        {"event": _("for a promise that is judged event by event")}
    )
    is_other_day = False  # whether the day was seen to be another than the event's

    promises = SomeOfField(
        label=_("Which promise?"),
        error_messages={
            "required": _("Choose a promise."),
            "invalid_choice": _("The promise is withdrawn or no longer public. Choose another promise."),
        },
    )
    status = OneOfField(label=_("What happened?"), choices=STATUSES, initial=ActivityStatus.DONE)
    done_on = DayField(label=_("When?"))
    where = OneOfField(
        label=_("Where?"),
        required=False,
        error_messages={"invalid_choice": _("The place or school is no longer in the list. Choose another.")},
    )
    other_day = forms.BooleanField(label=_("It was done another day than the event"), required=False)
    event = forms.ChoiceField(
        label=_("At which event?"),
        required=False,
        widget=EventSelect,
        error_messages={"invalid_choice": _("The event is no longer in the calendar. Choose another.")},
    )
    count = WholeNumberField(label=_("How many times?"), min_value=1, max_value=MOST_COUNT, initial=1)
    hours = AmountField(label=_("How long? (hours)"), required=False, max_value=MOST_HOURS)
    party = OneOfField(label=_("Who did it?"))
    others = SomeOfField(
        label=_("Who else took part?"), required=False, help_text=_("They are asked to confirm it.")
    )
    note = TextField(
        label=_("What was done?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Never write names or anything else about individuals."),
    )
    free_text: ClassVar[tuple[str, ...]] = ("note",)
    key = TextField(widget=forms.HiddenInput, required=False, max_length=32)

    refused_at: ClassVar[dict[str, str]] = {
        "activity_without_promise": "promises",
        "activity_in_future": "done_on",
        "activity_before_promise": "done_on",
        "activity_after_promise": "done_on",
        "activity_without_place": "where",
        "activity_without_school": "where",
        "unknown_place_or_promise": "where",
        "amount_not_positive": "count",
        "activity_without_hours": "hours",
        "correction_without_reason": "reason",
    }

    def __init__(self, *args: Any, choices: LogChoices, **options: Any) -> None:
        options["initial"] = {"party": choices.party, "key": secrets.token_hex(16)} | (
            options.get("initial") or {}
        )
        super().__init__(*args, **options)
        first = set(map(str, self["promises"].value() or ()))
        self._promises = sorted(choices.promises, key=lambda one: str(one.number) not in first)
        self._where = sorted(
            (*choices.places, *choices.schools),
            key=lambda one: (
                first.isdisjoint(map(str, one.left)),
                first.isdisjoint(map(str, one.promises)),
            ),
        )
        self.fields["count"].widget.attrs |= {
            "data-less": gettext("One less"),
            "data-more": gettext("One more"),
        }
        self.fields["hours"].widget.attrs |= {
            "data-less": gettext("One hour less"),
            "data-more": gettext("One hour more"),
        }
        self._offer("promises", [(one.number, promise_choice(one)) for one in self._promises])
        nowhere = ("", gettext("No special place"))
        self._offer("where", [nowhere, *((one.key, one.name) for one in self._where)])
        self._offer("event", [("", gettext("No event")), *_events(choices)])
        self._events = {one.public_id: one for one in choices.events}
        self.fields["event"].widget.days = {key: (one.start, one.end) for key, one in self._events.items()}
        parties = _parties(choices)
        self._offer("party", _named(parties))
        self._offer("others", _named(dict.fromkeys([*parties, Party.POLICE, Party.MUNICIPALITY])))

    def clean(self) -> dict[str, Any]:
        """What was done at an event on another day than the event's is asked about."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        event, on = self._events.get(data.get("event") or ""), data.get("done_on")
        self.is_other_day = bool(event and on and not event.start <= on <= event.end)
        if event and on and self.is_other_day and not data.get("other_day"):
            said = gettext(
                "{event} is on {start}, but the day here is {day}. Change the day, or tick that it was done "
                "another day than the event."
            )
            self.add_error(
                "done_on", said.format(event=opened(event.name), start=day(event.start), day=day(on))
            )
        return data

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
    def promise_options(self) -> list[Option]:
        """The promises as they are drawn, the likeliest first."""
        pairs = zip(self["promises"], self._promises, strict=True)
        return [
            Option(tag, needs_where=one.terms.measure.spread is not None, needs_event=_is_by_event(one))
            for tag, one in pairs
        ]

    @property
    def where_options(self) -> list[Option]:
        """Places and schools as they are drawn, the likeliest first, and none at all."""
        nowhere, *tags = self["where"]
        pairs = zip(tags, self._where, strict=True)
        drawn = [Option(tag, one.promises, one.left, _degrees(one)) for tag, one in pairs]
        return [Option(nowhere), *drawn]

    @property
    def is_unusual(self) -> bool:
        """Whether anything that is folded away is filled in or wrong."""
        return self.is_bound and not SELDOM.isdisjoint({*self.errors, *self.changed_data})

    @property
    def asks_event(self) -> bool:
        """Whether any promise is judged event by event, so that the event is asked for openly."""
        return any(_is_by_event(one) for one in self._promises)

    @property
    def has_positions(self) -> bool:
        """Whether any place can be put in order by distance."""
        return any(one.position for one in self._where)

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

    reason = TextField(
        label=_("Why is it corrected?"),
        max_length=300,
        help_text=_("What was said before stays in the history, with your reason."),
        error_messages={"required": _("Write why it is corrected.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("note", "reason")

    @property
    def is_unusual(self) -> bool:
        """Everything that was said is seen."""
        return True


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


def _is_by_event(standing: Standing) -> bool:
    return standing.terms.measure.kind is Kind.EACH_EVENT and not standing.is_over


def _degrees(where: WhereChoice) -> str:
    """Latitude and longitude as a script reads them."""
    return ",".join(map(str, where.position or ()))


def _events(choices: LogChoices) -> list[tuple[str, str]]:
    return [(event.public_id, f"{event.name}, {day(event.start)}") for event in choices.events]


def _named(parties: Iterable[Party]) -> list[tuple[str, str]]:
    return [(party.value, opened(str(PARTIES[party]))) for party in parties]


def _parties(choices: LogChoices) -> list[Party]:
    """The person's own party first, then those who promise here."""
    promising = [party for standing in choices.promises for party in standing.terms.parties]
    return list(dict.fromkeys([choices.party, *promising]))
