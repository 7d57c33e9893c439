"""Periods: where they begin and end, and how much of them falls on a span."""

from datetime import date
from fractions import Fraction

import pytest

from handslag.domain.judging.periods import Period, civil_periods, covered
from handslag.domain.promises.terms import Per

SPANS = {
    Per.DAY: ("2020-02-29", "2020-02-29"),
    Per.WEEK: ("2020-02-24", "2020-03-01"),
    Per.MONTH: ("2020-02-01", "2020-02-29"),
    Per.QUARTER: ("2020-01-01", "2020-03-31"),
    Per.TERTIAL: ("2020-01-01", "2020-04-30"),
    Per.HALF_YEAR: ("2020-01-01", "2020-06-30"),
    Per.YEAR: ("2020-01-01", "2020-12-31"),
}


def period(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("per", SPANS)
def test_the_period_a_leap_day_lies_in(per: Per) -> None:
    leap_day = date(2020, 2, 29)
    assert civil_periods(per, leap_day, leap_day) == (period(*SPANS[per]),)


@pytest.mark.parametrize("per", SPANS)
def test_periods_follow_each_other_without_a_gap(per: Per) -> None:
    found = civil_periods(per, date(2018, 11, 5), date(2021, 2, 3))
    assert sum(one.days for one in found) == (found[-1].end - found[0].start).days + 1


def test_the_first_week_of_2021_begins_on_its_fourth_day() -> None:
    assert civil_periods(Per.WEEK, date(2021, 1, 1), date(2021, 1, 4)) == (
        period("2020-12-28", "2021-01-03"),
        period("2021-01-04", "2021-01-10"),
    )


def test_a_year_from_october_is_covered_for_92_days_of_365() -> None:
    years = civil_periods(Per.YEAR, date(2021, 10, 1), date(2022, 12, 31))
    assert covered(years, date(2021, 10, 1), date(2022, 12, 31)) == 1 + Fraction(92, 365)


def test_both_ends_of_a_span_may_be_cut() -> None:
    months = civil_periods(Per.MONTH, date(2019, 1, 1), date(2019, 12, 31))
    assert covered(months, date(2019, 1, 31), date(2019, 4, 15)) == Fraction(1, 31) + 2 + Fraction(1, 2)
    assert covered(months, date(2019, 2, 1), date(2019, 2, 7)) == Fraction(1, 4)
    assert covered(months, date(2021, 2, 1), date(2021, 2, 7)) == 0
