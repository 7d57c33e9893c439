"""Days whose numbers can be read in several ways: the column tells, else it is said or refused."""

from datetime import date

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.importing.days import How, read_day, style_of

FIRST, LAST = date(2019, 4, 5), date(2020, 9, 2)


def _read(*texts: str) -> list[tuple[str, str]]:
    style = style_of(texts, FIRST, LAST)
    return [(f"{read.day}", str(read.how)) for read in (read_day(text, style) for text in texts)]


@pytest.mark.parametrize(
    ("texts", "days", "how"),
    [
        (("06/14/2019", "05/06/2019"), ["2019-06-14", "2019-05-06"], How.MONTH_FIRST),
        (("14/06/2019", "05/06/2019"), ["2019-06-14", "2019-06-05"], How.PLAIN),
        (("05/06/2019",), ["2019-06-05"], How.UNSURE),
        (("06/06/2019",), ["2019-06-06"], How.PLAIN),
        (("8/14/19 10:30 PM",), ["2019-08-14"], How.MONTH_FIRST),
        (("14/6-19",), ["2019-06-14"], How.UNSURE),
        (("14.6.19",), ["2019-06-14"], How.TWO_DIGITS),
        (("14-06-19", "21-06-19"), ["2019-06-14", "2019-06-21"], How.UNSURE),
        (("19-06-14", "20-06-14"), ["2019-06-14", "2020-06-14"], How.UNSURE),
    ],
)
def test_the_whole_column_tells_the_order(texts: tuple[str, ...], days: list[str], how: How) -> None:
    assert _read(*texts) == [(day, str(how)) for day in days]


def test_a_column_that_mixes_orders_refuses_what_can_be_two_days() -> None:
    texts = ("06/14/2019", "14/06/2019", "05/06/2019")
    style = style_of(texts, FIRST, LAST)
    assert [f"{read_day(text, style).day}" for text in texts[:2]] == ["2019-06-14", "2019-06-14"]
    with pytest.raises(BadInput) as refused:
        read_day(texts[2], style)
    assert refused.value.params == {
        "value": texts[2],
        "one": date(2019, 5, 6),
        "other": date(2019, 6, 5),
    }


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-08-21T22:30:00Z", "2019-08-22"),
        ("20190821T223000Z", "2019-08-22"),
        ("2019-08-21 22:30:00.000+00:00", "2019-08-22"),
        ("2019-08-21 23:30 -0400", "2019-08-22"),
        ("Wed Aug 21 2019 22:30:00 GMT+0000 (Coordinated Universal Time)", "2019-08-22"),
    ],
)
def test_a_moment_with_a_zone_is_the_day_in_stockholm(written: str, day: str) -> None:
    assert _read(written) == [(day, str(How.MOMENT))]


def test_a_moment_on_the_same_day_needs_no_remark() -> None:
    assert _read("2019-08-21T20:30:00Z", "2019-08-22T00:30:00+02:00") == [
        ("2019-08-21", "plain"),
        ("2019-08-22", "plain"),
    ]


def test_serial_numbers_count_from_1904_where_the_file_does() -> None:
    style = style_of((), FIRST, LAST, from_1904=True)
    assert read_day("42168", style) == (date(2019, 6, 14), How.SERIAL)
