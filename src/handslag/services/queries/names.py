"""Rows by name, as Swedes sort names: a database sorts by the codes of the letters, each in its own way."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from handslag.domain.characters import swedish_order
from handslag.models.models import Municipality, Place, School


class _Named(Protocol):
    name: str


Row = TypeVar("Row", bound=_Named)


def by_name(rows: Iterable[Row]) -> list[Row]:
    """`rows` by name: å, ä and ö last, É with E, no case, 2 before 10."""
    return sorted(rows, key=lambda row: swedish_order(row.name))


def places_of(municipality: Municipality) -> list[Place]:
    """The places of a municipality by name. One query."""
    return by_name(municipality.places.all())


def schools_of(municipality: Municipality) -> list[School]:
    """The schools of a municipality by name, also those that have closed. One query."""
    return by_name(municipality.schools.all())
