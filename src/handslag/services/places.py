"""The places and schools of a municipality by name, as Swedes sort names."""

from handslag.domain.characters import by_name
from handslag.models.models import Municipality, Place, School


def places_of(municipality: Municipality) -> list[Place]:
    """The places of a municipality by name. One query."""
    return by_name(municipality.places.all())


def schools_of(municipality: Municipality) -> list[School]:
    """The schools of a municipality by name, also those that have closed. One query."""
    return by_name(municipality.schools.all())
