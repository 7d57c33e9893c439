"""Results at the desk: the published tables that everybody sees, approving them, files for analysts."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.domain.surveys import SurveyState
from handslag.services.access import access_survey
from handslag.services.listening import results as verbs
from handslag.services.listening.exports import ExportKind, export_survey
from handslag.services.listening.reads.results import SurveyResults, has_enough, results_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm
from handslag.web.errors import language
from handslag.web.words.survey_results import lane_views, untabled

MEDIA = {
    ExportKind.CSV: "text/csv; charset=utf-8",
    ExportKind.CSV_EXCEL: "text/csv; charset=utf-8",
    ExportKind.DICTIONARY: "text/csv; charset=utf-8",
    ExportKind.DICTIONARY_EXCEL: "text/csv; charset=utf-8",
    ExportKind.SAV: "application/x-spss-sav",
}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk_page
@require_safe
def results(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """What is published, and what can be done with it."""
    found = results_of(access_survey(request.user, slug, survey, Action.SEE_DESK))
    return desk_render(request, found.municipality, "desk/listening/results/results.html", _tables(found))


@desk_page
def approve(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """Ask once, then freeze the results."""
    found = access_survey(request.user, slug, survey, Action.APPROVE_RESULTS)
    if request.method != "POST" and found.state != SurveyState.CLOSED:
        return redirect("desk_results", slug, survey)  # which says whether it is still open or approved
    form = DeskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            verbs.approve_results(request.user, survey=found, seen=request.POST.getlist("shown"))
            messages.success(request, _("The results are approved. They do not change any more."))
            return redirect("desk_results", slug, survey)
        except BadInput as error:
            form.refuse(error)
            verbs.publish_now(found, clock.today())  # so that there is something to look at
    context = _tables(results_of(found)) | {
        "survey": found,
        "form": form,
        "shown": verbs.shown_of(found),
    }
    return desk_render(
        request, found.municipality, "desk/listening/results/approve.html", context, form.http_status
    )


@desk_page
def export(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """What the files hold and what follows from taking one; a button for each, and the file itself."""
    found = access_survey(request.user, slug, survey, Action.EXPORT_SURVEY)
    if request.method == "POST":
        file = export_survey(request.user, survey=found, kind=_kind(request.POST.get("kind", "")))
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return HttpResponse(file.content, MEDIA.get(_kind(request.POST["kind"]), EXCEL), headers=headers)
    context = {
        "results": results_of(found),
        "has_enough": has_enough(found),
        "title": found.defined().title.say(language()),
    }
    return desk_render(request, found.municipality, "desk/listening/results/export.html", context)


def _tables(found: SurveyResults) -> dict[str, Any]:
    return {
        "results": found,
        "title": found.definition.title.say(language()),
        "lanes": lane_views(found, language()),
        "untabled": untabled(found.definition, language()),
    }


def _kind(text: str) -> ExportKind:
    try:
        return ExportKind(text)
    except ValueError:
        raise BadInput("unknown_field", field="kind") from None
