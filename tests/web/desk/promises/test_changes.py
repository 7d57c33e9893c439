"""Changing a published promise: what it would move is shown first, then both versions are public."""

from datetime import date
from typing import Any

import pytest

from handslag.domain.people.parties import Party
from handslag.domain.promises.changes import Change
from handslag.domain.promises.terms import Kind, Per
from handslag.models.models import LogEntry, Promise, PromiseVersion, Review
from handslag.services.judging.reads.moves import moves
from handslag.services.keeping.activities import Entry, log_activity
from handslag.services.keeping.reads.reminders import round_of
from handslag.services.promises import changes, reviews
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

ADDRESS = "/bord/harnosand/lofte/1/"
PUBLIC = "/harnosand/lofte/1/"
LONGER = {
    "valid_from": "2019-10-01",
    "until": "day",
    "valid_to": "2020-12-31",
    "reason": "Det behövs ett år till.",
}
AMENDED = {
    "text": "Polisen lovar att göra minst tre insatser om året mot buskörning.",
    "parties": ["police"],
    "perspective": "Trygg trafik",
    "kind": "count",
    "at_least": "3",
    "unit": "insatser",
    "per": "year",
    "reading": "each",
    "year_named": "on",
    "valid_from": "2020-01-01",
    "until": "notice",
    "review_on": "2020-12-31",
    "reason": "Klagomålen har ökat.",
}
GONE = {"valid_from": "2019-10-01", "reason": "Vägen byggs om."}


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand)


@pytest.fixture
def anna(cast: Cast, promise: Promise) -> PageClient:
    return PageClient(cast.anna)


def errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def hidden(page: Page) -> dict[str, Any]:
    """What the page of moves sends on."""
    found: dict[str, Any] = {}
    for field in page.all(".//main//input[@type='hidden']"):
        found.setdefault(field.get("name") or "", []).append(field.get("value") or "")
    found.pop("csrfmiddlewaretoken", None)
    return found


def change(client: PageClient, what: str, data: dict[str, Any], version: str = "1") -> Page:
    """Fill in, look at what moves, save."""
    shown = client.post(f"{ADDRESS}{what}/", data | {"version": version}, status=200)
    return client.post(f"{ADDRESS}{what}/", hidden(shown))


def test_a_promise_is_prolonged_in_the_same_words(anna: PageClient, promise: Promise) -> None:
    assert change(anna, "forlang", LONGER).location == ADDRESS
    first, second = promise.versions.order_by("version")
    assert (second.change, second.valid_to, second.text) == (Change.PROLONGED, date(2020, 12, 31), first.text)
    assert first.valid_to is None


def test_before_it_is_saved_the_page_says_what_differs_and_what_moves(
    anna: PageClient, promise: Promise
) -> None:
    page = anna.post(f"{ADDRESS}ny-version/", AMENDED | {"version": "1"}, status=200)
    assert page.h1 == "Innan du sparar ändringen"
    assert page.words(".//main//del") == ["Borttaget: två.", "Borttaget: 2.", "Borttaget: 5 april."]
    assert page.words(".//main//ins") == ["Tillagt: tre.", "Tillagt: 3.", "Tillagt: 31 december."]
    assert promise.versions.count() == 1


def test_before_it_is_saved_the_page_says_when_the_words_name_another_number_than_the_rule(
    anna: PageClient, promise: Promise
) -> None:
    page = anna.post(f"{ADDRESS}ny-version/", AMENDED | {"version": "1", "at_least": "1"}, status=200)
    assert page.words(".//main//div[@class='notice is-warning']/p") == [
        "Orden säger ”tre insatser”, men regeln som löftet bedöms efter säger minst 1.",
        "Till exempel: Polisen lovar att göra minst 1 insats om året mot buskörning.",
    ]
    agreeing = anna.post(f"{ADDRESS}ny-version/", AMENDED | {"version": "1"}, status=200)
    assert agreeing.words(".//main//div[@class='notice is-warning']/p") == []


def test_an_amended_promise_judges_the_year_that_has_begun_as_before(
    anna: PageClient, promise: Promise
) -> None:
    make_activity(promise)
    before = anna.get(PUBLIC).words(".//section[@aria-labelledby='status']//strong")
    change(anna, "ny-version", AMENDED)
    assert anna.get(PUBLIC).words(".//section[@aria-labelledby='status']//strong") == before
    assert "Löftet får andra villkor från 1 januari 2020." in anna.get(PUBLIC).text


def test_both_versions_are_public_with_the_reason(
    anna: PageClient, page: PageClient, promise: Promise
) -> None:
    change(anna, "ny-version", AMENDED)
    found = page.get(f"{PUBLIC}versioner/")
    assert found.words(".//main//section/h2") == [
        "Version 2. Ändrat, från 1 januari 2020",
        "Version 1. Lovat, från 5 april 2019",
    ]
    assert found.words(".//dl[@class='differences']//dt") == ["Löftet", "Så bedöms det", "Hur länge?"]
    assert "Skäl: Klagomålen har ökat." in found.text


def test_a_withdrawn_promise_stays_public_with_day_and_reason(
    anna: PageClient, page: PageClient, promise: Promise, settings_on: Any
) -> None:
    make_activity(promise)
    change(anna, "aterta", GONE)
    assert "Löftet återtas från 1 oktober 2019. Skäl: Vägen byggs om." in page.get(PUBLIC).text
    with settings_on(date(2019, 10, 1)):
        found = page.get(PUBLIC)
        assert found.words(".//section[@aria-labelledby='status']//strong") == [
            "Löftet återtogs den 1 oktober 2019 och bedöms inte längre."
        ]
        assert page.get("/harnosand/").words(".//main//summary") == ["Ett återtaget löfte"]


def test_what_was_not_reported_of_a_withdrawn_promise_is_still_asked_for(
    anna: PageClient, promise: Promise, settings_on: Any
) -> None:
    change(anna, "aterta", GONE)
    with settings_on(date(2019, 10, 1)):
        assert "Slut men inte redovisat" in anna.get("/bord/harnosand/").text


def test_a_replaced_promise_leads_to_the_other_and_back(
    anna: PageClient, page: PageClient, promise: Promise, cast: Cast, settings_on: Any
) -> None:
    make_promise(cast.harnosand)
    change(anna, "ersatt", GONE | {"by": "2"})
    with settings_on(date(2019, 10, 1)):
        assert "Löfte 2 gäller i stället" in page.get(PUBLIC).text
        assert "Gäller i stället för löfte 1" in page.get("/harnosand/lofte/2/").text


def test_a_withdrawn_promise_is_taken_up_again(anna: PageClient, promise: Promise, page: PageClient) -> None:
    change(anna, "aterta", GONE)
    assert "Ta upp löftet igen" in anna.get(ADDRESS).text
    change(anna, "ny-version", AMENDED, version="2")
    assert page.get(f"{PUBLIC}versioner/").words(".//main//section/h2")[0] == (
        "Version 3. Upptaget igen, från 1 januari 2020"
    )


@pytest.mark.parametrize(
    ("what", "data", "error"),
    [
        ("forlang", LONGER | {"valid_from": "2019-04-05"}, "Ändringen gäller från 5 april 2019"),
        ("forlang", LONGER | {"valid_from": "2019-09-01"}, "En ändring kan gälla tidigast från i dag"),
        ("forlang", LONGER | {"valid_to": "2019-09-15"}, "Löftet slutar"),
        (
            "forlang",
            LONGER | {"until": "notice", "valid_to": ""},
            "Ett löfte som gäller tills vidare behöver",
        ),
        ("forlang", LONGER | {"reason": ""}, "Skriv varför."),
        ("ny-version", AMENDED | {"kind": ""}, "Hur bedöms löftet? Välj en."),
        ("ny-version", AMENDED | {"parties": []}, "Det saknas vem som lovar"),
        ("aterta", GONE | {"reason": "Ring 070-123 45 67."}, "Texten innehåller en personuppgift"),
        ("ersatt", GONE | {"by": "1"}, "Ett löfte kan inte ersätta sig självt."),
        ("ersatt", GONE | {"by": "9"}, "Välj ett löfte i listan."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_saved(
    what: str, data: dict[str, Any], error: str, anna: PageClient, promise: Promise
) -> None:
    page = anna.post(f"{ADDRESS}{what}/", data | {"version": "1"}, status=422)
    assert [said[: len(error)] for said in errors(page)] == [error]
    assert PromiseVersion.objects.count() == 1


def test_the_same_terms_again_are_no_change(anna: PageClient, promise: Promise) -> None:
    same = LONGER | {"until": "notice", "valid_to": "", "review_on": "2020-04-05"}
    page = anna.post(f"{ADDRESS}forlang/", same | {"version": "1"}, status=422)
    assert errors(page) == [
        "Ingenting skiljer sig från de villkor som gäller. Ändra något, eller gå tillbaka."
    ]


@pytest.mark.parametrize("is_shown", [False, True])
def test_who_comes_second_sees_the_new_terms_and_loses_nothing(
    is_shown: bool, anna: PageClient, promise: Promise, cast: Cast
) -> None:
    data: dict[str, Any] = AMENDED | {"version": "1"}
    if is_shown:  # the other comes between the page of moves and the last button
        data = hidden(anna.post(f"{ADDRESS}ny-version/", data, status=200))
    days = changes.Days(date(2019, 10, 1), date(2021, 12, 31), None)
    changes.prolong_promise(cast.anna, promise=promise, seen=1, days=days, reason="Ett år till.")
    page = anna.post(f"{ADDRESS}ny-version/", data, status=422)
    assert [said[:55] for said in errors(page)] == ["Någon annan ändrade löfte 1 medan du skrev. Allt du skr"]
    assert [field.text for field in page.all(".//textarea[@name='reason']")] == ["Klagomålen har ökat."]
    assert [field.get("value") for field in page.all(".//form//input[@name='version']")] == ["2"]
    assert "version 2, från 1 oktober 2019" in page.text
    change(anna, "ny-version", AMENDED, version="2")
    assert promise.versions.count() == 3


def test_advice_follows_what_is_written(anna: PageClient, promise: Promise) -> None:
    vague = AMENDED | {"text": "Vi ska sträva efter en tryggare trafik.", "version": "1"}
    page = anna.post(f"{ADDRESS}ny-version/granska/", vague, status=200, HTTP_HX_REQUEST="true")
    assert "sträva" in page.html
    assert promise.versions.count() == 1


def test_nothing_can_be_logged_after_the_withdrawal(
    anna: PageClient, promise: Promise, cast: Cast, settings_on: Any
) -> None:
    change(anna, "aterta", GONE)
    with settings_on(date(2019, 10, 5)):
        entry = {"promises": "1", "done_on": "2019-10-02", "status": "done", "count": "1", "party": "police"}
        page = anna.post("/bord/harnosand/logga/", entry, status=422)
        assert errors(page) == [
            "Löfte 1 (”Polisen lovar att göra minst två insatser om året mot buskörning.”) är återtaget från "
            "och med 1 oktober 2019. Det som gjordes före den dagen kan loggas."
        ]
        before = Entry(promises=(promise,), done_on=date(2019, 9, 30), party=Party.MUNICIPALITY)
        assert log_activity(cast.anna, municipality=cast.harnosand, entry=before).pk


def test_the_log_tells_who_did_what(anna: PageClient, promise: Promise) -> None:
    change(anna, "forlang", LONGER)
    assert (
        anna.get(ADDRESS)
        .words(".//ol[@class='plain log']/li")[0]
        .endswith("anna förlängde löftet från 2019-10-01")
    )
    assert LogEntry.objects.get().params == {"valid_from": "2019-10-01"}


def test_a_review_that_lets_it_hold_on_moves_the_day_and_nothing_else(
    anna: PageClient, page: PageClient, promise: Promise, settings_on: Any
) -> None:
    with settings_on(date(2020, 4, 6)):
        unreviewed = "Parterna skulle se över det 5 april 2020. Ingen har sagt att de har gjort det."
        assert unreviewed in page.get(PUBLIC).text
        anna.post(f"{ADDRESS}oversyn/", {"next_on": "2021-04-05", "said": "Buskörningen fortsätter."})
        found = page.get(PUBLIC)
        assert unreviewed not in found.text
        assert "Parterna ser över det 5 april 2021." in found.text
        assert "Buskörningen fortsätter." in page.get(f"{PUBLIC}versioner/").text
    assert (promise.versions.count(), Review.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (
            {"next_on": "2019-09-02", "said": "Bra."},
            "Nästa översyn måste ligga framåt i tiden, inte 2 september 2019.",
        ),
        ({"next_on": "2020-09-02", "said": ""}, "Skriv en mening om varför löftet står fast."),
    ],
)
def test_a_review_needs_a_day_ahead_and_a_sentence(
    data: dict[str, str], error: str, anna: PageClient
) -> None:
    page = anna.post(f"{ADDRESS}oversyn/", data, status=422)
    assert [said[: len(error)] for said in errors(page)] == [error]
    assert not Review.objects.exists()


def test_the_police_change_nothing(cast: Cast, promise: Promise) -> None:
    assert "Återta löftet" not in PageClient(cast.bo).get(ADDRESS).text
    PageClient(cast.bo).post(f"{ADDRESS}aterta/", GONE | {"version": "1"}, status=403)


def test_a_change_is_tried_in_seven_queries(
    promise: Promise, cast: Cast, django_assert_num_queries: Any
) -> None:
    make_promise(cast.harnosand, kind=Kind.COUNT, per=Per.MONTH)
    gone = changes.withdrawn(promise, 1, valid_from=date(2019, 9, 2), reason="Vägen byggs om.")
    with django_assert_num_queries(7):
        found = moves(cast.harnosand, gone, on=date(2019, 9, 2))
    assert [(one.number, len(one.moves)) for one in found] == [(1, 1)]
    assert promise.versions.count() == 1


def test_the_desk_asks_for_a_review_that_was_not_held(anna: PageClient, settings_on: Any) -> None:
    with settings_on(date(2020, 4, 6)):
        page = anna.get("/bord/harnosand/")
    assert "Parterna skulle se över det 5 april 2020. Ingen har sagt att de har gjort det." in page.text
    assert [a.get("href") for a in page.all(".//main//a") if (a.get("href") or "").endswith("/oversyn/")] == [
        f"{ADDRESS}oversyn/"
    ]


def test_the_reminders_go_by_the_day_that_the_review_named(
    promise: Promise, cast: Cast, settings_on: Any
) -> None:
    reviews.review_promise(cast.anna, promise=promise, next_on=date(2020, 6, 5), said="Det står fast.")
    with settings_on(date(2020, 2, 10)):
        assert round_of(cast.harnosand, on=date(2020, 2, 10)).watched[0].review_on == date(2020, 6, 5)


def test_parties_that_seldom_promise_are_folded_unless_they_do(cast: Cast) -> None:
    make_promise(cast.harnosand, parties=[Party.POLICE, Party.SECURITY_COMPANY])
    page = PageClient(cast.anna).get("/bord/harnosand/lofte/1/ny-version/")
    folded = page.words(".//form//details[@class='more']//label")
    assert "Bevakningsföretaget" not in folded
    assert "Bevakningsföretaget" in page.words(".//form//label[@class='choice']")
    assert "Fastighetsägarna" in folded
