"""Logging from a car: few taps, with and without network, by keyboard too, nothing lost and nothing twice."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.sessions.models import Session
from django.test import override_settings
from playwright.sync_api import Page, Route

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.promises.terms import Kind, Per, Spread
from handslag.models.models import Activity, Place, Promise
from handslag.web import errors
from handslag.web.desk.keeping import activities
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.make import make_promise, withdraw

LOG = "/bord/harnosand/logga/"
BADGE = "#waiting"
NOTICE = "#told > :not([hidden])"


@pytest.fixture
def villages(people: Cast) -> Promise:
    """Three villages, each to be visited; where they lie is known."""
    places = {"Gussjö": "62.9", "Viksjö": "62.8", "Brunne": "62.6"}
    for name, latitude in places.items():
        Place.objects.create(
            municipality=people.harnosand, name=name, latitude=Decimal(latitude), longitude=Decimal("17.5")
        )
    make_promise(people.harnosand)
    return make_promise(
        people.harnosand,
        text="Polisen lovar att vara på plats i byarna varje månad.",
        kind=Kind.QUANTITY,
        unit="timmar",
        per=Per.MONTH,
        spread=Spread.PLACE,
        places=list(places),
    )


class Thumb:
    """Taps, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, words: str) -> None:
        self.taps += 1
        named = self.page.locator("label, button, summary")
        named.filter(has_text=words).or_(self.page.get_by_role("button", name=words)).first.click()


def open_kept(start: Open, who: str = "bo", path: str = LOG) -> Journey:
    """The form, once it is kept on the phone."""
    walk = start(who)
    walk.go(path)
    walk.page.evaluate("navigator.serviceWorker.ready")
    walk.page.wait_for_function(
        """async () => {
          const paths = [...document.querySelectorAll("script[src]")].map((one) => new URL(one.src).pathname);
          const found = await Promise.all([location.pathname, ...paths].map((path) => caches.match(path)));
          return navigator.serviceWorker.controller && found.every(Boolean);
        }"""
    )
    return walk


def cut(walk: Journey) -> None:
    walk.page.context.set_offline(True)


def restore(walk: Journey) -> None:
    walk.page.context.set_offline(False)


def waiting(walk: Journey) -> str:
    walk.page.locator(BADGE).wait_for()
    return " ".join(walk.page.locator(BADGE).inner_text().split())


def caught_up(walk: Journey) -> None:
    """Wait until what waited is sent."""
    walk.page.locator("[data-told=sent]:not([hidden])").wait_for()
    assert walk.page.locator(BADGE).is_hidden()


def test_four_taps_and_a_number_from_opened_page_to_saved(villages: Promise, journey: Open) -> None:
    walk = journey("bo")
    walk.go(LOG)
    thumb = Thumb(walk.page)
    thumb.tap("Vara på plats i byarna")
    thumb.tap("Viksjö")
    walk.page.get_by_label("Hur länge?").fill("1,5")  # the tap into the field and the typing
    thumb.taps += 1
    with walk.page.expect_navigation():
        thumb.tap("Spara")
    assert walk.h1 == "Sparat"
    assert thumb.taps <= 4
    saved = Activity.objects.get()
    assert (str(saved.place), saved.hours) == ("Viksjö", Decimal("1.5"))


def test_the_same_without_network_is_sent_once_when_it_comes_back(villages: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    cut(walk)
    walk.page.reload()
    thumb = Thumb(walk.page)
    thumb.tap("Vara på plats i byarna")
    thumb.tap("Viksjö")
    walk.page.get_by_label("Hur länge?").fill("2")
    thumb.taps += 1
    thumb.tap("Spara")
    assert waiting(walk) == "Väntar på nät: 1"
    assert walk.page.locator(NOTICE).inner_text() == "Sparat på telefonen. Det skickas när det finns nät."
    assert thumb.taps <= 4
    walk.look()
    assert Activity.objects.count() == 0
    restore(walk)
    caught_up(walk)
    walk.look()
    saved = Activity.objects.get()
    assert (str(saved.place), saved.hours, saved.done_on) == ("Viksjö", Decimal(2), date(2019, 9, 2))


def test_by_keyboard_alone_with_the_network_cut_and_restored(villages: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    cut(walk)
    walk.page.reload()
    walk.tick("Vara på plats i byarna")
    walk.tick("Brunne")
    walk.page.keyboard.press("ArrowRight")  # Gussjö, the next of the promise's places
    walk.write("Hur länge?", "2")
    walk.tab_to("Spara")
    walk.page.keyboard.press("Enter")
    assert waiting(walk) == "Väntar på nät: 1"
    assert walk.page.evaluate("document.activeElement.id") == "told"  # what happened is read next
    walk.page.reload()
    assert waiting(walk) == "Väntar på nät: 1"
    restore(walk)
    caught_up(walk)
    assert [str(one.place) for one in Activity.objects.all()] == ["Gussjö"]
    walk.follow("Se kvittot")
    assert walk.h1 == "Sparat"


def save_offline(walk: Journey, **fields: str) -> None:
    """One entry at Viksjö for the villages, made without network."""
    cut(walk)
    thumb = Thumb(walk.page)
    thumb.tap("Vara på plats i byarna")
    thumb.tap("Viksjö")
    walk.page.get_by_label("Hur länge?").fill("2")
    if "note" in fields:
        thumb.tap("Annan dag")
        walk.page.get_by_label("Vad gjordes?").fill(fields["note"])
    thumb.tap("Spara")
    waiting(walk)


def refused(walk: Journey) -> str:
    """The sentence beside what was refused."""
    walk.page.locator(".said:not(:empty)").wait_for()
    return walk.page.locator(".said").inner_text()


def test_what_the_server_refuses_is_kept_with_its_sentence_and_can_be_put_right(
    villages: Promise, journey: Open
) -> None:
    walk = open_kept(journey)
    save_offline(walk, note="Ring 070-174 06 35.")
    restore(walk)
    assert refused(walk).startswith("Texten innehåller en personuppgift: ”070-174 06 35”.")
    walk.look()
    walk.follow("Öppna och rätta")
    assert walk.page.title().startswith("Fel: Logga insats")
    walk.page.get_by_label("Vad gjordes?").fill("Samtal på torget.")
    walk.follow("Spara")
    assert walk.h1 == "Sparat"
    assert [one.note for one in Activity.objects.all()] == ["Samtal på torget."]
    walk.go(LOG)
    assert walk.page.locator("#queue").is_hidden()


def test_a_promise_withdrawn_meanwhile_is_told(villages: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    save_offline(walk)
    withdraw(villages, date(2019, 9, 2))
    restore(walk)
    assert "är återtaget från och med 2 september 2019." in refused(walk)
    assert Activity.objects.count() == 0


def test_a_phone_a_day_ahead_is_told_that_the_day_has_not_been(villages: Promise, journey: Open) -> None:
    with override_settings(DEMO_TODAY=""):
        walk = open_kept(journey)
        walk.page.clock.set_fixed_time(clock.now() + timedelta(days=2))
        walk.page.reload()
        save_offline(walk)
        restore(walk)
        assert "har inte varit än" in refused(walk)
    assert Activity.objects.count() == 0


def test_a_session_that_has_ended_is_asked_to_log_in_and_then_it_is_sent(
    villages: Promise, journey: Open
) -> None:
    walk = open_kept(journey)
    save_offline(walk)
    Session.objects.all().delete()
    restore(walk)
    link = walk.page.locator(NOTICE).get_by_role("link")
    link.wait_for()
    walk.look()
    link.click()
    walk.page.fill("[name=login]", "bo@example.org")
    walk.page.fill("[name=password]", "bo-has-a-long-password")
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url(f"**{LOG}")
    caught_up(walk)
    assert [str(one.place) for one in Activity.objects.all()] == ["Viksjö"]


def test_what_somebody_else_left_on_the_phone_is_not_sent_in_my_name(
    villages: Promise, journey: Open
) -> None:
    walk = open_kept(journey)
    save_offline(walk)
    Session.objects.all().delete()
    restore(walk)
    walk.log_in("anna")
    walk.go(LOG)
    walk.page.locator("#others:not([hidden])").wait_for()
    assert walk.page.locator("#queue").is_hidden()
    assert Activity.objects.count() == 0


def test_an_answer_that_is_lost_on_the_way_is_no_second_activity(villages: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    save_offline(walk)
    lost = []

    def lose(route: Route) -> None:
        """The server takes it; the phone never hears."""
        if route.request.method == "GET":
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    walk.page.route("**/ko/", lose)
    with walk.page.expect_event("requestfailed", lambda request: request.method == "POST"):
        restore(walk)
    walk.page.unroute_all(behavior="wait")
    assert lost
    assert Activity.objects.count() == 1
    walk.page.reload()
    caught_up(walk)
    assert Activity.objects.count() == 1


def test_the_form_opens_while_the_server_is_in_trouble(
    villages: Promise, journey: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = open_kept(journey)

    def trouble(*_: object, **__: object) -> None:
        raise BadInput("server_error")

    monkeypatch.setitem(errors.STATUS, BadInput, 503)
    monkeypatch.setattr(activities, "log_choices", trouble)
    assert walk.page.request.get(f"{walk.address}{LOG}").status == 503
    walk.page.reload()
    assert walk.h1 == "Logga insats"


def test_log_out_warns_of_what_waits_and_then_nothing_stays(villages: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    save_offline(walk)
    walk.page.route("**/ko/", lambda route: route.abort())  # the server cannot be reached
    restore(walk)
    walk.page.goto(f"{walk.address}/konto/logga-ut/")
    warning = walk.page.locator("#unsent:not([hidden])")
    warning.wait_for()
    walk.said.clear()
    walk.look()
    assert warning.inner_text().startswith("Insatser på den här telefonen som inte är skickade: 1")
    walk.follow("Logga ut och kasta dem")
    kept = walk.page.evaluate(
        """async () => [await caches.keys(), await navigator.serviceWorker.getRegistrations()]
             .map((found) => found.length)"""
    )
    assert kept == [0, 0]
    walk.log_in("bo")
    walk.go(LOG)
    assert walk.page.locator(BADGE).is_hidden()


def test_only_the_form_and_its_parts_are_kept_and_nobody_is_named_in_it(
    villages: Promise, journey: Open
) -> None:
    walk = open_kept(journey)
    for path in ("/bord/harnosand/", "/bord/harnosand/lofte/1/", f"{LOG}?promise=2"):
        walk.go(path)
    kept = walk.page.evaluate(
        """async () => {
          const shells = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const found = await Promise.all(shells.map((shell) => shell.keys()));
          return found.flat().map((request) => new URL(request.url).pathname);
        }"""
    )
    assert sorted(path for path in kept if not path.startswith("/static/")) == [LOG, f"{LOG}app.webmanifest"]
    page = walk.page.evaluate("caches.match(location.pathname).then((answer) => answer.text())")
    assert ">bo<" not in page
    assert "checked" not in page.split('name="where"')[0]  # what an address chose is not kept


def test_the_nearest_place_comes_first_and_where_the_phone_is_goes_nowhere(
    villages: Promise, journey: Open
) -> None:
    walk = journey("bo")
    context = walk.page.context
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 62.81234, "longitude": 17.51234})
    sent: list[str] = []
    context.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    walk.go(LOG)
    walk.tick("Visa närmaste platsen först")
    walk.page.get_by_text("De närmaste står först").wait_for()
    names = walk.page.locator("[name=where]:not([value='']) + span").all_inner_texts()
    assert names == ["Viksjö", "Gussjö", "Brunne"]
    assert walk.page.locator("[name=promises] + span").first.inner_text().startswith("Vara på plats i byarna")
    walk.look()
    Thumb(walk.page).tap("Vara på plats i byarna")
    Thumb(walk.page).tap("Viksjö")
    Thumb(walk.page).tap("En timme mer")
    with walk.page.expect_navigation():
        Thumb(walk.page).tap("Spara")
    assert [one for one in sent if "62.8" in one or "17.5" in one] == []
    stored = walk.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert json.loads(stored) == [{}, {}]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_with_something_of_every_state(width: int, villages: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    walk.page.set_viewport_size({"width": width, "height": 800})
    save_offline(walk, note="Ring 070-174 06 35.")
    restore(walk)
    refused(walk)
    save_offline(walk)
    restore(walk)
    caught_up(walk)
    save_offline(walk)
    walk.look()
    states = walk.page.locator("#queue .state").all_inner_texts()
    assert states == ["Väntar på nät", "Skickad", "Inte sparad än"]
