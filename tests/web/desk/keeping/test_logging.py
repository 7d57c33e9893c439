"""Log what was done, correct it, and the receipt."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag import clock
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, Spread
from handslag.models.models import Activity, Event, Place, School, SchoolAuthority
from handslag.services.keeping.activities import correct_activity
from handslag.services.keeping.reads.log_choices import log_choices
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

SettingsOn = Callable[[date], AbstractContextManager[None]]
LOG = "/bord/harnosand/logga/"
FORM = {
    "promises": ["1"],
    "status": "done",
    "done_on": "2019-09-01",
    "where": "",
    "event": "",
    "count": "1",
    "hours": "",
    "party": "police",
    "note": "Kontroll av mopeder.",
    "key": "",
}


def _log(cast: Cast, changes: dict[str, Any], status: int = 302) -> Page:
    return PageClient(cast.bo).post(LOG, FORM | changes, status=status)


def _errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def test_the_form_knows_today_and_that_it_is_done(cast: Cast) -> None:
    make_promise(cast.harnosand)
    page = PageClient(cast.bo).get(LOG)
    assert page.all(".//input[@name='done_on']")[0].get("value") == "2019-09-02"
    chosen = [
        field.get("value") for field in page.all(".//input[@type='radio']") if "checked" in field.attrib
    ]
    assert chosen == ["", "done", "police"]


def test_what_was_logged_last_is_offered_first(cast: Cast) -> None:
    for _ in range(3):
        make_promise(cast.harnosand)
    _log(cast, {"promises": ["3"]})
    page = PageClient(cast.bo).get(LOG)
    assert [field.get("value") for field in page.all(".//input[@name='promises']")] == ["3", "1", "2"]


def test_a_promise_in_the_address_is_chosen_beforehand_and_first(cast: Cast) -> None:
    make_promise(cast.harnosand)
    make_promise(cast.harnosand)
    page = PageClient(cast.bo).get(f"{LOG}?promise=2")
    fields = page.all(".//input[@name='promises']")
    assert [(field.get("value"), "checked" in field.attrib) for field in fields] == [
        ("2", True),
        ("1", False),
    ]


def test_a_logged_activity_gives_a_receipt_with_the_new_status(cast: Cast) -> None:
    make_promise(cast.harnosand)
    page = PageClient(cast.bo).get(_log(cast, {"count": "2"}).location)
    assert page.h1 == "Sparat"
    assert page.words(".//section/span") == ["Hållet"]
    assert "1 september 2019" in page.words(".//dd")


def test_the_same_form_sent_twice_is_one_activity(cast: Cast) -> None:
    make_promise(cast.harnosand)
    first = _log(cast, {"key": "a" * 32})
    second = _log(cast, {"key": "a" * 32})
    assert first.location == second.location
    assert Activity.objects.count() == 1


def test_the_key_of_another_person_gives_nothing_away(cast: Cast) -> None:
    make_promise(cast.harnosand)
    first = _log(cast, {"key": "b" * 32})
    page = PageClient(cast.anna).post(LOG, FORM | {"key": "b" * 32}, status=422)
    assert first.location
    assert _errors(page) == ["Formuläret har redan skickats. Öppna det på nytt för att logga en till."]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"promises": []}, "Välj ett löfte."),
        ({"done_on": ""}, "När? Välj en dag."),
        (
            {"done_on": "2019-09-03"},
            "Dagen 3 september 2019 har inte varit än. Logga insatsen som planerad, eller rätta dagen.",
        ),
        (
            {"done_on": "2019-04-04"},
            "Dagen 4 april 2019 ligger före löftet, som gäller från 5 april 2019. "
            "Rätta dagen eller välj ett annat löfte.",
        ),
        ({"count": "många"}, "Hur många gånger? Skriv ett heltal, till exempel 2."),
        ({"count": "10000"}, "Hur många gånger? Skriv ett tal som är högst 9999."),
        ({"hours": "halv"}, "Hur länge? (timmar): Skriv ett tal, till exempel 2 eller 1,5."),
        ({"hours": "1234567,5"}, "Hur länge? (timmar): Skriv ett tal som är högst 9 999,99."),
        (
            {"note": "Ring 070-174 06 35."},
            "Texten innehåller en personuppgift: ”070-174 06 35”. Ta bort den. Skriv aldrig om enskilda.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_saved(changes: dict[str, Any], error: str, cast: Cast) -> None:
    make_promise(cast.harnosand)
    page = _log(cast, changes, 422)
    assert _errors(page) == [error]
    assert page.words(".//textarea") == [changes.get("note", FORM["note"])]
    assert Activity.objects.count() == 0


def test_a_likely_name_is_asked_about_once(cast: Cast) -> None:
    make_promise(cast.harnosand)
    note = {"note": "Samtal med Karin Lindberg om mopeder."}
    assert _errors(_log(cast, note, 422)) == [
        "”Karin Lindberg” kan peka ut en enskild. Ta bort det, eller bekräfta att det inte gör det."
    ]
    _log(cast, note | {"no_persons": "on"})
    assert Activity.objects.get().note == note["note"]


def test_a_promise_judged_by_place_asks_where(cast: Cast) -> None:
    make_promise(cast.harnosand, spread=Spread.PLACE, places=["Gussjö"])
    Place.objects.create(municipality=cast.harnosand, name="Gussjö")
    page = _log(cast, {}, 422)
    assert [link.get("href") for link in page.all(".//div[@class='error-summary']//a")] == ["#id_where_0"]
    _log(cast, {"where": "place:Gussjö"})
    assert Activity.objects.get().place == Place.objects.get()


def test_a_promise_of_hours_asks_how_long(cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.QUANTITY, unit="timmar")
    said = "Löfte 1 räknas i timmar. Skriv hur länge det tog, annars räknas det inte."
    assert _errors(_log(cast, {}, 422)) == [said]
    _log(cast, {"hours": "1,5"})
    _log(cast, {"status": "planned"})
    assert Activity.objects.count() == 2


def test_an_event_and_a_school_are_kept(cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, event_series="Dialoger")
    event = Event.objects.create(
        municipality=cast.harnosand,
        series="Dialoger",
        name="I Viksjö",
        start=date(2019, 9, 1),
        end=date(2019, 9, 1),
    )
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    School.objects.create(municipality=cast.harnosand, authority=authority, name="Kustskolan")
    _log(cast, {"event": event.public_id, "where": "school:Kustskolan", "hours": "1,5"})
    activity = Activity.objects.get()
    assert (activity.event, str(activity.school), str(activity.hours)) == (event, "Kustskolan", "1.50")


def test_a_plan_is_not_counted_and_says_so(cast: Cast) -> None:
    make_promise(cast.harnosand)
    location = _log(cast, {"status": "planned", "done_on": "2019-10-01"}).location
    page = PageClient(cast.bo).get(location)
    assert page.words(".//p[@class='notice']") == [
        "Bara det som är gjort räknas. Rätta insatsen när du vet hur det gick."
    ]


def test_the_neighbours_promises_are_not_offered(cast: Cast) -> None:
    make_promise(cast.solleftea)
    page = PageClient(cast.bo).get(LOG)
    assert page.words(".//main//p") == ["Det finns inget publicerat löfte att logga för än."]


@pytest.mark.parametrize("number", [1, 3])
def test_the_choices_cost_the_same_however_many(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_activity(make_promise(cast.harnosand), logged_by=cast.bo)
    with django_assert_num_queries(13):
        assert len(log_choices(cast.bo, cast.harnosand, at=clock.now()).promises) == number


def _correct(cast: Cast, activity: Activity, changes: dict[str, Any], status: int = 302) -> Page:
    address = f"/bord/harnosand/insats/{activity.public_id}/"
    return PageClient(cast.bo).post(address, FORM | {"reason": "Fel dag."} | changes, status=status)


def test_a_correction_begins_with_what_was_said(cast: Cast) -> None:
    activity = make_activity(make_promise(cast.harnosand), note="Samtal i centrum.")
    page = PageClient(cast.bo).get(f"/bord/harnosand/insats/{activity.public_id}/")
    assert page.words(".//textarea") == ["Samtal i centrum."]
    assert page.all(".//input[@name='done_on']")[0].get("value") == "2019-06-14"


def test_a_correction_counts_instead_and_the_history_stays(cast: Cast) -> None:
    activity = make_activity(make_promise(cast.harnosand))
    _correct(cast, activity, {"done_on": "2019-06-13"})
    assert [row.done_on for row in Activity.current.all()] == [date(2019, 6, 13)]
    assert Activity.objects.count() == 2


def test_a_correction_needs_a_reason(cast: Cast) -> None:
    activity = make_activity(make_promise(cast.harnosand))
    assert _errors(_correct(cast, activity, {"reason": " "}, 422)) == ["Skriv varför du rättar."]


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_second_to_correct_is_told_who_was_first_and_shown_the_way(method: str, cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    activity = make_activity(promise)
    from handslag.services.keeping.activities import Entry

    entry = Entry(promises=(promise,), done_on=date(2019, 6, 13), party=Party.POLICE)
    now = correct_activity(cast.anna, activity=activity, entry=entry, reason="Fel dag.")
    address = f"/bord/harnosand/insats/{activity.public_id}/"
    client = PageClient(cast.bo)
    page = client.get(address, status=409) if method == "get" else client.post(address, FORM, status=409)
    assert page.h1 == "Någon har redan rättat den här insatsen"
    assert (
        page.all(".//main//a[@class='button']")[0].get("href") == f"/bord/harnosand/insats/{now.public_id}/"
    )


def test_what_the_person_usually_does_at_this_time_of_the_week_comes_first(cast: Cast) -> None:
    usual, latest = make_promise(cast.harnosand), make_promise(cast.harnosand)
    now = clock.now()  # on Monday 2 September
    for promise, days in ((usual, 7), (usual, 14), (latest, 2)):
        at = now - timedelta(days=days)
        make_activity(promise, logged_by=cast.bo, logged_at=at, done_on=at.date())
    choices = log_choices(cast.bo, cast.harnosand, at=now)
    assert [standing.number for standing in choices.promises] == [usual.number, latest.number]


def test_a_promise_of_terms_comes_last_in_the_summer(cast: Cast, settings_on: SettingsOn) -> None:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    authority.terms.create(start=date(2019, 1, 8), end=date(2019, 6, 12))
    authority.terms.create(start=date(2019, 8, 19), end=date(2019, 12, 20))
    School.objects.create(municipality=cast.harnosand, authority=authority, name="Kustskolan")
    schools = make_promise(cast.harnosand, per=Per.TERM, spread=Spread.SCHOOL, year_named=False)
    other = make_promise(cast.harnosand)
    make_activity(schools, logged_by=cast.bo)
    for day, first in ((date(2019, 7, 1), other), (date(2019, 9, 2), schools)):
        with settings_on(day):
            choices = log_choices(cast.bo, cast.harnosand, at=clock.now())
        assert choices.promises[0].number == first.number


def test_a_place_knows_which_promises_name_it_however_they_spell_it(cast: Cast) -> None:
    place = Place.objects.create(municipality=cast.harnosand, name="Ramvik", aliases=["Hälledal"])
    promise = make_promise(cast.harnosand, spread=Spread.PLACE, places=["hälledal"])
    make_promise(cast.harnosand)
    (where,) = log_choices(cast.bo, cast.harnosand, at=clock.now()).places
    assert (where.name, where.promises) == (place.name, (promise.number,))


@pytest.fixture
def meeting(cast: Cast) -> Event:
    """A meeting in June, three months before the tests' today, and a promise judged by it."""
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, event_series="Dialoger")
    june = date(2019, 6, 4)
    return Event.objects.create(
        municipality=cast.harnosand, series="Dialoger", name="dialogmöte i Viksjö", start=june, end=june
    )


@pytest.mark.parametrize("done_on", ["2019-09-02", "2019-06-03", "2019-06-05", "2018-06-04"])
def test_an_event_on_another_day_is_refused_with_what_to_do(done_on: str, meeting: Event, cast: Cast) -> None:
    page = _log(cast, {"event": meeting.public_id, "done_on": done_on}, 422)
    (said,) = _errors(page)
    assert said.startswith("Dialogmöte i Viksjö är 4 juni 2019, men dagen här är ")
    assert said.endswith("Ändra dagen, eller kryssa för att det gjordes en annan dag.")
    assert [one.get("hidden") for one in page.all(".//div[@id='other-day']")] == [None]
    assert Activity.objects.count() == 0


def test_another_day_that_is_meant_is_saved(meeting: Event, cast: Cast) -> None:
    _log(cast, {"event": meeting.public_id, "done_on": "2019-06-05", "other_day": "on"})
    assert Activity.objects.get().done_on == date(2019, 6, 5)


def test_the_event_is_asked_for_openly_where_a_promise_is_judged_by_it(meeting: Event, cast: Cast) -> None:
    page = PageClient(cast.bo).get(LOG)
    assert len(page.all(".//div[@id='event-first']//select")) == 1
    assert len(page.all(".//details//select")) == 0
    days = page.all(".//select[@name='event']/option")[1]
    assert (days.get("data-first"), days.get("data-last")) == ("2019-06-04", "2019-06-04")


def test_the_last_place_that_is_left_comes_before_places_of_many(cast: Cast) -> None:
    every, one = [f"By {letter}" for letter in "ABCDEFG"], ["Gussjö", "Viksjö"]
    for name in (*every, *one):
        Place.objects.create(municipality=cast.harnosand, name=name)
    make_promise(cast.harnosand, per=Per.MONTH, spread=Spread.PLACE, places=every)
    nearly = make_promise(cast.harnosand, at_least=1, per=Per.MONTH, spread=Spread.PLACE, places=one)
    viksjo = Place.objects.get(name="Viksjö")
    make_activity(nearly, place=viksjo, done_on=date(2019, 9, 1), logged_by=cast.bo)
    places = log_choices(cast.bo, cast.harnosand, at=clock.now()).places
    assert (places[0].name, places[0].left) == ("Gussjö", (nearly.number,))
    assert places[-1].name == "Viksjö"  # done there already, however usual it is


def test_the_last_school_that_is_left_comes_first(cast: Cast) -> None:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    for name in ("Almskolan", "Björkskolan"):
        School.objects.create(municipality=cast.harnosand, authority=authority, name=name)
    promise = make_promise(cast.harnosand, at_least=1, spread=Spread.SCHOOL)
    make_activity(promise, school=School.objects.get(name="Almskolan"), logged_by=cast.bo)
    schools = log_choices(cast.bo, cast.harnosand, at=clock.now()).schools
    assert [school.name for school in schools] == ["Björkskolan", "Almskolan"]


@pytest.mark.parametrize(
    "changes",
    [
        {"note": "Något helt annat."},
        {"done_on": "2019-08-30"},
        {"count": "2"},
        {"hours": "2"},
        {"promises": ["2"]},
        {"promises": ["1", "2"]},
        {"status": "cancelled"},
        {"others": ["municipality"]},
    ],
)
def test_a_form_changed_after_it_was_sent_is_not_taken_for_sent(changes: dict[str, Any], cast: Cast) -> None:
    make_promise(cast.harnosand)
    make_promise(cast.harnosand)
    _log(cast, {"key": "a" * 32})
    page = _log(cast, {"key": "a" * 32} | changes, 422)
    assert _errors(page) == [
        "Insatsen var redan sparad innan du ändrade den här. Rätta den på arbetsbordet, "
        "eller öppna formuläret på nytt för att logga en till."
    ]
    assert Activity.objects.count() == 1
