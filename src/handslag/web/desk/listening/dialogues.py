"""Dialogues at the desk: plan them, change them, call them off, and answer residents."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.listening.dialogues import Stage
from handslag.domain.permissions import Action
from handslag.models.models import Dialogue
from handslag.services.access import access_dialogue, access_municipality, access_owed_answer
from handslag.services.listening import dialogues as verbs
from handslag.services.listening.reads import dialogues as reads
from handslag.services.listening.reads.voices import VoiceFilter
from handslag.services.listening.voices import read_voices
from handslag.services.log import log_rows
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.listening.dialogue_forms import AnswerForm, CancelForm, DialogueForm, OweForm, planned

_STAYS_BEHIND = _("It stands in the calendar as it was, so promises are judged there. Change it there too.")
_POSTER = "desk/listening/dialogues/_poster.html"
ANSWER_DAYS = 56  # suggested from a dialogue to its answer: eight weeks; whoever plans decides


@desk_page
def dialogues(request: DeskRequest, slug: str) -> HttpResponse:
    """The dialogues to come and those that have been."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    rows, today = reads.dialogue_rows(request.user, municipality), clock.today()
    context = {
        "ahead": [row for row in reversed(rows) if row.held_on >= today and row.stage(today) != Stage.HELD],
        "over": [row for row in rows if row.held_on < today or row.stage(today) == Stage.HELD],
    }
    return desk_render(request, municipality, "desk/listening/dialogues/dialogues.html", context)


@desk_page
def plan_dialogue(request: DeskRequest, slug: str) -> HttpResponse:
    """Plan a dialogue."""
    municipality = access_municipality(request.user, slug, Action.PLAN_DIALOGUE)
    day = clock.today() + timedelta(days=28)
    initial = {"held_on": day, "answer_by": day + timedelta(days=ANSWER_DAYS)}
    form = DialogueForm(request.POST or None, municipality=municipality, initial=initial)
    page = FormPage(
        "desk/listening/dialogues/plan.html",
        lambda: verbs.plan_dialogue(request.user, municipality=municipality, plan=form.plan()),
        _of,
        "",
        beside=_POSTER,
        shows=lambda: {"drawn": form.drawn()},
    )
    return form_page(request, municipality, form, page)


@desk_page
def dialogue(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """One dialogue: what to do next, the plan, who came, what was said and what is owed."""
    found = access_dialogue(request.user, slug, public_id, Action.SEE_DESK)
    today = clock.today()
    context = {
        "dialogue": found,
        "stage": reads.stage_on(found, on=today),
        "is_ahead": found.held_on > today,
        "is_over": found.held_on < today,
        "heads": reads.heads(found),
        "cards": reads.card_counts(found),
        "answers": reads.answer_rows(found, on=today),
        "stops": reads.stop_rows(found),
        "events": reads.events_of(found),
        "log": log_rows(found.municipality, [found.public_id]),
    }
    return desk_render(request, found.municipality, "desk/listening/dialogues/dialogue.html", context)


@desk_page
def change_dialogue(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Change the plan of a dialogue to come."""
    found = access_dialogue(request.user, slug, public_id, Action.PLAN_DIALOGUE)
    form = DialogueForm(
        request.POST or None, municipality=found.municipality, is_new=False, initial=planned(found)
    )

    def change() -> None:
        before = reads.events_of(found)
        verbs.change_dialogue(request.user, dialogue=found, plan=form.plan(found.kind))
        if before and not reads.events_of(found):
            messages.warning(request, _STAYS_BEHIND)

    page = FormPage(
        "desk/listening/dialogues/plan.html",
        change,
        _of(found),
        _("The plan is changed."),
        {"dialogue": found},
        _POSTER,
        lambda: {"drawn": {"kind": found.kind} | form.drawn()},
    )
    return form_page(request, found.municipality, form, page)


@desk_page
def cancel_dialogue(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Call off a dialogue, with the reason people will see."""
    found = access_dialogue(request.user, slug, public_id, Action.PLAN_DIALOGUE)
    form = CancelForm(request.POST or None)
    return form_page(
        request,
        found.municipality,
        form,
        FormPage(
            "desk/listening/dialogues/cancel.html",
            lambda: verbs.cancel_dialogue(request.user, dialogue=found, reason=form.cleaned_data["reason"]),
            _of(found),
            _("The dialogue is called off."),
            {"dialogue": found, "events": reads.events_of(found)},
        ),
    )


@desk_page
def owe_answer(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Promise an answer to something residents asked."""
    found = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
    form = OweForm(request.POST or None)

    def owe() -> None:
        names = ("what", "role", "due_on")
        said = {name: form.cleaned_data[name] for name in names}
        verbs.owe_answer(request.user, dialogue=found, **said)

    page = FormPage(
        "desk/listening/dialogues/owe.html",
        owe,
        _of(found),
        _("The answer is promised."),
        {"dialogue": found},
    )
    return form_page(request, found.municipality, form, page)


@desk_page
def publish_answer(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Answer residents, with what they said beside."""
    owed = access_owed_answer(request.user, slug, public_id, Action.ANSWER_DIALOGUE)
    town, asked = owed.dialogue.municipality, VoiceFilter(source=owed.dialogue.public_id)
    form = AnswerForm(request.POST or None)

    def publish() -> None:
        answer, seen = form.cleaned_data["answer"], request.POST.getlist("shown")
        verbs.publish_answer(request.user, owed=owed, answer=answer, seen=seen)

    return form_page(
        request,
        owed.dialogue.municipality,
        form,
        FormPage(
            "desk/listening/dialogues/answer.html",
            publish,
            _of(owed.dialogue),
            _("The answer is published."),
            {"owed": owed, "dialogue": owed.dialogue},
            shows=lambda: {"cards": read_voices(request.user, municipality=town, choice=asked)},
            shown=lambda: verbs.asked_of(owed),
        ),
    )


def _of(dialogue: Dialogue) -> tuple[str, ...]:
    return ("desk_dialogue", dialogue.municipality.slug, dialogue.public_id)
