"""What waits on the phone: seen, changed and taken away there, and never sent as it was before that."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Dialog, Page, Route

from handslag.domain.promises.terms import Kind
from handslag.models.models import Activity, Event, Promise
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open, until
from tests.journeys.test_phone import (  # noqa: F401  (villages: a fixture)
    BADGE,
    LOG,
    NOTICE,
    Thumb,
    caught_up,
    cut,
    open_kept,
    restore,
    save_offline,
    villages,
    waiting,
)
from tests.make import make_promise

DIALOGUE = "Dialogmöte i Viksjö, 21 augusti 2019"


@pytest.fixture
def dialogues(people: Cast, villages: Promise) -> Promise:  # noqa: F811
    """A promise that is judged dialogue by dialogue, and one that has been."""
    Event.objects.create(
        municipality=people.harnosand,
        series="Invånardialoger",
        name="Dialogmöte i Viksjö",
        start=date(2019, 8, 21),
        end=date(2019, 8, 21),
    )
    return make_promise(
        people.harnosand,
        text="Polisen lovar att delta vid invånardialogerna.",
        kind=Kind.EACH_EVENT,
        event_series="Invånardialoger",
    )


def accept(page: Page, said: list[str]) -> None:
    def yes(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.accept()

    page.on("dialog", yes)


def entry(walk: Journey) -> str:
    return " ".join(walk.page.locator("#queue li p").nth(1).inner_text().split())


def press(walk: Journey, name: str) -> None:
    """By keyboard alone."""
    walk.tab_to(name)
    walk.page.keyboard.press("Enter")


def told(walk: Journey, words: str) -> None:
    walk.page.locator(NOTICE, has_text=words).wait_for()


def notes() -> list[str]:
    return sorted(one.note for one in Activity.objects.all())


def test_what_waits_says_event_promise_place_date_and_note(dialogues: Promise, journey: Open) -> None:
    walk = open_kept(journey)
    cut(walk)
    thumb = Thumb(walk.page)
    thumb.tap("Delta vid invånardialogerna")
    walk.page.get_by_label("Vid vilket tillfälle?").select_option(label=DIALOGUE)
    thumb.tap("Viksjö")
    thumb.tap("Annan dag")
    walk.page.get_by_label("Vad gjordes?").fill("Många frågor om skolvägen.")
    thumb.tap("Spara")
    waiting(walk)
    promise, place, event, day = entry(walk).split(" · ")
    assert (promise.split(" (")[0], place) == ("Delta vid invånardialogerna", "Viksjö")
    assert (event, day) == (DIALOGUE, "21 augusti 2019")
    assert walk.page.locator("#queue .note").inner_text() == "Många frågor om skolvägen."
    walk.look()


@pytest.mark.parametrize("width", [320, 1280])
def test_one_that_waits_is_changed_by_keyboard_and_sent_as_changed(
    width: int,
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    walk.page.set_viewport_size({"width": width, "height": 800})
    save_offline(walk, note="Samtal på torget.")
    press(walk, "Ändra")
    told(walk, "Du ändrar en insats som väntar.")
    assert walk.page.get_by_label("Hur länge?").input_value() == "2"
    assert walk.page.get_by_label("Viksjö").is_checked()
    walk.look()
    walk.write("Vad gjordes?", "Samtal vid skolan.")
    press(walk, "Spara ändringen")
    told(walk, "Sparat på telefonen.")
    assert walk.page.locator("#queue .note").inner_text() == "Samtal vid skolan."
    assert walk.page.get_by_label("Vad gjordes?").input_value() == ""
    restore(walk)
    caught_up(walk)
    assert notes() == ["Samtal vid skolan."]


def test_one_that_waits_is_taken_away_by_keyboard_and_never_sent(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    said: list[str] = []
    accept(walk.page, said)
    save_offline(walk)
    press(walk, "Ta bort")
    told(walk, "Borttagen. Den skickas inte.")
    assert said == ["Ska den tas bort? Den väntar här och skickas då aldrig."]
    assert walk.page.evaluate("document.activeElement.id") == "told"
    assert walk.page.locator("#queue").is_hidden()
    restore(walk)
    walk.page.reload()
    assert walk.page.locator(BADGE).is_hidden()
    assert Activity.objects.count() == 0


def test_who_answers_no_keeps_it(villages: Promise, journey: Open) -> None:  # noqa: F811
    walk = open_kept(journey)
    walk.page.on("dialog", lambda dialog: dialog.dismiss())
    save_offline(walk)
    press(walk, "Ta bort")
    assert waiting(walk) == "Väntar på nät: 1"


def test_while_it_is_changed_nothing_is_sent_and_left_alone_it_goes_as_it_was(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    save_offline(walk, note="Samtal på torget.")
    press(walk, "Ändra")
    told(walk, "Du ändrar")
    restore(walk)
    walk.page.evaluate("retry()")
    walk.page.wait_for_timeout(500)
    assert Activity.objects.count() == 0
    press(walk, "Låt den vara som den var")
    caught_up(walk)
    assert notes() == ["Samtal på torget."]


def test_a_page_closed_in_the_middle_of_a_change_sends_it_as_it_was(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    save_offline(walk, note="Samtal på torget.")
    press(walk, "Ändra")
    told(walk, "Du ändrar")
    walk.page.close()  # renews its hold no more, so that the next page opens after it for certain
    walk.page = walk.page.context.new_page()
    restore(walk)
    walk.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(minutes=1))
    walk.page.goto(walk.address + LOG)
    until(walk.page, "document.querySelector('#queue .state')?.textContent === 'Skickad'")
    assert notes() == ["Samtal på torget."]


def hold_back(walk: Journey) -> tuple[list[Route], Callable[[], None]]:
    """A slow network: what is sent stays on the way until it is let go."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            held.append(route)
        else:
            route.continue_()

    walk.page.route("**/ko/**", hold)

    def let_go() -> None:
        for route in held:
            route.continue_()

    return held, let_go


def test_one_that_is_being_sent_cannot_be_changed_nor_taken_away(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    accept(walk.page, [])
    save_offline(walk, note="Samtal på torget.")
    held, let_go = hold_back(walk)
    restore(walk)
    until(walk.page, "document.querySelectorAll('#queue li').length === 1")
    while not held:
        walk.page.wait_for_timeout(50)
    for way in ("Ändra", "Ta bort"):
        walk.page.get_by_role("button", name=way, exact=True).click()
        told(walk, "Den skickas just nu.")
    let_go()
    walk.page.locator("#queue").get_by_text("Skickad").wait_for()
    assert notes() == ["Samtal på torget."]
    assert walk.page.get_by_role("button", name="Ändra", exact=True).is_hidden()


def lose_the_answer(walk: Journey) -> list[Route]:
    """The server takes what is sent; the phone never hears."""
    lost: list[Route] = []

    def lose(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        route.fetch()
        lost.append(route)
        return route.abort()

    walk.page.route("**/ko/**", lose)
    return lost


def test_one_whose_answer_was_lost_turns_out_to_be_sent_when_it_is_to_be_changed(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    accept(walk.page, [])
    save_offline(walk, note="Samtal på torget.")
    lost = lose_the_answer(walk)
    restore(walk)
    while not lost:
        walk.page.wait_for_timeout(50)
    walk.page.get_by_role("button", name="Ändra", exact=True).click()
    told(walk, "Den var redan skickad.")
    assert walk.page.locator("#queue .state").inner_text() == "Skickad"
    walk.page.unroute_all(behavior="wait")
    walk.said.clear()  # of the answer that was lost
    walk.follow("Se kvittot")
    assert walk.h1 == "Sparat"
    assert notes() == ["Samtal på torget."]


def test_without_network_nobody_promises_that_it_can_be_taken_back(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = open_kept(journey)
    accept(walk.page, [])
    save_offline(walk)
    lost = lose_the_answer(walk)
    restore(walk)
    while not lost:
        walk.page.wait_for_timeout(50)
    walk.page.unroute_all(behavior="wait")
    cut(walk)
    walk.page.get_by_role("button", name="Ta bort", exact=True).click()
    told(walk, "Den kan vara skickad.")
    restore(walk)
    walk.page.get_by_text("Skickad", exact=True).wait_for()
    assert Activity.objects.count() == 1


def test_two_tabs_send_one_thing_once(villages: Promise, journey: Open) -> None:  # noqa: F811
    walk = open_kept(journey)
    save_offline(walk)
    other = walk.page.context.new_page()
    other.goto(walk.address + LOG)
    sent: list[str] = []
    walk.page.context.on(
        "request", lambda request: sent.append(request.url) if request.method == "POST" else None
    )
    restore(walk)
    walk.page.evaluate("retry()")
    other.evaluate("retry()")
    walk.page.wait_for_timeout(1500)
    assert Activity.objects.count() == 1
    assert len(sent) == 1


def test_the_browser_is_asked_to_keep_the_store_when_the_first_one_waits(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = journey("bo")
    walk.page.context.add_init_script(
        "window.asked = 0; StorageManager.prototype.persisted = async () => false;"
        "StorageManager.prototype.persist = async () => { window.asked += 1; return true; };"
    )
    walk = open_kept(lambda *_: walk)
    assert walk.page.evaluate("asked") == 0
    save_offline(walk)
    until(walk.page, "asked === 1")
    save_offline(walk)
    until(walk.page, "document.querySelectorAll('#queue li').length === 2")
    assert walk.page.evaluate("asked") == 1
