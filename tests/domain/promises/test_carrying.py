"""Which former promise a new one goes on from."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.carrying import Wording, likeness, suggestions
from handslag.domain.promises.terms import Kind, Measure, Per, Spread

TWICE = Measure(Kind.COUNT, Decimal(2), "insatser", Per.YEAR)
BIKES = Wording(1, "Polisen lovar att göra minst två insatser om året mot buskörning med moped.", (), TWICE)
NIGHTS = Wording(2, "Kommunen och polisen nattvandrar i centrum varje helg.", ("Centrum",), TWICE)
SCHOOLS = Wording(
    3, "Polisen besöker alla skolor varje termin.", (), Measure(Kind.COUNT, spread=Spread.SCHOOL)
)
FORMER = [BIKES, NIGHTS, SCHOOLS]


@pytest.mark.parametrize(
    ("text", "places", "former"),
    [
        (BIKES.text, (), 1),
        ("Polisen lovar tre insatser om året mot buskörning med mopeder.", (), 1),
        ("Vi nattvandrar i centrum alla helger.", ("centrum",), 2),
        ("Kommunen sätter upp belysning i parken.", ("Parken",), None),
    ],
)
def test_the_likest_former_promise_is_suggested(
    text: str, places: tuple[str, ...], former: int | None
) -> None:
    found = suggestions(FORMER, [Wording(9, text, places, TWICE)])
    assert [other for other, _ in found.values()] == ([former] if former else [])


def test_each_former_promise_is_suggested_once_to_the_likest() -> None:
    alike = Wording(8, "Polisen gör insatser mot buskörning med moped i Ramvik.", ("Ramvik",), TWICE)
    assert {new: other for new, (other, _) in suggestions(FORMER, [alike, BIKES]).items()} == {1: 1}


def test_the_reason_can_be_checked_by_hand() -> None:
    found = likeness(BIKES, Wording(9, "Insatser mot buskörning.", (), TWICE))
    assert (found.shared, found.words, found.places, found.counting) == (1, 4, Fraction(1), Fraction(1))


WORDS = ["buskörning", "nattvandra", "centrum", "skolor", "termin", "belysning"]
texts = st.lists(st.sampled_from(WORDS), max_size=5)
wordings = st.builds(
    Wording, st.integers(1, 99), texts.map(" ".join), st.just(()), st.none() | st.just(TWICE)
)


@given(wordings, wordings)
def test_likeness_is_the_same_both_ways_and_whole_only_for_equals(one: Wording, other: Wording) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other).score <= 1
