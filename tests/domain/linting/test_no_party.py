import pytest

from tests.domain.linting.drafts import rewrites, words

BOTH = ["police", "municipality"]


@pytest.mark.parametrize(
    ("text", "parties", "pointed"),
    [
        ("Gå trygghetsvandringar", [], "Gå trygghetsvandringar"),
        ("Två insatser mot langning", [], "Två insatser mot langning"),
        ("Trafikkontroller genomförs.", [], "genomförs"),
        ("Tre möten ska hållas med unga.", BOTH, "hållas"),
        ("Belysningen förbättras i parken.", BOTH, "förbättras"),
        ("Ett föräldramöte ordnas varje termin.", BOTH, "ordnas"),
    ],
)
def test_flags_a_promise_that_nobody_makes(text: str, parties: list[str], pointed: str) -> None:
    assert words("no_party", text, parties=parties) == [pointed]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Polisen gör två insatser.", ["police"]),
        ("Trafikkontroller genomförs.", ["police"]),
        ("Tre möten ska hållas av kommunen.", BOTH),
        ("Gå trygghetsvandringar", BOTH),
        ("Vi lovar två möten som hålls i maj.", BOTH),
        ("När ett möte hålls är polisen med.", BOTH),
        ("Kontroller som görs av räddningstjänsten", BOTH),
    ],
)
def test_leaves_alone_a_promise_with_its_party(text: str, parties: list[str]) -> None:
    assert words("no_party", text, parties=parties) == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Gå trygghetsvandringar", "[Part] lovar: Gå trygghetsvandringar"),
        ("Vi går en vandring.", "[Part] går en vandring."),
        ("Kontroller genomförs i maj.", "Kontroller genomförs av [part] i maj."),
    ],
)
def test_rewrite_has_a_gap_for_the_party(text: str, rewrite: str) -> None:
    assert rewrites("no_party", text, parties=[]) == [rewrite]
