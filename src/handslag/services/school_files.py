"""Files of Skolverket's form, held against the list of schools."""

from collections.abc import Sequence

from handslag.models.models import Municipality
from handslag.sources.skolverket.parse import Unit, units

__all__ = ["Unit", "found_in", "units_in"]


def units_in(data: bytes) -> list[Unit]:
    """The school units of a file. Raises `BadInput("not_school_register")`."""
    return units(data)


def found_in(municipality: Municipality, units: Sequence[Unit]) -> set[str]:
    """The codes of the units that the list has already, by code or by name. One query."""
    rows = municipality.schools.values_list("unit_code", "name")
    known = {text for row in rows for text in row if text}
    return {unit.code for unit in units if unit.code in known or unit.name in known}
