from typing import Any

import pytest

from handslag.domain.linting import lint
from tests.domain.linting.drafts import page, rewrites, words

AIM: dict[str, Any] = {"text": "Vi ska verka för tryggare gator.", "is_aim": True}
ACT: dict[str, Any] = {"text": "Polisen gör två insatser per år.", "often": (2, "year"), "aim": 0}


@pytest.mark.parametrize(
    "text",
    [
        "Vi ska verka för tryggare gator.",
        "Fler ska trivas i Härnösand.",
        "En trygg resa hem",
        "Polisen ska vara nära.",
        "Unga ska må bra.",
        "Bra belysning överallt",
    ],
)
def test_flags_an_aim_that_stands_alone(text: str) -> None:
    assert words("aim_without_activity", text, is_aim=True) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Vi ska verka för tryggare gator.",
        "Fler ska trivas i Härnösand.",
        "Insatser mot buller",
        "Polisen ska synas mer på utvalda platser.",
        "Polisen ska vara nära.",
        "Informera om stölder",
    ],
)
def test_leaves_alone_an_aim_that_is_spelled_out(text: str) -> None:
    assert lint(page(AIM | {"text": text}, ACT)) == ()


def test_an_activity_under_another_aim_does_not_spell_it_out() -> None:
    found = lint(page(AIM, AIM | {"text": "Unga ska må bra."}, ACT))
    assert [(finding.rule, finding.promise) for finding in found] == [("aim_without_activity", 1)]


def test_leaves_alone_a_promise_that_is_no_aim() -> None:
    assert words("aim_without_activity", "Kommunen ska lyssna på unga.") == []


def test_rewrite_asks_what_will_be_done() -> None:
    assert rewrites("aim_without_activity", "En trygg resa hem", is_aim=True) == [
        "En trygg resa hem. Det gör vi genom att [göra vad] minst [antal] gånger per [period]."
    ]
