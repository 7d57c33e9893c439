"""The page for what we think ourselves."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.promises import Kind, PromiseState
from handslag.models.models import Event, PartyVerdict, Promise
from tests.cast import Cast
from tests.make import make_promise
from tests.page import PageClient

ADDRESS = "/bord/harnosand/lofte/1/omdome/"
SAID = {"about": "2018-01-01", "verdict": "partly", "reason": "Det blev för få kvällar."}


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand, valid_from=date(2018, 1, 1))


def test_so_far_and_the_periods_that_are_over_can_be_chosen(cast: Cast, promise: Promise) -> None:
    assert PageClient(cast.anna).get(ADDRESS).words(".//select/option") == ["Så här långt", "2018"]


def test_what_nobody_has_answered_is_chosen_and_named_for_whoever_signed(cast: Cast) -> None:
    for name, day in {"Mötet i Viksjö": date(2019, 6, 4), "Mötet i Ramvik": date(2019, 8, 12)}.items():
        Event.objects.create(municipality=cast.harnosand, series="Möten", name=name, start=day, end=day)
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")
    client = PageClient(cast.cilla)
    link = client.get("/bord/harnosand/").all(".//main//li[@class='card task']/a")[0].get("href")
    assert link == f"{ADDRESS}?period=2019-06-04"
    page = client.get(link)
    assert page.words(".//select/option") == [
        "Så här långt",
        "Mötet i Ramvik, 12 aug 2019",
        "Mötet i Viksjö, 4 jun 2019",
    ]
    assert page.words(".//select/option[@selected]") == ["Mötet i Viksjö, 4 jun 2019"]


def test_whoever_signed_answers_in_public(cast: Cast, promise: Promise) -> None:
    assert PageClient(cast.cilla).post(ADDRESS, SAID).location == "/bord/harnosand/lofte/1/"
    said = PartyVerdict.objects.get()
    assert (said.role, said.verdict, said.start) == ("signatory", "partly", date(2018, 1, 1))


def test_a_form_that_is_not_filled_in_says_what_is_missing(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.anna).post(ADDRESS, {"about": "so_far"}, status=422)
    assert page.words(".//div[@class='error-summary']//li") == [
        "Hur tycker ni att det gick? Välj en.",
        "Skriv varför.",
    ]


def test_words_about_a_person_are_refused(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.anna).post(ADDRESS, SAID | {"reason": "Ring 070-174 06 05."}, status=422)
    assert "070-174 06 05" in page.words(".//div[@class='error-summary']//li")[0]


def test_a_draft_is_not_spoken_of(cast: Cast) -> None:
    make_promise(cast.harnosand, state=PromiseState.DRAFT)
    PageClient(cast.anna).get(ADDRESS, status=400)
