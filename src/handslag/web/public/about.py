"""What Handslag is, and how a municipality's promises are counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.domain.judging.cells import Status
from handslag.services.access import public_municipality


@require_safe
@conditional_page
def about(request: HttpRequest) -> HttpResponse:
    """What this is, how accessible it is, and what is stored about visitors (nothing)."""
    return render(request, "public/about.html")


@require_safe
@conditional_page
def how_we_count(request: HttpRequest, slug: str) -> HttpResponse:
    """The statuses and the rules behind them. Raises `NotFound`."""
    municipality = public_municipality(slug)
    context = {"municipality": municipality, "statuses": list(Status), "today": clock.today()}
    return render(request, "public/how_we_count.html", context)
