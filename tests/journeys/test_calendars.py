"""Calendars and lists in a real browser: every page and state, narrow and wide, light and dark."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handslag.domain.promises.terms import Kind, Per, Spread
from handslag.models.models import Event, School
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.make import make_activity, make_promise
from tests.web.desk.keeping.test_registers import LIST
from tests.web.public.test_coverage import MANY, every_school_each_term, make_schools

pytestmark = pytest.mark.django_db(transaction=True)
CALENDAR, LISTS = "/bord/harnosand/kalender/", "/bord/harnosand/register/"
PAGES = (
    CALENDAR,
    f"{CALENDAR}lasar/",
    f"{CALENDAR}lasar/{{authority}}/",
    f"{CALENDAR}evenemang/",
    f"{CALENDAR}evenemang/{{event}}/",
    f"{CALENDAR}evenemang/{{event}}/ta-bort/",
    f"{CALENDAR}storhelger/",
    f"{LISTS}skolor/",
    f"{LISTS}skolor/ny/",
    f"{LISTS}skolor/{{school}}/",
    f"{LISTS}skolor/las-in/",
    f"{LISTS}platser/",
    f"{LISTS}platser/ny/",
    f"{LISTS}platser/{{place}}/",
    f"{LISTS}platser/{{place}}/ta-bort/",
)


def _ids(people: Cast) -> dict[str, Any]:
    """Forty schools, a place, events of which one has been; promises judged by them."""
    town = people.harnosand
    schools = make_schools(people, MANY)
    make_activity(every_school_each_term(people), school=schools[0])
    place = town.places.create(name="Ramvik", aliases=["Hälledal"])
    make_promise(town, per=Per.YEAR, spread=Spread.PLACE, places=["Ramvik"])
    events = [
        Event.objects.create(municipality=town, series="Marknader", name=name, start=day, end=day)
        for name, day in (("Juli", date(2019, 7, 5)), ("Lucia", date(2019, 12, 13)))
    ]
    make_promise(town, kind=Kind.EACH_EVENT, event_series="Marknader")
    authority = schools[0].authority
    authority.breaks.create(name="Höstlov", start=date(2019, 10, 28), end=date(2019, 11, 1))
    ids = {"authority": authority.pk, "school": schools[0].pk, "place": place.pk}
    return ids | {"event": events[0].public_id}


def _open_all(walk: Journey) -> None:
    walk.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    walk.look()


@pytest.mark.parametrize(
    ("language", "width", "colours"), [("", 320, "light"), ("/en", 1280, "dark")], ids=["phone", "desktop"]
)
def test_every_page_is_for_everybody(
    language: str, width: int, colours: str, people: Cast, journey: Open
) -> None:
    ids = _ids(people)
    walk = journey("anna", width=width)
    walk.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    for path in PAGES:
        walk.go(language + path.format(**ids))
        _open_all(walk)


def test_empty_calendars_and_lists_say_what_they_mean(people: Cast, journey: Open) -> None:
    for who in ("anna", "cilla"):
        walk = journey(who, width=320)
        for path in (CALENDAR, f"{LISTS}skolor/", f"{LISTS}platser/"):
            walk.go(path)


def test_a_school_is_closed_by_keyboard_when_the_verdicts_have_been_seen(people: Cast, journey: Open) -> None:
    ids = _ids(people)
    walk = journey("anna", width=320)
    walk.go(f"{LISTS}skolor/{ids['school']}/")
    walk.page.fill("[name=last_on]", "2019-06-30")
    walk.follow("Se vad som ändras")
    assert walk.h1 == "Så här ändras bedömningen"
    _open_all(walk)
    walk.follow("Spara ändringen")
    assert School.objects.get(pk=ids["school"]).last_on == date(2019, 6, 30)


def test_what_is_wrong_is_found_by_its_link(people: Cast, journey: Open) -> None:
    walk = journey("anna", width=320)
    forms = (f"{CALENDAR}lasar/", f"{CALENDAR}evenemang/", f"{CALENDAR}storhelger/", f"{LISTS}platser/ny/")
    for path in forms:
        walk.go(path)
        walk.follow("Se vad som ändras")
        assert walk.page.title().startswith("Fel: ")
    walk.go(f"{LISTS}skolor/las-in/")
    walk.follow("Se skolorna")
    assert walk.page.title().startswith("Fel: ")


@pytest.mark.parametrize("width", [320, 1280])
def test_schools_from_a_file_are_chosen_looked_at_and_saved(
    width: int, people: Cast, journey: Open, tmp_path: Path
) -> None:
    file = tmp_path / "skolor.json"
    file.write_text(json.dumps(LIST), encoding="utf-8")
    every_school_each_term(people)
    walk = journey("anna", width=width)
    walk.go(f"{LISTS}skolor/las-in/")
    walk.page.set_input_files("[name=file]", str(file))
    walk.follow("Se skolorna")
    walk.follow("Se vad som ändras")
    walk.follow("Spara ändringen")
    assert [school.name for school in School.objects.all()] == ["Brunne skola", "Geresta skola"]
