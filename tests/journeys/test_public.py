"""A resident asks whether the promises are kept: keyboard only, narrow and wide."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, PromiseState, Spread
from handslag.models.models import Municipality, PeriodReport
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_activity, make_dialogue, make_promise

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def promises(people: Cast) -> None:
    """One promise of every look: by place, corrected, closed, an aim, withdrawn."""
    Municipality.objects.filter(slug="harnosand").update(is_demo=True)
    village = people.harnosand.places.create(name="Viksjö")
    working = make_promise(
        people.harnosand,
        text="Tid i byarna.",
        at_least=Decimal(1),
        minimal=True,
        spread=Spread.PLACE,
        places=["Viksjö", "Brunne"],
    )
    first = make_activity(working, place=village, note="Samtal vid affären.", done_on=date(2019, 6, 1))
    make_activity(working, place=village, note="Samtal vid skolan.", replaces=first, reason="Fel plats.")
    efforts = make_promise(people.harnosand, text="Två insatser om året.", valid_from=date(2018, 1, 1))
    make_activity(efforts, status=ActivityStatus.PLANNED, done_on=date(2019, 10, 1), note="Kontroll.")
    PeriodReport.objects.create(
        promise=efforts,
        start=date(2018, 1, 1),
        end=date(2018, 12, 31),
        closed_on=date(2019, 1, 20),
        party=Party.POLICE,
        cause="Snöstormar.",
        decision="Fler pass.",
    )
    make_promise(people.harnosand, text="En trygg by.", kind=Kind.STANDING)
    make_promise(people.harnosand, text="En fotpatrull.", state=PromiseState.WITHDRAWN)


@pytest.mark.parametrize("width", [320, 1280])
def test_from_the_front_page_to_the_arithmetic(journey: Open, width: int) -> None:
    resident = journey(width=width)
    resident.go("/")
    resident.follow("Härnösand")
    assert resident.h1 == "Hur går det med löftena i Härnösand?"
    resident.follow("Tid i byarna.")
    resident.tab_to("rättad")
    resident.page.keyboard.press("Enter")
    resident.tab_to("Steg för steg")
    resident.page.keyboard.press("Enter")
    assert resident.page.get_by_text("0 är minst 0: i fas.").is_visible()
    resident.look()
    resident.follow("Så räknar vi alla löften")
    assert resident.h1 == "Så räknar vi"


def test_without_javascript_everything_opens(journey: Open) -> None:
    resident = journey(js=False)  # axe itself needs scripts, so nothing looks here
    resident.page.goto(f"{resident.address}/harnosand/lofte/1/")
    for name in ("rättad", "Steg för steg"):
        resident.tab_to(name)
        resident.page.keyboard.press("Enter")
    shown = [
        resident.page.get_by_text(words).is_visible() for words in ("Fel plats.", "0 är minst 0: i fas.")
    ]
    assert shown == [True, True]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/harnosand/",
        "/harnosand/lofte/2/",
        "/harnosand/lofte/3/",
        "/harnosand/lofte/4/",
        "/solleftea/",
        "/om/",
        "/nowhere/",
    ],
)
def test_every_page_and_state_is_accessible_and_fits(journey: Open, path: str, width: int) -> None:
    resident = journey(width=width)
    resident.go(path)
    resident.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    resident.look()
    resident.page.emulate_media(color_scheme="dark")
    resident.look()
    resident.page.emulate_media(forced_colors="active")
    resident.look()


def test_the_language_changes_and_the_page_stays(journey: Open) -> None:
    resident = journey()
    resident.go("/harnosand/lofte/2/")
    resident.follow("English")
    assert resident.page.url.endswith("/en/harnosand/lofte/2/")
    assert resident.page.locator("html").get_attribute("lang") == "en"


def test_the_first_tab_skips_to_the_content(journey: Open) -> None:
    resident = journey()
    resident.go("/harnosand/")
    resident.page.keyboard.press("Tab")
    resident.page.keyboard.press("Enter")
    assert resident.page.evaluate("document.activeElement.id") == "main"


def test_double_text_size_stays_within_the_page(journey: Open) -> None:
    resident = journey(width=640)
    for path in ("/harnosand/", "/harnosand/lofte/1/", "/harnosand/sa-raknar-vi/"):
        resident.go(path)
        resident.page.evaluate("document.documentElement.style.fontSize = '212.5%'")
        resident.look()


@pytest.mark.parametrize("width", [320, 1280])
def test_from_where_one_lives_to_what_was_promised_seen_and_said_there(
    people: Cast, journey: Open, width: int
) -> None:
    viksjo = people.harnosand.places.get(name="Viksjö")
    dialogue = make_dialogue(people.harnosand, name="Dialogmöte i Viksjö", place=viksjo)
    dialogue.answers.update(answer="Ljuset byts i höst.", answered_on=date(2019, 8, 28))
    resident = journey(width=width)
    resident.go("/harnosand/")
    resident.tab_to("Viksjö")  # the table of the promise
    resident.follow("Viksjö")
    assert resident.h1 == "Viksjö"
    assert resident.page.get_by_text("Samtal vid skolan.").is_visible()
    assert resident.page.get_by_text("Ljuset byts i höst.").is_visible()
    resident.page.emulate_media(color_scheme="dark")
    resident.look()
    resident.follow("Allt som sades 20 augusti 2019")
    assert resident.h1 == "Dialogmöte i Viksjö"
    resident.page.go_back()
    resident.follow("Tid i byarna.")
    assert resident.page.url.endswith("/harnosand/lofte/1/")


def test_the_page_of_a_place_needs_no_javascript(journey: Open) -> None:
    resident = journey(js=False, width=320)
    resident.page.goto(f"{resident.address}/harnosand/")
    resident.tab_to("Viksjö")  # the table of the promise
    resident.tab_to("Viksjö")
    with resident.page.expect_navigation():
        resident.page.keyboard.press("Enter")
    assert resident.h1 == "Viksjö"
    assert resident.page.get_by_text("Samtal vid skolan.").is_visible()
