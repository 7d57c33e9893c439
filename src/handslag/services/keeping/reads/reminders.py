"""What reminders go by: how promises stand, who answers for them, and what residents read of silence."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.reminders import Duty, Member, People, Plan, Silence, Watched, silence
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Membership, Municipality, Responsibility, User
from handslag.services.judging.reads.standings import Standing, standings

Members = Mapping[tuple[str, str], tuple[Member, ...]]  # by promise ("": all of them) and duty or role


@dataclass(frozen=True, slots=True)
class Round:
    """One municipality on one day: its promises, who can be asked by their id, who of them may report."""

    municipality: Municipality
    on: date
    standings: Mapping[str, Standing]
    watched: tuple[Watched, ...]
    users: Mapping[str, User]
    reporters: frozenset[str]


def round_of(municipality: Municipality, *, on: date) -> Round:
    """What there is to go through for one municipality. Nine queries."""
    found = [one for one in standings(municipality, on=on) if one.state == PromiseState.PUBLISHED]
    users, members = _members(municipality)
    return Round(
        municipality=municipality,
        on=on,
        standings={one.public_id: one for one in found},
        watched=tuple(_watched(one, members) for one in found),
        users=users,
        reporters=frozenset(
            member.id
            for role in Role
            if is_allowed(role, Action.CLOSE_PERIOD)
            for member in members["", role]
        ),
    )


def public_note(standing: Standing, *, on: date) -> Silence | None:
    """What residents read when nobody has answered for too long; None otherwise. No query."""
    if standing.state != PromiseState.PUBLISHED:
        return None
    return silence(standing.assessment, standing.versions[0].made_on, on=on)


def _watched(standing: Standing, members: Members) -> Watched:
    return Watched(
        assessment=standing.assessment,
        people=People(
            owners=members[standing.public_id, Duty.OWNER],
            deputies=members[standing.public_id, Duty.DEPUTY],
            signatories=members["", Role.SIGNATORY],
            coordinators=members["", Role.COORDINATOR],
        ),
        public_on=standing.versions[0].made_on,
        review_on=standing.review_on,
        plans=tuple(
            Plan(deed.public_id, deed.done_on, deed.party, deed.logged_on)
            for deed in standing.evidence.current
            if deed.status is ActivityStatus.PLANNED
        ),
    )


def _members(municipality: Municipality) -> tuple[dict[str, User], Members]:
    """Everybody of the municipality who has not been shut out, and what each is named for. Two queries."""
    active = Membership.objects.filter(municipality=municipality, user__is_active=True)
    users: dict[str, User] = {}
    members: defaultdict[tuple[str, str], tuple[Member, ...]] = defaultdict(tuple)
    for row in active.select_related("user").order_by("user_id"):
        users[str(row.user_id)] = row.user
        members["", row.role] += (Member(str(row.user_id), Party(row.party)),)
    named = Responsibility.objects.filter(promise__municipality=municipality).select_related("promise")
    for duty in named.order_by("pk"):
        if str(duty.user_id) in users:  # who has left is asked no more: the next in line is
            members[duty.promise.public_id, duty.role] += (Member(str(duty.user_id), Party(duty.party)),)
    return users, members
