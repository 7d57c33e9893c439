"""What was typed comes back: the session ran out, somebody logged in in another tab, a stale page."""

import pytest
from django.contrib.sessions.models import Session

from handslag.models.models import Activity, Dialogue
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.journeys.test_phone import LOG
from tests.make import make_promise

NOTE = "Samtal på torget.\nÅtta mopeder."
PLAN = "/bord/harnosand/dialoger/ny/"


def typed(walk: Journey, js: bool) -> None:
    """A log form that is filled in as an ordinary form: scripts keep theirs on the phone."""
    walk.page.goto(walk.address + LOG)
    walk.page.locator("label.choice").first.click()
    walk.page.locator("summary", has_text="Annan dag").click()
    walk.page.get_by_label("Vad gjordes?").fill(NOTE)
    if js:
        walk.page.evaluate("() => { indexedDB.open = () => { throw new Error('no room'); }; }")


def log_in_here(walk: Journey, who: str) -> None:
    walk.page.fill("[name=login]", f"{who}@example.org")
    walk.page.fill("[name=password]", f"{who}-has-a-long-password")
    with walk.page.expect_navigation():
        walk.page.keyboard.press("Enter")
    walk.look()


@pytest.mark.parametrize("js", [True, False])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_session_that_ran_out(width: int, js: bool, people: Cast, journey: Open) -> None:
    make_promise(people.harnosand)
    walk = journey("bo", js=js, width=width)
    typed(walk, js)
    Session.objects.all().delete()
    walk.follow("Spara")
    assert walk.h1 == "Logga in"
    log_in_here(walk, "bo")
    assert walk.h1 == "Det du skrev är kvar"
    walk.follow("Till formuläret")
    assert walk.page.get_by_label("Vad gjordes?").input_value() == NOTE
    assert walk.page.get_by_label("Vad gjordes?").is_visible()
    assert Activity.objects.count() == 0
    walk.follow("Spara")
    assert walk.h1 == "Sparat"
    assert Activity.objects.get().note.split() == NOTE.split()


@pytest.mark.parametrize("width", [320, 1280])
def test_another_tab_logs_out_and_somebody_else_in(width: int, people: Cast, journey: Open) -> None:
    walk = journey("anna", js=False, width=width)
    walk.page.goto(walk.address + PLAN)
    walk.page.locator("[name=name]").fill("Dialogmöte på torget")
    walk.page.context.clear_cookies()
    other = walk.page.context.new_page()
    other.goto(f"{walk.address}/konto/logga-in/")
    other.fill("[name=login]", "bo@example.org")
    other.fill("[name=password]", "bo-has-a-long-password")
    other.keyboard.press("Enter")
    other.wait_for_url("**/bord/**")
    walk.page.locator("form button.button").last.click()
    walk.page.wait_for_load_state("load")
    walk.look()
    assert "Du är inloggad som bo." in walk.page.locator("[data-first]").inner_text()
    assert walk.page.locator("[name=name]").input_value() == "Dialogmöte på torget"
    assert Dialogue.objects.count() == 0


def test_a_page_of_another_site_cannot_have_anything_filled_in(people: Cast, journey: Open) -> None:
    make_promise(people.harnosand)
    walk = journey("bo")
    hostile = f"""<form method="post" action="{walk.address}{LOG}" id="f">
      <input name="promises" value="1"><input name="note" value="Ring detta nummer"></form>
      <script>document.getElementById("f").submit()</script>"""
    walk.page.route(
        "http://elsewhere.test/**", lambda route: route.fulfill(body=hostile, content_type="text/html")
    )
    walk.page.goto("http://elsewhere.test/")
    walk.page.wait_for_url(f"**{LOG}")
    assert "Ring detta nummer" not in walk.page.content()
    assert Activity.objects.count() == 0
