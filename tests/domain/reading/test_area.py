"""The municipality and the police area, as the text names them."""

import pytest

from handslag.domain.reading import read


@pytest.mark.parametrize(
    ("page", "municipality"),
    [
        ("Norra Tuna – medborgarlöften\n\nPolisen och Norra Tuna kommun lovar", "Norra Tuna kommun"),
        ("Tuna – medborgarlöften\n\nPolisen och kommunen lovar", "Tuna"),
        ("Storstad, Dalen – medborgarlöften\n\nStorstads stad lovar", "Storstads stad (Dalen)"),
        ("Stadsdelsförvaltningen Dalen i Storstads stad lovar", "Storstads stad (Dalen)"),
        ("Ett löfte från Tuna kommuns ledning till Eke kommun. Tuna kommun lovar.", "Tuna kommun"),
        ("De tre kommunerna Tuna, Eke och Berg lovar", "Tuna, Eke, Berg"),
        ("Medborgarlöften för Tuna\nVi lovar", "Tuna"),
        ("Polisen och kommunen i Tuna lovar", "Tuna"),
        ("Medborgarlöfte Tuna 2021\nVi finns i Eke", "Tuna"),
        ("Vi syns i Tuna och sedan i Eke och i Tuna", "Tuna"),
        ("Vi lovar att synas i Tuna", None),
    ],
)
def test_municipality(page: str, municipality: str | None) -> None:
    found = read(page).municipality
    assert (found and found.value) == municipality


@pytest.mark.parametrize(
    ("page", "area"),
    [
        ("LPO Tuna och lokalpolisområde Norra Tuna lovar", "lokalpolisområde Norra Tuna"),
        ("lokalpolisområdet Tuna/Eke och kommunen", "lokalpolisområdet Tuna/Eke"),
        ("Lokalpolisområde Storstad nordost", "Lokalpolisområde Storstad nordost"),
        ("Tuna lokalpolisområde lovar", "Tuna lokalpolisområde"),
        ("lokalpolisen Södra Tuna lovar", "lokalpolisen Södra Tuna"),
        ("Polisen norra Tuna lovar", "Polisen norra Tuna"),
        ("LPO Tuna lovar", "LPO Tuna"),
        ("Lokalpolisområdeschefen i Tuna skrev under", "Tuna"),
        ("Lokalpolisområde Tuna och Eke kommun", "Lokalpolisområde Tuna"),
        ("Polisen i Tuna lovar", None),
    ],
)
def test_police_area(page: str, area: str | None) -> None:
    found = read(page).police_area
    assert (found and found.value) == area
