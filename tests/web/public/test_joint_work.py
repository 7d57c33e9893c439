"""What was done together, for residents: waiting, confirmed with its day, denied with its reason."""

from datetime import date

import pytest

from handslag.domain.people.parties import Party
from handslag.models.models import Activity
from handslag.services.keeping.joint_work import confirm_part, deny_part
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

TABLES = ".//table[@class='table stack deeds']/tbody"


@pytest.fixture
def activity(cast: Cast) -> Activity:
    return make_activity(make_promise(cast.harnosand), others=[Party.MUNICIPALITY], note="Nattvandring.")


def test_nobody_has_confirmed_it(activity: Activity, page: PageClient) -> None:
    assert page.get("/harnosand/lofte/1/").words(TABLES) == [
        "14 juni 2019 – Nattvandring. väntar på kommunens bekräftelse Polisen och kommunen"
    ]


def test_it_is_confirmed(cast: Cast, activity: Activity, page: PageClient) -> None:
    confirm_part(cast.anna, activity=activity)
    assert page.get("/harnosand/lofte/1/").words(TABLES) == [
        "14 juni 2019 – Nattvandring. bekräftat av kommunen 2 september 2019 Polisen och kommunen"
    ]


def test_it_is_denied(cast: Cast, activity: Activity, page: PageClient) -> None:
    deny_part(cast.anna, activity=activity, reason="Vi var på ett annat möte.")
    found = page.get("/harnosand/lofte/1/")
    assert "En av dem säger att den inte var med: räknas inte" in found.words(".//main//h3")
    assert "Inget har redovisats som gjort." in found.words(".//main//p")
    assert found.words(TABLES) == [
        "14 juni 2019 – Nattvandring. Kommunen säger 2 september 2019: vi var inte med. "
        "Vi var på ett annat möte. Polisen och kommunen"
    ]


def test_a_report_tells_of_both(cast: Cast, activity: Activity, page: PageClient) -> None:
    address = "/harnosand/uppfoljning/2019/"
    assert "Polisen och kommunen (väntar på kommunens bekräftelse)" in page.get(address).text
    deny_part(cast.anna, activity=activity, reason="Vi var på ett annat möte.")
    assert (
        "14 juni 2019: kommunen uppges ha varit med och säger nej. Insatsen räknas inte. "
        "Skäl: Vi var på ett annat möte."
    ) in page.get(address).text


def test_a_correction_after_a_no_shows_its_day(cast: Cast, activity: Activity, page: PageClient) -> None:
    deny_part(cast.anna, activity=activity, reason="Vi var på ett annat möte.")
    make_activity(activity.promises.get(), replaces=activity, reason="Fel part.", done_on=date(2019, 6, 15))
    assert page.get("/harnosand/lofte/1/").words(TABLES)[0].startswith("15 juni 2019 – Ingen beskrivning")
