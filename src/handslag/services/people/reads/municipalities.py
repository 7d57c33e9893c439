"""What every page of a municipality shows of it."""

from dataclasses import dataclass

from handslag.models.models import Municipality


@dataclass(frozen=True, slots=True)
class Face:
    """What every page of a municipality shows of it."""

    slug: str
    name: str
    short_name: str
    police_area: str
    contact: str
    is_demo: bool


def face_of(municipality: Municipality) -> Face:
    """What pages show of a municipality whose police area is fetched."""
    return Face(
        slug=municipality.slug,
        name=municipality.name,
        short_name=municipality.short_name,
        police_area=municipality.police_area.name,
        contact=municipality.contact,
        is_demo=municipality.is_demo,
    )
