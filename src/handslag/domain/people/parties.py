"""The parties: who can promise, and what they are called."""

from enum import StrEnum

from handslag.domain.errors import BadInput


class Party(StrEnum):
    """Who can promise: the police, the municipality, or a partner by role (roles, never names)."""

    POLICE = "police"
    MUNICIPALITY = "municipality"
    RESCUE_SERVICE = "rescue_service"
    HOUSING_COMPANY = "housing_company"
    MUNICIPAL_COMPANY = "municipal_company"
    PROPERTY_OWNERS = "property_owners"
    BUSINESS_ASSOCIATION = "business_association"
    PUBLIC_TRANSPORT = "public_transport"
    SECURITY_COMPANY = "security_company"


def party_from(name: str) -> Party:
    """The party called `name` in files (the value of `Party`). Raises `BadInput("unknown_party")`."""
    try:
        return Party(name)
    except ValueError:
        raise BadInput("unknown_party", value=name) from None
