import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Polisen lovar att verka för lugnare kvällar.", "verka för"),
        ("Kommunen arbetar aktivt mot nedskräpning.", "arbetar aktivt mot"),
        ("Vi ska bidra till ökad trivsel hos unga.", "bidra till"),
        ("Motverka buskörning med moped.", "Motverka"),
        ("Kommunen stöttar byarnas föreningar.", "stöttar"),
        ("Fortsatt arbete mot skadegörelse", "Fortsatt arbete mot"),
        ("Polisen och kommunen ska hålla i samtalen om droger.", "hålla i"),
        ("Vi ska samverka om unga i riskzon.", "samverka"),
    ],
)
def test_flags_a_direction_without_an_act(text: str, pointed: str) -> None:
    assert words("vague_verb", text) == [pointed]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen kontrollerar farten i byn.",
        "Kommunen lagar trasig belysning.",
        "Polisen besöker klass 8 för att motverka mobbning.",
        "Vi håller ett möte så att unga och äldre kan samverka.",
        "Förebyggande besök på fritidsgården",
        "Kommunens utvecklare ritar en karta.",
        "Polisen ger stöd till den som drabbats.",
    ],
)
def test_leaves_alone_an_act_and_its_reason(text: str) -> None:
    assert words("vague_verb", text) == []


def test_leaves_alone_a_vague_verb_that_is_made_countable() -> None:
    assert words("vague_verb", "Vi ska motverka fusk genom tio kontroller per år.", often=(10, "year")) == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Polisen lovar att verka för lugnare kvällar.",
            "Polisen lovar att [göra vad] minst [antal] gånger per [period] för lugnare kvällar.",
        ),
        (
            "Kommunen motverkar klotter.",
            "Kommunen [gör vad] minst [antal] gånger per [period] för att motverka klotter.",
        ),
        ("Bidra till trivsel.", "[Göra vad] minst [antal] gånger per [period] för trivsel."),
        (
            "Kommunen bygger vidare på nätverket.",
            "Kommunen [gör vad] minst [antal] gånger per [period] för att bygga vidare på nätverket.",
        ),
    ],
)
def test_rewrite_keeps_the_wish_as_the_reason(text: str, rewrite: str) -> None:
    assert rewrites("vague_verb", text) == [rewrite]
