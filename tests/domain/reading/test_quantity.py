import pytest

from tests.domain.reading.promised import fields_of


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Minst 900 timmar fotpatrull per år.", "900 timmar"),
        ("Tre till fyra gånger per år.", "Tre till fyra gånger"),
        ("Starta åtta nya grannstödsområden.", "åtta nya grannstödsområden"),
        ("Skador lagas inom 24 timmar.", "inom 24 timmar"),
        ("Patrull varje fredag kl. 20-02.", "kl. 20-02"),
        ("Minst 80 procent av klasserna får besök.", "80 procent av klasserna"),
        ("Ses varannan onsdag.", "varannan onsdag"),
        ("Minst fyra gånger per år.", None),
        ("Sex trafikkontroller.", None),
        ("Trafikkontroller i Ekby.", None),
    ],
)
def test_amounts_that_are_more_than_a_number_of_occasions(text: str, quantity: str | None) -> None:
    found = fields_of(text).quantity
    assert (found.value if found else None) == quantity
