"""The links of reminder mails: a look shows what will happen, the button does it, once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from handslag import clock
from handslag.domain.errors import BadInput, HandslagError, NotAllowed, WrongState
from handslag.services.keeping.links import Offer, offer_of, use_link
from handslag.web.errors import sentence

GONE = {WrongState: 410, NotAllowed: 403, BadInput: 404}


@require_http_methods(["GET", "HEAD", "POST"])
def mail_link(request: HttpRequest, token: str) -> HttpResponse:
    """What the link will do, or that it is done. A link that does nothing any more shows the way in."""
    is_pressed = request.method == "POST"
    try:
        offer = use_link(token, request.user) if is_pressed else offer_of(token, request.user)
    except (BadInput, NotAllowed, WrongState) as error:
        return _gone(request, error)
    return _shown(request, offer, "desk/keeping/link_done.html" if is_pressed else "desk/keeping/link.html")


def _shown(request: HttpRequest, offer: Offer, template: str) -> HttpResponse:
    context = {"offer": offer, "municipality": offer.municipality, "today": clock.today()}
    return render(request, template, context)


def _gone(request: HttpRequest, error: HandslagError) -> HttpResponse:
    return render(
        request, "desk/keeping/link_gone.html", {"sentence": sentence(error)}, status=GONE[type(error)]
    )
