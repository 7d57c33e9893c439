"""One promise in time order."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.services.showing.reads.timelines import timeline as timeline_of


@require_safe
@conditional_page
def timeline(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What happened to a promise, earliest first. Raises `NotFound`."""
    today = clock.today()
    found = timeline_of(slug, number, on=today)
    context = {"found": found, "municipality": found.page.face, "today": today}
    return render(request, "public/timeline.html", context)
