"""The form on a phone without coverage: what makes it installable, and the way in for what it kept.

The page keeps entries on the phone (static/log_queue.js) and sends them here one by one, each with the
key of its form, so that one sent twice is logged once. What is refused stays on the phone with the sentence.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext

from handslag import clock
from handslag.domain.errors import HandslagError
from handslag.domain.permissions import Action
from handslag.models.models import Activity
from handslag.services.access import access_municipality, public_municipality
from handslag.services.activities import sent_before
from handslag.services.queries.log_choices import log_choices
from handslag.web.desk.activities import log_form
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.desk.log_form import LogForm
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


def manifest(request: HttpRequest, slug: str) -> HttpResponse:
    """What the phone shows when the page is put on its home screen. Nothing in it is secret."""
    municipality = public_municipality(slug)
    page = reverse("desk_log", args=[slug])
    about = {
        "name": gettext("Log activity – {name}").format(name=municipality.short_name),
        "short_name": gettext("Log"),
        "lang": get_language(),
        "id": page,
        "start_url": page,
        "scope": page,
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#0e4a5a",
        "icons": [_icon(size) for size in (192, 512)],
    }
    return JsonResponse(about, content_type="application/manifest+json")


def _icon(size: int) -> dict[str, str]:
    """A square picture of so many pixels; its sign keeps clear of the edges, which phones round off."""
    address = static(f"icon-{size}.png")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}


def worker(request: HttpRequest, slug: str) -> HttpResponse:
    """The service worker. It stands beside the form, and so reaches nothing else of the desk."""
    public_municipality(slug)
    return render(request, "desk/log_worker.js", content_type="text/javascript")
