"""The desks of somebody: for whom they work, and as what."""

from dataclasses import dataclass

from handslag.domain.errors import NotFound
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.models.models import Membership, Municipality, User


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works, and what they may do there. `is_only`: they work nowhere else."""

    slug: str
    short_name: str
    role: Role
    is_demo: bool
    is_only: bool

    @property
    def may_prepare(self) -> bool:
        return is_allowed(self.role, Action.READ_PAGE)

    @property
    def may_keep(self) -> bool:
        return is_allowed(self.role, Action.LOG_ACTIVITY)


def desks_of(user: User) -> list[Desk]:
    """The municipalities somebody works for. One query."""
    rows = Membership.objects.filter(user=user).select_related("municipality")
    found = list(rows.order_by("municipality__short_name"))
    return [_desk(row, row.municipality, is_only=len(found) == 1) for row in found]


def desk_of(user: User, municipality: Municipality) -> Desk:
    """The desk of `municipality`. Raises `NotFound` for a stranger. One query."""
    rows = list(Membership.objects.filter(user=user))
    own = next((row for row in rows if row.municipality_id == municipality.pk), None)
    if own is None:
        raise NotFound("not_found")
    return _desk(own, municipality, is_only=len(rows) == 1)


def _desk(membership: Membership, municipality: Municipality, *, is_only: bool) -> Desk:
    return Desk(
        slug=municipality.slug,
        short_name=municipality.short_name,
        role=Role(membership.role),
        is_demo=municipality.is_demo,
        is_only=is_only,
    )
