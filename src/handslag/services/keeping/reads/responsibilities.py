"""Who answers for a promise, and who could."""

from dataclasses import dataclass

from handslag.domain.characters import by_name
from handslag.domain.keeping.reminders import Duty
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.models.models import Membership, Municipality, Promise, User


@dataclass(frozen=True, slots=True)
class ResponsibleRow:
    """One who is named for a party of a promise."""

    party: Party
    duty: Duty
    name: str


def responsible_rows(promise: Promise) -> list[ResponsibleRow]:
    """Those who are named, party by party, the owner first. One query."""
    rows = promise.responsibilities.select_related("user").order_by("party", "-role")
    return [ResponsibleRow(Party(row.party), Duty(row.role), row.user.name) for row in rows]


def people_who_report(municipality: Municipality) -> list[User]:
    """Those who may be named: active members who may report, by name. One query."""
    roles = [role for role in Role if is_allowed(role, Action.CLOSE_PERIOD)]
    members = Membership.objects.filter(municipality=municipality, role__in=roles, user__is_active=True)
    return by_name(member.user for member in members.select_related("user").order_by("user_id"))


def parties_of(promise: Promise) -> tuple[Party, ...]:
    """Those who promise, by the latest version; the municipality when it names nobody. One query."""
    latest = promise.versions.order_by("-version").first()
    return tuple(map(Party, latest.parties if latest else ())) or (Party.MUNICIPALITY,)
