"""Dates as they are written in Swedish, cut down to what can be."""

import pytest

from handslag.domain.reading.dates import dates_in
from handslag.domain.reading.finds import Span


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("den 5 april 2019", ("2019-04-05", None)),
        ("5:e april 2019", ("2019-04-05", None)),
        ("2019-04-05", ("2019-04-05", None)),
        ("april 2019", ("2019-04", None)),
        ("2019", ("2019", None)),
        ("31 juni 2023", ("2023-06", None)),
        ("2023-13-01", ("2023", None)),
        ("2019 och 2020", ("2019", "2020")),
        ("1 maj–31 december 2018", ("2018-05-01", "2018-12-31")),
        ("2021−2022", ("2021", "2022")),
    ],
)
def test_a_date(text: str, values: tuple[str, str | None]) -> None:
    [dates] = dates_in(text, Span(0, len(text)))
    assert (dates.first.value, dates.second and dates.second.value) == values


@pytest.mark.parametrize(
    "text", ["5 april", "perioden 1 maj", "12019", "20190", "kl. 20.19", "ca 2500 personer"]
)
def test_no_year_no_date(text: str) -> None:
    assert list(dates_in(text, Span(0, len(text)))) == []
