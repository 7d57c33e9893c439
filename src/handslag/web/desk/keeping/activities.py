"""Log what was done, and correct what was logged."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from handslag import clock
from handslag.domain.errors import BadInput, NotAllowed, WrongState
from handslag.domain.permissions import Action
from handslag.models.models import Activity, Municipality, User
from handslag.services.access import access_activity, access_municipality
from handslag.services.judging.reads.standings import standings
from handslag.services.keeping import activities as verbs
from handslag.services.keeping.reads.activities import activity_row, version_now
from handslag.services.keeping.reads.log_choices import log_choices
from handslag.services.people.reads.desks import desks_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.keeping.log_form import CorrectForm, LogForm, filled_in
from handslag.web.typed import typed_in


@desk_page
def choose(request: DeskRequest) -> HttpResponse:
    """The short way to the form: nobody is asked where who works in one municipality only."""
    every = desks_of(request.user)
    desks = [desk for desk in every if desk.may_keep]
    if every and not desks:
        raise NotAllowed("not_allowed")
    if len(desks) == 1:
        return redirect("desk_log", desks[0].slug)
    return render(request, "desk/choose.html", {"desks": desks, "way": "desk_log"})


@desk_page
def log_activity(request: DeskRequest, slug: str) -> HttpResponse:
    """Log what was done. `?promise=3&where=place:Gussjö` in the address are filled in beforehand."""
    municipality = access_municipality(request.user, slug, Action.LOG_ACTIVITY)
    choices = log_choices(request.user, municipality, at=clock.now())
    asked = {"promises": request.GET.getlist("promise"), "where": request.GET.get("where", "")}
    form = LogForm(request.POST or None, choices=choices, initial=asked | {"done_on": clock.today()})
    if activity := log_form(request.user, municipality, form):
        return redirect("desk_receipt", slug, activity.public_id)
    context = {"form": form, "is_fixed_day": clock.is_fixed()}
    return desk_render(request, municipality, "desk/keeping/log.html", context, form.http_status)


def log_form(user: User, municipality: Municipality, form: LogForm) -> Activity | None:
    """Log what a form says, once however often it is sent. None: it is not right yet and says why."""
    if sent := verbs.sent_before(user, municipality, form.data.get("key")):
        if not form.is_valid() or verbs.says_the_same(user, sent, form.entry(municipality)):
            return sent  # what it said may have become impossible since; it is logged all the same
        form.refuse(BadInput("activity_already_sent"))
        return None
    if not form.is_valid():
        return None
    try:
        entry, key = form.entry(municipality), form.cleaned_data["key"] or None
        return verbs.log_activity(user, municipality=municipality, entry=entry, key=key)
    except BadInput as error:
        form.refuse(error)
        return None


@desk_page
def correct_activity(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """The same form with what was said before; the history stays."""
    activity = access_activity(request.user, slug, public_id, Action.CORRECT_ACTIVITY)
    row = activity_row(activity)
    if row.taken_back:
        raise WrongState("activity_taken_back")
    if row.replaced:
        return too_late(request, activity)
    choices = log_choices(request.user, activity.municipality, at=clock.now())
    form = CorrectForm(request.POST or None, choices=choices, initial=filled_in(row))
    if form.is_valid():
        try:
            entry, reason = form.entry(activity.municipality), form.cleaned_data["reason"]
            corrected = verbs.correct_activity(request.user, activity=activity, entry=entry, reason=reason)
            return redirect("desk_receipt", slug, corrected.public_id)
        except BadInput as error:
            form.refuse(error)
        except WrongState:
            return too_late(request, activity)
    context = {"form": form, "activity": row}
    return desk_render(request, activity.municipality, "desk/keeping/correct.html", context, form.http_status)


@desk_page
def receipt(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """What was saved, and how its promises stand now."""
    activity = access_activity(request.user, slug, public_id, Action.SEE_DESK)
    row = activity_row(activity)
    found = standings(activity.municipality, on=clock.today(), numbers=row.promises)
    context = {"activity": row, "standings": [one for one in found if one.number in row.promises]}
    return desk_render(request, activity.municipality, "desk/keeping/receipt.html", context)


def too_late(request: DeskRequest, activity: Activity) -> HttpResponse:
    """Somebody else was first: what it says now, and the way there."""
    typed = typed_in(request)
    now = {"activity": activity_row(version_now(activity)), "texts": typed.texts if typed else []}
    return desk_render(request, activity.municipality, "desk/keeping/too_late.html", now, 409)
