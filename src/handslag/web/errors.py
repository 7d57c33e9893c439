"""The one place where what went wrong becomes a page."""

import logging
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from handslag.domain.errors import BadInput, HandslagError, NotAllowed, NotFound, WrongState
from handslag.sentences import Language, say
from handslag.services.soundness import noting
from handslag.web.typed import typed_in

log = logging.getLogger(__name__)
STATUS: dict[type[HandslagError], int] = {NotFound: 404, NotAllowed: 403, WrongState: 409, BadInput: 400}


def language() -> Language:
    """The language of the page that is being made."""
    return "en" if get_language() == "en" else "sv"


def sentence(error: HandslagError) -> str:
    """The sentence for an error, in the language of the page."""
    return said(error.code, error.params)


def said(code: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence for a code, in the language of the page; on a survey's page that may be Arabic."""
    return say(code, params, "ar" if get_language() == "ar" else language())


class ErrorMiddleware:
    """Turns a `HandslagError` that no page caught into its page; everything else is Django's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with noting():
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Http404):
            return not_found(request, exception)
        if isinstance(exception, OperationalError):
            return _database_away(request)
        if not isinstance(exception, HandslagError):
            return None
        return page_of(request, exception)


def page_of(request: HttpRequest, error: HandslagError) -> HttpResponse:
    """The page that says what went wrong."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return _page(request, status, sentence(error))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404, say("not_found", language=language()))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is too old comes back with what was typed."""
    from handslag.web.shown_again import stale_form  # it makes pages of errors too

    return stale_form(request) or _page(
        request, 403, say("form_expired", language=language()), _back(request)
    )


def too_many(request: HttpRequest) -> HttpResponse:
    return _page(request, 429, say("too_many_attempts", language=language()))


def _database_away(request: HttpRequest) -> HttpResponse:
    """The disk is full, or the database locked or gone: in the log, and as what it is on the page."""
    log.exception("The database could not be used.")
    return _page(request, 503, say("database_away", language=language()))


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, 500, say("server_error", language=language()))


def _back(request: HttpRequest) -> str:
    """The page of ours that a form was sent from, to be opened anew; "" where the browser does not say."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else ""


def _page(request: HttpRequest, status: int, words: str, back: str = "") -> HttpResponse:
    match = request.resolver_match
    is_desk = match is not None and (match.url_name or "").startswith("desk_")
    typed = typed_in(request)
    texts = typed.texts if typed else []
    context = {"sentence": words, "status": status, "is_desk": is_desk, "texts": texts, "back": back}
    context["survey"] = _survey(request)
    return render(request, "error.html", context, status=status)


def _survey(request: HttpRequest) -> str:
    """The page of the survey that was asked for or sent to; "" where there is none."""
    match = request.resolver_match
    if match is None or not {"slug", "survey"} <= match.kwargs.keys():
        return ""
    parts = [match.kwargs["slug"], match.kwargs["survey"]]
    if (match.url_name or "").startswith("desk_"):
        address = reverse("desk_survey", args=parts)
    elif "language" in match.kwargs:
        address = reverse("survey_answer_in", args=[*parts, match.kwargs["language"]])
    else:
        address = reverse("survey_answer", args=parts)
    return "" if request.method == "GET" and address == request.path else address
