import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Polisen lovar att eftersträva att vara i byarna varje vecka.", "eftersträva att"),
        ("Vi går trygghetsvandring två gånger om året, om möjligt.", "om möjligt"),
        ("Kommunen röjer sly vid behov.", "vid behov"),
        ("Polisen försöker möta unga på fredagar.", "försöker"),
        ("Polisen ska prioritera att vara i centrum.", "prioritera att"),
        ("Kommunen ställer ut parkbänkar i mån av medel.", "i mån av medel"),
        ("Polisen patrullerar om resurserna räcker till.", "om resurserna räcker till"),
        ("Kommunen har för avsikt att bygga en lekplats.", "har för avsikt att"),
    ],
)
def test_flags_words_that_take_the_promise_back(text: str, pointed: str) -> None:
    assert words("hedge", text, measurable=True) == [pointed]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen är i byarna varje vecka.",
        "Kommunen besöker de prioriterade skolorna.",
        "Vi gör det möjligt att anmäla på nätet.",
        "Kommunen frågar vilka behov äldre har.",
        "Polisen möter unga för att försöka vinna deras förtroende.",
        "Kommunen redovisar sina prioriteringar i maj.",
        "Vid försök till inbrott ringer polisen grannarna.",
    ],
)
def test_leaves_alone_a_plain_promise(text: str) -> None:
    assert words("hedge", text, measurable=True) == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Polisen försöker möta unga på fredagar.", "Polisen ska möta unga på fredagar."),
        ("Vi går en vandring, om möjligt, i maj.", "Vi går en vandring, i maj."),
        ("Om möjligt går vi en vandring i maj.", "[När] går vi en vandring i maj."),
        ("Kommunen röjer sly vid behov.", "Kommunen röjer sly när [vad] händer."),
        (
            "Polisen ska prioritera narkotika.",
            "Polisen ska lägga minst [antal] timmar per [period] på narkotika.",
        ),
    ],
)
def test_rewrite_says_it_outright(text: str, rewrite: str) -> None:
    assert rewrites("hedge", text) == [rewrite]
