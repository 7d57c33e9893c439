"""A survey on paper: the form to print, and the page where its answers are typed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from handslag import clock
from handslag.documents.pdf import survey_pdf
from handslag.domain.errors import BadInput
from handslag.domain.listening.answers import Outcome
from handslag.domain.permissions import Action
from handslag.domain.surveys import Lane
from handslag.models.models import Survey
from handslag.services.access import access_survey
from handslag.services.listening.papers import count_second_entry, typed_twice
from handslag.services.listening.responses import enter_response
from handslag.services.people.reads.municipalities import face_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.listening.paper_entry import PaperEntryForm
from handslag.web.reports.paper_forms import Printed, paper_form


@desk_page
def paper_file(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """The survey to print, in the language asked for by `?sprak=`."""
    found = access_survey(request.user, slug, survey, Action.SEE_DESK)
    definition = found.defined()
    language = request.GET.get("sprak", definition.languages[0])
    if language not in definition.languages:
        raise BadInput("unknown_language", language=language)
    printed = Printed(face_of(found.municipality), definition, *found.notice(language), found.closes_on)
    pdf = survey_pdf(paper_form(printed, language, on=clock.today()))
    name = f'inline; filename="{slug}-{survey}-{language}.pdf"'
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": name})


@desk_page
def enter_paper(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """Type in one paper; some are typed in twice and compared before they are saved."""
    found = access_survey(request.user, slug, survey, Action.ENTER_RESPONSE)
    form = PaperEntryForm(request.POST or None, survey=found)
    if form.is_valid():
        try:
            if form.asks_for_second():
                return _entry_page(request, found, form.once_more(), is_second=True)
            if not form.show_differences():
                _save(request, found, form)
                return redirect("desk_paper", slug, survey)
        except BadInput as error:
            form.refuse(error)
    return _entry_page(request, found, form, is_second=bool(form["first"].value()))


def _entry_page(
    request: DeskRequest, survey: Survey, form: PaperEntryForm, *, is_second: bool
) -> HttpResponse:
    context = {
        "form": form,
        "survey": survey,
        "is_second": is_second,
        "twice": typed_twice(survey),
        "takes_papers": survey.takes_answers(Lane.STAFF, clock.today()),
    }
    return desk_render(
        request, survey.municipality, "desk/listening/paper_entry.html", context, form.http_status
    )


def _save(request: DeskRequest, survey: Survey, form: PaperEntryForm) -> None:
    token, first = form.form_token(), form.first_answers
    outcome = enter_response(request.user, survey=survey, answers=form.answers, form=token)
    if first is not None:  # counted once, as the answer is, however often it is sent
        compared = {"first": form.comparable(first), "second": form.comparable(form.answers)}
        count_second_entry(request.user, survey=survey, form=token, **compared)
    words = {Outcome.STORED: gettext("The answer is saved. The form is empty for the next paper.")}
    messages.success(request, words.get(outcome, gettext("This paper was saved before. It counts once.")))
