"""Hours: what each party can give its promises, entered by hand."""

from datetime import date
from decimal import Decimal

from handslag import clock
from handslag.domain.bounds import MOST_PERIOD_HOURS, refuse_large
from handslag.domain.errors import BadInput
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.models.models import AvailableHours, Municipality, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.turns import in_turn


@in_turn
def set_available_hours(
    actor: User, *, municipality: Municipality, party: Party, start: date, end: date, hours: Decimal
) -> AvailableHours:
    """Say how many hours a party has for its promises from `start` to `end`.

    - the same first and last day again replaces what was said before

    Raises `BadInput`: days backwards, hours below zero, days that another figure already covers.
    """
    require(actor, municipality, Action.SET_HOURS)
    if end < start:
        raise BadInput("period_backwards", start=start, end=end)
    refuse_large(MOST_PERIOD_HOURS, hours=hours)
    if hours < 0:
        raise BadInput("hours_below_zero")
    others = AvailableHours.objects.filter(municipality=municipality, party=party)
    meeting = others.filter(start__lte=end, end__gte=start).exclude(start=start, end=end).first()
    if meeting is not None:
        raise BadInput("periods_overlap", start=meeting.start, end=meeting.end)
    said, _ = AvailableHours.objects.update_or_create(
        municipality=municipality,
        party=party,
        start=start,
        end=end,
        defaults={"hours": hours, "entered_by": actor, "entered_at": clock.now()},
    )
    _log("set_available_hours", actor, said)
    return said


@in_turn
def remove_available_hours(actor: User, *, said: AvailableHours) -> None:
    """Take a figure away: how many hours there are is unknown again.

    Raises `WrongState` when somebody else was first.
    """
    require(actor, said.municipality, Action.SET_HOURS)
    _log("remove_available_hours", actor, said)
    said.delete()


def _log(verb: str, actor: User, said: AvailableHours) -> None:
    days = {"start": said.start.isoformat(), "end": said.end.isoformat()}
    record(verb, actor=actor, municipality=said.municipality, kind="hours", object_id=str(said.pk), **days)
