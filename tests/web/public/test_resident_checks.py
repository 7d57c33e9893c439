"""Have you noticed it: the question without a cookie, sent once, and the figures beside the status."""

from typing import Any

import pytest
from django.db import OperationalError

from handslag.domain.keeping.resident_checks import Noticed
from handslag.models.models import Promise, ResidentCheck
from handslag.services.keeping.resident_checks import publish_checks, set_resident_check
from handslag.services.listening.intake.form_tokens import new_token
from handslag.services.listening.intake.noticing import Watch
from tests.cast import Cast
from tests.conftest import TODAY
from tests.make import make_promise
from tests.page import PageClient
from tests.services.keeping.test_resident_checks import answer

ADDRESS = "/harnosand/lofte/1/markt/"


@pytest.fixture
def promise(cast: Cast) -> Promise:
    promise = make_promise(cast.harnosand, places=["Ramvik", "Viksjö"])
    set_resident_check(cast.anna, promise=promise, after_weeks=12)
    return promise


def token(page: PageClient) -> str:
    return page.get(ADDRESS).all(".//input[@name='token']")[0].get("value") or ""


def test_a_promise_asks_nobody_until_the_coordinator_says_so(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand)
    page.get(ADDRESS, status=404)
    assert "märkt" not in page.get("/harnosand/lofte/1/").text


def test_the_question_sets_no_cookie_and_is_never_kept(promise: Promise, page: PageClient) -> None:
    found = page.get(ADDRESS)
    assert dict(found.response.cookies) == {}
    assert "no-store" in found.response.headers["Cache-Control"]
    assert found.words(".//legend") == ["Vilken plats gäller ditt svar?", "Har du märkt det?"]
    assert "det visar inte vad alla tycker" in found.text


def test_an_answer_sent_twice_counts_once_and_is_thanked_twice(promise: Promise, page: PageClient) -> None:
    sent = {"place": "Viksjö", "noticed": "no", "token": token(page)}
    for _ in range(2):
        answered = page.post(ADDRESS, sent)
        assert (answered.location, dict(answered.response.cookies)) == (f"{ADDRESS}tack/", {})
    assert page.get(answered.location).h1 == "Tack, vi har fått ditt svar"
    assert ResidentCheck.objects.get().counts["Viksjö"]["no"] == 1


def test_no_cookie_is_needed_to_send_it(promise: Promise, page: PageClient) -> None:
    page.client.handler.enforce_csrf_checks = True
    page.post(ADDRESS, {"place": "Viksjö", "noticed": "no", "token": token(page)})


def test_what_is_missing_is_said_and_the_form_is_still_ours(promise: Promise, page: PageClient) -> None:
    sent = {"token": token(page)}
    again = page.post(ADDRESS, sent, status=422)
    assert again.words(".//div[@class='error-summary']//li") == [
        "Vilken plats gäller ditt svar? Välj en.",
        "Har du märkt det? Välj en.",
    ]
    assert again.all(".//input[@name='token']")[0].get("value") == sent["token"]


@pytest.mark.parametrize("wrong", ["", "x", new_token("check:another")], ids=["none", "noise", "another"])
def test_a_form_that_is_not_ours_is_refused(promise: Promise, page: PageClient, wrong: str) -> None:
    page.post(ADDRESS, {"place": "Viksjö", "noticed": "no", "token": wrong}, status=400 if wrong else 422)
    assert ResidentCheck.objects.get().counts == {}


def test_a_promise_without_places_asks_one_question(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    set_resident_check(cast.anna, promise=promise, after_weeks=12)
    page.post(ADDRESS, {"noticed": "yes", "token": token(page)})
    assert ResidentCheck.objects.get().counts[""]["yes"] == 1


def test_below_forty_answers_about_a_place_nothing_is_shown(promise: Promise, page: PageClient) -> None:
    answer(promise, times=39)
    answer(promise, "Viksjö", times=39)
    publish_checks(TODAY)
    found = page.get("/harnosand/lofte/1/")
    assert "Det behövs minst 40 svar om en plats." in found.text
    assert "Svara: har du märkt det?" in found.words(".//main//a")


@pytest.mark.usefixtures("without_noise")
def test_figures_are_rounded_and_a_place_with_few_answers_is_not_shown(
    promise: Promise, page: PageClient
) -> None:
    answer(promise, "Ramvik", Noticed.YES, times=31)
    answer(promise, "Ramvik", Noticed.NO, times=12)
    answer(promise, "Viksjö", Noticed.YES, times=39)
    publish_checks(TODAY)
    found = page.get("/harnosand/lofte/1/")
    said = (
        "Omkring 40 svar, sammanställda 2 september 2019. Alla fick svara, så det visar inte vad alla tycker."
    )
    assert said in found.words(".//main//p")
    assert found.words(".//table[@class='table stack noticed']/tbody/tr") == [
        "Ramvik 30 (75 %) 0 (0 %) 10 (25 %) 0 (0 %)",
        "Alla tillsammans 30 (75 %) 0 (0 %) 10 (25 %) 0 (0 %)",
    ]
    assert "Inget visas för Viksjö: för få har svarat." in found.words(".//main//p")
    assert (
        "Slumpen har ändrat varje antal lite, nästan alltid med högst 12, så att ingens svar går att läsa ut."
        in found.words(".//main//p")
    )


def test_the_figures_on_the_page_are_not_what_was_answered_and_stay_as_they_were(
    promise: Promise, page: PageClient, settings: Any
) -> None:
    answer(promise, times=100)
    publish_checks(TODAY)
    table = ".//table[@class='table stack noticed']/tbody/tr"
    before = page.get("/harnosand/lofte/1/").words(table)
    assert before != ["Alla tillsammans 100 (100 %) 0 (0 %) 0 (0 %) 0 (0 %)"]
    settings.SECRET_KEY = "another"
    assert page.get("/harnosand/lofte/1/").words(table) == before


def test_the_page_shows_the_figures_of_the_day_they_were_made(promise: Promise, page: PageClient) -> None:
    answer(promise, times=40)
    publish_checks(TODAY)
    before = page.get("/harnosand/lofte/1/").html
    answer(promise, noticed=Noticed.NO, times=9)
    publish_checks(TODAY)
    assert page.get("/harnosand/lofte/1/").html == before


def test_the_work_for_the_browser_is_of_this_check_and_kept_nowhere(
    promise: Promise, page: PageClient
) -> None:
    found = page.client.get(f"{ADDRESS}arbete/")
    assert found.json()["parameters"]["data"] == {"survey": f"check:{promise.public_id}"}
    assert (found.headers["Cache-Control"], dict(found.cookies)) == ("no-store", {})


def test_a_script_is_thanked_as_everybody_and_the_page_says_how_many_are_not_counted(
    promise: Promise, page: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handslag.services.keeping.check_answers.watch", Watch())
    answer(promise, times=40)
    for _ in range(45):
        sent = {"place": "Ramvik", "noticed": "no", "token": new_token(f"check:{promise.public_id}")}
        assert page.client.post(ADDRESS, sent | {"webbplats": "x"}).status_code == 302
    publish_checks(TODAY)
    found = page.get("/harnosand/lofte/1/").words(".//main//p")
    assert "Omkring 45 svar till ser ut att komma från ett skript. De är inte med i talen." in found


def test_when_the_database_is_away_the_form_can_be_sent_again(
    promise: Promise, page: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(**_: object) -> None:
        raise OperationalError("disk full")

    sent = {"place": "Viksjö", "noticed": "no", "token": token(page)}
    with monkeypatch.context() as broken:
        broken.setattr("handslag.web.public.resident_checks.send_notice", away)
        again = page.post(ADDRESS, sent, status=503)
    assert again.words(".//div[@class='error-summary']//li") == [
        "Svaret kunde inte sparas just nu. Tryck på Skicka igen om en stund. Det räknas en gång."
    ]
    page.post(ADDRESS, sent)
    assert ResidentCheck.objects.get().counts["Viksjö"]["no"] == 1
