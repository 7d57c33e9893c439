"""What needs me today, first."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from handslag import clock
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role
from handslag.services.access import access_municipality, membership_in
from handslag.services.keeping.reads.activities import waiting_answers
from handslag.services.listening.reads.dialogues import answers_due
from handslag.services.listening.reads.listening_day import listening_day
from handslag.services.people.reads.desks import desks_of
from handslag.services.showing.reads import today as reads
from handslag.services.showing.reads.today import ahead_of, closed_by_others, signatory_day, without_calendar
from handslag.web.desk.door import DeskRequest, desk_page, desk_render


@desk_page
def choose(request: DeskRequest) -> HttpResponse:
    """Which municipality? Nobody is asked who has only one."""
    desks = desks_of(request.user)
    if len(desks) == 1:
        return redirect("desk_today", desks[0].slug)
    return render(request, "desk/choose.html", {"desks": desks, "way": "desk_today"})


@desk_page
def today(request: DeskRequest, slug: str) -> HttpResponse:
    """What needs this person: everything, as police what their party promised, as signatory answers."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    membership, on = membership_in(request.user, municipality), clock.today()
    context: dict[str, object] = {
        "owed": answers_due(municipality, party=membership.party, on=on),
        "listening": listening_day(request.user, municipality, on=on),
    }
    if membership.role == Role.SIGNATORY:
        context["rows"] = signatory_day(municipality, on=on, party=Party(membership.party))
        return desk_render(request, municipality, "desk/showing/today_signatory.html", context)
    party = Party(membership.party) if membership.role == Role.POLICE else None
    rows = reads.today(municipality, on=on, party=party)
    context |= {"rows": rows, "party": party}
    context["answers"] = waiting_answers(request.user, municipality)
    context["closed"] = closed_by_others(rows.promises, Party(membership.party), on=on)
    if membership.role == Role.COORDINATOR:
        context |= {
            "ahead": ahead_of(rows.promises, on),
            "without_calendar": without_calendar(rows.promises),
        }
    return desk_render(request, municipality, "desk/showing/today.html", context)
