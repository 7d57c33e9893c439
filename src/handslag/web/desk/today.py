"""What needs me today, first."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from handslag import clock
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.queries import desk
from handslag.web.desk.door import DeskRequest, desk_page, desk_render


@desk_page
def choose(request: DeskRequest) -> HttpResponse:
    """Which municipality? Nobody is asked who has only one."""
    desks = desk.desks_of(request.user)
    if len(desks) == 1:
        return redirect("desk_today", desks[0].slug)
    return render(request, "desk/choose.html", {"desks": desks, "way": "desk_today"})


@desk_page
def today(request: DeskRequest, slug: str) -> HttpResponse:
    """Drafts and joint work to confirm, periods not reported, promises behind, the latest activities."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    rows = desk.today(municipality, on=clock.today())
    answers = desk.waiting_answers(request.user, municipality)
    return desk_render(request, municipality, "desk/today.html", {"rows": rows, "answers": answers})
