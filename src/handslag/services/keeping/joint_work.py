"""Work of several parties: each of the others says for itself whether it took part."""

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.models.models import Activity, PartyAnswer, User
from handslag.services.access import membership_in, require
from handslag.services.log import record
from handslag.services.turns import in_turn


@in_turn
def confirm_part(actor: User, *, activity: Activity) -> PartyAnswer:
    """Say that the actor's party took part in an activity another party has logged.

    - it is shown as confirmed from that day, and counts as before
    - said twice it stands once

    Raises `WrongState`: the party is not asked, it was not done, or the activity is no longer the one
    that counts.
    """
    return _answer(activity, actor, took_part=True)


@in_turn
def deny_part(actor: User, *, activity: Activity, reason: str) -> PartyAnswer:
    """Say that the actor's party did not take part, and why one may think that it did.

    - the activity no longer counts; it is shown with the reason
    - a correction that still names the party stays denied until the party says otherwise

    Raises as `confirm_part`, and `BadInput` without a reason or with personal data in it.
    """
    require(actor, activity.municipality, Action.ANSWER_FOR_PARTY)
    if not reason.strip():
        raise BadInput("denial_without_reason")
    refuse_personal_data(reason=reason)
    return _answer(activity, actor, took_part=False, reason=reason.strip())


def carry_denials(earlier: Activity, corrected: Activity) -> None:
    """What a party denied of the row before, it denies of the row that replaces it and names it still.

    A confirmation does not follow: it was of what the row before said.
    """
    last = {answer.party: answer for answer in earlier.answers.all()}
    PartyAnswer.objects.bulk_create(
        PartyAnswer(
            activity=corrected,
            party=answer.party,
            took_part=False,
            reason=answer.reason,
            said_on=answer.said_on,
            said_by_id=answer.said_by_id,
        )
        for answer in last.values()
        if not answer.took_part and answer.party in corrected.others
    )


def _answer(activity: Activity, actor: User, *, took_part: bool, reason: str = "") -> PartyAnswer:
    municipality = activity.municipality
    require(actor, municipality, Action.ANSWER_FOR_PARTY)
    party = membership_in(actor, municipality).party
    if not Activity.current.filter(pk=activity.pk).exists():
        raise WrongState("answer_to_earlier_activity")
    if party not in activity.others or activity.status != ActivityStatus.DONE:
        raise WrongState("party_not_asked")
    last = activity.answers.filter(party=party).last()
    if last is not None and (last.took_part, last.reason) == (took_part, reason):
        return last
    said = {"took_part": took_part, "reason": reason, "said_on": clock.today(), "said_by": actor}
    answer = PartyAnswer.objects.create(activity=activity, party=party, **said)
    record(
        "confirm_part" if took_part else "deny_part",
        actor=actor,
        municipality=municipality,
        kind="activity",
        object_id=activity.public_id,
        party=party,
    )
    return answer
