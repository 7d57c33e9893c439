"""The host's screen: statement cards and how many came, by keyboard, with or without a network.

The page keeps cards on the device (static/log_queue.js) and sends them here one by one, each with the key
it was written with, so that one sent twice counts once. Without scripts it is an ordinary form.
"""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext

from handslag.domain.errors import BadInput, HandslagError
from handslag.domain.permissions import Action
from handslag.models.models import Dialogue
from handslag.services.access import access_dialogue
from handslag.services.listening import dialogues as verbs
from handslag.services.listening.reads import dialogues as reads
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.listening.card_form import CardForm
from handslag.web.desk.listening.dialogue_forms import HeadsForm
from handslag.web.desk.phone import worker as page_worker
from handslag.web.errors import STATUS, sentence


@desk_page
def cards(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """One card after another; what is the same for the next one stays chosen."""
    dialogue = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
    same = {name: request.GET.get(name, "") for name in ("kind", "place", "group")}
    initial = {name: value for name, value in same.items() if value}
    form = CardForm(request.POST or None, dialogue=dialogue, initial=initial)
    if _keep(request, dialogue, form):
        messages.success(request, gettext("The card is saved."))
        chosen = {name: form.cleaned_data[name] for name in same}
        return redirect(f"{request.path}?{urlencode(chosen)}")
    context = {
        "form": form,
        "heads": HeadsForm(initial=_counted(dialogue)),
        "dialogue": dialogue,
        "cards": reads.card_counts(dialogue),
    }
    return desk_render(
        request, dialogue.municipality, "desk/listening/dialogues/cards.html", context, form.http_status
    )


@desk_page
def card_queue(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Take a card or head counts from a device. Asked without, say who is logged in and the token to use.

    `?key=` asks whether the card with that key has been taken; then the answer has a receipt, which is empty.
    """
    if request.method != "POST":
        dialogue = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
        told = {"who": str(request.user.pk), "token": get_token(request)}
        is_taken = reads.has_card(dialogue, request.GET.get("key", ""))
        return JsonResponse(told | {"receipt": ""} if is_taken else told)
    try:
        dialogue = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
        form: CardForm | HeadsForm = (
            CardForm(request.POST, dialogue=dialogue) if "key" in request.POST else HeadsForm(request.POST)
        )
        if _keep(request, dialogue, form):
            return JsonResponse({"receipt": ""}, status=201)
    except HandslagError as error:  # called off, or a right that is gone
        return JsonResponse({"said": [sentence(error)]}, status=STATUS.get(type(error), 400))
    return JsonResponse({"said": [said for field in form.errors.values() for said in field]}, status=422)


@desk_page
def count_heads(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """How many came, by broad group."""
    dialogue = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
    form = HeadsForm(request.POST or None, initial=_counted(dialogue))
    if _keep(request, dialogue, form):
        number = form.counted()
        words = ngettext("{number} person is counted.", "{number} people are counted.", number)
        messages.success(request, words.format(number=number))
        return redirect("desk_dialogue", slug, public_id)
    context = {"form": form, "dialogue": dialogue}
    return desk_render(
        request, dialogue.municipality, "desk/listening/dialogues/heads.html", context, form.http_status
    )


def worker(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The service worker. It stands beside the page, and so reaches nothing else of the desk."""
    return page_worker(request, slug)


def _counted(dialogue: Dialogue) -> dict[str, int | None]:
    return {"came": dialogue.came} | {group.value: count for group, count in reads.heads(dialogue).items()}


def _keep(request: DeskRequest, dialogue: Dialogue, form: CardForm | HeadsForm) -> bool:
    """Save what is filled in; False when it must be shown again."""
    if not form.is_valid():
        return False
    try:
        if isinstance(form, CardForm):
            verbs.enter_cards(request.user, dialogue=dialogue, cards=[form.card()])
        else:
            counts, came = form.counts(), form.came_in_all()
            verbs.count_heads(request.user, dialogue=dialogue, counts=counts, came=came)
    except BadInput as error:
        form.refuse(error)
        return False
    return True
