"""Numbers that are shown are rounded as by hand, and never to what was not reached."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.judging.rounding import half_up


@pytest.mark.parametrize(
    ("value", "short_of", "shown"),
    [
        (Fraction(2, 7), None, "0.29"),
        (Fraction(2, 122), Fraction(1), "0.02"),
        (Fraction(1, 200), None, "0.01"),
        (Fraction(1, 8), None, "0.13"),
        (Fraction(0), Fraction(1), "0.00"),
        (Fraction(364, 365), Fraction(1), "0.997"),
        (Fraction(99_999, 100_000), Fraction(1), "0.99999"),
        (Fraction(1), Fraction(1), "1.00"),
        (Fraction(199, 100), Fraction(2), "1.99"),
        (Fraction(1_995, 1_000), Fraction(2), "1.995"),
    ],
)
def test_a_half_goes_up_but_not_to_what_was_not_reached(
    value: Fraction, short_of: Fraction | None, shown: str
) -> None:
    assert str(half_up(value, short_of=short_of)) == shown


@given(st.fractions(min_value=0, max_value=10_000), st.integers(min_value=1, max_value=10_001))
def test_what_is_shown_lies_on_the_same_side_of_a_bound_as_the_value(value: Fraction, bound: int) -> None:
    shown = Fraction(half_up(value, short_of=Fraction(bound)))
    assert (shown >= bound) == (value >= bound)
    assert abs(shown - value) <= Fraction(1, 200)
