import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Polisen lovar att kontrollera farten och besöka skolor.", "kontrollera farten och besöka"),
        ("Vi ska hålla två möten samt bjuda in till en dialog.", "hålla två möten samt bjuda in"),
        ("Inrätta ett råd; ta fram en plan", "Inrätta ett råd; ta fram"),
        ("Minst två möten och minst fyra kontroller", "Minst två möten och minst"),
        ("Kommunen ska rensa buskar och även åtgärda lampor.", "rensa buskar och även åtgärda"),
        ("Mäta farten, dela ut reflexer", "Mäta farten, dela ut"),
        ("Samverka om bad och bio samt göra insatser", "Samverka om bad och bio samt göra"),
        ("Vi kommer att söka upp unga och att berätta om jobb.", "söka upp unga och att berätta"),
    ],
)
def test_flags_two_acts_in_one(text: str, pointed: str) -> None:
    assert words("several_promises", text) == [pointed]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen och kommunen lovar att gå en trygghetsvandring.",
        "Polisen ska kontrollera fart och nykterhet.",
        "Vi ska hålla ett möte för att kunna starta grannsamverkan och bygga förtroende.",
        "Kommunen ska rensa buskar och sly.",
        "Minst två möten i Viksjö och Brunne",
        "Vi ska hålla i och hålla ihop nätverket.",
        "Besöka skolor, fritidsgårdar och föreningar",
        "Göra insatser mot buller samt klotter",
        "Starta och delta i grannsamverkan",
        "Besöka skolor och berätta om droger",
    ],
)
def test_leaves_alone_one_act(text: str) -> None:
    assert words("several_promises", text) == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Polisen lovar att kontrollera farten och besöka skolor.",
            "Polisen lovar att kontrollera farten. Polisen lovar att besöka skolor.",
        ),
        ("Inrätta ett råd; ta fram en plan", "Inrätta ett råd. Ta fram en plan"),
    ],
)
def test_rewrite_takes_them_apart(text: str, rewrite: str) -> None:
    assert rewrites("several_promises", text) == [rewrite]
