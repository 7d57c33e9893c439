"""The forms in which a published promise is changed, each with its day and its reason."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.bounds import SMALL_WHOLE
from handslag.domain.errors import BadInput
from handslag.domain.judging.periods import DAY
from handslag.models.models import Promise
from handslag.services.judging.reads.standings import Standing
from handslag.services.promises.changes import Days, latest
from handslag.services.promises.reads.drafts import draft_of
from handslag.web.desk.choices import in_short
from handslag.web.desk.forms import FreeTextForm
from handslag.web.desk.promises.days_form import DaysForm
from handslag.web.desk.promises.draft_form import KINDS, DraftForm, filled_in
from handslag.web.fields import DayField, OneOfField, TextField

NO_REASON = _("Write why. The reason stands on the page of the promise, where everybody can read it.")


class ChangeForm(FreeTextForm):
    """From when and why. `version`: the number of the version that the person has before them."""

    valid_from = DayField(label=_("Valid from"))
    reason = TextField(
        label=_("Why?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Residents read this on the page of the promise. Write nothing about individuals."),
        error_messages={"required": NO_REASON},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, max_value=SMALL_WHOLE)

    free_text: ClassVar[tuple[str, ...]] = ("reason",)
    refused_at: ClassVar[dict[str, str]] = {
        "change_before_version": "valid_from",
        "change_in_past": "valid_from",
        "change_after_end": "valid_from",
        "change_without_reason": "reason",
        "change_without_end": "review_on",
        "validity_backwards": "valid_to",
        "review_before_start": "review_on",
        "by_outside_validity": "by",
        "at_least_not_positive": "at_least",
        "count_not_whole": "at_least",
        "draft_without_party": "parties",
        "draft_without_measure": "kind",
        "draft_without_events": "event_series",
        "replaced_by_itself": "by",
        "replacement_not_valid": "by",
    }

    def refuse(self, error: BadInput) -> None:
        """Also goes on from the version that somebody else made meanwhile; what was written stays."""
        super().refuse(error)
        if error.code == "changed_meanwhile":
            self.data = QueryDict.copy(self.data)  # type: ignore[arg-type]  # it came with a request
            self.data["version"] = str(error.params["version"])


class ProlongForm(DaysForm, ChangeForm):
    """Another last day, or another day of review."""

    refused_at: ClassVar[dict[str, str]] = ChangeForm.refused_at
    field_order = ("valid_from", "until", "valid_to", "review_on", "reason", "version")

    def days(self) -> Days:
        """The days chosen. Only for a valid form."""
        return _days(self.cleaned_data)


class AmendForm(DraftForm, DaysForm, ChangeForm):
    """Everything that a version says. It must be decided how it is judged."""

    kind = OneOfField(label=_("How is it judged?"), choices=[choice for choice in KINDS if choice[0]])
    free_text: ClassVar[tuple[str, ...]] = ("text", "reason")
    refused_at: ClassVar[dict[str, str]] = ChangeForm.refused_at

    def days(self) -> Days:
        """The days chosen. Only for a valid form."""
        return _days(self.cleaned_data)


class ReplaceForm(ChangeForm):
    """Which promise stands in the place of this one."""

    by = forms.TypedChoiceField(
        label=_("Which promise stands in its place?"),
        coerce=int,
        error_messages={
            "required": _("Choose the promise that stands in its place."),
            "invalid_choice": _("Choose a promise of the list."),
        },
    )
    field_order = ("by", "valid_from", "reason", "version")

    def __init__(self, *args: Any, others: Sequence[Standing], **options: Any) -> None:
        super().__init__(*args, **options)
        listed = [(one.number, f"{one.number}. {in_short(one.terms.text)}") for one in others]
        self.fields["by"].choices = [("", _("Choose a promise")), *listed]  # type: ignore[attr-defined]


class ReviewForm(FreeTextForm):
    """The promise holds on until it is looked at again."""

    next_on = DayField(label=_("Looked at again on"))
    said = TextField(
        label=_("What did you find?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A sentence that residents read on the page of the promise."),
        error_messages={"required": _("Write a sentence about why the promise holds on.")},
    )

    free_text: ClassVar[tuple[str, ...]] = ("said",)
    refused_at: ClassVar[dict[str, str]] = {
        "review_not_ahead": "next_on",
        "review_after_end": "next_on",
        "review_without_words": "said",
    }


def as_it_stands(promise: Promise) -> dict[str, Any]:
    """The fields of every form of changes, as the latest version fills them in."""
    last = latest(promise)
    return filled_in(draft_of(last, promise.perspective)) | {
        "version": last.version,
        "valid_from": max(clock.today(), last.valid_from + DAY),
        "until": "day" if last.valid_to else "notice",
        "valid_to": last.valid_to,
        "review_on": last.review_on,
    }


def _days(data: dict[str, Any]) -> Days:
    return Days(data["valid_from"], data["valid_to"], data["review_on"])
