"""Headings and lead-ins: what they open, close, name and say together."""

import pytest

from handslag.domain.reading.blocks import blocks_of
from handslag.domain.reading.headings import Heading, heading_of
from handslag.domain.reading.parties import mentions_in


def heading(text: str) -> Heading:
    return heading_of(mentions_in(text), blocks_of(text)[0])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Det här ska vi göra", "OPENS"),
        ("Så här gör vi:", "OPENS"),
        ("Polisen lovar att:", "OPENS"),
        ("Kommunen ska", "OPENS"),
        ("Polisen ansvarar för:", "OPENS"),
        ("Medborgarlöfte 2019", "OPENS"),
        ("Gemensamma aktiviteter:", "OPENS"),
        ("Polisen och kommunen har kommit överens om att:", "OPENS"),
        ("Parterna ska synas mer. Inriktningen är:", "CLOSES"),
        ("Lägesbild", "CLOSES"),
        ("Parterna har enats om tre områden:", "CLOSES"),
        ("Vi finns på torget på lördag:", "CLOSES"),
        ("Mål", "SHUTS"),
        ("Det här vill vi uppnå", "SHUTS"),
        ("Så här har det gått", "SHUTS"),
        ("Vad är ett medborgarlöfte?", "SHUTS"),
        ("Medborgarlöften ska:", "SHUTS"),
        ("Polisen", "PARTY"),
        ("Tillsammans med Tuna kommun", "PARTY"),
        ("Trafik", "THEME"),
        ("Löfte 2: Lugnare trafik", "THEME"),
        ("Fokusområde 1: Narkotika", "THEME"),
        ("Skriv ut", "NOTHING"),
        ("Lokalpolisområdeschef", "NOTHING"),
        ("2019", "NOTHING"),
    ],
)
def test_role(text: str, role: str) -> None:
    assert heading(text).role.name == role


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Polisen lovar Tunas invånare:", ["police"]),
        ("Kommunen ska tillsammans med polisen,", ["municipality", "police"]),
        ("Stadsdelsförvaltningen stöttar polisens löfte genom:", ["municipality"]),
        ("Polisens och kommunens aktiviteter:", ["police", "municipality"]),
        ("Polisiära aktiviteter:", ["police"]),
        ("Polisen träffade invånarna. Kommunen lovar att:", ["municipality"]),
    ],
)
def test_whom_a_lead_in_names(text: str, parties: list[str]) -> None:
    assert [found.party for found in heading(text).parties] == parties


@pytest.mark.parametrize(
    "text",
    ["Polisen lovar att:", "Medborgarlöfte 2019", "Under 1 maj–31 juli 2019 ska polisen:", "Det gör vi"],
)
def test_who_and_when_are_no_theme(text: str) -> None:
    assert heading(text).theme is None


def test_a_theme_goes_without_its_colon() -> None:
    text = "I fråga om trafik kommer polisen också att:"
    theme = heading(text).theme
    assert theme is not None
    assert text[theme.start : theme.end] == "I fråga om trafik kommer polisen också att"
