"""The page for what we think ourselves."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.promises.terms import Kind, PromiseState
from handslag.models.models import Event, PartyVerdict, Promise
from tests.cast import Cast
from tests.make import make_promise
from tests.page import PageClient

ADDRESS = "/bord/harnosand/lofte/1/omdome/"
SAID = {"about": "2018-01-01_2018-12-31", "verdict": "partly", "reason": "Det blev för få kvällar."}


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand, valid_from=date(2018, 1, 1))


def meetings(cast: Cast, days: dict[str, date]) -> None:
    """A promise to be at every meeting, and the meetings by name."""
    for name, day in days.items():
        Event.objects.create(municipality=cast.harnosand, series="Möten", name=name, start=day, end=day)
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")


def test_so_far_and_the_periods_that_are_over_can_be_chosen(cast: Cast, promise: Promise) -> None:
    assert PageClient(cast.anna).get(ADDRESS).words(".//select/option") == ["Så här långt", "2018"]


def test_what_nobody_has_answered_is_chosen_and_named_for_whoever_signed(cast: Cast) -> None:
    meetings(cast, {"Mötet i Viksjö": date(2019, 6, 4), "Mötet i Ramvik": date(2019, 8, 12)})
    client = PageClient(cast.cilla)
    link = client.get("/bord/harnosand/").all(".//main//li[@class='card task']/a")[0].get("href")
    first = Event.objects.get(name="Mötet i Viksjö").public_id
    assert link == f"{ADDRESS}?period=2019-06-04_2019-06-04_{first}"
    page = client.get(link)
    assert page.words(".//select/option") == [
        "Så här långt",
        "Mötet i Ramvik, 12 aug 2019",
        "Mötet i Viksjö, 4 jun 2019",
    ]
    assert page.words(".//select/option[@selected]") == ["Mötet i Viksjö, 4 jun 2019"]


def test_of_two_events_of_the_same_day_each_is_a_choice_of_its_own(cast: Cast, page: PageClient) -> None:
    meetings(cast, {"Mötet i Viksjö": date(2019, 6, 4), "Mötet i Ramvik": date(2019, 6, 4)})
    client = PageClient(cast.anna)
    options = client.get(ADDRESS).all(".//select/option")
    keys = {option.text: option.get("value") for option in options}
    assert {*keys} == {"Så här långt", "Mötet i Viksjö, 4 jun 2019", "Mötet i Ramvik, 4 jun 2019"}
    for name, verdict in {"Viksjö": "kept", "Ramvik": "not_kept"}.items():
        client.send(ADDRESS, SAID | {"about": keys[f"Mötet i {name}, 4 jun 2019"], "verdict": verdict})
    assert {row.event.name: row.verdict for row in PartyVerdict.objects.all() if row.event} == {
        "Mötet i Viksjö": "kept",
        "Mötet i Ramvik": "not_kept",
    }
    said = page.get("/harnosand/lofte/1/").text
    assert "Kommunen: hållet vid Mötet i Viksjö, den 4 juni 2019" in said
    assert "Kommunen: inte hållet vid Mötet i Ramvik, den 4 juni 2019" in said


def test_whoever_signed_answers_in_public(cast: Cast, promise: Promise) -> None:
    assert PageClient(cast.cilla).send(ADDRESS, SAID).location == "/bord/harnosand/lofte/1/"
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


def test_the_answer_is_shown_as_residents_will_read_it(promise: Promise, cast: Cast) -> None:
    page = PageClient(cast.cilla).post(ADDRESS, SAID | {"show": "yes"}, status=200)
    assert page.words(".//aside//div[@class='card']/p") == [
        "Kommunen: delvis hållet under 2018",
        "Det blev för få kvällar.",
        "Uträkningen säger något annat: inte redovisat.",
        "Skrivet 2 september 2019 av den som undertecknat löftena",
    ]
    assert not PartyVerdict.objects.exists()
