"""One promise at the desk: how it stands, and what can be done with it."""

from django.http import HttpResponse
from django.shortcuts import redirect

from handslag import clock
from handslag.domain.judging.cells import Status
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.services.access import access_promise
from handslag.services.judging.reads.periods import periods
from handslag.services.judging.reads.standings import standings
from handslag.services.keeping.reads.activities import promise_activities
from handslag.services.keeping.reads.period_reports import report_rows
from handslag.services.log import log_rows
from handslag.web.desk.door import DeskRequest, desk_page, desk_render


@desk_page
def promise(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """How a public promise stands, what was logged for it, what was reported, who did what."""
    found = access_promise(request.user, slug, number, Action.SEE_DESK)
    if found.state == PromiseState.DRAFT:
        return redirect("desk_edit_draft", slug, number)
    municipality = found.municipality
    found_all = standings(municipality, on=clock.today(), numbers=[number])
    standing = next(one for one in found_all if one.number == number)
    activities = promise_activities(municipality, number)
    published = [found.round.public_id] if found.round_id else []
    log = log_rows(municipality, [found.public_id, *published, *(row.public_id for row in activities)])
    context = {
        "standing": standing,
        "unreported": periods([standing], Status.NOT_REPORTED),
        "activities": activities,
        "reports": report_rows(found),
        "log": log,
    }
    return desk_render(request, municipality, "desk/promises/promise.html", context)
