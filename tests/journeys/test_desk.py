"""A day at the desk, by keyboard alone, with and without JavaScript."""

from datetime import date

import pytest

from handslag.domain.promises.terms import Per
from handslag.models.models import Activity, PeriodReport, Promise
from handslag.services.promises.readings import read_page
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_activity, make_promise
from tests.services.test_every_command import PAGE

BOTH = pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without"])


@BOTH
def test_bo_logs_in_and_logs_an_activity(js: bool, people: Cast, journey: Open) -> None:
    make_promise(people.harnosand)
    walk = journey("bo", js=js, width=320)
    walk.go("/bord/")
    walk.follow("Härnösand")
    walk.follow("Logga insats")
    walk.tick("Göra minst två insatser")
    walk.tick("Annan dag")
    walk.write("Vad gjordes?", "Kontroll av mopeder vid skolan.")
    walk.follow("Spara")
    assert walk.h1 == "Sparat"
    assert Activity.objects.get().note == "Kontroll av mopeder vid skolan."


@BOTH
def test_what_is_wrong_is_found_by_its_link(js: bool, people: Cast, journey: Open) -> None:
    make_promise(people.harnosand)
    walk = journey("bo", js=js)
    walk.go("/bord/harnosand/logga/")
    walk.follow("Spara")
    assert walk.page.title().startswith("Fel: Logga insats")
    walk.follow("Välj ett löfte")
    assert walk.page.evaluate("location.hash") == "#id_promises_0"


@BOTH
def test_anna_reads_a_page_changes_a_draft_and_publishes(js: bool, people: Cast, journey: Open) -> None:
    walk = journey("anna", js=js, width=1280)
    walk.go("/bord/harnosand/las/")
    walk.tab_to("Sidans text")
    walk.page.keyboard.insert_text(PAGE)
    walk.follow("Läs sidan")
    assert walk.h1 == "2 utkast att granska"
    walk.follow("Ändra")
    walk.write("För vilka", "boende")
    walk.follow("Spara utkastet")
    walk.follow("Gå vidare och publicera")
    walk.tick("Vi har läst varje löfte")
    walk.follow("Publicera nu")
    assert [promise.state for promise in Promise.objects.all()] == ["published", "published"]


def test_the_measure_is_said_back_while_anna_writes(people: Cast, journey: Open) -> None:
    reading = read_page(people.anna, municipality=people.harnosand, source="sida", text=PAGE)
    walk = journey("anna", width=1280)
    walk.go(f"/bord/harnosand/lofte/{reading.promises.all()[0].number}/andra/")
    walk.write("Minst", "7")
    walk.page.get_by_text("Hålls om minst 7").wait_for()
    walk.look()


@BOTH
def test_bo_corrects_what_he_logged(js: bool, people: Cast, journey: Open) -> None:
    activity = make_activity(make_promise(people.harnosand))
    walk = journey("bo", js=js)
    walk.go(f"/bord/harnosand/insats/{activity.public_id}/")
    walk.write("Hur många gånger?", "2")
    walk.write("Varför rättar du?", "Vi var ute två gånger.")
    walk.follow("Spara rättelsen")
    assert [row.count for row in Activity.current.all()] == [2]


@BOTH
def test_bo_plans_what_comes_back_and_says_with_one_press_that_it_was_done(
    js: bool, people: Cast, journey: Open
) -> None:
    make_promise(people.harnosand)
    walk = journey("bo", js=js, width=320)
    walk.go("/bord/harnosand/")
    walk.follow("Planera det som återkommer")
    walk.tab_to("Till och med")
    walk.page.get_by_label("Till och med").fill("2019-09-16")
    walk.tick("Göra minst två insatser")
    walk.follow("Planera")
    walk.follow("Gjort")
    assert [row.status for row in Activity.current.order_by("done_on")] == ["done", "planned", "planned"]


@BOTH
def test_bo_closes_a_month_that_fell_short(js: bool, people: Cast, journey: Open) -> None:
    make_promise(people.harnosand, per=Per.MONTH, year_named=False, valid_from=date(2019, 8, 1))
    walk = journey("bo", js=js, width=320)
    walk.go("/bord/harnosand/")
    walk.follow("Redovisa och stäng")
    walk.write("Varför räckte det inte?", "Alla var på utbildning.")
    walk.write("Vad gör ni åt det?", "Vi tar igen det i september.")
    walk.tick("Allt som gjordes")
    walk.follow("Stäng perioden")
    assert PeriodReport.objects.get().decision == "Vi tar igen det i september."
