"""Close a period that has ended and fell short."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.promises.terms import Kind, Per, Spread
from handslag.models.models import Event, PeriodReport, Place, Promise
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

CLOSE = "/bord/harnosand/lofte/1/stang/"
WORDS = {"where": "", "cause": "Två poliser var sjuka.", "decision": "Vi dubblar i höst.", "confirmed": "on"}


@pytest.fixture
def promise(cast: Cast) -> Promise:
    """Two a month since July; August has one."""
    promise = make_promise(cast.harnosand, per=Per.MONTH, year_named=False, valid_from=date(2019, 7, 1))
    make_activity(promise, done_on=date(2019, 8, 14))
    return promise


def _errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def test_of_two_open_months_one_is_chosen(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.bo).get(CLOSE)
    assert page.h1 == "Vilken period redovisar du?"
    assert [link.get("href") for link in page.all(".//main//li//a")] == [
        "?period=2019-07-01_2019-07-31",
        "?period=2019-08-01_2019-08-31",
    ]


def test_events_of_the_same_days_are_one_choice_wherever_they_were(cast: Cast) -> None:
    first, second = date(2019, 6, 4), date(2019, 6, 5)
    for place, end in {"A": first, "B": second, "C": first}.items():
        days = {"name": f"Mötet i {place}", "place": place, "start": first, "end": end}
        Event.objects.create(municipality=cast.harnosand, series="Möten", **days)
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")
    page = PageClient(cast.bo).get(CLOSE)
    assert page.words(".//main//li//strong") == ["Mötet i A och Mötet i C", "Mötet i B"]


def test_the_month_shows_done_of_promised(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.bo).get(f"{CLOSE}?period=2019-08-01_2019-08-31")
    assert page.words(".//main//tbody/tr/*") == ["Hela löftet", "1", "2"]


def test_a_closed_month_keeps_its_words_and_leaves_the_list(cast: Cast, promise: Promise) -> None:
    client = PageClient(cast.bo)
    page = client.send(f"{CLOSE}?period=2019-07-01_2019-07-31", WORDS)
    report = PeriodReport.objects.get()
    assert page.location == "/bord/harnosand/lofte/1/"
    assert (report.start, report.end, report.cause) == (date(2019, 7, 1), date(2019, 7, 31), WORDS["cause"])
    assert client.get(CLOSE).h1 == "Redovisa och stäng: aug 2019"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("cause", "Skriv varför det inte räckte."),
        ("decision", "Skriv vad ni har beslutat."),
        ("confirmed", "Logga först det som saknas och bekräfta sedan."),
    ],
)
def test_a_shortfall_needs_cause_and_decision(name: str, error: str, cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.bo).post(f"{CLOSE}?period=2019-07-01_2019-07-31", WORDS | {name: ""}, status=422)
    assert _errors(page) == [error]
    assert not PeriodReport.objects.exists()


def test_one_place_may_be_closed_for_itself(cast: Cast) -> None:
    make_promise(
        cast.harnosand,
        per=Per.MONTH,
        year_named=False,
        valid_from=date(2019, 8, 1),
        spread=Spread.PLACE,
        places=["Ramviks", "Viksjö"],
    )
    ramvik = Place.objects.create(municipality=cast.harnosand, name="Ramvik")
    PageClient(cast.bo).send(CLOSE, WORDS | {"where": "Ramviks"})
    assert PeriodReport.objects.get().place == ramvik


def test_a_promise_with_nothing_open_says_why(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert PageClient(cast.bo).get(CLOSE).h1 == "Det finns ingen period att stänga"


def test_a_period_that_is_not_open_cannot_be_asked_for(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.bo).get(f"{CLOSE}?period=2018-01-01_2018-12-31")
    assert page.h1 == "Vilken period redovisar du?"


def test_how_the_work_went_is_told_beside_and_changes_no_verdict(cast: Cast, promise: Promise) -> None:
    told = {"outcome": "changed", "helped": "Fritidsgården.", "hindered": "Snön.", "planned_hours": "40"}
    PageClient(cast.bo).send(f"{CLOSE}?period=2019-07-01_2019-07-31", WORDS | told | {"spent_hours": "12,5"})
    shown = PageClient().get("/harnosand/lofte/1/")
    section = next(s for s in shown.all(".//section") if s.findtext("h2") == "Så gick arbetet")
    assert [" ".join("".join(p.itertext()).split()) for p in section.findall(".//li/p")][2:] == [
        "Jämfört med planen: Gjort på ett annat sätt än planerat.",
        "Orsak: Två poliser var sjuka.",
        "Beslut: Vi dubblar i höst.",
        "Det som hjälpte: Fritidsgården.",
        "Det som hindrade: Snön.",
        "Planerade timmar: 40. Använda timmar: 12,5.",
    ]


def test_hours_nobody_stated_are_unknown(cast: Cast, promise: Promise) -> None:
    PageClient(cast.bo).send(f"{CLOSE}?period=2019-07-01_2019-07-31", WORDS | {"spent_hours": "8"})
    assert "Planerade timmar: okänt. Använda timmar: 8." in PageClient().get("/harnosand/lofte/1/").text


def test_hours_below_zero_are_refused(cast: Cast, promise: Promise) -> None:
    client = PageClient(cast.bo)
    page = client.post(f"{CLOSE}?period=2019-07-01_2019-07-31", WORDS | {"spent_hours": "-2"}, status=422)
    assert _errors(page) == ["Använda timmar: Skriv ett tal som är minst 0."]


def test_of_a_month_that_was_kept_it_may_be_told_how_it_went(cast: Cast, promise: Promise) -> None:
    make_activity(promise, count=2, done_on=date(2019, 7, 3))
    client = PageClient(cast.bo)
    assert client.get(CLOSE).words(".//main//li//strong") == ["aug 2019", "jul 2019"]
    kept = f"{CLOSE}?period=2019-07-01_2019-07-31"
    page = client.get(kept)
    assert page.all(".//textarea[@name='cause']") == []
    client.send(kept, {"outcome": "as_planned", "spent_hours": "6", "confirmed": "on"})
    assert PeriodReport.objects.get().spent_hours == 6
    assert client.get(CLOSE).h1 == "Redovisa och stäng: aug 2019"
