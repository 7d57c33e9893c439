"""With the receipt code, and no account: that the answer counts, and taking it back."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from handslag.domain.errors import HandslagError, NotFound
from handslag.domain.listening.receipts import read_code, written
from handslag.domain.listening.voices import VoiceState
from handslag.services.listening.reads.receipts import Receipt, receipt_of
from handslag.services.listening.responses import withdraw_response
from handslag.web.errors import sentence
from handslag.web.survey.door import SurveyRequest, survey_page, survey_render
from handslag.web.survey.pages import address, withdrawn_page
from handslag.web.survey.rows import words
from handslag.web.words.labels import Word

STATES: dict[VoiceState, Word] = {
    VoiceState.RECEIVED: _("Received. Nobody has read it for quoting yet."),
    VoiceState.READ_BY_ONE: _("Received. One of two readers has read it."),
    VoiceState.HELD: _("Held. It may point somebody out, so one named person reads it first."),
    VoiceState.MAY_BE_QUOTED: _("Read by two. It may be quoted, without anything that shows who wrote it."),
    VoiceState.NEVER_QUOTED: _("Read. It counts, but is never quoted."),
}


@survey_page
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: SurveyRequest) -> HttpResponse:
    """Ask for the code; show what became of the answer; take it back after asking once more."""
    typed = request.POST.get("receipt", "")[:80]
    if request.method != "POST":
        return _ask(request, "")
    try:
        code = read_code(typed)
        found = receipt_of(request.survey, code)
        if request.POST.get("go") == "withdraw":
            withdraw_response(code)
            return withdrawn_page(request)
    except HandslagError as error:
        return _ask(request, typed, sentence(error), 404 if isinstance(error, NotFound) else 422)
    return _shown(request, found, written(code))


def _ask(request: SurveyRequest, typed: str, error: str = "", status: int = 200) -> HttpResponse:
    context = {"typed": typed, "error": error, "start_url": address(request, "survey_answer")}
    return survey_render(request, "survey/receipt.html", context, status=status)


def _shown(request: SurveyRequest, found: Receipt, code: str) -> HttpResponse:
    texts = [(words(text.question, request.language), STATES[text.state]) for text in found.texts]
    context = {
        "code": code,
        "texts": texts,
        "may_be_withdrawn": found.may_be_withdrawn,
        "is_asking": request.POST.get("go") == "ask",
    }
    return survey_render(request, "survey/receipt_found.html", context)
