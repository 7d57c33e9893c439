"""Stages as people write them, and the schools of a sheet."""

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.keeping.schools import Stage, school_rows, stages_in

LOW, MIDDLE, HIGH, UPPER = Stage


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        ("högstadium", (HIGH,)),
        ("Hög", (HIGH,)),
        ("Gymnasieskola", (UPPER,)),
        ("låg- och mellanstadium", (LOW, MIDDLE)),
        ("Låg/mellan/hög", (LOW, MIDDLE, HIGH)),
        ("F-6", (LOW, MIDDLE)),
        ("F–9", (LOW, MIDDLE, HIGH)),
        ("7–9", (HIGH,)),
        ("åk 4-9", (MIDDLE, HIGH)),
        ("Årskurs 1 till 6", (LOW, MIDDLE)),
        ("7, 8, 9", (HIGH,)),
        ("Grundskola 7–9 och gymnasium", (HIGH, UPPER)),
        ("grundskola", ()),
        ("", ()),
        ("F", ()),
        ("förskoleklass", ()),
    ],
)
def test_stages_are_read_as_people_write_them(words: str, stages: tuple[Stage, ...]) -> None:
    assert stages_in(words) == stages


@pytest.mark.parametrize("heading", ["Skola", "SKOLANS NAMN", "Skolenhet", "Namn", "Skolnamn"])
def test_the_column_of_names_is_known_by_its_heading(heading: str) -> None:
    rows = [("",), ("Huvudman", heading), ("Kommunen", "Fiktiva skolan"), ("Kommunen",), ()]
    assert [*school_rows(rows)] == [{"authority": "Kommunen", "name": "Fiktiva skolan"}]


@pytest.mark.parametrize("rows", [[], [("Adress", "Rektor")], [("Fiktiva skolan", "7–9")]])
def test_a_sheet_without_such_a_column_is_refused(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(BadInput, match="schools_without_names"):
        [*school_rows(rows)]
