"""A resident answers a survey: by keyboard only, without JavaScript, in Arabic, at 320 px."""

import pytest
from playwright.sync_api import expect

from handslag.domain.surveys import SurveyState
from handslag.models.models import Response, SpentWork, Survey
from handslag.services.listening.reads.answering import forget_surveys
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.surveys import make_survey

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "/harnosand/enkat/trygghet/"


@pytest.fixture(autouse=True)
def survey(people: Cast) -> Survey:
    return make_survey(people.harnosand)


def _answer_all(resident: Journey) -> None:
    """Every question by keyboard, from the notice to looking over."""
    resident.go(ADDRESS)
    resident.follow("Börja")
    resident.follow("Fortsätt")
    assert resident.page.locator("p.error").inner_text() == "Svara på frågan för att gå vidare."
    resident.tick("Ja")
    resident.follow("Fortsätt")
    resident.tick("1")
    resident.follow("Fortsätt")
    for _ in range(4):
        resident.follow("Fortsätt")
    resident.write("Vad gör dig trygg?", "Karin Berg och grannarna.")
    resident.follow("Fortsätt")
    resident.tick("Centrum")
    for _ in range(3):
        resident.follow("Fortsätt")
    resident.tick("Belysning")
    resident.follow("Fortsätt")
    resident.follow("Fortsätt")
    assert resident.h1 == "Se över dina svar"


@pytest.mark.parametrize(("js", "width"), [(True, 320), (False, 320), (True, 1280)])
def test_from_the_notice_to_the_receipt_and_back_again(journey: Open, js: bool, width: int) -> None:
    resident = journey(js=js, width=width)
    _answer_all(resident)
    assert resident.page.get_by_text("Detta kan visa vem någon är: Karin Berg.").is_visible()
    assert Response.objects.count() == 0
    resident.page.set_default_timeout(40_000)  # the proof of work may take its twenty seconds
    resident.follow("Skicka")
    assert resident.h1 == "Tack, ditt svar räknas"
    code = resident.page.locator(".code").inner_text()
    resident.follow("Till sidan för kvittokoden")
    resident.write("Kvittokod", code)
    resident.follow("Visa")
    assert resident.h1 == "Ditt svar räknas"
    resident.follow("Ta tillbaka svaret")
    resident.follow("Ta tillbaka svaret")
    assert resident.h1 == "Ditt svar är taget tillbaka"
    assert Response.objects.count() == 0
    assert resident.page.context.cookies() == []


def test_sending_when_the_work_has_long_been_done(journey: Open) -> None:
    resident = journey(width=320)
    _answer_all(resident)
    expect(resident.page.locator("[name=work]")).not_to_have_value("", timeout=60_000)
    resident.follow("Skicka")
    assert resident.h1 == "Tack, ditt svar räknas"
    assert SpentWork.objects.count() == 1


def test_changing_an_answer_and_going_back(journey: Open) -> None:
    resident = journey(width=320)
    _answer_all(resident)
    resident.follow("Var bor du?")
    assert resident.page.get_by_label("Centrum").is_checked()
    resident.follow("Ta bort mitt svar")
    resident.follow("Fortsätt")
    assert resident.h1 == "Se över dina svar"
    resident.follow("Tillbaka")
    assert resident.h1 == "När var du senast på ett möte?"


@pytest.mark.parametrize("width", [320, 1280])
def test_in_arabic_from_the_right(journey: Open, width: int) -> None:
    resident = journey(width=width)
    resident.go(f"{ADDRESS}pa/ar/")
    assert resident.page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    resident.follow("ابدأ")
    resident.tick("نعم")
    resident.follow("متابعة")
    ends = resident.page.locator(".scale .choice")
    first, last = ends.first.bounding_box(), ends.last.bounding_box()
    assert first is not None
    assert last is not None
    assert first["x"] > last["x"]


@pytest.mark.parametrize("width", [320, 1280])
def test_all_questions_on_one_page_and_what_is_wrong_with_them(journey: Open, width: int) -> None:
    resident = journey(width=width)
    resident.go(ADDRESS)
    resident.follow("Visa alla frågor på en sida")
    resident.write("Hur många barn har du?", "21")
    resident.follow("Se över mina svar")
    assert resident.page.locator(".error-summary li").count() == 2
    resident.tick("Ja")
    resident.page.keyboard.press("ArrowDown")  # to "Nej"
    resident.write("Hur många barn har du?", "2")
    resident.follow("Se över mina svar")
    assert resident.h1 == "Se över dina svar"


def test_when_it_is_closed(journey: Open) -> None:
    resident = journey(width=320)
    _answer_all(resident)
    Survey.objects.update(state=SurveyState.CLOSED)
    resident.page.set_default_timeout(40_000)
    resident.follow("Skicka")
    assert resident.h1 == "Enkäten är stängd"
    forget_surveys()
    resident.go(ADDRESS)
    assert Response.objects.count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_the_coordinator_looks_at_the_codes(journey: Open, width: int) -> None:
    coordinator = journey("anna", width=width)
    coordinator.go("/bord/harnosand/enkater/trygghet/koder/")
    coordinator.follow("Gör koderna")
    assert coordinator.page.locator(".error-summary li").count() == 2
