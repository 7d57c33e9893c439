"""Have you noticed it: from the promise to the thanks by keyboard, without scripts, narrow and wide."""

import pytest

from handslag.domain.keeping.resident_checks import Noticed
from handslag.models.models import Promise, ResidentCheck, SpentWork
from handslag.services.keeping.resident_checks import publish_checks, set_resident_check
from tests.cast import Cast
from tests.conftest import TODAY
from tests.journeys.conftest import Open
from tests.make import make_promise
from tests.services.keeping.test_resident_checks import answer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def promise(people: Cast) -> Promise:
    promise = make_promise(people.harnosand, places=["Ramvik", "Viksjö"])
    set_resident_check(people.anna, promise=promise, after_weeks=12)
    return promise


@pytest.mark.parametrize("width", [320, 1280])
def test_a_resident_answers_and_is_thanked(promise: Promise, journey: Open, width: int) -> None:
    resident = journey(width=width)
    resident.go("/harnosand/lofte/1/")
    resident.follow("Svara: har du märkt det?")
    resident.follow("Skicka svaret")
    assert resident.page.locator(".error-summary").is_visible()
    resident.tick("Ramvik")
    resident.tick("Ja")
    resident.page.keyboard.press("ArrowDown")
    resident.follow("Skicka svaret")
    assert resident.h1 == "Tack, vi har fått ditt svar"
    assert resident.page.context.cookies() == []
    assert ResidentCheck.objects.get().counts["Ramvik"]["partly"] == 1
    assert SpentWork.objects.count() == 1  # its browser counted a little first


def test_pressing_twice_counts_once(promise: Promise, journey: Open) -> None:
    resident = journey()
    resident.go("/harnosand/lofte/1/markt/")
    resident.tick("Ramvik")
    resident.tick("Ja")
    resident.page.get_by_role("button", name="Skicka svaret").dblclick()
    resident.page.wait_for_url("**/tack/")
    assert ResidentCheck.objects.get().counts["Ramvik"]["yes"] == 1


def test_without_javascript_it_is_counted_all_the_same(promise: Promise, journey: Open) -> None:
    resident = journey(js=False)  # axe itself needs scripts, so nothing looks here
    resident.page.goto(f"{resident.address}/harnosand/lofte/1/markt/")
    resident.tick("Ramvik")
    resident.tick("Ja")
    resident.tab_to("Skicka svaret")
    with resident.page.expect_navigation():
        resident.page.keyboard.press("Enter")
    assert ResidentCheck.objects.get().counts["Ramvik"]["yes"] == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_figures_for_everybody(promise: Promise, journey: Open, width: int) -> None:
    for noticed, times in ((Noticed.YES, 31), (Noticed.NO, 12)):
        answer(promise, "Ramvik", noticed, times)
        answer(promise, "Viksjö", noticed, times)
    publish_checks(TODAY)
    resident = journey(width=width)
    resident.go("/harnosand/lofte/1/")
    resident.page.emulate_media(color_scheme="dark")
    resident.look()
    resident.page.emulate_media(forced_colors="active")
    resident.look()


def test_the_coordinator_decides_when(people: Cast, journey: Open) -> None:
    make_promise(people.harnosand)
    anna = journey("anna", width=320)
    anna.go("/bord/harnosand/lofte/1/")
    anna.follow("Fråga invånarna")
    anna.tab_to("Nej")
    anna.page.keyboard.press("ArrowUp")
    anna.follow("Spara")
    assert ResidentCheck.objects.get().after_weeks == 12
