"""Codes that let one person each answer a survey: made on the desk, handed out on paper."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.documents.paper import Slips
from handslag.documents.pdf import slips_pdf
from handslag.documents.semicolons import for_excel
from handslag.domain.errors import BadInput
from handslag.domain.listening.answers import CodeChannel
from handslag.domain.permissions import Action
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import Survey
from handslag.services.access import access_survey
from handslag.services.listening.codes import MOST, IssuedCodes, issue_codes
from handslag.services.listening.reads.codes import batch_rows
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import KeyedForm
from handslag.web.errors import language
from handslag.web.fields import OneOfField, WholeNumberField

CHANNELS = {
    CodeChannel.LETTER: _("In a letter"),
    CodeChannel.LIBRARY: _("At the library"),
    CodeChannel.MEETING: _("At a meeting"),
}
FILES = {"pdf": _("Slips to cut apart (PDF)"), "csv": _("A list for letters (CSV)")}


class CodesForm(KeyedForm):
    """How many, for what, and in which kind of file."""

    channel = OneOfField(label=_("Where people get the codes"), choices=list(CHANNELS.items()))
    number = WholeNumberField(label=_("How many"), min_value=1, max_value=MOST)
    file = OneOfField(label=_("File"), choices=list(FILES.items()), initial="pdf")


@desk_page
def codes(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """The codes made so far, as numbers; new ones come as a file, this once."""
    found = access_survey(request.user, slug, survey, Action.ISSUE_CODES)
    form = CodesForm(request.POST or None)
    if form.is_valid():
        wanted = form.cleaned_data
        try:
            channel = CodeChannel(wanted["channel"])
            made = {"channel": channel, "number": wanted["number"], "key": wanted["key"]}
            issued = issue_codes(request.user, survey=found, **made)
            return _as_csv(found, issued) if wanted["file"] == "csv" else _as_pdf(found, issued)
        except BadInput as error:
            form.refuse(error)
    rows = [(CHANNELS[row.channel], row) for row in batch_rows(found)]
    is_over = found.state not in (SurveyState.DRAFT, SurveyState.OPEN)
    takes_codes = Lane.CODE in found.lanes and not is_over
    context = {"form": form, "survey": found, "rows": rows, "takes_codes": takes_codes, "is_over": is_over}
    return desk_render(
        request, found.municipality, "desk/listening/surveys/codes.html", context, form.http_status
    )


def _as_csv(survey: Survey, issued: IssuedCodes) -> HttpResponse:
    rows = [(code, _address(survey)) for code in issued.codes]
    content = for_excel([(gettext("Code"), gettext("Address")), *rows])
    return _file(survey, content, "text/csv; charset=utf-8", "csv")


def _as_pdf(survey: Survey, issued: IssuedCodes) -> HttpResponse:
    sheet = Slips(
        title=gettext("Codes for the survey"),
        language=language(),
        on=clock.today(),
        owner=survey.municipality.name,
        survey=str(survey),
        lead=gettext("Cut apart and hand out one to each person. Each code is good for one answer."),
        how=gettext("Scan or write the address, then write the code. Nobody can see who had which."),
        address=_address(survey),
        shown=_address(survey).partition("://")[2],
        codes=issued.codes,
    )
    return _file(survey, slips_pdf(sheet), "application/pdf", "pdf")


def _file(survey: Survey, data: bytes, kind: str, ending: str) -> HttpResponse:
    name = f'attachment; filename="{survey.slug}-{gettext("codes")}.{ending}"'
    return HttpResponse(data, kind, headers={"Content-Disposition": name})


def _address(survey: Survey) -> str:
    parts = {"slug": survey.municipality.slug, "survey": survey.slug}
    return f"{settings.BASE_URL}{reverse('survey_answer', kwargs=parts)}"
