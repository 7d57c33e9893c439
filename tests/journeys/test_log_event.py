"""Which event, and its day; the place that is left. With and without JavaScript, narrow and wide."""

from datetime import date, timedelta

import pytest

from handslag.domain.promises.terms import Kind, Per, Spread
from handslag.models.models import Activity, Event, Place, Promise
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.journeys.test_phone import LOG, Thumb
from tests.make import make_activity, make_promise

FIELD = "Vid vilket tillfälle?"
MEETING = "Dialogmöte i Viksjö, 4 juni 2019"
MARKET = "Höstmarknad, 30 augusti 2019"


@pytest.fixture
def dialogues(people: Cast) -> Promise:
    """A promise that is judged event by event among others that are not; a market of three days."""
    for number in range(3):
        make_promise(people.harnosand, text=f"Polisen lovar att göra {number + 2} kontroller om året.")
    events = {"Dialogmöte i Viksjö": (date(2019, 6, 4), 0), "Höstmarknad": (date(2019, 8, 30), 3)}
    for name, (start, days) in events.items():
        Event.objects.create(
            municipality=people.harnosand,
            series="Dialoger",
            name=name,
            start=start,
            end=start + timedelta(days=days),
        )
    return make_promise(
        people.harnosand,
        text="Polisen lovar att delta vid dialogerna.",
        kind=Kind.EACH_EVENT,
        event_series="Dialoger",
    )


def opened(journey: Open, *, width: int = 390, js: bool = True) -> Journey:
    walk = journey("bo", js=js, width=width)
    walk.go(LOG)
    return walk


def day(walk: Journey) -> str:
    return walk.page.locator("[name=done_on]").input_value()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_event_brings_its_day_along(width: int, dialogues: Promise, journey: Open) -> None:
    walk = opened(journey, width=width)
    field = walk.page.get_by_label(FIELD)
    assert field.is_hidden()  # among what is seldom needed, until a promise needs it
    Thumb(walk.page).tap("Delta vid dialogerna")
    assert field.is_visible()
    field.select_option(label=MEETING)
    assert day(walk) == "2019-06-04"
    assert walk.page.locator("#event-note").inner_text() == "Dagen är 4 juni 2019, samma som för evenemanget."
    assert walk.page.locator("#when").is_hidden()
    walk.look()
    with walk.page.expect_navigation():
        Thumb(walk.page).tap("Spara")
    assert Activity.objects.get().done_on == date(2019, 6, 4)


def test_a_day_within_an_event_of_several_stays(dialogues: Promise, journey: Open) -> None:
    walk = opened(journey)
    Thumb(walk.page).tap("Delta vid dialogerna")
    walk.page.get_by_label(FIELD).select_option(label=MARKET)
    assert day(walk) == "2019-09-02"


@pytest.mark.parametrize("width", [320, 1280])
def test_another_day_is_said_before_it_is_saved_and_can_be_meant(
    width: int, dialogues: Promise, journey: Open
) -> None:
    walk = opened(journey, width=width)
    Thumb(walk.page).tap("Delta vid dialogerna")
    walk.page.get_by_label(FIELD).select_option(label=MEETING)
    Thumb(walk.page).tap("Annan dag")
    walk.page.get_by_label("När?").fill("2019-06-07")
    assert walk.page.locator("#event-note").inner_text() == (
        "Dagen är 7 juni 2019, men evenemanget är 4 juni 2019. "
        "Ändra dagen, eller kryssa för att det gjordes en annan dag."
    )
    walk.look()
    walk.page.get_by_label("Det gjordes en annan dag än evenemanget").check()
    with walk.page.expect_navigation():
        Thumb(walk.page).tap("Spara")
    assert Activity.objects.get().done_on == date(2019, 6, 7)


@pytest.mark.parametrize("width", [320, 1280])
def test_without_javascript_the_event_is_asked_for_openly_and_the_server_asks_about_the_day(
    width: int, dialogues: Promise, journey: Open
) -> None:
    walk = opened(journey, width=width, js=False)
    assert walk.page.get_by_label(FIELD).is_visible()
    assert "frivilligt" not in walk.page.locator("label[for=id_event]").inner_text()
    Thumb(walk.page).tap("Delta vid dialogerna")
    walk.page.get_by_label(FIELD).select_option(label=MEETING)
    walk.follow("Spara")
    assert walk.page.locator(".error-summary li").inner_text() == (
        "Dialogmöte i Viksjö är 4 juni 2019, men dagen här är 2 september 2019. "
        "Ändra dagen, eller kryssa för att det gjordes en annan dag."
    )
    walk.page.get_by_label("När?").fill("2019-06-04")
    walk.follow("Spara")
    assert walk.h1 == "Sparat"
    assert Activity.objects.get().done_on == date(2019, 6, 4)


@pytest.mark.parametrize("js", [True, False])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_one_place_that_is_left_comes_first(width: int, js: bool, people: Cast, journey: Open) -> None:
    names = [f"By {letter}" for letter in "ABCDEFGHIJ"]
    for name in [*names, "Torget"]:
        Place.objects.create(municipality=people.harnosand, name=name)
    villages = make_promise(
        people.harnosand,
        text="Polisen lovar att besöka byarna varje månad.",
        kind=Kind.COUNT,
        at_least=1,
        per=Per.MONTH,
        spread=Spread.PLACE,
        places=names,
    )
    for place in Place.objects.exclude(name__in=("By J", "Torget")):
        make_activity(villages, place=place, done_on=date(2019, 9, 1), logged_by=people.bo)
    walk = opened(journey, width=width, js=js)
    Thumb(walk.page).tap("Besöka byarna")
    seen = [one for one in walk.page.locator("label:has([name=where])").all() if one.is_visible()]
    words = [one.inner_text().strip() for one in seen]
    assert next(one for one in words if one != "Ingen särskild plats") == "By J"
    walk.look()
