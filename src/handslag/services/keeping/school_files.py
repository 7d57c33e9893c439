"""Files with schools, of Skolverket's form or a sheet of one's own, held against the list of schools."""

from collections.abc import Sequence

from handslag.documents.sheets import sheet_of
from handslag.domain.errors import BadInput
from handslag.domain.keeping.schools import AUTHORITY, CODE, NAME, STAGES, school_rows, stages_in
from handslag.models.models import Municipality
from handslag.sources.skolverket.parse import MOST_UNITS, Unit, units

__all__ = ["Unit", "found_in", "units_in"]
_LONGEST = {NAME: 160, AUTHORITY: 120}


def units_in(data: bytes, name: str) -> list[Unit]:
    """The school units of the file `name`.

    Raises `BadInput`: "not_school_register", "schools_without_names", and what a sheet is refused for.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return units(data)
    found = {unit.key: unit for unit in map(_unit, school_rows(sheet_of(data, name).rows))}
    if not 0 < len(found) <= MOST_UNITS:
        raise BadInput("schools_without_names")
    return list(found.values())


def _unit(said: dict[str, str]) -> Unit:
    code = "".join(said.get(CODE, "").split())
    return Unit(
        code=code if code.isascii() and code.isdigit() and len(code) == 8 else "",
        name=" ".join(said[NAME].split())[: _LONGEST[NAME]],
        is_active=True,
        authority=" ".join(said.get(AUTHORITY, "").split())[: _LONGEST[AUTHORITY]],
        stages=stages_in(said.get(STAGES, "")),
    )


def found_in(municipality: Municipality, units: Sequence[Unit]) -> set[str]:
    """The keys of the units that the list has already, by code or by name. One query."""
    rows = municipality.schools.values_list("unit_code", "name")
    known = {text for row in rows for text in row if text}
    return {unit.key for unit in units if unit.code in known or unit.name in known}
