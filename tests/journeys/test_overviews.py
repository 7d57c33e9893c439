"""Overviews, timeline, baseline and hours in a real browser: narrow, wide, dark, with and without scripts."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Kind, Per
from handslag.models.models import Measurement
from handslag.services.promises.baselines import (
    Figure,
    Measured,
    add_measurement,
    lock_baseline,
    set_baseline,
)
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_activity, make_promise
from tests.web.public.test_coverage import MANY, every_school_each_term, make_schools

pytestmark = pytest.mark.django_db(transaction=True)
FIGURE = Figure("Otrygg utomhus", Decimal(31), "procent", date(2018, 11, 1), "Enkät", "± 3 procentenheter")
LATER = Measured(Decimal(27), date(2019, 8, 30), "Enkät")
PUBLIC = (
    "/harnosand/tackning/",
    "/harnosand/tackning/2018/",
    "/harnosand/lofte/1/",
    "/harnosand/lofte/2/tidslinje/",
    "/harnosand/lofte/3/",
    "/harnosand/lofte/3/tidslinje/",
)
DESK = (
    "/bord/harnosand/tackning/",
    "/bord/harnosand/timmar/",
    "/bord/harnosand/timmar/ny/",
    "/bord/harnosand/lofte/2/stang/",
    "/bord/harnosand/lofte/2/utgangsvarde/",
    "/bord/harnosand/lofte/3/utgangsvarde/",
    "/bord/harnosand/lofte/4/utgangsvarde/",
)


@pytest.fixture(autouse=True)
def promises(people: Cast) -> None:
    """Forty schools; a promise with everything in its timeline; one with a locked baseline; one untouched."""
    schools = make_schools(people, MANY)
    promise = every_school_each_term(people)
    for school in schools[3:]:
        make_activity(promise, school=school, done_on=date(2019, 3, 1))
    busy = make_promise(people.harnosand, per=Per.HALF_YEAR, year_named=False, valid_from=date(2018, 1, 1))
    first = make_activity(busy, note="Kontroll av mopeder.", hours=Decimal("2.5"))
    make_activity(busy, replaces=first, reason="Fel plats.")
    make_activity(busy, status=ActivityStatus.CANCELLED)
    make_activity(busy, status=ActivityStatus.PLANNED, done_on=date(2019, 10, 1))
    measured = make_promise(people.harnosand, kind=Kind.QUANTITY, at_least=Decimal(900), unit="timmar")
    set_baseline(people.anna, promise=measured, figure=FIGURE)
    lock_baseline(people.anna, promise=measured)
    add_measurement(people.anna, promise=measured, measured=LATER)
    set_baseline(people.anna, promise=make_promise(people.harnosand), figure=FIGURE)


@pytest.mark.parametrize(
    ("language", "width", "colours"), [("", 320, "light"), ("/en", 1280, "dark")], ids=["phone", "desktop"]
)
def test_every_page_is_for_everybody(language: str, width: int, colours: str, journey: Open) -> None:
    resident, anna, cilla = journey(width=width), journey("anna", width=width), journey("cilla", width=width)
    today = ("/bord/harnosand/",)
    for walk, paths in ((resident, PUBLIC), (anna, (*DESK, *today)), (cilla, today)):
        walk.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
        for path in paths:
            walk.go(language + path)
    anna.go(f"{language}/bord/harnosand/matning/{Measurement.objects.get().pk}/ta-tillbaka/")


def test_a_resident_follows_a_promise_through_time_without_scripts(journey: Open) -> None:
    resident = journey(js=False)
    resident.go("/harnosand/lofte/2/")
    resident.follow("Allt i tidsordning")
    assert resident.h1 == "Tidslinje för löfte 2"


@pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without"])
def test_bo_enters_hours_by_keyboard(js: bool, journey: Open) -> None:
    walk = journey("bo", js=js, width=320)
    walk.go("/bord/harnosand/")
    walk.follow("Översikt")
    walk.follow("Timmar")
    walk.follow("Skriv in tillgängliga timmar")
    walk.write("Hur många timmar?", "900")
    walk.follow("Spara")
    assert "900" in walk.page.locator("table").first.inner_text()
    walk.follow("Ta bort")
    walk.follow("Ta bort")
    assert "okänt" in walk.page.locator("table").first.inner_text()
