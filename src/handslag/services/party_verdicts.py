"""Two truths side by side: what a party says of a promise itself."""

from django.db import transaction

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.party_verdicts import Verdict, ended_periods
from handslag.domain.periods import Period
from handslag.domain.permissions import Action
from handslag.domain.promises import PromiseState
from handslag.models.models import PartyVerdict, Promise, User
from handslag.services.access import membership_in, require
from handslag.services.log import record
from handslag.services.queries.fulfilment import standings
from handslag.services.redaction import refuse_personal_data


@transaction.atomic
def state_verdict(
    actor: User, *, promise: Promise, verdict: Verdict, reason: str, period: Period | None = None
) -> PartyVerdict:
    """Say in public, for the actor's party, how a promise was kept in a period; without one: so far.

    - it stands beside the computed status and changes nothing in it
    - an earlier verdict of the party on the same period stays in the history
    - the same said twice stands once

    Raises `BadInput` without a reason, with personal data in it, for a draft, or for days that are no
    ended period of the promise.
    """
    require(actor, promise.municipality, Action.STATE_VERDICT)
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=promise.number)
    if not reason.strip():
        raise BadInput("verdict_without_reason")
    refuse_personal_data(reason=reason)
    if period is not None and period not in _ended_periods(promise):
        raise BadInput("verdict_on_no_period")
    membership = membership_in(actor, promise.municipality)
    days = {"start": period and period.start, "end": period and period.end}
    words = {"verdict": verdict, "reason": reason.strip()}
    last = PartyVerdict.objects.filter(promise=promise, party=membership.party, **days).last()
    if last is not None and words == {"verdict": last.verdict, "reason": last.reason}:
        return last
    said = PartyVerdict.objects.create(
        promise=promise,
        party=membership.party,
        role=membership.role,
        said_on=clock.today(),
        said_by=actor,
        **days,
        **words,
    )
    _log(actor, said)
    return said


def _ended_periods(promise: Promise) -> tuple[Period, ...]:
    found = standings(promise.municipality, on=clock.today(), numbers=[promise.number])
    return ended_periods(next(one for one in found if one.number == promise.number).assessment)


def _log(actor: User, said: PartyVerdict) -> None:
    promise = said.promise
    record(
        "state_verdict",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        party=said.party,
    )
