"""The patrol sheet: for those who log, a code for each promise that opens its form."""

import re
from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Place, User
from tests.cast import Cast
from tests.documents.reports import addresses
from tests.make import make_activity, make_promise
from tests.page import PageClient

SHEET = "/bord/harnosand/patrull.pdf"


def links(user: User) -> list[str]:
    return addresses(PageClient(user).client.get(SHEET).content)


def test_each_code_opens_the_form_with_its_promise(cast: Cast) -> None:
    make_promise(cast.harnosand)
    (address,) = links(cast.bo)
    form = PageClient(cast.bo).get(address.removeprefix("http://testserver"))
    assert [box.get("value") for box in form.all(".//input[@name='promises'][@checked]")] == ["1"]


def test_only_what_the_police_are_to_keep_now_is_on_it(cast: Cast) -> None:
    make_promise(cast.harnosand, parties=[Party.MUNICIPALITY])
    make_promise(cast.harnosand, state=PromiseState.WITHDRAWN)
    make_promise(cast.harnosand, valid_to=date(2019, 8, 31), review_on=None)
    make_activity(make_promise(cast.harnosand))
    make_promise(cast.harnosand)
    assert [link.rpartition("=")[2] for link in links(cast.bo)] == ["5", "4"]


def test_the_places_are_listed(cast: Cast) -> None:
    make_promise(cast.harnosand)
    for name in ("Viksjö", "Brunne"):
        Place.objects.create(municipality=cast.harnosand, name=name)
    reader = PdfReader(BytesIO(PageClient(cast.bo).client.get(SHEET).content))
    assert re.findall("Brunne · .*", reader.pages[0].extract_text()) == ["Brunne · Viksjö"]


def test_the_sheet_costs_twelve_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        make_promise(cast.harnosand)
    client = PageClient(cast.bo).client
    with django_assert_num_queries(12):
        client.get(SHEET)


def test_strangers_and_visitors_do_not_get_it(cast: Cast) -> None:
    PageClient(cast.olle).get(SHEET, status=404)
    assert PageClient().get(SHEET, status=302).location == f"/konto/logga-in/?next={SHEET}"


def test_nothing_of_it_stays_on_a_shared_computer(cast: Cast) -> None:
    assert PageClient(cast.bo).client.get(SHEET).headers["Cache-Control"] == "no-store"
