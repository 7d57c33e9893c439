import pytest

from handslag.domain.linting import lint
from handslag.domain.linting.lix import lix
from tests.domain.linting.drafts import page, rewrites, words

HEAVY = (
    "Polismyndigheten genomför under hela året tillsammans med kommunens förvaltningar återkommande "
    "trafiksäkerhetshöjande kontroller längs genomfartsvägarna i syfte att förebygga allvarliga personskador "
    "bland oskyddade trafikanter."
)
LIGHT = "Polisen kontrollerar farten vid skolan i Brunne."


@pytest.mark.parametrize(
    "text",
    [
        HEAVY,
        HEAVY.replace("i syfte att", "för att"),
        HEAVY.replace(" i syfte att förebygga", " och förebygger"),
        HEAVY.removesuffix("."),
        f"{HEAVY.removesuffix('.')} (Polisen)",
        HEAVY.replace(" ", "\n"),
    ],
)
def test_flags_a_long_sentence_of_long_words(text: str) -> None:
    assert words("hard_to_read", text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        LIGHT,
        "Trafiksäkerhetshöjande hastighetskontroller vid genomfartsvägarna",
        "Vi ska gå i byn och se om det är mörkt på väg hem från bad och bio och se till att det är ljust.",
        "Polisen gör insatser. Kommunen lagar lampor. Räddningstjänsten besöker föreningar.",
        "",
        "… – ( )",
    ],
)
def test_leaves_alone_short_sentences_and_short_words(text: str) -> None:
    assert words("hard_to_read", text) == []


def test_points_at_the_worst_sentence_only() -> None:
    assert words("hard_to_read", f"{LIGHT} {HEAVY} {LIGHT}") == [HEAVY]


def test_says_how_heavy_it_is() -> None:
    (found,) = [found for found in lint(page({"text": HEAVY})) if found.rule == "hard_to_read"]
    assert found.why() == "Meningen har 23 ord och LIX 84: dela den, så orkar fler läsa den."


def test_lix_is_words_per_sentence_and_the_share_of_long_words() -> None:
    assert lix("Polisen besöker skolan i dag") == 5 + 100 * 2 / 5


def test_rewrite_cuts_before_the_reason() -> None:
    (rewrite,) = rewrites("hard_to_read", HEAVY)
    assert rewrite == HEAVY.replace(" i syfte att", ". Syftet är att")


def test_rewrite_marks_a_joint_where_there_is_no_reason() -> None:
    (rewrite,) = rewrites("hard_to_read", HEAVY.replace(" i syfte att förebygga", " och förebygger"))
    assert rewrite == HEAVY.replace(" i syfte att förebygga", " [dela meningen här] och förebygger")
