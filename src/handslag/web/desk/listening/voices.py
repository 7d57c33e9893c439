"""Voices at the desk: the list, the reading by two, quarantine, and erasing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.listening.voices import MANY_IN_AN_HOUR, Verdict
from handslag.domain.permissions import Action
from handslag.models.models import Municipality, Voice
from handslag.services.access import access_municipality, access_voice
from handslag.services.listening import voices as verbs
from handslag.services.listening.reads.voice_readings import alarms, reading_days
from handslag.services.listening.reads.voices import (
    VoiceFilter,
    held_reader,
    members_of_own_party,
    sources,
    voice_way,
)
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import DeskForm
from handslag.web.desk.listening.voice_forms import HeldReaderForm, ReviewForm, VoiceFilterForm


@desk_page
def voices(request: DeskRequest, slug: str) -> HttpResponse:
    """What people said, by channel, kind, place, source and how far it is read; several approved at once."""
    municipality = access_municipality(request.user, slug, Action.READ_VOICES)
    form, choice = _asked(request, municipality)
    if request.method == "POST":
        return _approve(request, municipality, form.query())
    page = verbs.read_voices(request.user, municipality=municipality, choice=choice)
    context = {
        "filter": form,
        "query": form.query(),
        "page": page,
        "may_tick": any(row.may_be_ticked for row in page.rows),
        "reader": held_reader(request.user, municipality),
        "before": form.address(page.number - 1) if page.number > 1 else "",
        "after": form.address(page.number + 1) if page.number < page.pages else "",
    }
    return desk_render(request, municipality, "desk/listening/voices/voices.html", context)


@desk_page
def voice(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """One voice: may it be quoted? Then the next of those that were asked for."""
    found = access_voice(request.user, slug, key, Action.REVIEW_VOICE)
    asked, choice = _asked(request, found.municipality)
    form = ReviewForm(request.POST or None, is_staff=bool(found.party))
    if form.is_valid():
        verbs.review_voice(request.user, voice=found, verdict=Verdict(form.cleaned_data["verdict"]))
        messages.success(request, gettext("What you said of the voice is saved."))
        return _next(request, found, choice, asked.query())
    context = {
        "form": form,
        "voice": verbs.read_voice(request.user, voice=found),
        "way": voice_way(request.user, found.municipality, choice, key),
        "query": asked.query(),
    }
    return desk_render(
        request, found.municipality, "desk/listening/voices/voice.html", context, form.http_status
    )


@desk_page
def erase_voice(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """Erase a voice at once; asked for once more first."""
    found = access_voice(request.user, slug, key, Action.ERASE_VOICE)
    asked, choice = _asked(request, found.municipality)
    if request.method == "POST":
        onward = _next(request, found, choice, asked.query())
        verbs.erase_voice(request.user, voice=found)
        messages.success(request, gettext("The voice is erased."))
        return onward
    row = verbs.read_voice(request.user, voice=found)
    context = {"form": DeskForm(), "voice": row, "query": asked.query()}
    return desk_render(request, found.municipality, "desk/listening/voices/erase.html", context)


def _asked(request: DeskRequest, municipality: Municipality) -> tuple[VoiceFilterForm, VoiceFilter]:
    form = VoiceFilterForm(request.GET, municipality=municipality, sources=sources(municipality))
    return form, form.choice()


def _next(request: DeskRequest, voice: Voice, choice: VoiceFilter, query: str) -> HttpResponse:
    """To the next voice that waits for the person, or back to the list when none does."""
    way = voice_way(request.user, voice.municipality, choice, voice.id)
    slug = voice.municipality.slug
    if way.to_review:
        return _with(reverse("desk_voice", args=[slug, way.to_review]), query)
    return _with(reverse("desk_voices", args=[slug]), query)


def _approve(request: DeskRequest, municipality: Municipality, query: str) -> HttpResponse:
    """Approve what is ticked, say how many, and show the same page again."""
    keys = request.POST.getlist("chosen")
    done = verbs.approve_voices(request.user, municipality=municipality, keys=keys)
    if done:
        words = ngettext(
            "You have said yes to {number} voice.", "You have said yes to {number} voices.", done
        )
        messages.success(request, words.format(number=done))
    if left := len(keys) - done:
        words = ngettext(
            "{number} was read by you before, or is decided.",
            "{number} were read by you before, or are decided.",
            left,
        )
        messages.warning(request, words.format(number=left))
    if not keys:
        messages.warning(request, gettext("Tick at least one."))
    return _with(reverse("desk_voices", args=[municipality.slug]), query)


def _with(address: str, query: str) -> HttpResponse:
    return redirect(f"{address}?{query}" if query else address)


@desk_page
def readers(request: DeskRequest, slug: str) -> HttpResponse:
    """Who has read voices, how many, and whether anybody read very many at once."""
    municipality = access_municipality(request.user, slug, Action.SEE_READERS)
    context = {
        "days": reading_days(municipality),
        "alarms": alarms(municipality),
        "many": MANY_IN_AN_HOUR,
    }
    return desk_render(request, municipality, "desk/listening/voices/readers.html", context)


@desk_page
def name_held_reader(request: DeskRequest, slug: str) -> HttpResponse:
    """Who of one's own party reads what is held in quarantine?"""
    municipality = access_municipality(request.user, slug, Action.NAME_HELD_READER)
    people = members_of_own_party(request.user, municipality)
    now = held_reader(request.user, municipality)
    form = HeldReaderForm(request.POST or None, people=people, initial={"user": now.pk if now else ""})
    page = FormPage(
        "desk/listening/voices/reader.html",
        lambda: verbs.name_held_reader(request.user, municipality=municipality, user=form.person()),
        ("desk_voices", slug),
        _("Saved. Somebody is named to read the quarantine."),
    )
    return form_page(request, municipality, form, page)
