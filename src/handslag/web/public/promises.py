"""The promises, for residents: all municipalities, one municipality, one promise."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.services.promises.reads.history import history_page
from handslag.services.promises.reads.rounds import rounds_page
from handslag.services.showing.reads.front import front_page
from handslag.services.showing.reads.municipality import municipality_page
from handslag.services.showing.reads.promise import promise_page


@require_safe
@conditional_page
def front(request: HttpRequest) -> HttpResponse:
    """Which municipalities follow their promises here, and how each stands."""
    today = clock.today()
    return render(request, "public/front.html", {"rows": front_page(on=today), "today": today})


@require_safe
@conditional_page
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """How the promises of one municipality stand today."""
    today = clock.today()
    page = municipality_page(slug, on=today)
    return render(
        request, "public/municipality.html", {"page": page, "municipality": page.face, "today": today}
    )


@require_safe
@conditional_page
def promise(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One promise: how it stands, what was done, and how that is counted."""
    today = clock.today()
    page = promise_page(slug, number, on=today)
    return render(request, "public/promise.html", {"page": page, "municipality": page.face, "today": today})


@require_safe
@conditional_page
def history(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Every version of a promise, with what differs and why."""
    page = history_page(slug, number, on=clock.today())
    return render(request, "public/history.html", {"page": page, "municipality": page.face})


@require_safe
@conditional_page
def rounds(request: HttpRequest, slug: str) -> HttpResponse:
    """What each round of promises continued, changed, let go and added."""
    page = rounds_page(slug, on=clock.today())
    return render(request, "public/rounds.html", {"page": page, "municipality": page.face})
