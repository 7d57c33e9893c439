"""Dialogues for residents: which there are, one of them, its calendar file and its poster."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.documents.invitation import invitation_ics
from handslag.documents.pdf import poster_pdf
from handslag.domain.listening.dialogues import Stage
from handslag.models.models import Dialogue
from handslag.services.access import public_dialogue, public_municipality
from handslag.services.listening.reads import dialogues as reads
from handslag.services.listening.reads.results import public_survey_rows
from handslag.services.listening.reads.voices import quotes
from handslag.services.people.reads.municipalities import face_of
from handslag.web.reports.posters import invitation_of, poster_of


@require_safe
@conditional_page
def dialogues(request: HttpRequest, slug: str) -> HttpResponse:
    """The dialogues to come, those that have been with how long the answer took, and the surveys."""
    municipality, today = public_municipality(slug), clock.today()
    rows = reads.public_dialogue_rows(municipality, on=today)
    surveys = public_survey_rows(municipality, on=today)
    context = {
        "municipality": face_of(municipality),
        "today": today,
        "open_surveys": [row for row in surveys if row.takes_answers],
        "over_surveys": [row for row in surveys if not row.takes_answers],
        "ahead": [row for row in reversed(rows) if row.held_on >= today and row.stage != Stage.HELD],
        "over": [row for row in rows if row.held_on < today or row.stage == Stage.HELD],
    }
    return render(request, "public/dialogues.html", context)


@require_safe
@conditional_page
def dialogue(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """One dialogue: the invitation, and afterwards who came, what was said and what was answered."""
    found, today = public_dialogue(slug, public_id), clock.today()
    context = {
        "municipality": face_of(found.municipality),
        "today": today,
        "dialogue": found,
        "stage": reads.stage_on(found, on=today),
        "answers": reads.answer_rows(found, on=today),
        "heads": reads.published_heads(found),
        "cards": reads.published_cards(found),
        "quotes": quotes(found.municipality, found.public_id),
        "stops": reads.stop_rows(found),
    }
    return render(request, "public/dialogue.html", context)


@require_safe
def calendar_file(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The dialogue for one's own calendar."""
    found = public_dialogue(slug, public_id)
    content = invitation_ics(invitation_of(found, _address(request, found)))
    name = f'attachment; filename="dialog-{found.public_id}.ics"'
    return HttpResponse(content, "text/calendar; charset=utf-8", headers={"Content-Disposition": name})


@require_safe
@conditional_page
def poster(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The poster, to print."""
    found = public_dialogue(slug, public_id)
    name = f'inline; filename="affisch-{found.public_id}.pdf"'
    content = poster_pdf(poster_of(found, _address(request, found)))
    return HttpResponse(content, "application/pdf", headers={"Content-Disposition": name})


def _address(request: HttpRequest, dialogue: Dialogue) -> str:
    return request.build_absolute_uri(
        reverse("dialogue", args=[dialogue.municipality.slug, dialogue.public_id])
    )
