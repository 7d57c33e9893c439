import pytest

from tests.domain.reading.promised import fields_of, words


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Möta alla ungdomar i kommunen.", ["ungdomar"]),
        ("Säkrare väg för oskyddade trafikanter.", ["oskyddade trafikanter"]),
        ("Stöd till barn och unga samt deras vårdnadshavare.", ["barn och unga", "vårdnadshavare"]),
        ("Insatser mot motorburen ungdom.", ["motorburen ungdom"]),
        ("Nå unga, ostraffade missbrukare.", ["unga, ostraffade missbrukare"]),
        ("Informera nyanlända elever om lagen.", ["nyanlända elever"]),
        ("Färre drog- och alkoholpåverkade i trafiken.", ["drog- och alkoholpåverkade"]),
        ("Ta emot invånarnas synpunkter.", ["invånarnas"]),
        ("Föreläsa om nätsäkerhet för årskurs 8.", ["årskurs 8"]),
        ("Utbilda personal och föräldrar.", ["personal", "föräldrar"]),
        ("Råd till butiksägare och äldre personer.", ["butiksägare", "äldre personer"]),
        ("Hjälpa föräldrar till tonåringar.", ["föräldrar"]),
    ],
)
def test_groups_of_persons_with_their_adjectives(text: str, groups: list[str]) -> None:
    assert words(fields_of(text).target_groups) == groups


@pytest.mark.parametrize(
    "text",
    [
        "Tillsammans med fastighetsägare och föreningar sanera klotter.",
        "Polisen finns i grundskolan på sekunder.",
        "Ha mer uniformerad personal ute.",
        "Vi kommer dit när invånarna önskar det.",
        "Verka för ett tryggare boende.",
        "Insatser på brottsutsatta platser.",
    ],
)
def test_partners_doers_and_places_are_no_target_groups(text: str) -> None:
    assert words(fields_of(text).target_groups) == []
