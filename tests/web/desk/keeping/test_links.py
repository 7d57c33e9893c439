"""Links of mails: a look changes nothing, the button does one thing once, in the name of whoever got it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Per
from handslag.models.models import Activity, LogEntry, Membership, PeriodReport, Promise, User
from handslag.services.keeping.links import period_link, plan_link
from tests.cast import Cast
from tests.conftest import TODAY
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

SettingsOn = Callable[[date], AbstractContextManager[None]]
AUGUST = date(2019, 8, 1), date(2019, 8, 31)


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand, per=Per.MONTH, year_named=False, valid_from=AUGUST[0])


@pytest.fixture
def close(cast: Cast, promise: Promise) -> str:
    return f"/bord/lank/{period_link(cast.bo, promise.public_id, *AUGUST, on=TODAY)}/"


@pytest.fixture
def confirm(cast: Cast, promise: Promise) -> str:
    plan = make_activity(promise, status=ActivityStatus.PLANNED, done_on=date(2019, 8, 20))
    return f"/bord/lank/{plan_link(cast.bo, plan.public_id, on=TODAY)}/"


def gone(page: Page) -> tuple[str, list[str | None]]:
    """Why a link does nothing, and where its button leads."""
    buttons = page.all(".//main//a[@class='button']")
    return page.words(".//main//p[@class='lead']")[0], [button.get("href") for button in buttons]


def test_a_look_changes_nothing_and_says_in_whose_name(close: str, page: PageClient) -> None:
    found = page.get(close)
    assert found.h1 == "Är allt redovisat?"
    assert found.words(".//main//td") == ["0", "2"]
    assert found.words(".//main//p[@class='muted']")[0].startswith("Det görs i namnet bo")
    assert PeriodReport.objects.count() == 0


def test_the_button_closes_the_period(cast: Cast, close: str, page: PageClient) -> None:
    found = page.post(close, status=200)
    report = PeriodReport.objects.get()
    assert found.h1 == "Tack, det är sparat"
    assert (report.start, report.end, report.closed_by) == (*AUGUST, cast.bo)
    assert [entry.verb for entry in LogEntry.objects.all()] == ["close_period"]


def test_the_button_says_that_the_plan_was_done(cast: Cast, confirm: str, page: PageClient) -> None:
    assert page.get(confirm).h1 == "Blev det av?"
    page.post(confirm, status=200)
    done = Activity.current.get()
    assert (done.status, done.done_on, done.logged_by) == ("done", date(2019, 8, 20), cast.bo)
    assert done.reason == "Bekräftad genom länken i en påminnelse."


def test_a_link_works_once(close: str, page: PageClient) -> None:
    page.post(close, status=200)
    for again in (page.get(close, status=410), page.post(close, status=410)):
        why, ways = gone(again)
        assert why == "Länken har redan använts, och gäller bara en gång. Logga in om något ska ändras."
        assert ways == ["/bord/"]
    assert PeriodReport.objects.count() == 1


def test_a_second_link_for_what_is_done_says_so(
    cast: Cast, close: str, promise: Promise, page: PageClient
) -> None:
    page.post(close, status=200)
    other = period_link(cast.anna, promise.public_id, *AUGUST, on=TODAY)
    assert gone(page.get(f"/bord/lank/{other}/", status=410))[0].startswith("Det är redan gjort.")


@pytest.mark.parametrize(("days", "status"), [(7, 200), (8, 410)])
def test_a_link_lasts_seven_days(
    days: int, status: int, close: str, page: PageClient, settings_on: SettingsOn
) -> None:
    with settings_on(TODAY + timedelta(days=days)):
        page.get(close, status=status)
        page.post(close, status=status)
    assert PeriodReport.objects.count() == (status == 200)


def test_somebody_else_who_is_logged_in_is_refused(cast: Cast, close: str) -> None:
    anna = PageClient(cast.anna)
    why, ways = gone(anna.post(close, status=403))
    assert why == (
        "Länken är till någon annan än den som är inloggad. Gör det på arbetsbordet i ditt eget namn."
    )
    assert ways == ["/bord/"]
    assert PeriodReport.objects.count() == 0


def test_whoever_got_it_may_be_logged_in(cast: Cast, close: str) -> None:
    PageClient(cast.bo).post(close, status=200)


@pytest.mark.parametrize("token", ["nonsens", "a:b:c", "eyJhY3QiOiJ4In0:AAAA"])
def test_a_link_that_is_not_whole_is_told(token: str, db: None, page: PageClient) -> None:
    assert gone(page.get(f"/bord/lank/{token}/", status=404))[0].startswith("Länken är inte hel.")


def test_a_link_of_somebody_shut_out_is_dead(cast: Cast, close: str, page: PageClient) -> None:
    User.objects.filter(pk=cast.bo.pk).update(is_active=False)
    page.post(close, status=404)
    assert PeriodReport.objects.count() == 0


def test_a_link_of_somebody_who_has_left_does_nothing(
    cast: Cast, close: str, confirm: str, page: PageClient
) -> None:
    Membership.objects.filter(user=cast.bo).delete()
    for link in (close, confirm):
        page.post(link, status=404)
    assert (PeriodReport.objects.count(), Activity.objects.count()) == (0, 1)


def test_a_link_speaks_english_to_who_reads_english(close: str, page: PageClient) -> None:
    assert page.get("/en" + close).h1 == "Is everything reported?"


def test_a_link_is_kept_nowhere_on_the_way(close: str, page: PageClient) -> None:
    headers = page.get(close).response.headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
