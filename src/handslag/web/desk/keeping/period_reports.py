"""Close a period: say that everything done in it has been reported, and how the work went."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.bounds import MOST_PERIOD_HOURS
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.judging.cells import Status
from handslag.domain.keeping.activities import PeriodOutcome
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import Spread
from handslag.models.models import Promise
from handslag.services.access import access_promise, membership_in
from handslag.services.judging.reads.periods import PeriodRow, kept_and_untold, periods
from handslag.services.judging.reads.standings import standings
from handslag.services.keeping import period_reports as verbs
from handslag.services.keeping.activities import where_named
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import AmountField, OneOfField, TextField
from handslag.web.words.labels import OUTCOMES

_PROCESS = ("outcome", "helped", "hindered", "planned_hours", "spent_hours")


class CloseForm(FreeTextForm):
    """Why it fell short and what was decided, if it did; how the work went, whoever wants to tell."""

    refused_at: ClassVar[dict[str, str]] = {"hours_below_zero": "spent_hours"}
    where = OneOfField(label=_("Which of them?"), required=False)
    cause = TextField(
        label=_("Why was it not enough?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to residents. Never write names or anything else about individuals."),
        error_messages={"required": _("Write why it was not enough.")},
    )
    decision = TextField(
        label=_("What do you do about it?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to residents."),
        error_messages={"required": _("Write what you have decided.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("cause", "decision", "helped", "hindered")
    outcome = OneOfField(label=_("Compared with the plan"), required=False, choices=[*OUTCOMES.items()])
    helped = TextField(
        label=_("What helped?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    hindered = TextField(
        label=_("What hindered?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    planned_hours = AmountField(
        label=_("Hours planned"),
        max_value=MOST_PERIOD_HOURS,
        required=False,
        help_text=_("Left empty, it says unknown."),
    )
    spent_hours = AmountField(
        label=_("Hours spent"),
        max_value=MOST_PERIOD_HOURS,
        required=False,
        help_text=_("Left empty, it says unknown."),
    )
    confirmed = forms.BooleanField(
        label=_("Everything that was done in the period has been logged."),
        error_messages={"required": _("Log what is missing first, then confirm.")},
    )

    def __init__(self, *args: Any, places: list[str], fell_short: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fell_short = fell_short
        if not fell_short:
            del self.fields["cause"], self.fields["decision"]
        where = self.fields["where"]
        assert isinstance(where, forms.ChoiceField)  # noqa: S101 (for the type checker)
        where.choices = [("", gettext("All of them")), *((name, name) for name in places)]
        if len(places) < 2:
            del self.fields["where"]

    @property
    def process_fields(self) -> list[forms.BoundField]:
        """What is told of how the work went; none of it is asked for."""
        return [self[name] for name in _PROCESS]

    @property
    def judged_fields(self) -> list[forms.BoundField]:
        """What the closing itself needs, in order; the confirmation comes last."""
        return [self[name] for name in ("where", "cause", "decision") if name in self.fields]


@desk_page
def close_period(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Choose among the periods that have ended, see what was done, say why it fell short or how it went."""
    promise = access_promise(request.user, slug, number, Action.CLOSE_PERIOD)
    found = standings(promise.municipality, on=clock.today(), numbers=[number])
    standing = next((one for one in found if one.number == number), None)
    open_periods = periods([standing], Status.NOT_REPORTED) if standing else []
    reached = kept_and_untold(standing) if standing else []
    chosen = _chosen(open_periods, reached, request.GET.get("period", ""))
    context: dict[str, Any] = {"promise": promise, "standing": standing, "periods": open_periods}
    context["reached"] = reached
    if request.method == "POST" and standing is not None and chosen is None:
        raise WrongState("period_closed_meanwhile")
    if standing is None or chosen is None:
        return desk_render(request, promise.municipality, "desk/keeping/close_choose.html", context)
    form = CloseForm(request.POST or None, places=chosen.places, fell_short=chosen in open_periods)
    if form.is_valid():
        try:
            told = _said(request, promise, form, chosen, standing.terms.measure.spread)
            verbs.close_period(request.user, promise=promise, seen=request.POST.getlist("shown"), **told)
            messages.success(request, gettext("The period is closed."))
            return redirect("desk_promise", slug, number)
        except BadInput as error:
            form.refuse(error)
    context |= {"chosen": chosen, "form": form, "shown": verbs.shown_of(promise, chosen.start, chosen.end)}
    return desk_render(request, promise.municipality, "desk/keeping/close.html", context, form.http_status)


def _chosen(open_periods: list[PeriodRow], reached: list[PeriodRow], key: str) -> PeriodRow | None:
    """The period named in the address, or the only one there is to choose."""
    if len(open_periods) == 1 and not reached and not key:
        return open_periods[0]
    return next((period for period in (*open_periods, *reached) if period.key == key), None)


def _said(
    request: DeskRequest, promise: Promise, form: CloseForm, period: PeriodRow, spread: Spread | None
) -> dict[str, Any]:
    """What the verb is told: the days of the period and what was filled in. Raises `BadInput`."""
    data = form.cleaned_data
    name = data.get("where", "")
    by_school = spread is Spread.SCHOOL
    where = where_named(
        promise.municipality, place="" if by_school else name, school=name if by_school else ""
    )
    return {
        "start": period.start,
        "end": period.end,
        "party": Party(membership_in(request.user, promise.municipality).party),
        "place": where["place"],
        "school": where["school"],
        "cause": data.get("cause", ""),
        "decision": data.get("decision", ""),
        "outcome": PeriodOutcome(data["outcome"]) if data["outcome"] else None,
        **{name: data[name] for name in ("helped", "hindered", "planned_hours", "spent_hours")},
    }
