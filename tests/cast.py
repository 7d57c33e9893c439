"""The people of every test.

anna: coordinator in Härnösand. bo: police in Härnösand and Sollefteå. cilla: signatory in Härnösand.
olle: coordinator in Sollefteå, who must never see Härnösand's desk.
"""

from dataclasses import dataclass

from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.models.models import Membership, Municipality, PoliceArea, User


@dataclass(frozen=True, slots=True)
class Cast:
    harnosand: Municipality
    solleftea: Municipality
    anna: User
    bo: User
    cilla: User
    olle: User


def make_cast() -> Cast:
    area = PoliceArea.objects.create(name="Södra Ångermanland")
    harnosand = Municipality.objects.create(
        slug="harnosand", name="Härnösands kommun", short_name="Härnösand", code="2280", police_area=area
    )
    solleftea = Municipality.objects.create(
        slug="solleftea", name="Sollefteå kommun", short_name="Sollefteå", code="2283", police_area=area
    )
    both = (Party.POLICE, Role.POLICE)
    return Cast(
        harnosand=harnosand,
        solleftea=solleftea,
        anna=_member("anna", {harnosand: (Party.MUNICIPALITY, Role.COORDINATOR)}),
        bo=_member("bo", {harnosand: both, solleftea: both}),
        cilla=_member("cilla", {harnosand: (Party.MUNICIPALITY, Role.SIGNATORY)}),
        olle=_member("olle", {solleftea: (Party.MUNICIPALITY, Role.COORDINATOR)}),
    )


def _member(name: str, roles: dict[Municipality, tuple[Party, Role]]) -> User:
    user = User.objects.create_user(
        email=f"{name}@example.org", password=f"{name}-has-a-long-password", name=name
    )
    for municipality, (party, role) in roles.items():
        Membership.objects.create(user=user, municipality=municipality, role=role, party=party)
    return user
