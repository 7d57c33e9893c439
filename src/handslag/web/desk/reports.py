"""Close a period: say that everything done in it has been reported."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.cells import Status
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.domain.promises import Party, Spread
from handslag.models.models import Promise
from handslag.services import reports as verbs
from handslag.services.access import access_promise, membership_in
from handslag.services.activities import where_named
from handslag.services.queries.desk import Period, periods
from handslag.services.queries.fulfilment import standings
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import OneOfField


class CloseForm(FreeTextForm):
    """Why it fell short and what was decided: only periods that fell short are open."""

    where = OneOfField(label=_("Which of them?"), required=False)
    cause = forms.CharField(
        label=_("Why was it not enough?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to residents. Never write names or anything else about individuals."),
        error_messages={"required": _("Write why it was not enough.")},
    )
    decision = forms.CharField(
        label=_("What do you do about it?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to residents."),
        error_messages={"required": _("Write what you have decided.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("cause", "decision")
    confirmed = forms.BooleanField(
        label=_("Everything that was done in the period has been logged."),
        error_messages={"required": _("Log what is missing first, then confirm.")},
    )

    def __init__(self, *args: Any, places: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        where = self.fields["where"]
        assert isinstance(where, forms.ChoiceField)  # noqa: S101 (for the type checker)
        where.choices = [("", gettext("All of them")), *((name, name) for name in places)]
        if len(places) < 2:
            del self.fields["where"]


@desk_page
def close_period(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Choose among the open periods that have ended, see what was done, say why it fell short."""
    promise = access_promise(request.user, slug, number, Action.CLOSE_PERIOD)
    found = standings(promise.municipality, on=clock.today(), numbers=[number])
    standing = next((one for one in found if one.number == number), None)
    open_periods = periods([standing], Status.NOT_REPORTED) if standing else []
    chosen = _chosen(open_periods, request.GET.get("period", ""))
    context: dict[str, Any] = {"promise": promise, "standing": standing, "periods": open_periods}
    if standing is None or chosen is None:
        return desk_render(request, promise.municipality, "desk/close_choose.html", context)
    form = CloseForm(request.POST or None, places=chosen.places)
    if form.is_valid():
        try:
            told = _said(request, promise, form, chosen, standing.terms.measure.spread)
            verbs.close_period(request.user, promise=promise, **told)
            messages.success(request, gettext("The period is closed."))
            return redirect("desk_promise", slug, number)
        except BadInput as error:
            form.refuse(error)
    context |= {"chosen": chosen, "form": form}
    return desk_render(request, promise.municipality, "desk/close.html", context, form.http_status)


def _chosen(open_periods: list[Period], key: str) -> Period | None:
    """The period named in the address, or the only one there is."""
    if len(open_periods) == 1 and not key:
        return open_periods[0]
    return next((period for period in open_periods if period.key == key), None)


def _said(
    request: DeskRequest, promise: Promise, form: CloseForm, period: Period, spread: Spread | None
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
        "cause": data["cause"],
        "decision": data["decision"],
    }
