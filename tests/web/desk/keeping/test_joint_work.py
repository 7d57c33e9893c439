"""Were we there? On the first page of the desk with one tap, and the page for saying no."""

import pytest

from handslag.domain.people.parties import Party
from handslag.models.models import Activity, PartyAnswer
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient
from tests.web.desk.keeping.test_logging import FORM, LOG


@pytest.fixture
def activity(cast: Cast) -> Activity:
    return make_activity(make_promise(cast.harnosand), others=[Party.MUNICIPALITY], note="Nattvandring.")


def address(activity: Activity) -> str:
    return f"/bord/harnosand/insats/{activity.public_id}/var-med/"


def test_whoever_logs_names_who_else_took_part(cast: Cast) -> None:
    make_promise(cast.harnosand)
    PageClient(cast.bo).post(LOG, FORM | {"others": ["municipality", "police"]})
    assert Activity.objects.get().others == [Party.MUNICIPALITY]


def test_what_waits_for_me_stands_on_my_first_page(cast: Cast, activity: Activity) -> None:
    page = PageClient(cast.anna).get("/bord/harnosand/")
    assert page.words(".//main//h2")[0] == "Var ni med?"
    assert page.words(".//main//li[@class='card task']")[0] == (
        "14 juni 2019 Nattvandring. Polisen säger att ni var med. "
        "Ja, vi var med: 14 juni 2019 Nej, vi var inte med: 14 juni 2019"
    )
    assert "Var ni med?" not in PageClient(cast.bo).get("/bord/harnosand/").text


def test_one_tap_confirms(cast: Cast, activity: Activity) -> None:
    anna = PageClient(cast.anna)
    assert anna.post(address(activity), {"took_part": "yes"}).location == "/bord/harnosand/"
    assert "Var ni med?" not in anna.get("/bord/harnosand/").text
    assert PartyAnswer.objects.get().took_part


def test_a_no_needs_its_reason(cast: Cast, activity: Activity) -> None:
    page = PageClient(cast.anna).post(address(activity), {"reason": ""}, status=422)
    assert page.words(".//div[@class='error-summary']//li") == ["Skriv varför."]
    PageClient(cast.anna).post(address(activity), {"reason": "Vi var på ett annat möte."})
    assert not PartyAnswer.objects.get().took_part


def test_words_about_a_person_are_asked_about_before_they_go_public(cast: Cast, activity: Activity) -> None:
    page = PageClient(cast.anna).post(address(activity), {"reason": "Det var Kalle Svensson."}, status=422)
    assert [field.get("name") for field in page.all(".//input[@type='checkbox']")] == ["no_persons"]


def test_an_answer_to_what_was_corrected_meanwhile_says_so(cast: Cast, activity: Activity) -> None:
    make_activity(activity.promises.get(), replaces=activity, reason="Fel dag.")
    page = PageClient(cast.anna).post(address(activity), {"took_part": "yes"}, status=409)
    assert "Insatsen har rättats eller tagits tillbaka" in page.text
