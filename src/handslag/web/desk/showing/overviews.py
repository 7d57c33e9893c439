"""Overviews of the desk: which places lack something, and how far the hours go."""

from django.http import HttpResponse

from handslag import clock
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.showing.reads.coverage import coverage as coverage_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.words.coverage import page_number


@desk_page
def coverage(request: DeskRequest, slug: str, year: int | None = None) -> HttpResponse:
    """Which places and schools have got what was promised them, gaps first."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    page = coverage_of(municipality, on=clock.today(), year=year, number=page_number(request))
    return desk_render(
        request, municipality, "desk/showing/coverage.html", {"page": page, "address": "desk_coverage"}
    )
