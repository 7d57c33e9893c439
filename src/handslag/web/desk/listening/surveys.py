"""Surveys on the desk: the list, making one, its page, its days and notice, opening and closing."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.documents.xlsforms import write_xlsform
from handslag.domain.errors import BadInput, NotFound
from handslag.domain.permissions import Action
from handslag.domain.surveys import Lane, SurveyState
from handslag.domain.surveys import editing as edit
from handslag.models.models import Survey
from handslag.services.access import access_municipality, access_survey, require
from handslag.services.listening import surveys as verbs
from handslag.services.listening.reads.surveys import survey_rows
from handslag.services.log import log_rows
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import DeskForm
from handslag.web.desk.listening.survey_forms import FrameForm, LanguagesForm, NewSurveyForm, XlsFormFileForm
from handslag.web.desk.listening.survey_rows import survey_view

SAVED = _("The survey is saved.")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk_page
def surveys(request: DeskRequest, slug: str) -> HttpResponse:
    """All surveys, the newest first."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    context = {"surveys": survey_rows(municipality)}
    return desk_render(request, municipality, "desk/listening/surveys/surveys.html", context)


@desk_page
def new_survey(request: DeskRequest, slug: str) -> HttpResponse:
    """Make a survey from the question bank, or an empty one."""
    municipality = access_municipality(request.user, slug, Action.EDIT_SURVEY)
    form = NewSurveyForm(request.POST or None)
    if form.is_valid():
        try:
            key = form.cleaned_data["key"]
            made = verbs.create_survey(
                request.user, municipality=municipality, form=form.definition(), key=key
            )
            return redirect("desk_survey", slug, made.slug)
        except BadInput as error:
            form.refuse(error)
    return desk_render(
        request, municipality, "desk/listening/surveys/new.html", {"form": form}, form.http_status
    )


@desk_page
def import_survey(request: DeskRequest, slug: str) -> HttpResponse:
    """Make a survey from an XLSForm; what of it cannot be had stands on the survey's page."""
    municipality = access_municipality(request.user, slug, Action.EDIT_SURVEY)
    form = XlsFormFileForm()
    if request.method == "POST":
        is_cut = int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        form = XlsFormFileForm(request.POST, request.FILES, is_cut=is_cut)
    if form.is_bound and form.is_valid() and form.form:
        try:
            key = form.cleaned_data["key"]
            made = verbs.import_survey(request.user, municipality=municipality, form=form.form, key=key)
            return redirect("desk_survey", slug, made.slug)
        except BadInput as error:
            form.refuse(error)
    return desk_render(
        request, municipality, "desk/listening/surveys/import.html", {"form": form}, form.http_status
    )


@desk_page
def survey(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """A survey: its questions, what is left to do, its languages; small changes are buttons here."""
    found = access_survey(request.user, slug, survey, Action.SEE_DESK)
    if request.method == "POST":
        require(request.user, found.municipality, Action.EDIT_SURVEY)
        return _pressed(request, found)
    view = survey_view(found)
    context = {
        "survey": found,
        "view": view,
        "is_draft": found.state == SurveyState.DRAFT,
        "is_open": found.state == SurveyState.OPEN,
        "takes_codes": found.state in (SurveyState.DRAFT, SurveyState.OPEN),
        "takes_papers": found.takes_answers(Lane.STAFF, clock.today()),
        "log": log_rows(found.municipality, [found.public_id]),
    }
    return desk_render(request, found.municipality, "desk/listening/surveys/survey.html", context)


@desk_page
def frame(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """The days, the lanes and the notice of a survey."""
    found = access_survey(request.user, slug, survey, Action.EDIT_SURVEY)
    form = FrameForm(request.POST or None, survey=found)
    view = survey_view(found)
    page = FormPage(
        "desk/listening/surveys/frame.html",
        lambda: verbs.set_frame(request.user, survey=found, frame=form.frame()),
        ("desk_survey", slug, survey),
        SAVED,
        {"survey": found, "view": view, "title": view.title},
        "desk/listening/surveys/_notice_seen.html",
        lambda: {"drawn": form.drawn(), "closes_on": form.seen("closes_on")},
    )
    return form_page(request, found.municipality, form, page)


@desk_page
def languages(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """Which languages a survey is in."""
    found = access_survey(request.user, slug, survey, Action.EDIT_SURVEY)
    form = LanguagesForm(request.POST or None, form=found.defined())

    def save() -> None:
        made = edit.with_languages(found.defined(), form.chosen())
        verbs.edit_survey(request.user, survey=found, form=made)

    return _form_page(request, found, form, "desk/listening/surveys/languages.html", save)


@desk_page
def open_survey(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """What is left to do before a survey opens; then open it."""
    found = access_survey(request.user, slug, survey, Action.OPEN_SURVEY)
    if request.method != "POST" and found.state != SurveyState.DRAFT:
        return redirect("desk_survey", slug, survey)  # whoever goes back after pressing presses only once
    form = DeskForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        "desk/listening/surveys/open.html",
        lambda: verbs.open_survey(request.user, survey=found, seen=request.POST.getlist("shown")),
        ("desk_survey", slug, survey),
        _("The survey is open."),
        {"survey": found},
        shows=lambda: {"view": (view := survey_view(found)), "title": view.title},
        shown=lambda: verbs.shown_of(found),
    )
    return form_page(request, found.municipality, form, page)


@desk_page
def close_survey(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """Ask once, then close a survey."""
    found = access_survey(request.user, slug, survey, Action.CLOSE_SURVEY)
    if request.method != "POST" and found.state != SurveyState.OPEN:
        return redirect("desk_survey", slug, survey)
    return _form_page(
        request,
        found,
        DeskForm(request.POST if request.method == "POST" else None),
        "desk/listening/surveys/close.html",
        lambda: verbs.close_survey(request.user, survey=found),
        _("The survey is closed."),
    )


@desk_page
def survey_file(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """The survey as an XLSForm."""
    found = access_survey(request.user, slug, survey, Action.SEE_DESK)
    name = f'attachment; filename="{found.slug}.xlsx"'
    return HttpResponse(write_xlsform(found.defined()), EXCEL, headers={"Content-Disposition": name})


def _form_page(
    request: DeskRequest,
    survey: Survey,
    form: DeskForm,
    template: str,
    verb: Callable[[], object],
    saved: str | Lazy = SAVED,
) -> HttpResponse:
    back = ("desk_survey", survey.municipality.slug, survey.slug)
    view = survey_view(survey)
    context = {"survey": survey, "view": view, "title": view.title}
    return form_page(request, survey.municipality, form, FormPage(template, verb, back, saved, context))


def _pressed(request: DeskRequest, survey: Survey) -> HttpResponse:
    """Do what a button of the survey's page asks for, and come back to the same place."""
    form, data, at = survey.defined(), request.POST, ""
    if "settle" in data:
        verbs.settle_unread(request.user, survey=survey)
    for word, step in (("up", -1), ("down", 1)):
        if name := data.get(word):
            verbs.edit_survey(request.user, survey=survey, form=edit.moved(form, name, step))
            at = f"#q-{name}"
        if index := data.get(f"page_{word}"):
            moved = edit.moved_page(form, page_index(survey, index), step)
            verbs.edit_survey(request.user, survey=survey, form=moved)
    if index := data.get("remove_page"):
        kept = edit.without_page(form, page_index(survey, index))
        verbs.edit_survey(request.user, survey=survey, form=kept)
    response = redirect("desk_survey", survey.municipality.slug, survey.slug)
    response["Location"] += at
    return response


def page_index(survey: Survey, written: str) -> int:
    """The number of a page, from 0. Raises `NotFound` for one that is not there."""
    count = len(survey.defined().pages)
    if not written.isascii() or not written.isdigit() or int(written[:6]) >= count:
        raise NotFound("not_found")
    return int(written)
