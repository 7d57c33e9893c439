"""Signs of a script: straight answers, networks, texts much like one another."""

import pytest

from handslag.domain.listening.stuffing import are_twins, is_straight, network, signature
from handslag.domain.surveys import Kind
from tests.domain.surveys.forms import question, survey

KEY = 0x9E3779B97F4A7C1
TEXT = "Jag vill att det blir bättre belysning vid stationen och att fler poliser går till fots på kvällarna."


@pytest.mark.parametrize(
    ("places", "expected"), [([3] * 5, True), ([3] * 4, False), ([3, 3, 3, 3, 4], False)]
)
def test_straight_is_the_same_place_on_five_scales(places: list[int], expected: bool) -> None:
    assert is_straight(places) is expected


def test_scales_of_one_kind_and_choices_of_one_long_list_are_answered_straight_down() -> None:
    form = survey(
        question("evening", Kind.SCALE),
        question("safe", Kind.SINGLE, choices="yes_no"),
        question("most", Kind.SINGLE, choices="where"),
        question("day", Kind.SCALE),
        question("grade", Kind.SCALE, highest=10),
        question("least", Kind.SINGLE, choices="where"),
        question("age", Kind.INTEGER),
    )
    assert form.rows == (("evening", "day"), ("most", "least"), ("grade",))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.77", bytes([192, 0, 2])),
        ("2001:db8:1:2ff::7", bytes.fromhex("20010db8000102")),
        ("", b""),
        ("unix:", b""),
    ],
)
def test_an_address_counts_as_its_network(address: str, expected: bytes) -> None:
    assert network(address) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (TEXT.upper().replace(",", ""), True),
        (TEXT.replace("Jag vill", "Vi önskar").replace("fler poliser", "flera poliser"), True),
        ("Mina barn leker ofta i parken bakom skolan. Där känns det lugnt, men bilarna kör för fort.", False),
    ],
)
def test_texts_that_are_much_alike_are_twins(other: str, expected: bool) -> None:
    assert are_twins(signature(TEXT, KEY), signature(other, KEY)) is expected


def test_a_short_text_has_no_twin_and_another_key_finds_none() -> None:
    assert signature("Bättre belysning.", KEY) == ()
    assert are_twins(signature(TEXT, KEY), signature(TEXT, 0x2545F4914F6CDD1)) is False
