"""Plan what comes back, and say with one press that something planned was done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.permissions import Action
from handslag.models.models import Activity
from handslag.services.access import access_activity, access_municipality
from handslag.services.keeping import activities as verbs
from handslag.services.keeping.reads.log_choices import log_choices
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.keeping.activities import too_late
from handslag.web.desk.keeping.plan_form import PlanForm
from handslag.web.errors import sentence
from handslag.web.words.labels import day


@desk_page
def plan(request: DeskRequest, slug: str) -> HttpResponse:
    """Every Friday until the end of the season: one planned activity for each."""
    municipality = access_municipality(request.user, slug, Action.PLAN_ACTIVITIES)
    choices = log_choices(request.user, municipality, at=clock.now())
    initial = {"promises": request.GET.getlist("promise"), "done_on": clock.today()}
    form = PlanForm(request.POST or None, choices=choices, initial=initial)
    if form.is_valid():
        try:
            planned = verbs.plan_activities(
                request.user,
                municipality=municipality,
                entry=form.entry(municipality),
                days=form.days(),
                key=form.cleaned_data["key"] or None,
            )
            messages.success(request, _planned(planned))
            return redirect("desk_today", slug)
        except BadInput as error:
            form.refuse(error)
    return desk_render(request, municipality, "desk/keeping/plan.html", {"form": form}, form.http_status)


@desk_page
def confirm_plan(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """It was done as planned; the list of today says so, and has the way to correct it."""
    activity = access_activity(request.user, slug, public_id, Action.CONFIRM_PLAN)
    if request.method != "POST":
        return redirect("desk_today", slug)  # somebody who had to log in first presses there again
    try:
        done = verbs.confirm_plan(request.user, activity=activity)
    except WrongState:
        return too_late(request, activity)
    except BadInput as error:  # something is missing that a plan may do without
        messages.warning(request, sentence(error))
        return redirect("desk_correct", slug, public_id)
    said = gettext("Saved as done: {day}. You can correct it under Latest logged.")
    messages.success(request, said.format(day=day(done.done_on)))
    return redirect("desk_today", slug)


def _planned(planned: list[Activity]) -> str:
    said = ngettext(
        "{count} activity is planned, on {first}.",
        "{count} activities are planned, from {first} to {last}.",
        len(planned),
    )
    first, last = day(planned[0].done_on), day(planned[-1].done_on)
    return said.format(count=len(planned), first=first, last=last)
