"""Voices at the desk: the list, the reading by two, quarantine, and erasing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.permissions import Action
from handslag.domain.voices import MANY_IN_AN_HOUR, Verdict
from handslag.services import voices as verbs
from handslag.services.access import access_municipality, access_voice
from handslag.services.queries.voice_readings import alarms, reading_days
from handslag.services.queries.voices import held_reader, members_of_own_party, sources
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import DeskForm
from handslag.web.desk.voice_forms import HeldReaderForm, ReviewForm, VoiceFilterForm


@desk_page
def voices(request: DeskRequest, slug: str) -> HttpResponse:
    """What people said, by channel, kind, place, source and how far it has been read."""
    municipality = access_municipality(request.user, slug, Action.READ_VOICES)
    form = VoiceFilterForm(request.GET, municipality=municipality, sources=sources(municipality))
    page = verbs.read_voices(request.user, municipality=municipality, choice=form.choice())
    context = {
        "filter": form,
        "page": page,
        "reader": held_reader(request.user, municipality),
        "before": form.address(page.number - 1) if page.number > 1 else "",
        "after": form.address(page.number + 1) if page.number < page.pages else "",
    }
    return desk_render(request, municipality, "desk/voices/voices.html", context)


@desk_page
def voice(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """One voice: may it be quoted?"""
    found = access_voice(request.user, slug, key, Action.REVIEW_VOICE)
    form = ReviewForm(request.POST or None, is_staff=bool(found.party))
    row = verbs.read_voice(request.user, voice=found)
    page = FormPage(
        "desk/voices/voice.html",
        lambda: verbs.review_voice(request.user, voice=found, verdict=Verdict(form.cleaned_data["verdict"])),
        ("desk_voices", slug),
        _("What you said of the voice is saved."),
        {"voice": row},
    )
    return form_page(request, found.municipality, form, page)


@desk_page
def erase_voice(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """Erase a voice at once; asked for once more first."""
    found = access_voice(request.user, slug, key, Action.ERASE_VOICE)
    if request.method == "POST":
        verbs.erase_voice(request.user, voice=found)
        messages.success(request, gettext("The voice is erased."))
        return redirect("desk_voices", slug)
    context = {"form": DeskForm(), "voice": verbs.read_voice(request.user, voice=found)}
    return desk_render(request, found.municipality, "desk/voices/erase.html", context)


@desk_page
def readers(request: DeskRequest, slug: str) -> HttpResponse:
    """Who has read voices, how many, and whether anybody read very many at once."""
    municipality = access_municipality(request.user, slug, Action.SEE_READERS)
    context = {
        "days": reading_days(municipality),
        "alarms": alarms(municipality),
        "many": MANY_IN_AN_HOUR,
    }
    return desk_render(request, municipality, "desk/voices/readers.html", context)


@desk_page
def name_held_reader(request: DeskRequest, slug: str) -> HttpResponse:
    """Who of one's own party reads what is held in quarantine?"""
    municipality = access_municipality(request.user, slug, Action.NAME_HELD_READER)
    people = members_of_own_party(request.user, municipality)
    now = held_reader(request.user, municipality)
    form = HeldReaderForm(request.POST or None, people=people, initial={"user": now.pk if now else ""})
    page = FormPage(
        "desk/voices/reader.html",
        lambda: verbs.name_held_reader(request.user, municipality=municipality, user=form.person()),
        ("desk_voices", slug),
        _("It is said who reads what is held."),
    )
    return form_page(request, municipality, form, page)
