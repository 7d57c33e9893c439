"""A survey made, written, translated and opened by keyboard, with and without scripts; axe on every page."""

import pytest

from handslag.models.models import Place, Survey
from handslag.services.listening import surveys
from handslag.services.listening.ready_surveys import ready_survey
from tests.cast import Cast
from tests.documents.xlsforms.forms import read
from tests.journeys.conftest import Open
from tests.surveys import make_survey

DESK = "/bord/harnosand/enkater/"
PAGES = [
    *("", "ny/", "ny/fil/", "trygghet/", "trygghet/stang/", "trygghet/sprak/sv/", "{read}/"),
    *("{draft}/", "{draft}/visa/", "{draft}/visa/?sprak=ar", "{draft}/runt-om/", "{draft}/sprak/"),
    *("{draft}/sprak/ar/", "{draft}/sida/", "{draft}/sida/1/", "{draft}/sida/0/fraga/", "{draft}/oppna/"),
    *("{draft}/fraga/unsafe_when/", "{draft}/fraga/unsafe_when/ta-bort/"),
]


def _places(people: Cast) -> None:
    for name in ("Centrum", "Ramvik"):
        Place.objects.create(municipality=people.harnosand, name=name)


@pytest.mark.parametrize(
    ("language", "width", "colours"), [("", 320, "light"), ("/en", 1280, "dark")], ids=["phone", "desktop"]
)
def test_every_page_is_for_everybody(
    language: str, width: int, colours: str, people: Cast, journey: Open
) -> None:
    _places(people)
    make_survey(people.harnosand)
    town = people.harnosand
    draft = surveys.create_survey(people.anna, municipality=town, form=ready_survey("safety_short"))
    form = read(
        [["type", "name", "label"], ["text", "a", "Vad heter du och var bor du?"], ["audio", "b", "B"]]
    )
    made = surveys.import_survey(people.anna, municipality=town, form=form)
    walk = journey("anna", width=width)
    walk.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    for path in PAGES:
        walk.go(f"{language}{DESK}{path.format(draft=draft.slug, read=made.slug)}")


@pytest.mark.parametrize("js", [True, False], ids=["scripts", "no scripts"])
def test_a_survey_is_made_by_keyboard(js: bool, people: Cast, journey: Open) -> None:
    _places(people)
    walk = journey("anna", js=js, width=320)
    walk.go(DESK)
    walk.follow("Gör en enkät")
    walk.follow("Gör utkastet")
    assert walk.h1 == "Trygghet där du bor"

    walk.follow("Lägg till en fråga")
    walk.write("Frågan", "Vad ser du ofta?")
    walk.tab_to("Ett val")
    walk.page.keyboard.press("ArrowDown")  # several choices
    walk.write("Svar att välja mellan", "Klotter\nBråk")
    walk.tab_to("Visa bara om svaret")
    walk.page.keyboard.type("Mycket otrygg")
    walk.follow("Spara frågan")
    made = Survey.objects.get().defined().pages[0].questions[-1]
    assert (made.name, made.kind, made.relevant is None) == ("vad_ser_du", "multiple", False)

    walk.tab_to("Vad ser du ofta?")
    walk.follow("Upp")
    assert Survey.objects.get().defined().pages[0].questions[-2].name == "vad_ser_du"

    walk.follow("Dagar och information")
    walk.page.fill("[name=closes_on]", "2019-09-30")
    walk.write("Vad ska svaren användas till? Svenska", "Till nästa års löften.")
    walk.write("Vem ansvarar för dem? Svenska", "Kommunstyrelsen.")
    walk.follow("Spara")
    walk.follow("Öppna för svar")
    walk.follow("Öppna den")
    assert Survey.objects.get().state == "open"
