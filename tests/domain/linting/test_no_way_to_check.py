import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    "text",
    [
        "Polisen ska vara nära invånarna.",
        "Kommunen ska lyssna på unga.",
        "En stad där alla trivs",
        "Polisen går fram med kraft mot langare.",
        "Goda samtal med föreningarna",
        "Vi ska ta tag i bullret.",
    ],
)
def test_flags_what_nobody_can_judge(text: str) -> None:
    assert words("no_way_to_check", text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen öppnar ett kontor i Ramvik.",
        "Kommunen lagar trasiga lampor inom två dygn.",
        "Trygghetsvandring",
        "Polisen besöker alla klasser i årskurs 7.",
        "Kommunen gör en karta över mörka gångvägar.",
        "Föräldramöte i varje skola",
    ],
)
def test_leaves_alone_what_can_be_judged(text: str) -> None:
    assert words("no_way_to_check", text, measurable=True) == []


@pytest.mark.parametrize("text", ["Vi ska verka för lugn.", "Göra torget tryggare", "Insatser mot langning"])
def test_is_silent_where_a_rule_points_at_the_very_words(text: str) -> None:
    assert words("no_way_to_check", text) == []


def test_rewrite_asks_what_will_be_done() -> None:
    assert rewrites("no_way_to_check", "Kommunen ska lyssna på unga.") == [
        "Kommunen ska lyssna på unga. Det gör vi genom att [göra vad] minst [antal] gånger per [period]."
    ]
