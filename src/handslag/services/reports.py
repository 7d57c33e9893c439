"""Closing a period: the owner's word that everything done has been reported."""

from datetime import date

from django.db import transaction

from handslag import clock
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
) -> PeriodReport:
    """Say that everything done for `promise` from `start` to `end` has been reported.

    - from now on a shortfall in the period is NOT_KEPT, with `cause` and `decision` beside it
    - without a place it holds for all places

    Raises `BadInput` when the period has not ended, is backwards or lies before the promise, or when
    the words hold personal data.
    """
    require(actor, promise.municipality, Action.CLOSE_PERIOD)
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=promise.number)
    if end < start:
        raise BadInput("period_backwards", start=start, end=end)
    if end >= clock.today():
        raise BadInput("period_not_over", end=end)
    refuse_personal_data(cause=cause, decision=decision)
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
    )
    record(
        "close_period",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        start=start.isoformat(),
        end=end.isoformat(),
    )
    return report
