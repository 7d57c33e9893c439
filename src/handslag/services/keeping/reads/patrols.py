"""What a patrol takes along: the promises the police are to keep now, and the places to choose from."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Municipality
from handslag.services.judging.reads.standings import Standing, standings, worst_first
from handslag.services.people.reads.municipalities import Face, face_of
from handslag.services.places import places_of


@dataclass(frozen=True, slots=True)
class Patrol:
    """`promises` valid on the day `on` that the police take part in, the most pressing first."""

    face: Face
    on: date
    promises: tuple[Standing, ...]
    places: tuple[str, ...]


def patrol(municipality: Municipality, *, on: date) -> Patrol:
    """For the patrol sheet of `municipality`, whose police area is fetched. Eight queries."""
    active = [
        standing
        for standing in standings(municipality, on=on)
        if standing.state == PromiseState.PUBLISHED
        and Party.POLICE in standing.terms.parties
        and standing.terms.valid_from <= on <= (standing.terms.valid_to or on)
    ]
    places = tuple(place.name for place in places_of(municipality))
    return Patrol(face_of(municipality), on, tuple(worst_first(active)), places)
