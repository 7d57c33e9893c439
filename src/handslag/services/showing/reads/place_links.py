"""The addresses of a municipality's places: made of their names, one for each, and never another's."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from handslag.domain.characters import by_name
from handslag.models.models import Municipality, Place

_NO_ADDRESS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place and the last part of its address."""

    name: str
    address: str


def place_links(municipality: Municipality) -> tuple[PlaceLink, ...]:
    """The places of a municipality by name, each with its address. One query."""
    places = list(municipality.places.order_by("pk"))
    addresses = addresses_of(places)
    return tuple(PlaceLink(place.name, addresses[place.pk]) for place in by_name(places))


def addresses_of(places: Iterable[Place]) -> dict[int, str]:
    """The address of each place by its key; of two that would be the same, the later one has a number."""
    taken: dict[int, str] = {}
    for place in places:
        plain = base = address_of(place.name)
        number = 1
        while plain in taken.values():
            number += 1
            plain = f"{base}-{number}"
        taken[place.pk] = plain
    return taken


def address_of(name: str) -> str:
    """Viksjö is viksjo, Ramvik/Hälledal is ramvik-halledal."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _NO_ADDRESS.sub("-", letters).strip("-")[:60] or "plats"
