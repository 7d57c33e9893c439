"""Which stages a school has, and the schools that a municipality keeps in a sheet of its own."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from handslag.domain.errors import BadInput


class Stage(StrEnum):
    """A part of compulsory school (grundskola, years 1 to 9), or what comes after it."""

    LOW = "low"  # lågstadiet, years 1 to 3
    MIDDLE = "middle"  # mellanstadiet, years 4 to 6
    HIGH = "high"  # högstadiet, years 7 to 9
    UPPER_SECONDARY = "upper_secondary"  # gymnasiet


NAME, CODE, AUTHORITY, STAGES = "name", "code", "authority", "stages"
_HEADINGS = {
    NAME: r"skola|skolor|skol\w*namn|skolans namn|skolenhet|namn",
    CODE: r"skolenhetskod|skolkod|enhetskod|kod",
    AUTHORITY: r"(?:skol)?huvudm\w+",
    STAGES: r"stadi\w+|skolform\w*|årskurs\w*|åk",
}
_WORDS = {Stage.LOW: r"låg", Stage.MIDDLE: r"mellan", Stage.HIGH: r"hög", Stage.UPPER_SECONDARY: r"gymnasi"}
_YEARS = {Stage.LOW: range(1, 4), Stage.MIDDLE: range(4, 7), Stage.HIGH: range(7, 10)}
_SPAN = re.compile(r"(\d)\s*(?:[-–—]|till)\s*(\d)|(\d)")


def stages_in(words: str) -> tuple[Stage, ...]:
    """The stages that words name: "högstadium", "F–6", "grundskola 7–9, gymnasium"; there may be none."""
    low = words.lower()
    years = {year for found in _SPAN.finditer(low.replace("f", "0")) for year in _years(found)}
    return tuple(
        stage for stage in Stage if re.search(_WORDS[stage], low) or years.intersection(_YEARS.get(stage, ()))
    )


def _years(found: re.Match[str]) -> range:
    first, last, alone = found.groups()
    return range(int(first), int(last) + 1) if first else range(int(alone), int(alone) + 1)


def school_rows(rows: Sequence[Sequence[str]]) -> Iterator[dict[str, str]]:
    """The schools of a sheet whose first filled row has headings: name, and what else it says of each.

    Raises `BadInput("schools_without_names")` where no heading is that of the names.
    """
    filled = [row for row in rows if any(row)]
    columns = {
        kind: number
        for kind, pattern in _HEADINGS.items()
        for number, heading in reversed([*enumerate(filled[0] if filled else ())])
        if re.fullmatch(pattern, " ".join(heading.lower().split()))
    }
    if NAME not in columns:
        raise BadInput("schools_without_names")
    for row in filled[1:]:
        said = {kind: row[number] if number < len(row) else "" for kind, number in columns.items()}
        if said[NAME]:
            yield said
