import pytest

from tests.domain.reading.promised import fields_of


@pytest.mark.parametrize(
    "text",
    [
        "Minst tre insatser per år.",
        "Gå trygghetsvandring.",
        "Genomföra trafikkontroller på otrygga platser.",
        "Ta fram en handlingsplan.",
        "Klotter saneras inom två dygn.",
        "Fotpatrullera i Ekby.",
        "Trygghetsvärdar finns ute under sommaren.",
        "Lägga arbetstid i Ekby och Sandvik.",
        "Föreläsa om droger för årskurs 8.",
        "Delta i områdesgrupperna i Ekby.",
        "Färre inbrott än 2018.",
        "Träffas varannan onsdag.",
        "80 procent av klasserna ska nås.",
        "För att det ska bli tryggt kommer kommunen att ordna en medborgardialog.",
        "Kontrollera trafiken och sedan försöka påverka farten.",
    ],
)
def test_what_a_resident_could_check(text: str) -> None:
    assert fields_of(text).measurable is True


@pytest.mark.parametrize(
    "text",
    [
        "Verka för en trygg trafik.",
        "Öka antalet trygghetsvandringar.",
        "Fler trafikkontroller.",
        "Genom trafikkontroller synas mer i byarna.",
        "Sträva efter att gå trygghetsvandringar.",
        "Vid behov genomföra trafikkontroller.",
        "Riktade insatser mot klotter.",
        "Samverka vid större evenemang.",
        "Förebygga brott så att fler går på möten.",
        "Prioritera fotpatrullering i Ekby.",
    ],
)
def test_what_only_strives_or_compares(text: str) -> None:
    assert fields_of(text).measurable is False
