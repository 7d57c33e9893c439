"""Hours promised, planned and spent against those there are, over one's municipalities of a police area."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag import clock
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Kind
from handslag.models.models import AvailableHours, PeriodReport, Promise
from handslag.services.keeping.reads.hours import hours_page
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

PATH = "/bord/harnosand/timmar/"
YEAR = {"party": "police", "start": "2019-01-01", "end": "2019-12-31", "hours": "900"}
POOLS, PROMISES = ".//table[1]/tbody/tr", ".//section/table/tbody/tr"


@pytest.fixture
def promise(cast: Cast) -> Promise:
    """At least 900 hours a year."""
    return make_promise(
        cast.harnosand, kind=Kind.QUANTITY, at_least=Decimal(900), unit="timmar", valid_from=date(2019, 1, 1)
    )


def _cells(cast: Cast, path: str) -> list[list[str]]:
    page = PageClient(cast.bo).get(PATH)
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in page.all(path)]


def test_what_nobody_has_said_is_unknown(cast: Cast, promise: Promise) -> None:
    make_activity(promise)
    assert _cells(cast, POOLS)[0] == [
        *("Härnösand", "Polisen", "1 januari 2019 – 31 december 2019", "okänt", "0"),
        *("0 + 1 utan timmar", "okänt"),
    ]
    assert _cells(cast, PROMISES)[0][1:] == ["2019", "900", "okänt", "okänt + 1 utan timmar"]


def test_available_less_planned_and_logged_is_left(cast: Cast, promise: Promise) -> None:
    PageClient(cast.bo).post(f"{PATH}ny/", YEAR)
    make_activity(promise, hours=Decimal("7.5"))
    make_activity(promise, hours=Decimal(12), status=ActivityStatus.PLANNED, done_on=date(2019, 10, 1))
    assert _cells(cast, POOLS)[0][3:] == [
        "900 Ta bort: Härnösand, polisen, 1 januari 2019",
        "12",
        "7,5",
        "880,5",
    ]
    page = PageClient(cast.bo).get(PATH)
    assert page.words(".//main//p/strong") == [
        "Polisen: 900 timmar tillgängliga. 7,5 timmar är loggade och 12 planerade."
    ]


def test_what_serves_two_promises_takes_its_hours_once(cast: Cast, promise: Promise) -> None:
    make_activity(promise, make_promise(cast.harnosand), hours=Decimal(5))
    assert _cells(cast, POOLS)[0][5] == "5"
    assert [row[4] for row in _cells(cast, PROMISES)] == ["5 enligt loggen", "5 enligt loggen"]


def test_hours_told_when_a_period_was_closed_come_before_the_log(cast: Cast, promise: Promise) -> None:
    make_activity(promise, hours=Decimal(5))
    PeriodReport.objects.create(
        promise=promise,
        start=date(2019, 1, 1),
        end=date(2019, 12, 31),
        closed_on=date(2020, 1, 10),
        party="police",
        planned_hours=Decimal(900),
        spent_hours=Decimal(640),
    )
    assert _cells(cast, PROMISES)[0][2:] == ["900", "900", "640 enligt redovisningen"]


def test_a_promise_of_occasions_promises_no_hours(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert _cells(cast, PROMISES)[0][2] == "inte i timmar"


def test_all_the_municipalities_one_belongs_to_stand_together(cast: Cast) -> None:
    for town in (cast.harnosand, cast.solleftea):
        make_promise(town)
    assert PageClient(cast.bo).get(PATH).words(".//main//section/h2") == ["Härnösand", "Sollefteå"]
    assert PageClient(cast.anna).get(PATH).words(".//main//section/h2") == ["Härnösand"]


def test_a_sum_names_the_municipalities_that_are_unknown(cast: Cast, promise: Promise) -> None:
    make_promise(cast.solleftea)
    PageClient(cast.bo).post(f"{PATH}ny/", YEAR)
    assert PageClient(cast.bo).get(PATH).words(".//main//p/strong") == [
        "Polisen: 900 timmar tillgängliga. Okänt för Sollefteå. 0 timmar är loggade och 0 planerade."
    ]


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"end": "2018-12-31"}, "end"), ({"hours": "-1"}, "hours"), ({"hours": "x"}, "hours")],
)
def test_a_figure_that_cannot_be_is_refused_at_its_field(
    changed: dict[str, str], field: str, cast: Cast
) -> None:
    page = PageClient(cast.bo).post(f"{PATH}ny/", YEAR | changed, status=422)
    assert [e.get("href") for e in page.all(".//div[@class='error-summary']//a")] == [f"#id_{field}"]
    assert not AvailableHours.objects.exists()


def test_a_figure_taken_away_is_unknown_again(cast: Cast, promise: Promise) -> None:
    client = PageClient(cast.bo)
    client.post(f"{PATH}ny/", YEAR)
    client.post(f"{PATH}ta-bort/{AvailableHours.objects.get().pk}/")
    assert _cells(cast, POOLS)[0][3] == "okänt"


def test_a_year_that_nothing_is_known_of_is_not_found(cast: Cast, promise: Promise) -> None:
    PageClient(cast.bo).get(f"{PATH}2011/", status=404)


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_much_there_is(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_activity(make_promise(cast.harnosand), hours=Decimal(2))
    with django_assert_num_queries(9):
        page = hours_page(cast.bo, cast.harnosand, on=clock.today())
    assert len(page.towns[0].promises) == number
