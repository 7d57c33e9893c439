"""What comes back is planned at once, and one press says that it was done."""

from datetime import date
from typing import Any

import pytest

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind
from handslag.models.models import Activity, Place
from handslag.services.keeping.activities import Entry, correct_activity
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

PLAN = "/bord/harnosand/planera/"
FORM = {
    "promises": ["1"],
    "done_on": "2019-09-06",
    "weeks": "1",
    "until": "2019-09-20",
    "where": "",
    "count": "1",
    "hours": "2",
    "party": "police",
    "note": "Nattvandring.",
    "key": "d" * 32,
}


def _plan(cast: Cast, changes: dict[str, Any], status: int = 302) -> Page:
    return PageClient(cast.bo).post(PLAN, FORM | changes, status=status)


def test_every_friday_until_a_day_is_a_plan_for_each(cast: Cast) -> None:
    make_promise(cast.harnosand)
    Place.objects.create(municipality=cast.harnosand, name="Gussjö")
    bo = PageClient(cast.bo)
    assert bo.post(PLAN, FORM | {"where": "place:Gussjö"}).location == "/bord/harnosand/"
    said = bo.get("/bord/harnosand/").words(".//main//div[@role='status']")
    assert said == ["3 insatser är planerade, från 6 september 2019 till 20 september 2019."]
    rows = Activity.objects.order_by("done_on").values_list("done_on", "status", "place__name", "hours")
    assert [(day.day, *rest) for day, *rest in rows] == [
        (day, ActivityStatus.PLANNED, "Gussjö", 2) for day in (6, 13, 20)
    ]


def test_the_same_plan_sent_twice_is_planned_once(cast: Cast) -> None:
    make_promise(cast.harnosand)
    for _ in range(2):
        _plan(cast, {})
    assert Activity.objects.count() == 3


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        (
            {"until": "2019-09-05"},
            "Sista dagen, 5 september 2019, ligger före den första, 6 september 2019. Rätta en av dem.",
        ),
        (
            {"until": "2029-09-05"},
            "Det blir 522 gånger. Planera högst 106 åt gången: välj en tidigare sista dag.",
        ),
        ({"until": ""}, "Välj sista dagen."),
        (
            {"done_on": "2019-03-01"},
            "Dagen 1 mars 2019 ligger före löftet, som gäller från 5 april 2019. "
            "Rätta dagen eller välj ett annat löfte.",
        ),
        (
            {"note": "Ring 070-174 06 35."},
            "Texten innehåller en personuppgift: ”070-174 06 35”. Ta bort den. Skriv aldrig om enskilda.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_planned(changes: dict[str, Any], error: str, cast: Cast) -> None:
    make_promise(cast.harnosand)
    page = _plan(cast, changes, 422)
    assert page.words(".//div[@class='error-summary']//li") == [error]
    assert Activity.objects.count() == 0


def test_a_plan_beyond_the_promise_is_refused_whole(cast: Cast) -> None:
    make_promise(cast.harnosand, valid_to=date(2019, 9, 15))
    page = _plan(cast, {}, 422)
    assert [link.get("href") for link in page.all(".//div[@class='error-summary']//a")] == ["#id_until"]
    assert Activity.objects.count() == 0


def _due(cast: Cast, day: date = date(2019, 9, 2)) -> Activity:
    return make_activity(make_promise(cast.harnosand), status=ActivityStatus.PLANNED, done_on=day, count=2)


def _press(cast: Cast, activity: Activity, status: int = 302) -> Page:
    address = f"/bord/harnosand/insats/{activity.public_id}/gjort/"
    return PageClient(cast.bo).post(address, status=status)


def test_one_press_says_that_it_was_done_as_planned(cast: Cast) -> None:
    assert _press(cast, _due(cast)).location == "/bord/harnosand/"
    done = Activity.current.get()
    assert (done.status, done.done_on, done.count, done.logged_by) == ("done", date(2019, 9, 2), 2, cast.bo)
    assert done.reason == "Gjort som planerat."


def test_two_presses_are_done_once(cast: Cast) -> None:
    plan = _due(cast)
    for _ in range(2):
        _press(cast, plan)
    assert Activity.objects.count() == 2
    assert Activity.current.count() == 1


def test_a_press_is_taken_back_by_a_correction(cast: Cast) -> None:
    _press(cast, _due(cast))
    page = PageClient(cast.bo).get("/bord/harnosand/")
    way = page.all(".//main//table//a")[0].get("href") or ""
    form = {
        "promises": ["1"],
        "status": "cancelled",
        "done_on": "2019-09-02",
        "count": "2",
        "party": "police",
    }
    PageClient(cast.bo).post(way, form | {"reason": "Det blev inte av."})
    assert Activity.current.get().status == ActivityStatus.CANCELLED


def test_what_somebody_has_corrected_meanwhile_is_shown(cast: Cast) -> None:
    plan = _due(cast)
    entry = Entry((plan.promises.get(),), date(2019, 9, 2), Party.POLICE, status=ActivityStatus.CANCELLED)
    correct_activity(cast.anna, activity=plan, entry=entry, reason="Inställt.")
    page = _press(cast, plan, 409)
    assert page.h1 == "Någon har redan rättat den här insatsen"
    assert Activity.current.get().status == ActivityStatus.CANCELLED


def test_a_day_that_has_not_come_cannot_be_done(cast: Cast) -> None:
    plan = _due(cast, date(2019, 9, 3))
    _press(cast, plan)
    assert Activity.current.get() == plan


def test_a_plan_without_the_hours_that_are_promised_is_asked_for_them(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, kind=Kind.QUANTITY, unit="timmar")
    plan = make_activity(promise, status=ActivityStatus.PLANNED, done_on=date(2019, 9, 2))
    bo = PageClient(cast.bo)
    page = bo.get(bo.post(f"/bord/harnosand/insats/{plan.public_id}/gjort/").location)
    assert page.h1 == "Rätta insatsen"
    assert page.words(".//main//div[@role='status']") == [
        "Löfte 1 räknas i timmar. Skriv hur länge det tog, annars räknas det inte."
    ]


def test_a_look_does_nothing(cast: Cast) -> None:
    plan = _due(cast)
    PageClient(cast.bo).client.get(f"/bord/harnosand/insats/{plan.public_id}/gjort/")
    assert Activity.objects.count() == 1
