"""One place, for those who live there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.services.showing.reads.places import place_page


@require_safe
@conditional_page
def place(request: HttpRequest, slug: str, address: str) -> HttpResponse:
    """Every promise that reaches a place, and what was said there. Raises `NotFound`."""
    page = place_page(slug, address, on=clock.today())
    return render(request, "public/place.html", {"page": page, "municipality": page.face, "today": page.on})
