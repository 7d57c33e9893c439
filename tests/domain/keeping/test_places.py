"""Names of places: what means what, and what is left open."""

import unicodedata

import pytest

from handslag.domain.keeping.places import Place, matcher

PROMISED = ("Ramvik/Hälledal", "Bollsta", "Älandsbro", "Utansjö")
REGISTER = (
    Place("Ramvik", aliases=("Hamnbyn",)),
    Place("Ramviks camping", parent="Ramvik"),
    Place("Scenen", parent="Ramviks camping"),
    Place("Nyland"),
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Älandsbro", "Älandsbro"),
        ("  älandsbro ", "Älandsbro"),
        ("ÄLANDSBRO", "Älandsbro"),
        (unicodedata.normalize("NFD", "Älandsbro"), "Älandsbro"),
        ("Älandsbros", "Älandsbro"),
        ("Ramvik", "Ramvik/Hälledal"),
        ("Hälledals", "Ramvik/Hälledal"),
        ("Ramvik / Hälledal", "Ramvik/Hälledal"),
        ("Hälledal/Ramvik", "Ramvik/Hälledal"),
        ("Hamnbyn", "Ramvik/Hälledal"),
        ("Scenen", "Ramvik/Hälledal"),
        ("Nyland", None),
        ("Ramvikstrand", None),
        ("", None),
    ],
)
def test_what_a_written_name_means(written: str, meant: str | None) -> None:
    assert matcher(PROMISED, REGISTER)(written) == meant


def test_a_name_that_ends_in_s_is_not_a_genitive() -> None:
    assert matcher(["Bollnäs", "Bollnä"])("Bollnäs") == "Bollnäs"


def test_a_name_of_its_own_outranks_half_of_another() -> None:
    assert matcher(["Ramvik/Hälledal", "Ramvik"])("Ramvik") == "Ramvik"


def test_a_name_for_two_of_the_places_means_neither() -> None:
    match = matcher(["Ramvik/Hälledal", "Ramvik/Nyland"])
    assert (match("Ramvik"), match("Nyland")) == (None, "Ramvik/Nyland")
    assert matcher(["Ramvik", "Nyland"])("Ramvik/Nyland") is None


def test_places_within_each_other_in_a_circle_are_nowhere() -> None:
    assert matcher(["Nyland"], (Place("A", parent="B"), Place("B", parent="A")))("A") is None
