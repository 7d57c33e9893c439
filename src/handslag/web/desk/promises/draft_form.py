"""The form in which a draft gets its words and its measure."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.bounds import MOST_AMOUNT
from handslag.domain.errors import BadInput
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread
from handslag.services.promises.drafts import Draft
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import AmountField, DayField, LinesField, OneOfField, SomeOfField, TextField
from handslag.web.words.labels import PARTIES, opened
from handslag.web.words.units import in_plural

KINDS = (
    ("", _("Not decided yet")),
    (Kind.COUNT, _("A number of times")),
    (Kind.QUANTITY, _("An amount, such as hours")),
    (Kind.MILESTONE, _("Done or not, once")),
    (Kind.EACH_EVENT, _("At every event of a kind")),
    (Kind.STANDING, _("Not judged: an aim")),
)
PERS = (
    (Per.DAY, _("Day")),
    (Per.WEEK, _("Week")),
    (Per.MONTH, _("Month")),
    (Per.QUARTER, _("Quarter")),
    (Per.TERTIAL, _("Four months")),
    (Per.HALF_YEAR, _("Half-year")),
    (Per.YEAR, _("Calendar year")),
    (Per.TERM, _("School term")),
    (Per.ONCE, _("The whole validity")),
)
READINGS = (
    (Reading.EACH, _("In every period")),
    (Reading.ON_AVERAGE, _("On average")),
    (Reading.IN_TOTAL, _("In all, while the promise is valid")),
)
SPREADS = (
    ("", _("For all together")),
    (Spread.PLACE, _("Each place for itself")),
    (Spread.SCHOOL, _("Each school for itself")),
)


class UnitField(TextField):
    """What is counted. A measure keeps the word for one; here it is shown for several."""

    def prepare_value(self, value: Any) -> Any:
        return in_plural(value) if isinstance(value, str) else value


class DraftForm(DeskForm):
    """Everything a person may change before publication; `draft()` gives it."""

    text = TextField(
        label=_("The promise"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what is promised.")},
    )
    parties = SomeOfField(label=_("Who promises?"), required=False)
    perspective = TextField(label=_("Heading it stands under"), required=False, max_length=200)
    places = LinesField(
        label=_("Places"), rows=2, required=False, help_text=_("One on each line, as residents call them.")
    )
    target_groups = LinesField(
        label=_("For whom"), rows=2, required=False, help_text=_("One group on each line.")
    )
    kind = OneOfField(label=_("How is it judged?"), required=False, choices=KINDS)
    at_least = AmountField(label=_("At least"), required=False, max_value=MOST_AMOUNT)
    unit = UnitField(
        label=_("What is counted?"),
        required=False,
        max_length=60,
        help_text=_("Such as visits, checks or hours."),
    )
    per = forms.ChoiceField(label=_("Per"), required=False, choices=PERS)
    reading = OneOfField(label=_("Is the number for every period?"), required=False, choices=READINGS)
    spread = OneOfField(label=_("Is every place judged for itself?"), required=False, choices=SPREADS)
    year_named = forms.BooleanField(
        label=_("The promise is about a certain year: count all of it, also before its start"),
        required=False,
    )
    minimal = forms.BooleanField(
        label=_("The promise does not say how many times: at least one is counted"), required=False
    )
    by = DayField(label=_("Last day, if one was promised"), required=False)
    event_series = TextField(
        label=_("Which events?"), required=False, max_length=60, help_text=_("The name of the series.")
    )

    refused_at: ClassVar[dict[str, str]] = {
        "at_least_not_positive": "at_least",
        "count_not_whole": "at_least",
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._offer_season()
        parties = self.fields["parties"]
        assert isinstance(parties, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
        parties.choices = [(party.value, opened(str(PARTIES[party]))) for party in Party]

    def _offer_season(self) -> None:
        """Only where the page speaks of one already: there is nowhere to say which days a season has."""
        if Per.SEASON in (self.initial.get("per"), self.data.get("per")):
            per = self.fields["per"]
            assert isinstance(per, forms.ChoiceField)  # noqa: S101 (for the type checker)
            per.choices = [(Per.SEASON, _("Season: cannot be judged, choose another")), *PERS]

    @classmethod
    def showing(cls, draft: Draft) -> "DraftForm":
        """The form as a draft fills it in."""
        return cls(initial=filled_in(draft))

    def clean(self) -> dict[str, Any]:
        """Also the measure must make sense; what is wrong with it is said at its field."""
        super().clean()
        try:
            self.cleaned_data["measure"] = self._measure()
        except BadInput as error:
            self.refuse(error)
        return self.cleaned_data

    def draft(self) -> Draft:
        """What has been filled in. Only for a valid form."""
        data = self.cleaned_data
        return Draft(
            text=" ".join(data["text"].split()),
            parties=tuple(Party(name) for name in data["parties"]),
            perspective=data["perspective"],
            places=data["places"],
            target_groups=data["target_groups"],
            measure=data["measure"],
            event_series=data["event_series"] if data["kind"] == Kind.EACH_EVENT else "",
        )

    def _measure(self) -> Measure | None:
        """The measure chosen. What does not belong to its kind is left out. Raises `BadInput`."""
        data = self.cleaned_data
        kind = data.get("kind")
        if not kind or self.errors:
            return None
        if kind == Kind.STANDING:
            return Measure(kind=Kind.STANDING)
        spread = Spread(data["spread"]) if data["spread"] else None
        if kind == Kind.MILESTONE:
            return Measure(kind=Kind.MILESTONE, by=data["by"], spread=spread, minimal=data["minimal"])
        if kind == Kind.EACH_EVENT:
            return Measure(kind=Kind.EACH_EVENT, unit=data["unit"], minimal=data["minimal"])
        if data["at_least"] is None:
            self.add_error("at_least", _("Write the least number that keeps the promise."))
            return None
        return Measure(
            kind=Kind(kind),
            at_least=data["at_least"],
            unit=data["unit"],
            per=Per(data["per"] or Per.YEAR),
            reading=Reading(data["reading"] or Reading.EACH),
            spread=spread,
            year_named=data["year_named"],
            minimal=data["minimal"],
        )


def filled_in(draft: Draft) -> dict[str, Any]:
    """The fields of the form as a draft fills them in."""
    measure = draft.measure
    chosen: dict[str, Any] = {"reading": Reading.EACH, "spread": "", "per": Per.YEAR, "kind": ""}
    if measure:
        names = ("kind", "at_least", "unit", "per", "reading", "year_named", "minimal", "by")
        chosen = {name: getattr(measure, name) for name in names} | {"spread": measure.spread or ""}
    said = ("text", "parties", "perspective", "places", "target_groups", "event_series")
    return chosen | {name: getattr(draft, name) for name in said}
