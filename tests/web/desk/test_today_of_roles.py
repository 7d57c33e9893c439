"""The first page of the desk for each role: the police their own, the signatory what to answer for."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag import clock
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Per, Spread
from handslag.models.models import Municipality, PeriodReport, Promise
from handslag.services.showing.reads.today import signatory_day
from tests.cast import Cast
from tests.make import make_activity, make_promise, withdraw
from tests.page import Page, PageClient

SettingsOn = Callable[[date], AbstractContextManager[None]]
TASKS = ".//main//li[@class='card task']"


def _monthly(town: Municipality, start: date = date(2019, 8, 1), **fields: Any) -> Promise:
    return make_promise(town, per=Per.MONTH, year_named=False, valid_from=start, **fields)


def _signatory(cast: Cast) -> Page:
    return PageClient(cast.cilla).get("/bord/harnosand/")


def test_the_police_see_what_the_police_promised(cast: Cast) -> None:
    _monthly(cast.harnosand)
    _monthly(cast.harnosand, parties=[Party.MUNICIPALITY])
    assert len(PageClient(cast.bo).get("/bord/harnosand/").all(TASKS)) == 1
    assert len(PageClient(cast.anna).get("/bord/harnosand/").all(TASKS)) == 2


def test_a_withdrawn_promise_waits_only_for_a_word_on_what_had_begun(cast: Cast) -> None:
    promise = _monthly(cast.harnosand)
    withdraw(promise, date(2019, 9, 1))
    people = (cast.anna, cast.bo, cast.cilla)
    waiting = [len(PageClient(person).get("/bord/harnosand/").all(TASKS)) for person in people]
    assert waiting == [1, 1, 1]
    assert "läser invånarna" not in _signatory(cast).text  # there is no public note on it
    make_activity(promise, done_on=date(2019, 8, 14), count=2)
    for person in people:
        assert PageClient(person).get("/bord/harnosand/").all(TASKS) == []


def test_the_coordinator_is_told_what_cannot_be_judged_and_where_to_mend_it(cast: Cast) -> None:
    make_promise(cast.harnosand, spread=Spread.SCHOOL)
    page = PageClient(cast.anna).get("/bord/harnosand/")
    assert page.words(".//main//h2")[0] == "Går inte att bedöma än"
    assert page.all(f"{TASKS}/a")[0].get("href") == "/bord/harnosand/kalender/"


def test_reviews_come_two_months_ahead(cast: Cast, settings_on: SettingsOn) -> None:
    make_promise(cast.harnosand)
    with settings_on(date(2020, 2, 5)):
        assert "Inom två månader" in PageClient(cast.anna).get("/bord/harnosand/").words(".//main//h2")
        assert "Inom två månader" in _signatory(cast).words(".//main//h2")
    with settings_on(date(2020, 2, 4)):
        assert "Inom två månader" not in _signatory(cast).words(".//main//h2")


def test_the_signatory_reads_when_residents_are_told(cast: Cast, settings_on: SettingsOn) -> None:
    _monthly(cast.harnosand)
    assert "Från 22 september 2019 läser invånarna att ingen har svarat." in _signatory(cast).words(TASKS)[0]
    with settings_on(date(2019, 9, 22)):
        told = _signatory(cast).words(TASKS)[0]
        assert "Invånarna läser att ingen har svarat sedan 1 september 2019." in told
        assert PageClient().get("/harnosand/lofte/1/").words(".//div[@class='notice is-warning']") != []


def test_what_fell_short_stands_with_its_cause_and_decision(cast: Cast) -> None:
    promise = _monthly(cast.harnosand)
    PeriodReport.objects.create(
        promise=promise,
        start=date(2019, 8, 1),
        end=date(2019, 8, 31),
        closed_on=date(2019, 9, 1),
        party=Party.POLICE,
        cause="Skogsbränderna.",
        decision="Fler pass.",
    )
    page = _signatory(cast)
    assert page.words(".//main//h2")[0] == "Inte hållet"
    assert page.words(f"{TASKS}//p")[-2:] == ["Orsak: Skogsbränderna.", "Beslut: Fler pass."]


def test_the_police_read_what_another_party_closed_and_where_to_say_what_they_think(cast: Cast) -> None:
    promise = _monthly(cast.harnosand)
    days = {"start": date(2019, 8, 1), "end": date(2019, 8, 31), "closed_on": date(2019, 9, 1)}
    PeriodReport.objects.create(promise=promise, party=Party.MUNICIPALITY, **days)
    client = PageClient(cast.bo)
    page = client.get("/bord/harnosand/")
    assert page.words(".//main//h2")[0] == "Stängt av någon annan som lovar, och inte hållet"
    assert page.words(f"{TASKS}//p")[1] == (
        "Kommunen stängde perioden 1 augusti 2019 till 31 augusti 2019 den 1 september 2019. "
        "Saknas något? Logga det, så räknas det. Vad ni tycker står offentligt bredvid statusen."
    )
    link = page.all(f"{TASKS}/div/a")[0].get("href") or ""
    assert link == "/bord/harnosand/lofte/1/omdome/?period=2019-08-01_2019-08-31"
    client.send(
        link, {"about": "2019-08-01_2019-08-31", "verdict": "kept", "reason": "Vi var där fem kvällar."}
    )
    assert "Stängt av någon annan som lovar, och inte hållet" not in client.get("/bord/harnosand/").text


def test_the_signatory_is_asked_to_change_nothing(cast: Cast) -> None:
    _monthly(cast.harnosand)
    page = _signatory(cast)
    assert page.all(".//main//form") == []
    assert [link.get("href") for link in page.all(f"{TASKS}//a")] == [
        "/harnosand/lofte/1/",
        "/bord/harnosand/lofte/1/omdome/?period=2019-08-01_2019-08-31",
    ]


def test_nothing_to_answer_for_is_said(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand), count=2)
    assert _signatory(cast).words(".//main//p[@class='notice is-good']") == [
        "Inget löfte är oredovisat, efter eller inte hållet."
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_day_of_the_signatory_costs_the_same_however_much_there_is(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_activity(_monthly(cast.harnosand))
    with django_assert_num_queries(7):
        day = signatory_day(cast.harnosand, on=clock.today())
    assert len(day.unanswered) == number


def test_what_the_signatory_has_answered_says_so_with_who_and_when(cast: Cast) -> None:
    _monthly(cast.harnosand)
    address = "/bord/harnosand/lofte/1/omdome/?period=2019-08-01_2019-08-31"
    client = PageClient(cast.cilla)
    assert client.get(address).h1 == "Ert svar till invånarna"
    said = {"about": "2019-08-01_2019-08-31", "verdict": "kept", "reason": "Vi var där fem kvällar."}
    client.send(address, said)
    page = _signatory(cast)
    assert "Ingen har svarat" not in page.words(".//main//h2")
    assert "Ni har svarat, men det är inte redovisat" in page.words(".//main//h2")
    assert page.words(f"{TASKS}//p")[-2:] == [
        "Ni har svarat: hållet. Vi var där fem kvällar.",
        "Skrivet 2 september 2019 av den som undertecknat löftena",
    ]
    (link,) = page.all(f"{TASKS}/a")
    assert (link.text, link.get("href")) == ("Ändra ert svar", address)


def test_the_next_silent_period_is_asked_about_until_all_are_answered(cast: Cast) -> None:
    _monthly(cast.harnosand, start=date(2019, 7, 1))
    client, address = PageClient(cast.cilla), "/bord/harnosand/lofte/1/omdome/"
    for period in ("2019-07-01_2019-07-31", "2019-08-01_2019-08-31"):
        assert [link.get("href") for link in _signatory(cast).all(f"{TASKS}/a")] == [
            f"{address}?period={period}"
        ]
        client.send(address, {"about": period, "verdict": "cannot_say", "reason": "Vi vet inte."})
    assert "Ingen har svarat" not in _signatory(cast).words(".//main//h2")


def test_what_another_party_said_is_no_answer_of_ours(cast: Cast) -> None:
    _monthly(cast.harnosand)
    said = {"about": "2019-08-01_2019-08-31", "verdict": "kept", "reason": "Vi var där."}
    PageClient(cast.bo).send("/bord/harnosand/lofte/1/omdome/", said)
    assert "Ingen har svarat" in _signatory(cast).words(".//main//h2")
