"""Every page and state of the desk at 320 px and on a wide screen, light and dark: axe finds nothing."""

from datetime import date

import pytest

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Per, Spread
from handslag.models.models import Place
from handslag.services.promises.readings import read_page
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_activity, make_promise
from tests.services.test_every_command import PAGE

PAGES = [
    "/bord/harnosand/",
    "/bord/harnosand/logga/",
    "/bord/harnosand/planera/",
    "/bord/harnosand/insats/{activity}/",
    "/bord/harnosand/insats/{replaced}/",
    "/bord/harnosand/insats/{activity}/kvitto/",
    "/bord/harnosand/lofte/1/",
    "/bord/harnosand/lofte/2/stang/",
    "/bord/harnosand/lofte/1/stang/",
    "/bord/harnosand/las/",
    "/bord/harnosand/las/{reading}/",
    "/bord/harnosand/las/{reading}/nytt/",
    "/bord/harnosand/las/{reading}/publicera/",
    "/bord/harnosand/lofte/{draft}/andra/",
    "/bord/harnosand/lofte/{draft}/ta-bort/",
    "/bord/harnosand/synpunkter/lasare/",
    "/konto/losenord/",
    "/konto/kod/",
    "/konto/bekrafta/",
    "/konto/logga-ut/",
]


def _full_desk(people: Cast) -> dict[str, object]:
    """Something of everything. Gives what the addresses are filled with."""
    places = ["Ramvik/Hälledal", "Häggdånger", "Älandsbro"]
    for name in places:
        Place.objects.create(municipality=people.harnosand, name=name)
    promise = make_promise(people.harnosand)
    make_promise(
        people.harnosand,
        per=Per.MONTH,
        year_named=False,
        valid_from=date(2019, 7, 1),
        spread=Spread.PLACE,
        places=places,
    )
    replaced = make_activity(promise, note="Kontroll av mopeder.")
    activity = make_activity(promise, replaces=replaced, reason="Fel dag.", logged_by=people.bo)
    make_activity(promise, status=ActivityStatus.PLANNED, done_on=date(2019, 8, 20))
    reading = read_page(people.anna, municipality=people.harnosand, source="Våra löften", text=PAGE)
    return {
        "activity": activity.public_id,
        "replaced": replaced.public_id,
        "reading": reading.public_id,
        "draft": reading.promises.all()[0].number,
    }


@pytest.mark.parametrize(
    ("language", "width", "colours"), [("", 320, "light"), ("/en", 1280, "dark")], ids=["phone", "desktop"]
)
def test_every_page_is_for_everybody(
    language: str, width: int, colours: str, people: Cast, journey: Open
) -> None:
    ids = _full_desk(people)
    walk = journey("anna", width=width)
    walk.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    for path in PAGES:
        walk.go(language + path.format(**ids))


def test_an_empty_desk_and_the_way_in(people: Cast, journey: Open) -> None:
    stranger = journey(width=320)
    stranger.go("/konto/logga-in/")
    stranger.follow("Logga in")
    bo = journey("bo", width=320)
    for path in ("/bord/", "/bord/harnosand/", "/bord/harnosand/logga/", "/bord/harnosand/las/"):
        bo.go(path)


def test_the_words_are_twice_as_large(people: Cast, journey: Open) -> None:
    ids = _full_desk(people)
    walk = journey("anna", width=640)
    for path in ("/bord/harnosand/logga/", "/bord/harnosand/las/{reading}/", "/bord/harnosand/lofte/1/"):
        walk.go(path.format(**ids))
        walk.page.evaluate("document.documentElement.style.fontSize = '212%'")
        walk.look()
