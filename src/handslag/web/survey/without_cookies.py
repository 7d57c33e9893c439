"""Surveys are answered before sessions, accounts and cookies come into it: none of that can touch them.

That is the privacy of it, and also the speed: those layers take longer than storing an answer.
"""

from collections.abc import Callable
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve
from django.utils.translation import get_language_from_path, override

from handslag.domain.errors import HandslagError
from handslag.web.errors import not_found, page_of

MARK = "/enkat/"  # only addresses of surveys, and none of the desk's, have it
DESK = "/bord/"


class SurveyMiddleware:
    """Stands behind what sets headers and before everything that knows who somebody is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if MARK not in path or DESK in path or not path.endswith("/"):
            return self.get_response(request)
        request.host = request.get_host()  # type: ignore[attr-defined]  # refuses a host that is not ours
        with override(_language(path)):
            response = _answer(request)
        response.headers["Content-Length"] = str(len(response.content))
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    try:
        found = _resolve(request.path_info)
        request.resolver_match = found
        response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    except Http404 as error:
        return not_found(request, error)
    except HandslagError as error:
        return page_of(request, error)
    return response


@lru_cache(maxsize=512)
def _language(path: str) -> str:
    return get_language_from_path(path) or "sv"


@lru_cache(maxsize=512)
def _resolve(path: str) -> ResolverMatch:
    """What an address leads to. Its first part decides the language, so that the address is enough."""
    return resolve(path)
