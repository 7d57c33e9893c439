"""The calendar: holidays as published, terms per authority, what is refused."""

from datetime import date, timedelta

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.judging.calendar import (
    Calendar,
    Event,
    School,
    Season,
    easter_sunday,
    eves,
    holidays,
    storhelger,
)
from handslag.domain.judging.periods import Period

AUTUMN = Period(date(2019, 8, 20), date(2020, 1, 10))
SPRING = Period(date(2020, 1, 13), date(2020, 6, 12))


# Easter Sundays as printed in almanacs, among them the earliest and latest of the century.
@pytest.mark.parametrize(
    "printed", ["2008-03-23", "2011-04-24", "2018-04-01", "2019-04-21", "2024-03-31", "2038-04-25"]
)
def test_easter(printed: str) -> None:
    assert easter_sunday(int(printed[:4])) == date.fromisoformat(printed)


def test_the_holidays_of_2019() -> None:
    assert {str(day)[5:]: name for day, name in holidays(2019).items()} == {
        "01-01": "nyårsdagen",
        "01-06": "trettondedag jul",
        "04-19": "långfredagen",
        "04-21": "påskdagen",
        "04-22": "annandag påsk",
        "05-01": "första maj",
        "05-30": "Kristi himmelsfärdsdag",
        "06-06": "nationaldagen",
        "06-09": "pingstdagen",
        "06-22": "midsommardagen",
        "11-02": "alla helgons dag",
        "12-25": "juldagen",
        "12-26": "annandag jul",
    }


@pytest.mark.parametrize("year", range(2005, 2060))
def test_midsummer_and_all_saints_are_saturdays_of_their_weeks(year: int) -> None:
    day = {name: day for day, name in holidays(year).items()}
    midsummer, all_saints = day["midsommardagen"], day["alla helgons dag"]
    assert (midsummer.weekday(), all_saints.weekday()) == (5, 5)
    assert date(year, 6, 20) <= midsummer <= date(year, 6, 26)
    assert date(year, 10, 31) <= all_saints <= date(year, 11, 6)


def test_every_eve_is_the_day_before_its_holiday() -> None:
    days = {name: day for day, name in eves(2019).items()}
    after = {name: holidays(2019).get(day + timedelta(days=1)) for name, day in days.items()}
    assert after["midsommarafton"] == "midsommardagen"
    assert after["valborgsmässoafton"] == "första maj"
    assert after["skärtorsdagen"] == "långfredagen"
    assert after["nyårsafton"] is None  # New Year's Day is the next year's


def test_storhelger_are_events_to_edit() -> None:
    assert storhelger(2019)[2] == Event(
        "midsommar-2019", date(2019, 6, 21), date(2019, 6, 23), name="midsommar"
    )


def test_holidays_before_the_act_read_so_are_refused() -> None:
    with pytest.raises(BadInput, match="holidays_before_2005"):
        holidays(2004)


def test_terms_are_half_years_where_nobody_gave_them() -> None:
    assert Calendar().terms_for((), date(2019, 3, 1), date(2019, 3, 2)) == (
        Period(date(2019, 1, 1), date(2019, 6, 30), approximate=True),
        Period(date(2019, 7, 1), date(2019, 12, 31), approximate=True),
    )


def test_the_half_year_after_a_long_term_begins_when_that_ends() -> None:
    calendar = Calendar({"Härnösand": (AUTUMN,)})
    assert calendar.terms_for((), date(2020, 1, 1), date(2020, 2, 1))[:2] == (
        AUTUMN,
        Period(date(2020, 1, 11), date(2020, 6, 30), approximate=True),
    )


def test_schools_of_two_authorities_share_no_terms() -> None:
    schools = (School("norra", "", "Härnösand"), School("västra", "", "Mitt"))
    calendar = Calendar({"Härnösand": (SPRING,), "Mitt": ()}, schools)
    assert calendar.terms_for(("norra",), SPRING.start, SPRING.end)[0] == SPRING
    assert calendar.terms_for(("norra", "västra"), SPRING.start, SPRING.end)[0].approximate


def test_seasons_that_overlap_are_refused() -> None:
    winter = Season("vinter", date(2019, 12, 1), date(2020, 3, 31))
    with pytest.raises(BadInput, match="periods_overlap"):
        Calendar(seasons=(winter, Season("vinter", date(2020, 3, 31), date(2020, 4, 30)))).seasons_named(
            "vinter"
        )


def test_an_event_that_is_not_listed_is_refused() -> None:
    with pytest.raises(BadInput, match="unknown_event"):
        Calendar().events_named(("konsert",))
