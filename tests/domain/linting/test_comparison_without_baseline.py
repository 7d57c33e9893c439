import pytest

from tests.domain.linting.drafts import rewrites, words

RULE = "comparison_without_baseline"


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Mer polis i byarna", "Mer"),
        ("Vi ska minska inbrotten.", "minska"),
        ("Göra torget tryggare", "tryggare"),
        ("Färre bränder i soprum", "Färre"),
        ("Polisen ska bli bättre på att svara.", "bättre"),
        ("Polisen ska vara i parken oftare än förr.", "oftare"),
        ("Kommunen förbättrar belysningen.", "förbättrar"),
    ],
)
def test_flags_a_comparison_with_nothing(text: str, pointed: str) -> None:
    assert words(RULE, text) == [pointed]


@pytest.mark.parametrize(
    "text",
    [
        "Vi ska minska inbrotten jämfört med 2024.",
        "Färre bränder i soprum än 2023",
        "Fler bänkar i parken än i dag",
        "Vi ska minska inbrotten med 10 procent.",
        "Polisen besöker klass 8 så att fler vågar anmäla.",
        "Nya förare får en tidigare tid.",
        "Kommunen samlar flera nämnder.",
        "Kommunen bjuder in mindre grupper.",
    ],
)
def test_leaves_alone_a_baseline_a_reason_and_no_comparison(text: str) -> None:
    assert words(RULE, text) == []


def test_leaves_alone_a_comparison_beside_a_number() -> None:
    assert words(RULE, "Vi ska vara i parken oftare, minst fyra gånger.", often=(4, "once")) == []


def test_a_vague_verb_is_told_first() -> None:
    assert words(RULE, "Vi ska verka för tryggare gator.") == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Vi ska minska inbrotten.", "Vi ska minska inbrotten, jämfört med [år] och mätt genom [mått]."),
        (
            "Vi ska öka tillsynen för att fler ska trivas.",
            "Vi ska öka tillsynen jämfört med [år] och mätt genom [mått] för att fler ska trivas.",
        ),
    ],
)
def test_rewrite_asks_for_year_and_measure(text: str, rewrite: str) -> None:
    assert rewrites(RULE, text) == [rewrite]
