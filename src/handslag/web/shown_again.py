"""What could not be taken is shown again: the form with what was typed, or the way to log in and back to it.

A form sent with an old token, or without a session, is not saved. It is fetched as anybody fetches it by
its address, filled with what was typed (web/filling.py), and saved when the person presses its button. So a
form that comes without a token at all (templates/account/kept.html) is only ever shown.
"""

from copy import copy
from urllib.parse import urlencode

from allauth.account import views as account
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils.datastructures import MultiValueDict

from handslag.domain.errors import HandslagError
from handslag.web.errors import not_found, page_of
from handslag.web.filling import fill
from handslag.web.typed import Fields, Typed, texts_in, typed_in, unpacked


def stale_form(request: HttpRequest) -> HttpResponse | None:
    """The page for a form whose token is old, with what was typed; None where there is nothing to show."""
    if not is_for_a_person(request):
        return None
    name = request.resolver_match.url_name if request.resolver_match else ""
    if name in ("account_login", "mfa_authenticate") and (kept := unpacked(request)):
        return back_to_form(request, kept) if request.user.is_authenticated else log_in_first(request, kept)
    typed = typed_in(request)
    if typed is None:
        return None
    if (name or "").startswith("desk_") and not request.user.is_authenticated:
        return log_in_first(request, typed)
    return form_with(request, typed)


def is_for_a_person(request: HttpRequest) -> bool:
    """Whether the answer is a page that somebody reads, rather than what a script asked for."""
    return "text/html" in request.headers.get("Accept", "text/html") and "HX-Request" not in request.headers


def form_with(request: HttpRequest, typed: Typed) -> HttpResponse | None:
    """The form at this address with what was typed in it; None where it is not there to be fetched."""
    found = resolve(request.path_info)
    try:
        response: HttpResponse = found.func(as_get(request), *found.args, **found.kwargs)
    except HandslagError as error:
        return page_of(request, error)
    except Http404 as error:
        return not_found(request, error)
    if hasattr(response, "render"):
        response.render()
    if response.status_code == 302 and found.url_name == "account_login":
        return response  # logged in already, in another window
    is_page = response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")
    if not is_page or response.streaming:
        return None
    return _filled(request, response, typed)


def log_in_first(request: HttpRequest, typed: Typed) -> HttpResponse:
    """The page to log in, which takes along what was typed and leads back to its form."""
    asked = as_get(request)
    asked.GET = QueryDict(urlencode({"next": typed.address}))
    asked.kept = typed  # type: ignore[attr-defined]
    response: HttpResponse = account.login(asked)
    if hasattr(response, "render"):
        response.render()
    response.status_code = 403 if response.status_code == 200 else response.status_code
    return response


def back_to_form(request: HttpRequest, typed: Typed) -> HttpResponse:
    """Logged in: the way on to the form, which is shown with what was typed and not saved."""
    return render(request, "account/kept.html", {"typed": typed})


def _filled(request: HttpRequest, response: HttpResponse, typed: Typed) -> HttpResponse | None:
    def notice(left: Fields, has_file: bool) -> str:
        context = {"user": request.user, "left": texts_in(left), "has_file": has_file, "is_desk": is_desk}
        return render_to_string("components/_shown_again.html", context, request)

    is_desk = (resolve(request.path_info).url_name or "").startswith("desk_")
    html = fill(response.content.decode(), request.path, typed.values, notice)
    if html is None:
        return None
    response.content = html.encode()
    response.status_code = 403
    return response


def as_get(request: HttpRequest) -> HttpRequest:
    """The same person at the same address, who only asks for the page."""
    asked = copy(request)
    asked.method = "GET"
    asked.POST, asked._files = QueryDict(), MultiValueDict()  # type: ignore[attr-defined]
    return asked
