"""The door to the desk: who comes in, and what every page of it knows."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handslag import clock
from handslag.models.models import Municipality, User
from handslag.services.people.reads.desks import desk_of
from handslag.services.soundness import left_out
from handslag.web.shown_again import is_for_a_person, log_in_first
from handslag.web.typed import typed_in

P = ParamSpec("P")


class DeskRequest(HttpRequest):
    """A request from somebody who has logged in."""

    user: User


def desk_page(
    view: Callable[Concatenate[DeskRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for those who have logged in; others are sent to log in first, and then come back.

    What somebody typed who has been logged out meanwhile goes along and comes back too.
    """
    guarded = login_required(view)

    @wraps(view)
    def page(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        typed = None if request.user.is_authenticated else typed_in(request)
        if typed and typed.is_form and is_for_a_person(request):
            return log_in_first(request, typed)
        return guarded(request, *args, **kwargs)  # type: ignore[arg-type]  # what it lets in has a User

    return page  # type: ignore[return-value]  # as wraps() says it


def desk_render(
    request: DeskRequest,
    municipality: Municipality,
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """A page of the desk, which always knows the day, the desk and what the person may do there."""
    desk = desk_of(request.user, municipality)
    shown = {
        "municipality": desk,
        "desk": desk,
        "today": clock.today(),
        "left_out": left_out(),
    } | context
    return render(request, template, shown, status=status)
