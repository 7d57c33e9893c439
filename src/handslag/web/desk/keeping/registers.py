"""The lists: schools, by hand or from Skolverket's register, and places with their other names."""

from functools import partial

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.domain.judging.register_changes import PlaceRemoved, Schools
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality, access_place, access_school
from handslag.services.keeping import registers as verbs
from handslag.services.keeping.reads import registers
from handslag.services.promises.reads.readings import waiting_readings
from handslag.web.desk.change_page import ChangePage, change_page
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm
from handslag.web.desk.keeping.register_forms import PlaceForm, SchoolForm
from handslag.web.desk.keeping.school_file_forms import ChooseSchoolsForm, SchoolFileForm


@desk_page
def schools(request: DeskRequest, slug: str) -> HttpResponse:
    """The schools that "every school" means."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    rows = registers.school_rows(municipality)
    context = {"schools": rows, "to_publish": waiting_readings(municipality)}
    return desk_render(request, municipality, "desk/keeping/registers/schools.html", context)


@desk_page
def add_school(request: DeskRequest, slug: str) -> HttpResponse:
    """A school by hand."""
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    names = [row.name for row in registers.authority_rows(municipality)]
    form = SchoolForm(request.POST or None, municipality=municipality, authorities=names)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/school.html",
            "desk_schools",
            _("The school is saved."),
            lambda: Schools((form.change(),)),
            lambda one: verbs.set_school(request.user, municipality=municipality, entry=one.entries[0]),
            is_saved_at_once=True,
        ),
    )


@desk_page
def school(request: DeskRequest, slug: str, school: int) -> HttpResponse:
    """Change a school, or close it."""
    found = access_school(request.user, slug, school, Action.EDIT_CALENDARS)
    municipality = found.municipality
    names = [row.name for row in registers.authority_rows(municipality)]
    form = SchoolForm(request.POST or None, municipality=municipality, authorities=names, school=found)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/school.html",
            "desk_schools",
            _("The school is saved."),
            lambda: Schools((form.change(),)),
            lambda one: verbs.set_school(request.user, municipality=municipality, entry=one.entries[0]),
            {"school": found},
            is_saved_at_once=True,
        ),
    )


@desk_page
def import_schools(request: DeskRequest, slug: str) -> HttpResponse:
    """A file from Skolverket, which of its schools, what that would move, and then into the list."""
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    if "found" in request.POST:
        return _choose_schools(request, slug)
    upload = SchoolFileForm(request.POST or None, request.FILES or None)
    if upload.is_valid():
        try:
            form = ChooseSchoolsForm.showing(upload.units(), municipality)
            return desk_render(
                request, municipality, "desk/keeping/registers/choose_schools.html", {"form": form}
            )
        except BadInput as error:
            upload.refuse(error)
    context = {"form": upload}
    return desk_render(
        request, municipality, "desk/keeping/registers/school_file.html", context, upload.http_status
    )


def _choose_schools(request: DeskRequest, slug: str) -> HttpResponse:
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    form = ChooseSchoolsForm(request.POST, municipality=municipality)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/choose_schools.html",
            "desk_schools",
            _("The schools are in the list."),
            lambda: Schools(form.entries()),
            lambda some: verbs.set_schools(request.user, municipality=municipality, entries=some.entries),
        ),
    )


@desk_page
def places(request: DeskRequest, slug: str) -> HttpResponse:
    """The places and their other names."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    context = {"places": registers.place_rows(municipality), "to_publish": waiting_readings(municipality)}
    return desk_render(request, municipality, "desk/keeping/registers/places.html", context)


@desk_page
def add_place(request: DeskRequest, slug: str) -> HttpResponse:
    """A place that the list lacks."""
    municipality = access_municipality(request.user, slug, Action.EDIT_CALENDARS)
    form = PlaceForm(request.POST or None)
    return change_page(
        request,
        municipality,
        form,
        ChangePage(
            "desk/keeping/registers/place.html",
            "desk_places",
            _("The place is saved."),
            form.change,
            lambda entry: verbs.set_place(request.user, municipality=municipality, entry=entry),
        ),
    )


@desk_page
def place(request: DeskRequest, slug: str, place: int) -> HttpResponse:
    """The other names of a place, and where it lies."""
    found = access_place(request.user, slug, place, Action.EDIT_CALENDARS)
    known = {"aliases": found.aliases, "position": registers.position(found)}
    form = PlaceForm(request.POST or None, known=found.name, initial=known)
    return change_page(
        request,
        found.municipality,
        form,
        ChangePage(
            "desk/keeping/registers/place.html",
            "desk_places",
            _("The place is saved."),
            form.change,
            lambda entry: verbs.set_place(request.user, municipality=found.municipality, entry=entry),
            {"place": found},
        ),
    )


@desk_page
def remove_place(request: DeskRequest, slug: str, place: int) -> HttpResponse:
    """What it would move to take a place off the list; then take it off."""
    found = access_place(request.user, slug, place, Action.EDIT_CALENDARS)
    return change_page(
        request,
        found.municipality,
        DeskForm(request.POST),
        ChangePage(
            "desk/moves.html",
            "desk_places",
            _("The place is off the list."),
            partial(PlaceRemoved, found.name),
            lambda _gone: verbs.remove_place(request.user, place=found),
            {"removes": found.name},
        ),
    )
