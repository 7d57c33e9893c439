"""What a phone kept without network: taken once, or refused with its sentence. The page on a home screen."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from handslag.models.models import Activity, Membership, User
from tests.cast import Cast
from tests.make import make_promise, withdraw
from tests.page import PageClient
from tests.web.desk.keeping.test_logging import FORM, LOG

QUEUE = f"{LOG}ko/"
ENTRY = FORM | {"key": "c" * 32}


def _send(user: User, changes: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    client = Client()
    client.force_login(user)
    answer = client.post(QUEUE, ENTRY | changes)
    return answer.status_code, json.loads(answer.content)


def test_an_entry_is_taken_and_its_receipt_is_told(cast: Cast) -> None:
    make_promise(cast.harnosand)
    receipt = "/bord/harnosand/insats/{}/kvitto/"
    status, told = _send(cast.bo, {})
    assert (status, told) == (201, {"receipt": receipt.format(Activity.objects.get().public_id)})


def test_an_entry_sent_again_is_one_activity(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert _send(cast.bo, {}) == _send(cast.bo, {})
    assert Activity.objects.count() == 1


@pytest.mark.parametrize("way", [QUEUE, LOG])
def test_an_entry_sent_again_after_its_promise_was_withdrawn_is_still_taken(way: str, cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    _send(cast.bo, {})
    withdraw(promise, date(2019, 6, 1))
    client = Client()
    client.force_login(cast.bo)
    assert client.post(way, ENTRY).status_code == (201 if way == QUEUE else 302)
    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"done_on": "2019-09-03"},
            "Dagen 3 september 2019 har inte varit än. Logga insatsen som planerad, eller rätta dagen.",
        ),
        (
            {"done_on": "2019-04-04"},
            "Dagen 4 april 2019 ligger före löftet, som gäller från 5 april 2019. "
            "Rätta dagen eller välj ett annat löfte.",
        ),
        ({"promises": ["7"]}, "Löftet är återtaget eller inte längre offentligt. Välj ett annat löfte."),
        ({"where": "place:Ingenstans"}, "Platsen eller skolan finns inte längre i listan. Välj en annan."),
        ({"event": "borta"}, "Evenemanget finns inte längre i kalendern. Välj ett annat."),
    ],
)
def test_an_entry_that_is_refused_gets_its_sentence(changes: dict[str, Any], said: str, cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert _send(cast.bo, changes) == (422, {"said": [said]})
    assert Activity.objects.count() == 0


def test_somebody_who_may_no_longer_log_is_told(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert _send(cast.cilla, {})[0] == 403
    Membership.objects.filter(user=cast.bo).delete()
    status, told = _send(cast.bo, {})
    assert (status, list(told)) == (404, ["said"])


def test_the_door_says_who_is_logged_in_and_gives_a_token(cast: Cast) -> None:
    told = json.loads(PageClient(cast.bo).client.get(QUEUE).content)
    assert told["who"] == str(cast.bo.pk)
    assert len(told["token"]) == 64


def test_the_page_on_the_home_screen_opens_the_form_and_reaches_no_further(cast: Cast) -> None:
    told = json.loads(Client().get(f"{LOG}app.webmanifest").content)
    assert (told["name"], told["start_url"], told["scope"]) == ("Logga insats – Härnösand", LOG, LOG)
    assert [icon["sizes"] for icon in told["icons"]] == ["192x192", "512x512"]
    worker = Client().get(f"{LOG}sw.js")
    assert worker.headers["Content-Type"] == "text/javascript"
    assert "Service-Worker-Allowed" not in worker.headers


def test_in_english_everything_stays_in_english(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert json.loads(Client().get(f"/en{LOG}app.webmanifest").content)["start_url"] == f"/en{LOG}"
    page = PageClient(cast.bo).get(f"/en{LOG}")
    assert page.all(".//form")[0].get("data-queue") == f"/en{QUEUE}"


def test_the_form_is_not_kept_by_the_browser_itself(cast: Cast) -> None:
    for path in (LOG, QUEUE, "/logga/"):
        assert PageClient(cast.bo).client.get(path).headers["Cache-Control"] == "no-store"


def test_the_short_way_goes_to_the_one_municipality_or_asks_which(cast: Cast) -> None:
    assert PageClient(cast.anna).get("/logga/", status=302).location == LOG
    page = PageClient(cast.bo).get("/logga/")
    ways = [link.get("href") for link in page.all(".//main//a")]
    assert ways == [LOG, "/bord/solleftea/logga/"]
    PageClient(cast.cilla).get("/logga/", status=403)
    assert PageClient().get("/logga/", status=302).location == "/konto/logga-in/?next=/logga/"


def test_the_door_tells_whether_an_entry_has_arrived(cast: Cast) -> None:
    make_promise(cast.harnosand)
    _send(cast.bo, {})
    told = {
        who: json.loads(PageClient(who).client.get(f"{QUEUE}?key={'c' * 32}").content)
        for who in (cast.bo, cast.anna)
    }
    receipt = f"/bord/harnosand/insats/{Activity.objects.get().public_id}/kvitto/"
    assert told[cast.bo]["receipt"] == receipt
    assert "receipt" not in told[cast.anna]  # another's entry
    unknown = json.loads(PageClient(cast.bo).client.get(f"{QUEUE}?key={'d' * 32}").content)
    assert "receipt" not in unknown


def test_an_entry_that_arrived_before_it_was_changed_is_told_with_its_receipt(cast: Cast) -> None:
    make_promise(cast.harnosand)
    _, first = _send(cast.bo, {})
    status, told = _send(cast.bo, {"note": "Ändrad."})
    assert (status, told["receipt"]) == (422, first["receipt"])
    assert Activity.objects.get().note == FORM["note"]
