"""The coverage matrix for residents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.services.access import public_municipality
from handslag.services.showing.reads.coverage import coverage as coverage_of
from handslag.web.words.coverage import page_number


@require_safe
@conditional_page
def coverage(request: HttpRequest, slug: str, year: int | None = None) -> HttpResponse:
    """Which places and schools have got what was promised them. Raises `NotFound`."""
    municipality, today = public_municipality(slug), clock.today()
    page = coverage_of(municipality, on=today, year=year, number=page_number(request))
    context = {"page": page, "municipality": municipality, "today": today, "address": "coverage"}
    return render(request, "public/coverage.html", context)
