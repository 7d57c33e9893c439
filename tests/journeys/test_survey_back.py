"""Back and Forward in the browser while a survey is answered: with script and without, from memory or not.

A browser may keep the page it leaves as it stands, and may as well show it anew from what it has stored of
it. Both must do. Axe looks at the same pages in `test_survey.py`.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from handslag.models.models import Response, Survey
from tests.cast import Cast
from tests.journeys.conftest import CHROMIUM
from tests.surveys import make_survey

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "/harnosand/enkat/trygghet/"
MEMORY_OFF = "--disable-back-forward-cache"  # Playwright's own default


@pytest.fixture(autouse=True)
def survey(people: Cast) -> Survey:
    return make_survey(people.harnosand)


@pytest.fixture(params=["stored", "in memory"])
def kept(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Browser]:
    """A browser that shows pages anew, and one that keeps those it leaves in memory."""
    if request.param == "stored":
        yield browser
        return
    args = ["--no-sandbox", "--disable-gpu"]
    second = browser.browser_type.launch(
        executable_path=CHROMIUM, args=args, ignore_default_args=[MEMORY_OFF]
    )
    yield second
    second.close()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(request: pytest.FixtureRequest, kept: Browser, live_server: LiveServer) -> Iterator[Page]:
    context = kept.new_context(java_script_enabled=request.param, locale="sv-SE", base_url=live_server.url)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def _press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def _h1(page: Page) -> str:
    return " ".join(page.locator("h1").inner_text().split())


def _to_the_text(page: Page) -> None:
    """Two choices and some words, and one page further."""
    page.goto(ADDRESS)
    _press(page, "Börja")
    _press(page, "Fortsätt")  # has to be answered: the same question with what is wrong
    page.get_by_label("Nej").check()
    _press(page, "Fortsätt")
    page.get_by_label("4", exact=True).check()
    for _ in range(4):
        _press(page, "Fortsätt")
    page.get_by_label("Vad gör dig trygg?").fill("Grannar som hälsar.")
    _press(page, "Fortsätt")


def test_back_shows_each_page_before_with_its_answer_and_forward_the_page_after(page: Page) -> None:
    _to_the_text(page)
    here = _h1(page)
    page.go_back()
    expect(page.get_by_label("Vad gör dig trygg?")).to_have_value("Grannar som hälsar.")
    for _ in range(4):
        page.go_back()
    expect(page.get_by_label("4", exact=True)).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Nej")).to_be_checked()
    for _ in range(6):
        page.go_forward()
    assert _h1(page) == here
    for _ in range(8):
        page.go_back()
    assert _h1(page) == "Trygghet i Härnösand"


def test_the_button_back_over_several_questions_loses_nothing_that_came_later(page: Page) -> None:
    _to_the_text(page)
    for _ in range(5):
        _press(page, "Tillbaka")
    expect(page.get_by_label("4", exact=True)).to_be_checked()
    page.get_by_label("2", exact=True).check()
    for _ in range(4):
        _press(page, "Fortsätt")
    expect(page.get_by_label("Vad gör dig trygg?")).to_have_value("Grannar som hälsar.")


KEPT = "sessionStorage.getItem('handslag-survey')"


@pytest.mark.parametrize("page", [True], indirect=True, ids=["script"])
def test_back_in_the_browser_and_on_from_there_loses_nothing_that_came_later(page: Page) -> None:
    _to_the_text(page)
    for words in ("trygg?", "vid skolan?", "på bussen?", "i centrum?", "på dagen?"):
        page.go_back()
        expect(page.locator("h1")).to_contain_text(words)
    page.get_by_label("2", exact=True).check()
    _press(page, "Fortsätt")
    page.go_back()
    expect(page.get_by_label("2", exact=True)).to_be_checked()
    for _ in range(4):
        _press(page, "Fortsätt")
    expect(page.get_by_label("Vad gör dig trygg?")).to_have_value("Grannar som hälsar.")
    page.get_by_label("Vad gör dig trygg?").fill("")
    _press(page, "Tillbaka")
    _press(page, "Fortsätt")
    expect(page.get_by_label("Vad gör dig trygg?")).to_have_value("")


@pytest.mark.parametrize("page", [True], indirect=True, ids=["script"])
def test_words_not_yet_sent_on_are_there_after_back_in_the_browser(page: Page) -> None:
    _to_the_text(page)
    page.go_back()
    page.get_by_label("Vad gör dig trygg?").fill("Ljus på gångvägen.")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("vid skolan?")
    _press(page, "Fortsätt")
    expect(page.get_by_label("Vad gör dig trygg?")).to_have_value("Ljus på gångvägen.")


@pytest.mark.parametrize("page", [True], indirect=True, ids=["script"])
def test_nothing_is_left_in_the_browser_when_answers_are_sent_or_the_tab_is_closed(page: Page) -> None:
    page.goto(f"{ADDRESS}alla/")
    page.get_by_label("Nej").check()
    assert "ute" in page.evaluate(KEPT)
    other = page.context.new_page()
    other.goto(ADDRESS)
    assert other.evaluate(KEPT) is None
    _press(page, "Se över mina svar")
    _press(page, "Skicka")
    assert (page.evaluate(KEPT), Response.objects.get().answers) == (None, {"ute": 2})
    page.goto(f"{ADDRESS}alla/")
    page.get_by_label("Nej").check()
    page.goto(ADDRESS)
    assert page.evaluate(KEPT) is None


def test_an_answer_changed_after_going_back_is_the_one_that_counts(page: Page) -> None:
    page.goto(f"{ADDRESS}alla/")
    page.get_by_label("Nej").check()
    page.get_by_label("Hur många barn har du?").fill("2")
    _press(page, "Se över mina svar")
    page.go_back()
    expect(page.get_by_label("Nej")).to_be_checked()
    expect(page.get_by_label("Hur många barn har du?")).to_have_value("2")
    page.get_by_label("Hur många barn har du?").fill("3")
    _press(page, "Se över mina svar")
    _press(page, "Skicka")
    assert Response.objects.get().answers == {"ute": 2, "barn": 3}


def test_sending_again_after_going_back_or_reloading_counts_once_and_says_so(page: Page) -> None:
    page.goto(f"{ADDRESS}alla/")
    page.get_by_label("Nej").check()
    _press(page, "Se över mina svar")
    _press(page, "Skicka")
    code = page.locator(".code").inner_text()
    page.go_back()
    assert _h1(page) == "Se över dina svar"
    _press(page, "Skicka")
    again = "Formuläret var redan skickat. Det räknas en gång, som det var första gången."
    expect(page.get_by_text(again)).to_be_visible()
    page.reload()
    expect(page.get_by_text(again)).to_be_visible()
    assert (page.locator(".code").inner_text(), Response.objects.count()) == (code, 1)
    page.get_by_role("link", name="Ska någon annan svara?").click()
    assert _h1(page) == "Trygghet i Härnösand"


def test_back_from_the_page_for_the_receipt_code(page: Page) -> None:
    page.goto(f"{ADDRESS}kvitto/")
    page.get_by_label("Kvittokod").fill("AAAAA")
    _press(page, "Visa")
    page.goto(ADDRESS)
    page.go_back()
    assert _h1(page) == "Din kvittokod"
