"""Form fields: what they take, what they give, what they say."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms

from handslag.web.fields import AmountField, DayField, LinesField, PositionField, WholeNumberField


@pytest.mark.parametrize("written", ["2019-09-02", "20190902", " 2019-09-02 "])
def test_a_day_is_taken_as_people_copy_it(written: str) -> None:
    assert DayField().clean(written) == date(2019, 9, 2)


@pytest.mark.parametrize("written", ["2/9 2019", "2019-02-30", "02019-09-02", "i går"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        DayField().clean(written)


@pytest.mark.parametrize(
    ("written", "number"), [("1,5", "1.5"), ("1.5", "1.5"), ("1 200", "1200"), ("7", "7")]
)
def test_an_amount_takes_comma_point_and_spaces(written: str, number: str) -> None:
    assert AmountField(max_value=9_999).clean(written) == Decimal(number)


@pytest.mark.parametrize(("number", "written"), [("2.00", "2"), ("1.50", "1,5"), ("1200", "1200")])
def test_an_amount_is_shown_as_people_write_it(number: str, written: str) -> None:
    assert AmountField(max_value=9_999).prepare_value(Decimal(number)) == written


@pytest.mark.parametrize("written", ["NaN", "Infinity", "1,234", "1e9", "två"])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        AmountField(max_value=9_999).clean(written)


def test_lines_are_tidied_and_counted_once() -> None:
    assert LinesField().clean("  Gussjö \n\nViksjö\r\nGussjö") == ("Gussjö", "Viksjö")


@pytest.mark.parametrize("written", ["0", "-1", "1.5", "1000"])
def test_a_count_outside_its_bounds_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        WholeNumberField(min_value=1, max_value=999).clean(written)


@pytest.mark.parametrize("written", ["62.63218, 17.93794", "62,63218 17,93794", "62.632180;17.937940"])
def test_a_position_is_taken_as_maps_write_it(written: str) -> None:
    assert PositionField().clean(written) == (Decimal("62.63218"), Decimal("17.93794"))


@pytest.mark.parametrize("written", ["62.63218", "norr om ån", "62, 17", "1e5, 2e5"])
def test_what_is_no_position_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        PositionField().clean(written)
