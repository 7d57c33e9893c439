"""The way in for what a phone kept without coverage.

The page keeps entries on the phone (static/log_queue.js) and sends them here one by one, each with the
key of its form, so that one sent twice is logged once. What is refused stays on the phone with the sentence.
"""

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse

from handslag import clock
from handslag.domain.errors import HandslagError
from handslag.domain.permissions import Action
from handslag.models.models import Activity
from handslag.services.access import access_municipality
from handslag.services.keeping.activities import sent_before
from handslag.services.keeping.reads.log_choices import log_choices
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.desk.keeping.activities import log_form
from handslag.web.desk.keeping.log_form import LogForm
from handslag.web.errors import STATUS, sentence


@desk_page
def queue(request: DeskRequest, slug: str) -> HttpResponse:
    """Take one entry. Asked without one, it says who is logged in and with which token to send.

    `?key=` asks whether the entry with that key has been taken; then the answer has its receipt.
    """
    if request.method != "POST":
        municipality = access_municipality(request.user, slug, Action.LOG_ACTIVITY)
        told = {"who": str(request.user.pk), "token": get_token(request)}
        if sent := sent_before(request.user, municipality, request.GET.get("key")):
            told["receipt"] = _receipt(slug, sent)
        return JsonResponse(told)
    try:
        return _taken(request, slug)
    except HandslagError as error:  # a right or a role that is gone
        return JsonResponse({"said": [sentence(error)]}, status=STATUS.get(type(error), 400))


def _taken(request: DeskRequest, slug: str) -> HttpResponse:
    municipality = access_municipality(request.user, slug, Action.LOG_ACTIVITY)
    form = LogForm(request.POST, choices=log_choices(request.user, municipality, at=clock.now()))
    if activity := log_form(request.user, municipality, form):
        return JsonResponse({"receipt": _receipt(slug, activity)}, status=201)
    refused: dict[str, object] = {"said": [said for field in form.errors.values() for said in field]}
    if sent := sent_before(request.user, municipality, form.data.get("key")):
        refused["receipt"] = _receipt(slug, sent)  # it arrived before it was changed
    return JsonResponse(refused, status=422)


def _receipt(slug: str, activity: Activity) -> str:
    return reverse("desk_receipt", args=[slug, activity.public_id])
