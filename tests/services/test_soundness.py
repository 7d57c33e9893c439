"""Rows that cannot be read: left out of every page, said on the desk, named by the doctor."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from handslag.domain.promises.terms import Kind
from handslag.models.models import Activity, Promise
from handslag.services.soundness import unreadable_rows
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

PAGES = [
    "/",
    "/harnosand/",
    "/harnosand/lofte/1/",
    "/harnosand/tackning/",
    "/harnosand/uppfoljning/2019/",
    "/bord/harnosand/",
    "/bord/harnosand/logga/",
    "/bord/harnosand/lofte/1/",
    "/bord/harnosand/timmar/",
]
BROKEN = {
    "too many hours": "UPDATE handslag_activity SET hours = 10000 WHERE id = %s",
    "no number": "UPDATE handslag_activity SET hours = 'två' WHERE id = %s",
    "a day that is none": "UPDATE handslag_activity SET done_on = '2019-02-30' WHERE id = %s",
    "no day": "UPDATE handslag_activity SET done_on = 'i går' WHERE id = %s",
    "a word of a newer version": "UPDATE handslag_activity SET status = 'dreamt' WHERE id = %s",
}
only_sqlite = pytest.mark.only("sqlite")  # PostgreSQL refuses to store any of these


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand, kind=Kind.QUANTITY, unit="timmar", at_least=Decimal(4))


@only_sqlite
@pytest.mark.parametrize("trouble", BROKEN)
def test_one_row_that_cannot_be_read_takes_no_page_down(cast: Cast, promise: Promise, trouble: str) -> None:
    make_activity(promise, done_on=date(2019, 7, 3), hours=Decimal(2), note="Den hela")
    broken = make_activity(promise, done_on=date(2019, 7, 4), hours=Decimal(2), note="Den trasiga")
    with connection.cursor() as cursor:
        cursor.execute(BROKEN[trouble], [broken.pk])
    client = PageClient(cast.anna)
    for address in PAGES:
        client.get(address)  # raises on anything but 200
    text = client.get("/harnosand/lofte/1/").text
    assert ("Den hela" in text, "Den trasiga" in text) == (True, False)
    assert "En uppgift bakom den här sidan går inte att läsa." in client.get("/bord/harnosand/lofte/1/").text
    assert [(row.table, row.key) for row in unreadable_rows()] == [("handslag_activity", str(broken.pk))]


@only_sqlite
def test_what_can_be_read_is_counted_without_what_cannot(cast: Cast, promise: Promise) -> None:
    for hours in (Decimal(1), Decimal(2)):
        make_activity(promise, done_on=date(2019, 7, 3), hours=hours)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE handslag_activity SET hours = 1e300 WHERE hours = 2")
    assert list(Activity.objects.values_list("hours", flat=True)) == [Decimal(1)]


def test_nothing_is_said_where_everything_can_be_read(cast: Cast, promise: Promise) -> None:
    make_activity(promise, done_on=date(2019, 7, 3), hours=Decimal(2))
    assert "går inte att läsa" not in PageClient(cast.anna).get("/bord/harnosand/lofte/1/").text
    assert unreadable_rows() == ()
