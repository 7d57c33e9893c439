"""Two truths side by side: what a party says of a promise itself."""

from collections.abc import Sequence
from typing import Any

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.judging.party_verdicts import Ended, Verdict, ended_periods
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import PartyVerdict, Promise, User
from handslag.services.access import membership_in, require
from handslag.services.judging.reads.standings import Standing, standings
from handslag.services.log import record
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn


@in_turn
def state_verdict(
    actor: User,
    *,
    promise: Promise,
    verdict: Verdict,
    reason: str,
    about: Ended | None = None,
    seen: Sequence[str] | None = None,
) -> PartyVerdict:
    """Say in public, for the actor's party, how a promise was kept in a period or at an event; else so far.

    - it stands beside the computed status and changes nothing in it
    - an earlier verdict of the party on the same stays in the history
    - the same said twice stands once

    `seen`: what `shown_to` gave when the page was opened. Raises `BadInput` without a reason, with personal
    data in it, for a draft, about what is no ended period or event of the promise, or when the promise is
    judged otherwise by now, or the party has said something else.
    """
    require(actor, promise.municipality, Action.STATE_VERDICT)
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=promise.number)
    if not reason.strip():
        raise BadInput("verdict_without_reason")
    refuse_personal_data(reason=reason)
    standing = _standing(promise)
    if about is not None and about not in ended_periods(standing.assessment):
        raise BadInput("verdict_on_no_period")
    membership = membership_in(actor, promise.municipality)
    when = _columns_of(promise, about)
    words = {"verdict": verdict, "reason": reason.strip()}
    last = PartyVerdict.objects.filter(promise=promise, party=membership.party, **when).last()
    if last is not None and words == {"verdict": last.verdict, "reason": last.reason}:
        return last
    refuse_unseen(seen, _shown(standing, promise, membership.party))
    said = PartyVerdict.objects.create(
        promise=promise,
        party=membership.party,
        role=membership.role,
        said_on=clock.today(),
        said_by=actor,
        **when,
        **words,
    )
    _log(actor, said)
    return said


def _columns_of(promise: Promise, about: Ended | None) -> dict[str, Any]:
    """What a verdict is about, as its row stores it."""
    if about is None:
        return {"start": None, "end": None, "event": None}
    event = about.event and promise.municipality.events.get(public_id=about.event)
    return {"start": about.period.start, "end": about.period.end, "event": event}


def shown_to(user: User, promise: Promise) -> tuple[str, ...]:
    """What a party answers to, as marks: how the promise is judged, and what the party has said before."""
    party = membership_in(user, promise.municipality).party
    return marks_of(_shown(_standing(promise), promise, party))


def _shown(standing: Standing, promise: Promise, party: str) -> list[Shown]:
    cells = [(c.place, c.event, c.start, c.status, c.done, c.target) for c in standing.assessment.cells]
    terms = standing.terms
    said = PartyVerdict.objects.filter(promise=promise, party=party).order_by("pk")
    return [
        Shown("verdict_standing_moved", {}, (terms.version, terms.text, cells)),
        *(Shown("verdict_said_meanwhile", {"reason": one.reason}, (one.pk, one.verdict)) for one in said),
    ]


def _standing(promise: Promise) -> Standing:
    found = standings(promise.municipality, on=clock.today(), numbers=[promise.number])
    return next(one for one in found if one.number == promise.number)


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
