"""Results: a resident reads them narrow and wide; the coordinator uploads, approves and takes a file."""

from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from handslag.clock import STOCKHOLM
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import Survey
from handslag.services.listening.results import set_population
from tests.answers import PEOPLE, add_answers, close_and_publish, make_answered, make_decided
from tests.cast import Cast
from tests.conftest import TODAY
from tests.journeys.conftest import Open
from tests.sources.test_scb import csv_file

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/harnosand/enkat/trygghet/resultat/"


@pytest.fixture
def survey(people: Cast) -> Survey:
    """Three lanes with lopsided answers, some too few to be shown, and a script in one of them."""
    set_population(people.anna, municipality=people.harnosand, people=PEOPLE)
    survey = make_answered(people.harnosand, 0)
    chance = Random(1)
    for lane, number in ((Lane.CODE, 240), (Lane.OPEN_LINK, 90), (Lane.STAFF, 25)):
        for _ in range(number):
            ages, scale = (
                chance.choices((1, 2, 3), (1, 6, 8))[0],
                chance.choices(range(1, 6), (1, 3, 8, 9, 4))[0],
            )
            many: dict[str, Any] = {
                name: min(max(scale + chance.randint(-1, 1), 1), 5) for name in ("kvall", "dag", "buss")
            }
            place, sees = chance.choices((1, 2), (6, 1))[0], sorted(chance.sample((1, 2, 3), 2))
            add_answers(
                survey, 1, lane=lane, alder=ages, kon=chance.choice((1, 2, 2)), var=place, sett=sees, **many
            )
    add_answers(survey, 40, lane=Lane.OPEN_LINK, batch="stuffed", kvall=5, dag=5, buss=5)
    close_and_publish(TODAY)
    return survey


@pytest.mark.parametrize("width", [320, 1280])
def test_a_resident_reads_the_results(survey: Survey, journey: Open, width: int) -> None:
    resident = journey(width=width)
    resident.go(PAGE)
    for summary in resident.page.locator("summary").all():
        summary.click()
    resident.look()
    resident.page.emulate_media(color_scheme="dark")
    resident.look()
    assert resident.page.context.cookies() == []


def test_without_javascript_the_page_is_the_same(survey: Survey, journey: Open) -> None:
    resident = journey(js=False)
    resident.go(PAGE)
    assert resident.page.locator("table").count() > 10


@pytest.mark.parametrize("width", [320, 1280])
def test_before_there_are_enough(people: Cast, journey: Open, width: int) -> None:
    make_answered(people.harnosand, 5)
    journey(width=width).go(PAGE)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_coordinator_approves_and_takes_a_file(survey: Survey, journey: Open, width: int) -> None:
    survey.state, survey.closed_at = SurveyState.CLOSED, datetime(2019, 9, 1, 16, tzinfo=STOCKHOLM)
    survey.save()
    anna = journey("anna", width=width)
    anna.go("/bord/harnosand/enkat/trygghet/resultat/")
    anna.follow("Filer för analys")
    anna.tab_to("SPSS (.sav)")
    with anna.page.expect_download() as taken:
        anna.page.keyboard.press("Enter")
    assert taken.value.suggested_filename == "trygghet-svar.sav"
    anna.go("/bord/harnosand/enkat/trygghet/resultat/")
    anna.follow("Godkänn resultatet")
    anna.follow("Godkänn resultatet")
    assert "Det ändras inte mer." in anna.page.inner_text("main")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_coordinator_uploads_the_population(
    people: Cast, journey: Open, width: int, tmp_path: Path
) -> None:
    file = tmp_path / "folkmangd.csv"
    file.write_bytes(csv_file())
    anna = journey("anna", width=width)
    anna.go("/bord/harnosand/befolkning/")
    anna.follow("Ladda upp")
    assert anna.page.locator(".error-summary").is_visible()
    anna.page.set_input_files("[name=file]", file)
    anna.follow("Ladda upp")
    assert "2 220" in anna.page.inner_text("tbody").replace("\xa0", " ")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_coordinator_decides_and_stops_disposal(people: Cast, journey: Open, width: int) -> None:
    make_answered(people.harnosand, 30, state=SurveyState.FROZEN, approved_on=date(2019, 8, 1))
    anna = journey("anna", width=width)
    anna.go("/bord/harnosand/gallring/")
    assert "Inget raderas." in anna.page.inner_text("main")
    make_decided(people.harnosand)
    anna.go("/bord/harnosand/gallring/")
    anna.follow("Stoppa all radering")
    anna.follow("Stoppa all radering")
    assert "All radering är stoppad." in anna.page.inner_text("main")
