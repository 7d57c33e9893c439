"""The first page of the desk: what needs somebody today, most pressing first."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag import clock
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Per
from handslag.services.promises.readings import read_page
from handslag.services.showing.reads import today
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient
from tests.services.test_every_command import PAGE

SettingsOn = Callable[[date], AbstractContextManager[None]]


def _today(cast: Cast) -> Page:
    return PageClient(cast.anna).get("/bord/harnosand/")


def test_an_empty_desk_begins_with_reading_in_promises(cast: Cast) -> None:
    page = _today(cast)
    assert page.words(".//main//h2") == []
    assert page.words(".//main//a") == ["Läs in era löften"]


def test_a_signatory_at_an_empty_desk_is_told_who_begins(cast: Cast) -> None:
    page = PageClient(cast.cilla).get("/bord/harnosand/")
    assert page.words(".//main//a") == []


def test_nothing_waiting_is_said(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand), count=2)
    said = "Inget väntar på dig. Inget löfte är efter och alla perioder är redovisade."
    assert _today(cast).words(".//main//p[@class='notice is-good']") == [said]


def test_drafts_come_first(cast: Cast) -> None:
    make_promise(cast.harnosand)
    read_page(cast.anna, municipality=cast.harnosand, source="Våra löften 2019", text=PAGE)
    page = _today(cast)
    assert page.words(".//main//h2")[0] == "Utkast som väntar på dig"
    assert page.words(".//main//li[@class='card task']//strong") == ["Våra löften 2019"]


def test_a_month_nobody_reported_has_a_button_that_closes_it(cast: Cast) -> None:
    make_promise(cast.harnosand, per=Per.MONTH, year_named=False, valid_from=date(2019, 8, 1))
    page = _today(cast)
    buttons = [link.get("href") for link in page.all(".//main//li/a[@class='button button-quiet']")]
    assert buttons == ["/bord/harnosand/lofte/1/stang/?period=2019-08-01_2019-08-31"]


def test_a_promise_behind_says_what_is_left(cast: Cast, settings_on: SettingsOn) -> None:
    make_promise(cast.harnosand)
    with settings_on(date(2019, 12, 1)):
        page = _today(cast)
    assert page.words(".//main//h2")[0] == "Efter"
    assert "Kvar: 2 insatser" in page.words(".//main//li[@class='card task']")[0]


def test_a_planned_day_that_has_come_asks_how_it_went(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    for day in (date(2019, 9, 3), date(2019, 9, 2), date(2019, 8, 20)):
        activity = make_activity(promise, status=ActivityStatus.PLANNED, done_on=day)
    page = _today(cast)
    assert page.words(".//main//h2")[0] == "Planerat, och dagen har kommit"
    assert page.words(".//main//li[@class='card task']//strong") == ["20 augusti 2019", "2 september 2019"]
    (form, *_), (way, *_) = page.all(".//main//li//form"), page.all(".//main//li//form/a")
    address = f"/bord/harnosand/insats/{activity.public_id}/"
    assert (form.get("action"), way.get("href")) == (f"{address}gjort/", address)


@pytest.mark.parametrize("number", [1, 3])
def test_the_day_costs_the_same_however_much_there_is(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_activity(make_promise(cast.harnosand))
    with django_assert_num_queries(11):
        rows = today.today(cast.harnosand, on=clock.today())
    assert len(rows.latest) == len(rows.promises) == number


def test_what_was_logged_last_says_for_which_promise(cast: Cast) -> None:
    one, other = (
        make_promise(cast.harnosand, text=f"Polisen lovar att {what}.") for what in ("besöka A", "besöka B")
    )
    make_activity(one, other, note="Båda.")
    make_activity(other, note="En.")
    page = PageClient(cast.bo).get("/bord/harnosand/")
    rows = page.all(".//main//table/tbody/tr")
    words = [["".join(one.itertext()) for one in row.findall("td/span[@class='block']")] for row in rows]
    assert words == [["Besöka B"], ["Besöka A", "Besöka B"]]
