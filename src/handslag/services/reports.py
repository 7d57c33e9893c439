"""Closing a period: the owner's word that everything done has been reported."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from handslag import clock
from handslag.domain.activities import PeriodOutcome
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.domain.promises import Party, PromiseState
from handslag.models.models import PeriodReport, Place, Promise, School, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.redaction import refuse_personal_data


@transaction.atomic
def close_period(
    actor: User,
    *,
    promise: Promise,
    start: date,
    end: date,
    party: Party,
    place: Place | None = None,
    school: School | None = None,
    cause: str = "",
    decision: str = "",
    outcome: PeriodOutcome | None = None,
    helped: str = "",
    hindered: str = "",
    planned_hours: Decimal | None = None,
    spent_hours: Decimal | None = None,
) -> PeriodReport:
    """Say that everything done for `promise` from `start` to `end` has been reported.

    - from now on a shortfall in the period is NOT_KEPT, with `cause` and `decision` beside it
    - without a place it holds for all places
    - `outcome`, what helped and hindered, and the hours are shown beside it and never judged by

    Raises `BadInput` when the period has not ended, is backwards or lies before the promise, when hours
    are below zero, or when the words hold personal data.
    """
    require(actor, promise.municipality, Action.CLOSE_PERIOD)
    _check_period(promise, start, end)
    if any(hours is not None and hours < 0 for hours in (planned_hours, spent_hours)):
        raise BadInput("hours_below_zero")
    refuse_personal_data(cause=cause, decision=decision, helped=helped, hindered=hindered)
    report = PeriodReport.objects.create(
        promise=promise,
        start=start,
        end=end,
        place=place,
        school=school,
        closed_on=clock.today(),
        closed_by=actor,
        party=party,
        cause=cause.strip(),
        decision=decision.strip(),
        outcome=outcome or "",
        helped=helped.strip(),
        hindered=hindered.strip(),
        planned_hours=planned_hours,
        spent_hours=spent_hours,
    )
    _log(actor, promise, start, end)
    return report


def _check_period(promise: Promise, start: date, end: date) -> None:
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=promise.number)
    if end < start:
        raise BadInput("period_backwards", start=start, end=end)
    if end >= clock.today():
        raise BadInput("period_not_over", end=end)


def _log(actor: User, promise: Promise, start: date, end: date) -> None:
    record(
        "close_period",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        start=start.isoformat(),
        end=end.isoformat(),
    )
