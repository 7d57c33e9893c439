"""Who answers for a promise, party by party."""

from handslag.domain.errors import BadInput
from handslag.domain.keeping.reminders import Duty
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.models.models import Promise, Responsibility, User
from handslag.services.access import require, role_in
from handslag.services.log import record
from handslag.services.turns import in_turn


@in_turn
def set_responsible(
    actor: User, *, promise: Promise, party: Party, duty: Duty, user: User | None
) -> Responsibility | None:
    """Name the owner or the deputy of a promise for one of its parties; `user` None: nobody.

    - whoever was named before is not asked any more
    - the next reminders go to `user`, also about periods that are already overdue

    Raises `BadInput` when the party has not made the promise, or when the person has no place at the
    desk, may not report, or is already the other of the two.
    """
    require(actor, promise.municipality, Action.SET_RESPONSIBLE)
    if party not in promise.versions.order_by("-version")[0].parties:
        raise BadInput("responsible_for_no_party")
    named = None
    if user is None:
        Responsibility.objects.filter(promise=promise, party=party, role=duty).delete()
    else:
        _check(promise, party, duty, user)
        named, _made = Responsibility.objects.update_or_create(
            promise=promise, party=party, role=duty, defaults={"user": user}
        )
    record(
        "set_responsible",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        party=str(party),
        role=str(duty),
    )
    return named


def _check(promise: Promise, party: Party, duty: Duty, user: User) -> None:
    role = role_in(user, promise.municipality)
    if role is None:
        raise BadInput("responsible_not_member")
    if not is_allowed(Role(role), Action.CLOSE_PERIOD):
        raise BadInput("responsible_cannot_report")
    if Responsibility.objects.filter(promise=promise, party=party, user=user).exclude(role=duty).exists():
        raise BadInput("deputy_is_owner")
