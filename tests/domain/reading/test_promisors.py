"""Who promises: the subject, the doer of a passive, a tag, the lead-in, else the document."""

import pytest

from tests.domain.reading.found import parties

PAGE = "Polisen och Tuna kommun har skrivit under löftet.\n\nDet här lovar vi\n\n• {}"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Polisen mäter farten.", "police"),
        ("Varje år gör kommunen en enkät.", "municipality"),
        ("Farten mäts av polisen.", "police"),
        ("Alla skolor får besök av områdespolisen.", "police"),
        ("Minst sex insatser mot langning. (Polis)", "police"),
        ("Möten för föräldrar. (Kommun och polis)", "municipality+police"),
        ("Fler vandringar. Polis", "police"),
        ("Vandringar i maj. Ansvarig: Kommunen", "municipality"),
        ("att kommunens fältgrupp arbetar kvällar", "municipality"),
        ("Polis, kommun och räddningstjänst möts.", "police+municipality+rescue_service"),
        ("Kommunen ska ihop med polisen gå vandringar.", "municipality"),
        ("Besöka skolorna.", "police+municipality"),
        ("Vandringar ska hållas.", "police+municipality"),
        ("Öppet möte (torget)", "police+municipality"),
    ],
)
def test_promisors_of_an_item(item: str, expected: str) -> None:
    assert parties(PAGE.format(item)) == [expected]


def test_a_one_sided_pledge_is_that_partys_alone() -> None:
    page = "Löftet är polisens åtagande. Tuna kommun tackar.\n\nLöfte för Tuna\n\n• Synas mer"
    assert parties(page) == ["police"]


def test_partners_beside_the_pledge_do_not_promise() -> None:
    page = "Löftet gäller samverkan med näringslivet.\nParter: polisen och kommunen\n\nVi lovar:\n• Synas"
    assert parties(page) == ["police+municipality"]


def test_partners_behind_the_pledge_do() -> None:
    page = "Ett löfte mellan Tuna kommun, Tunabostäder och polisen.\n\nAktörerna lovar:\n• Synas"
    assert parties(page) == ["municipality+housing_company+police"]


def test_nobody_named_gives_nobody() -> None:
    assert parties("Vi lovar:\n• Synas mer") == [""]


def test_a_heading_repeated_in_its_item_is_a_unit_of_the_municipality() -> None:
    page = "Polisen och kommunen\n\nLöfte 2020\n\nUnga mitt i byn\n\n• Unga mitt i byn håller öppet."
    assert parties(page) == ["municipality"]
