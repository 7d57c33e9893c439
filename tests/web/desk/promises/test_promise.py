"""One public promise on the desk."""

from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.services.keeping.activities import Entry, log_activity
from handslag.services.keeping.reads.activities import promise_activities
from handslag.services.log import log_rows
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

PROMISE = "/bord/harnosand/lofte/1/"


def test_it_says_how_it_stands_how_it_is_judged_and_who_did_what(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    entry = Entry(promises=(promise,), done_on=make_activity(promise).done_on, party="police", note="Samtal.")  # type: ignore[arg-type]
    log_activity(cast.bo, municipality=cast.harnosand, entry=entry)
    page = PageClient(cast.anna).get(PROMISE)
    assert page.words(".//section/span") == ["Hållet"]
    assert page.words(".//dl/dd")[:2] == ["Polisen", "Hålls om minst 2 insatser görs varje kalenderår."]
    assert page.words(".//ol[@class='plain log']/li")[0].endswith("bo loggade en insats")


def test_a_signatory_sees_it_without_buttons(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand))
    page = PageClient(cast.cilla).get(PROMISE)
    assert page.all(".//main//a[@class='button']") == []
    assert page.all(".//main//a[@class='target']") == []


def test_what_was_corrected_stays_in_sight_and_is_not_corrected_again(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    first = make_activity(promise)
    make_activity(promise, replaces=first, reason="Fel antal.", count=2)
    page = PageClient(cast.bo).get(PROMISE)
    assert len(page.all(".//tr[@class='replaced']")) == 1
    assert len(page.all(".//a[@class='target']")) == 1


def test_hours_are_said_as_people_say_them(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand), hours=Decimal("1.50"))
    page = PageClient(cast.bo).get(PROMISE)
    assert page.words(".//span[@class='muted nowrap']") == ["1 gång, 1,5 timmar"]
    assert PageClient(cast.bo).get("/en" + PROMISE).words(".//span[@class='muted nowrap']") == [
        "1 time, 1.5 hours"
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_its_lists_cost_the_same_however_long(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    promise = make_promise(cast.harnosand)
    for _ in range(number):
        make_activity(promise, logged_by=cast.bo)
    with django_assert_num_queries(2):
        rows = promise_activities(cast.harnosand, 1)
    assert [row.by for row in rows] == ["bo"] * number
    with django_assert_num_queries(1):
        assert log_rows(cast.harnosand, [promise.public_id]) == []
