from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread
from handslag.domain.reading.deadlines import find_last_day
from handslag.domain.reading.words import Wording
from tests.domain.reading.promised import fields_of, words


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "Vid minst två (2) tillfällen under året genomföra insatser.",
            Measure(Kind.COUNT, Decimal(2), "tillfälle", Per.YEAR, year_named=True),
        ),
        ("Minst 900 timmar fotpatrull per år.", Measure(Kind.QUANTITY, Decimal(900), "timmar", Per.YEAR)),
        (
            "Göra en trafikkontroll om dagen i snitt.",
            Measure(Kind.COUNT, unit="trafikkontroll", per=Per.DAY, reading=Reading.ON_AVERAGE),
        ),
        (
            "Varje skoltermin besöka kommunens skolor.",
            Measure(Kind.COUNT, per=Per.TERM, spread=Spread.SCHOOL),
        ),
        ("Patrullera varje sommar.", Measure(Kind.COUNT, per=Per.SEASON, season="sommar")),
        ("Finnas på plats vid varje hemmamatch.", Measure(Kind.EACH_EVENT)),
        ("Ta fram en plan senast den 30 juni 2024.", Measure(Kind.MILESTONE, by=date(2024, 6, 30))),
        ("Kommunen inrättar ett ungdomsråd.", Measure(Kind.MILESTONE)),
        ("Kameror på plats före den 1 oktober 2024.", Measure(Kind.MILESTONE, by=date(2024, 9, 30))),
        ("Verka för en trygg trafik.", Measure(Kind.STANDING)),
        (
            "Minst en vandring på vardera Åtorget och Ektorget.",
            Measure(Kind.COUNT, unit="vandring", spread=Spread.PLACE),
        ),
    ],
)
def test_the_measure_is_what_the_words_say(text: str, measure: Measure) -> None:
    assert fields_of(text).measure == measure


@pytest.mark.parametrize(
    ("text", "spread"),
    [
        ("Lägga arbetstid i Ekby och Sandvik.", Spread.PLACE),
        ("Besöka kommunens skolor.", Spread.SCHOOL),
        ("Gå trygghetsvandring i Ekby.", None),
    ],
)
def test_without_an_amount_the_least_that_makes_it_true(text: str, spread: Spread | None) -> None:
    assert fields_of(text).measure == Measure(Kind.COUNT, per=Per.YEAR, spread=spread, minimal=True)


@pytest.mark.parametrize(
    ("text", "unheld"),
    [
        ("Ses varannan onsdag.", ["varannan onsdag"]),
        ("En dialog vartannat år.", ["vartannat år"]),
        ("Färre inbrott än 2018.", ["än 2018"]),
        ("80 procent av klasserna får besök.", ["80 procent av klasserna"]),
        ("Vandringar varje vår och höst.", ["varje vår och höst"]),
    ],
)
def test_words_no_measure_holds_leave_it_open(text: str, unheld: list[str]) -> None:
    fields = fields_of(text)
    assert (fields.measure, words(fields.unheld)) == (None, unheld)


@pytest.mark.parametrize(
    ("text", "unheld"),
    [
        ("Två till tre träffar per år.", ["Två till tre träffar"]),
        ("Minst fyra möten och sex kontroller per år.", ["sex kontroller"]),
        ("En gemensam rond per månad och två besök per halvår.", ["två besök", "per halvår"]),
        ("Återkoppla svaren senast i december 2024.", ["senast i december 2024"]),
        ("Minst fem kontroller under vintern.", ["vintern"]),
        ("Klotter tas bort inom två dygn.", ["inom två dygn"]),
        ("Patrull varje fredag kl. 20-02.", ["kl. 20-02"]),
        ("Minst fyra möten under 2024.", []),
    ],
)
def test_words_beside_the_measure_are_told(text: str, unheld: list[str]) -> None:
    fields = fields_of(text)
    assert (fields.measure is not None, words(fields.unheld)) == (True, unheld)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("senast den 30 juni 2024", date(2024, 6, 30)),
        ("före 1 mars 2024", date(2024, 2, 29)),
        ("senast 2024-12-31", date(2024, 12, 31)),
        ("senast den 31 juni 2024", None),
        ("senast hösten 2024", None),
        ("senast 2024", None),
    ],
)
def test_the_last_day_is_a_full_and_real_date(text: str, day: date | None) -> None:
    assert find_last_day(Wording(text)) == day
