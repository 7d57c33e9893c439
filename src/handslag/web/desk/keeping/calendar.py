"""The calendar: terms of each school authority, events in series, great holidays."""

from functools import partial

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.judging.register_changes import EventRemoved, Events
from handslag.domain.permissions import Action
from handslag.services.access import access_authority, access_dialogue, access_event, access_municipality
from handslag.services.keeping import registers as verbs
from handslag.services.keeping.reads import registers
from handslag.services.keeping.registers import storhelger_missing
from handslag.services.promises.reads.readings import waiting_readings
from handslag.web.desk.change_page import ChangePage, change_page
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm
from handslag.web.desk.keeping.register_forms import EventForm, StorhelgerForm, TermsForm


@desk_page
def calendar(request: DeskRequest, slug: str) -> HttpResponse:
    """The days that promises are judged by: what is ahead first, then what has been."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    today = clock.today()
    context = {
        "to_publish": waiting_readings(municipality),
        "authorities": registers.authority_rows(municipality),
        "series": registers.series_rows(municipality, on=today),
        "years": [today.year, today.year + 1],
        "free_days": registers.free_days(today.year),
        "year": today.year,
    }
    return desk_render(request, municipality, "desk/keeping/registers/calendar.html", context)


@desk_page
def add_terms(request: DeskRequest, slug: str) -> HttpResponse:
    """A school authority that the calendar lacks, with its terms."""
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    form = TermsForm(request.POST or None)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/terms.html",
            "desk_calendar",
            _("The terms are saved."),
            form.change,
            lambda days: verbs.set_terms(request.user, municipality=municipality, days=days),
        ),
    )


@desk_page
def terms(request: DeskRequest, slug: str, authority: int) -> HttpResponse:
    """The terms and breaks of one school authority."""
    found = access_authority(request.user, slug, authority, Action.EDIT_CALENDARS)
    form = TermsForm(request.POST or None, row=registers.authority_row(found))
    return change_page(
        request,
        found.municipality,
        form,
        ChangePage(
            "desk/keeping/registers/terms.html",
            "desk_calendar",
            _("The terms are saved."),
            form.change,
            lambda days: verbs.set_terms(request.user, municipality=found.municipality, days=days),
            {"authority": found.name},
        ),
    )


@desk_page
def add_event(request: DeskRequest, slug: str) -> HttpResponse:
    """An event of a series; what `?series=` and the plan behind `?dialogue=` say is filled in beforehand."""
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    known = {"series": request.GET.get("series", "")}
    if planned := request.GET.get("dialogue"):
        found = access_dialogue(request.user, slug, planned, Action.EDIT_CALENDARS)
        known |= {"name": found.name, "start": found.held_on.isoformat()}
    form = EventForm(request.POST or None, initial=known)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/event.html",
            "desk_calendar",
            _("The event is saved."),
            lambda: Events((form.change(),)),
            lambda one: verbs.set_event(request.user, municipality=municipality, entry=one.entries[0]),
        ),
    )


@desk_page
def event(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Change an event."""
    found = access_event(request.user, slug, public_id, Action.EDIT_CALENDARS)
    form = EventForm(request.POST or None, event=found)
    return change_page(
        request,
        found.municipality,
        form,
        ChangePage(
            "desk/keeping/registers/event.html",
            "desk_calendar",
            _("The event is saved."),
            lambda: Events((form.change(),)),
            lambda one: verbs.set_event(request.user, municipality=found.municipality, entry=one.entries[0]),
            {"event": found},
        ),
    )


@desk_page
def remove_event(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """What it would move to take an event off the list; then take it off."""
    found = access_event(request.user, slug, public_id, Action.EDIT_CALENDARS)
    return change_page(
        request,
        found.municipality,
        DeskForm(request.POST),
        ChangePage(
            "desk/moves.html",
            "desk_calendar",
            _("The event is off the list."),
            partial(EventRemoved, found.public_id),
            lambda _gone: verbs.remove_event(request.user, event=found),
            {"removes": found.name},
        ),
    )


@desk_page
def add_storhelger(request: DeskRequest, slug: str) -> HttpResponse:
    """The great holidays of a year into a series: one click, what it would move, one more."""
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    asked = {"series": request.GET.get("series", ""), "year": clock.today().year}
    form = StorhelgerForm(request.POST or None, initial=asked)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/storhelger.html",
            "desk_calendar",
            _("The great holidays are in the calendar."),
            lambda: Events(storhelger_missing(municipality, **form.cleaned_data)),
            lambda _all: verbs.add_storhelger(request.user, municipality=municipality, **form.cleaned_data),
        ),
    )
