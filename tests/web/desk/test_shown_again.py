"""What was typed is never lost: a stale form, a session that ran out, another who logs in, a refusal."""

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from handslag.models.models import Activity, Dialogue, Membership, User
from tests.cast import Cast
from tests.make import make_activity, make_dialogue, make_promise
from tests.page import Page
from tests.web.desk.keeping.test_logging import FORM, LOG

HERE = {"Origin": "http://testserver"}
NOTE = 'Samtal på torget.\nÅtta mopeder & "två" <släp>.'
TYPED = FORM | {"note": NOTE, "hours": "1,5", "done_on": "2019-08-30", "status": "planned"}
LOGIN = "/konto/logga-in/"
BO = {"login": "bo@example.org", "password": "bo-has-a-long-password"}


class Browser:
    """A browser that keeps its cookies and sends forms as they stand in a page."""

    def __init__(self, user: User | None = None) -> None:
        self.client = Client(enforce_csrf_checks=True, headers=HERE)
        if user:
            self.client.force_login(user)

    def get(self, path: str) -> Page:
        return Page(self.client.get(path))

    def post(self, path: str, data: dict[str, Any], **headers: str) -> Page:
        page = Page(self.client.post(path, data, headers=headers))
        if page.html:
            page.inspect()
        return page

    def send(self, page: Page, path: str, changes: dict[str, Any] | None = None) -> Page:
        """The form of `page` that is sent to `path`, as it is filled in there."""
        return self.post(path, fields(page, path) | (changes or {}))


def fields(page: Page, path: str) -> dict[str, Any]:
    """What stands in the form of a page that is sent to `path`."""
    form = next(one for one in page.all(".//form") if one.get("action") in (None, path))
    given: dict[str, Any] = {}
    for one in form.iter():
        name, kind = one.get("name"), one.get("type")
        if not name or (kind in ("radio", "checkbox") and "checked" not in one.attrib):
            continue
        if one.tag == "select":
            chosen = [option for option in one.iter("option") if "selected" in option.attrib]
            given[name] = (chosen or list(one.iter("option")))[0].get("value", "")
        elif one.tag == "textarea":
            given[name] = (one.text or "").removeprefix("\n")
        elif one.tag == "input" and kind == "checkbox":
            given.setdefault(name, []).append(one.get("value", "on"))
        elif one.tag == "input":
            given[name] = one.get("value", "")
    return given


def written(page: Page) -> list[str]:
    """What stands in the text areas, and what can be copied."""
    areas = ["".join(one.itertext()).strip() for one in page.all(".//textarea")]
    return [text for text in areas if text] + ["".join(one.itertext()) for one in page.all(".//blockquote")]


def test_a_stale_form_comes_back_with_everything_and_is_saved_by_one_press(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser(cast.bo)
    page = browser.post(LOG, TYPED | {"csrfmiddlewaretoken": "x" * 64})
    assert page.response.status_code == 403
    assert page.h1 == "Logga insats"
    kept = fields(page, LOG)
    assert {name: kept[name] for name in TYPED} == TYPED
    assert Activity.objects.count() == 0
    assert page.all(".//form//details")[-1].get("open") is not None
    assert "Du är inloggad som bo" in page.text
    assert browser.send(page, LOG).response.status_code == 302
    assert Activity.objects.get().note == NOTE


def test_a_form_sent_after_the_session_ran_out_comes_back_after_log_in(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser(cast.bo)
    token = browser.get(LOG)
    browser.client.cookies.pop("session")
    page = browser.post(LOG, fields(token, LOG) | TYPED)
    assert page.h1 == "Logga in"
    assert "Det du skrev är kvar" in page.text
    wrong = browser.send(page, LOGIN, BO | {"password": "wrong"})
    assert wrong.h1 == "Logga in"
    inside = browser.send(wrong, LOGIN, BO)
    assert inside.h1 == "Det du skrev är kvar"
    form = browser.send(inside, LOG)
    assert written(form)[0] == NOTE
    assert Activity.objects.count() == 0  # nothing is saved before it has been seen
    assert browser.send(form, LOG).response.status_code == 302
    assert Activity.objects.get().note == NOTE


def test_it_also_goes_along_past_the_code_of_an_app(cast: Cast) -> None:
    make_promise(cast.harnosand)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(cast.bo, secret)
    assert Authenticator.objects.count() == 1
    browser = Browser()
    page = browser.post(LOG, TYPED)
    asked = browser.send(page, LOGIN, BO)
    assert asked.h1 == "Skriv din kod"
    wrong = browser.send(asked, "/konto/kod/logga-in/", {"code": "000000"})
    inside = browser.send(wrong, "/konto/kod/logga-in/", {"code": _code(secret)})
    assert written(browser.send(inside, LOG))[0] == NOTE


def _code(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


def test_whoever_logs_in_instead_sees_whose_name_it_is_saved_in(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser(cast.bo)
    page = browser.get(LOG)
    browser.client.force_login(cast.anna)  # in another tab, which changes the token
    browser.client.cookies.pop("csrf")
    again = browser.send(page, LOG, TYPED)
    assert again.response.status_code == 403
    assert "Du är inloggad som anna" in again.text
    assert Activity.objects.count() == 0


def test_whoever_may_not_do_it_reads_so_and_the_text_stands_there_to_copy(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser(cast.olle)
    page = browser.post(LOG, TYPED)
    assert page.response.status_code == 404
    assert written(page) == [NOTE]


def test_a_right_that_is_gone_leaves_the_text_to_copy(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser(cast.bo)
    page = browser.get(LOG)
    Membership.objects.filter(user=cast.bo, municipality=cast.harnosand).delete()
    refused = browser.send(page, LOG, TYPED)
    assert refused.response.status_code == 404
    assert written(refused) == [NOTE]


def test_the_second_to_correct_keeps_the_text_to_copy(cast: Cast) -> None:
    activity = make_activity(make_promise(cast.harnosand))
    way = f"/bord/harnosand/insats/{activity.public_id}/"
    first, second = Browser(cast.anna), Browser(cast.bo)
    pages = [one.get(way) for one in (first, second)]
    first.send(pages[0], way, {"reason": "Fel dag."})
    late = second.send(pages[1], way, {"note": NOTE, "reason": "Det var på torget."})
    assert late.response.status_code == 409
    assert written(late) == [NOTE, "Det var på torget."]


ELSEWHERE = [
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {"Origin": "http://testserver.elsewhere.example"},
    {"Origin": "http://testserver:81"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "same-origin"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("who", ["bo", ""])
def test_a_form_that_another_site_sends_shows_nothing_of_it(
    headers: dict[str, str], who: str, cast: Cast
) -> None:
    make_promise(cast.harnosand)
    page = Browser(getattr(cast, who) if who else None).post(LOG, TYPED, **headers)
    assert page.response.status_code == 403
    assert written(page) == []
    assert "mopeder" not in page.html
    assert Activity.objects.count() == 0


def test_a_browser_that_says_only_where_it_comes_from_is_believed(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.bo)
    make_promise(cast.harnosand)
    ours, theirs = (
        client.post(LOG, TYPED, headers={"Referer": site}).content.decode()
        for site in (f"http://testserver{LOG}", "http://elsewhere.example/")
    )
    assert ("mopeder" in ours, "mopeder" in theirs) == (True, False)


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/bord/harnosand/logga/",
        "//elsewhere.example/bord/harnosand/logga/",
        "/\\elsewhere.example/bord/harnosand/logga/",
        "javascript:alert(1)",
        "/harnosand/enkat/trygghet/",
        "/konto/losenord/",
        "/bord/lank/abc/",
        "/nowhere/",
        7,
        None,
    ],
)
def test_what_is_carried_through_log_in_leads_to_the_desk_or_nowhere(address: object, cast: Cast) -> None:
    browser = Browser()
    token = fields(browser.get(LOGIN), LOGIN)
    kept = json.dumps([address, [["note", NOTE]]])
    assert browser.post(LOGIN, token | BO | {"kept": kept}).location == "/bord/"


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[",
        pytest.param("[" * 99_999, id="deep"),
        "7",
        "[]",
        '["/bord/harnosand/logga/", 3]',
        '{"a": 1}',
        "[[]]",
    ],
)
def test_what_is_carried_and_cannot_be_read_is_let_be(kept: str, cast: Cast) -> None:
    browser = Browser()
    token = fields(browser.get(LOGIN), LOGIN)
    assert browser.post(LOGIN, token | BO | {"kept": kept}).location == "/bord/"


def test_no_password_and_no_token_stands_in_any_page(cast: Cast) -> None:
    page = Browser().post(LOGIN, BO | {"csrfmiddlewaretoken": "x" * 64})
    assert page.h1 == "Logga in"
    assert [one.get("value") for one in page.all(".//input[@name='login']")] == [BO["login"]]
    assert BO["password"] not in page.html
    assert "x" * 64 not in page.html


def test_a_stale_log_in_keeps_what_it_carries(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser()
    page = browser.post(LOG, TYPED)
    browser.client.cookies.pop("csrf")
    again = browser.send(page, LOGIN, BO)
    assert again.h1 == "Logga in"
    assert browser.send(browser.send(again, LOGIN, BO), LOG).h1 == "Logga insats"


def test_logged_in_in_another_tab_meanwhile_the_form_is_one_press_away(cast: Cast) -> None:
    make_promise(cast.harnosand)
    browser = Browser()
    page = browser.post(LOG, TYPED)
    browser.client.force_login(cast.bo)
    browser.client.cookies.pop("csrf")  # logging in changes it
    inside = browser.send(page, LOGIN, BO)
    assert inside.h1 == "Det du skrev är kvar"
    assert written(browser.send(inside, LOG))[0] == NOTE


def test_more_than_a_page_should_carry_is_not_carried(cast: Cast) -> None:
    page = Browser().post(LOG, TYPED | {"note": "x y " * 300_000})
    assert page.response.status_code == 403
    assert len(page.html) < 20_000


def test_a_press_without_words_leads_to_log_in_as_before(cast: Cast) -> None:
    activity = make_activity(make_promise(cast.harnosand), status="planned")
    way = f"/bord/harnosand/insats/{activity.public_id}/gjort/"
    browser = Browser()
    token = fields(browser.get(LOGIN), LOGIN)["csrfmiddlewaretoken"]
    assert browser.post(way, {"csrfmiddlewaretoken": token}).location == f"{LOGIN}?next={way}"


def test_what_a_script_sends_is_answered_as_before(cast: Cast) -> None:
    browser = Browser()
    token = fields(browser.get(LOGIN), LOGIN)["csrfmiddlewaretoken"]
    sent = TYPED | {"csrfmiddlewaretoken": token}
    assert browser.post(f"{LOG}ko/", sent, Accept="*/*").location == f"{LOGIN}?next={LOG}ko/"


def test_markup_in_what_was_typed_stays_words(cast: Cast) -> None:
    make_promise(cast.harnosand)
    hostile = "</textarea><script>alert(1)</script><form action='https://elsewhere.example'>"
    page = Browser(cast.bo).post(LOG, TYPED | {"note": hostile, "hours": '"><script>1</script>'})
    assert [one.text for one in page.all(".//script") if one.text] == []
    assert [one.get("action") for one in page.all(".//form")] == [None]
    assert written(page)[0] == hostile


def test_a_choice_that_is_gone_is_left_to_copy(cast: Cast) -> None:
    make_promise(cast.harnosand)
    page = Browser(cast.bo).post(LOG, TYPED | {"extra": "Det här finns inget fält för."})
    assert written(page) == [NOTE, "Det här finns inget fält för."]


def test_only_the_form_it_was_sent_from_is_filled(cast: Cast) -> None:
    dialogue: Dialogue = make_dialogue(cast.harnosand, held_on=date(2019, 9, 1))
    way = f"/bord/harnosand/dialoger/{dialogue.public_id}/kort/"
    page = Browser(cast.anna).post(way, {"text": "Belys gången.", "kind": "strength", "key": "a" * 32})
    assert written(page) == ["Belys gången."]
    assert re.search(r'value="strength"[^>]*checked|checked[^>]*value="strength"', unescape(page.html))
