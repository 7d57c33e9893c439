import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Kommunen ska informera om brandvarnare.", "informera"),
        ("Polisen föreläser om bedrägerier.", "föreläser"),
        ("Information om droger", "Information"),
        ("Tre utbildningar i hjärt-lungräddning", "utbildningar"),
        ("En informationskampanj om cykelstölder", "informationskampanj"),
        ("Kommunen håller informationsträffar om grannsamverkan.", "informationsträffar"),
    ],
)
def test_flags_information_for_nobody_in_particular(text: str, pointed: str) -> None:
    assert words("no_target_group", text, measurable=True) == [pointed]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Kommunen ska informera äldre om brandvarnare.", ("äldre",)),
        ("Polisen föreläser för årskurs 9.", ()),
        ("Information till allmänheten om droger", ()),
        ("Polisen gör trafikkontroller.", ()),
        ("Ett öppet informationsmöte", ()),
        ("Polisen får information från skolorna.", ()),
        ("Gå trygghetsvandringar", ()),
    ],
)
def test_leaves_alone_a_named_receiver_and_acts_without_one(text: str, groups: tuple[str, ...]) -> None:
    assert words("no_target_group", text, target_groups=groups, measurable=True) == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Kommunen ska informera om bränder.", "Kommunen ska informera [målgrupp] om bränder."),
        ("Information om droger", "Information till [målgrupp] om droger"),
        ("Polisen föreläser om bedrägerier.", "Polisen föreläser för [målgrupp] om bedrägerier."),
    ],
)
def test_rewrite_has_a_gap_for_the_group(text: str, rewrite: str) -> None:
    assert rewrites("no_target_group", text, measurable=True) == [rewrite]
