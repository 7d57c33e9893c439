"""Hours: what the promises take against what there is, for whoever has to make it go round."""

from datetime import date
from typing import ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.bounds import MOST_PERIOD_HOURS
from handslag.domain.errors import BadInput
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.services.access import access_hours, access_municipality, membership_in
from handslag.services.keeping import hours as verbs
from handslag.services.keeping.reads.hours import hours_page
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import AmountField, DayField
from handslag.web.words.labels import PARTIES


class HoursForm(DeskForm):
    """How many hours a party has for its promises, from one day to another."""

    refused_at: ClassVar[dict[str, str]] = {
        "period_backwards": "end",
        "periods_overlap": "start",
        "hours_below_zero": "hours",
    }
    rows = (("party", "hours"), ("start", "end"))
    party = forms.ChoiceField(label=_("Whose hours?"), choices=[*PARTIES.items()])
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"))
    hours = AmountField(
        label=_("How many hours?"),
        max_value=MOST_PERIOD_HOURS,
        help_text=_("What there is for the promises together. The same days entered again replace it."),
    )


@desk_page
def hours(request: DeskRequest, slug: str, year: int | None = None) -> HttpResponse:
    """Promised, planned and spent against available, over one's municipalities of the police area."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    page = hours_page(request.user, municipality, on=clock.today(), year=year)
    return desk_render(request, municipality, "desk/keeping/hours.html", {"page": page})


@desk_page
def add_hours(request: DeskRequest, slug: str) -> HttpResponse:
    """Say how many hours a party has; the whole of this year is filled in beforehand."""
    municipality = access_municipality(request.user, slug, Action.SET_HOURS)
    year = clock.today().year
    party = membership_in(request.user, municipality).party
    first = {"party": party, "start": date(year, 1, 1), "end": date(year, 12, 31)}
    form = HoursForm(request.POST or None, initial=first)
    if form.is_valid():
        said = form.cleaned_data | {"party": Party(form.cleaned_data["party"])}
        try:
            verbs.set_available_hours(request.user, municipality=municipality, **said)
            messages.success(request, gettext("The hours are saved."))
            return redirect("desk_hours", slug, said["start"].year)
        except BadInput as error:
            form.refuse(error)
    return desk_render(
        request, municipality, "desk/keeping/hours_form.html", {"form": form}, form.http_status
    )


@desk_page
def remove_hours(request: DeskRequest, slug: str, hours: int) -> HttpResponse:
    """Ask once, then how many hours there are is unknown again."""
    said = access_hours(request.user, slug, hours, Action.SET_HOURS)
    if request.method == "POST":
        verbs.remove_available_hours(request.user, said=said)
        messages.success(request, gettext("The figure is taken away."))
        return redirect("desk_hours", slug)
    return desk_render(request, said.municipality, "desk/keeping/hours_remove.html", {"said": said})
