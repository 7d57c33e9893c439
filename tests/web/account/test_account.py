"""Log in, log out, codes from an app; and nothing else of what allauth could do."""

import re

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils.translation import override

from handslag.web.account import urls as account_urls
from tests.cast import Cast
from tests.page import PageClient

LOGIN = "/konto/logga-in/"
BO = {"login": "bo@example.org", "password": "bo-has-a-long-password"}
NOT_OFFERED = [
    "signup/",
    "email/",
    "password/reset/",
    "password/set/",
    "confirm-email/",
    "3rdparty/",
    "2fa/webauthn/",
]


def test_logging_in_leads_to_the_desk(cast: Cast) -> None:
    client = PageClient()
    assert client.get(LOGIN).h1 == "Logga in"
    assert client.post(LOGIN, BO).location == "/bord/"


def test_logging_in_from_a_page_leads_back_to_it(cast: Cast) -> None:
    page = PageClient().post(LOGIN, BO | {"next": "/bord/harnosand/logga/"})
    assert page.location == "/bord/harnosand/logga/"


def test_another_site_is_no_place_to_be_sent(cast: Cast) -> None:
    assert PageClient().post(LOGIN, BO | {"next": "https://example.com/"}).location == "/bord/"


@pytest.mark.parametrize("who", ["bo@example.org", "nobody@example.org"])
def test_a_wrong_password_says_the_same_whether_the_account_exists(who: str, cast: Cast) -> None:
    page = PageClient().post(LOGIN, {"login": who, "password": "wrong"}, status=200)
    assert page.words(".//div[@class='error-summary']//li") == [
        "Adressen eller lösenordet stämmer inte. Försök igen."
    ]
    assert page.words(".//title")[0].startswith("Fel: Logga in")


def test_logging_out_asks_first(cast: Cast) -> None:
    client = PageClient(cast.bo)
    assert client.get("/konto/logga-ut/").h1 == "Vill du logga ut?"
    assert client.post("/konto/logga-ut/").location == "/"
    client.get("/bord/", status=302)


def test_a_code_from_an_app_is_asked_for_once_it_is_on(cast: Cast) -> None:
    client = PageClient()
    client.post(LOGIN, BO)
    assert client.get("/konto/kod/aktivera/", status=302).location.startswith("/konto/bekrafta/")
    client.post("/konto/bekrafta/", {"password": BO["password"]})
    page = client.get("/konto/kod/aktivera/")
    secret = page.words(".//span[@class='secret']")[0]
    shown = client.get(client.post("/konto/kod/aktivera/", {"code": _code(secret)}).location)
    codes = shown.words(".//ul[@class='codes']/li")
    assert len(codes) == 10
    client.post("/konto/logga-ut/")
    assert client.post(LOGIN, BO).location == "/konto/kod/logga-in/"
    assert client.get("/konto/kod/logga-in/").h1 == "Skriv din kod"
    assert client.post("/konto/kod/logga-in/", {"code": codes[0]}).location == "/bord/"


def test_a_changed_password_is_confirmed_and_leads_on(cast: Cast) -> None:
    client = PageClient()
    client.post(LOGIN, BO)
    new = "four words in a row"
    data = {"oldpassword": BO["password"], "password1": new, "password2": new}
    page = client.get(client.post("/konto/losenord/", data).location)
    assert page.h1 == "Mitt konto"
    assert "Lösenordet är bytt. Använd det nya nästa gång du loggar in." in page.text
    assert page.all(".//main//p/a")[0].get("href") == "/bord/"
    assert PageClient().post(LOGIN, BO | {"password": new}).location == "/bord/"


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("bo@example.org 1", "bo@example.org 1", "Använd inte ditt namn eller din adress."),
        ("kort", "kort", "Skriv minst 12 tecken."),
        ("qwertyuiop123", "qwertyuiop123", "Många använder det lösenordet. Välj ett annat."),
        ("four words in a row", "five words", "De två nya lösenorden är olika. Skriv samma två gånger."),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_plain_words(
    new: str, again: str, said: str, cast: Cast
) -> None:
    client = PageClient()
    client.post(LOGIN, BO)
    data = {"oldpassword": BO["password"], "password1": new, "password2": again}
    page = client.post("/konto/losenord/", data, status=200)
    assert [line.endswith(said) for line in page.words(".//div[@class='error-summary']//li")] == [True]


def test_a_wrong_code_from_the_app_is_refused_in_plain_words(cast: Cast) -> None:
    client = PageClient()
    client.post(LOGIN, BO)
    client.get("/konto/kod/aktivera/", status=302)
    client.post("/konto/bekrafta/", {"password": BO["password"]})
    page = client.post("/konto/kod/aktivera/", {"code": "1"}, status=200)
    label = page.words(".//label")[0]
    assert label == "Sex siffror från appen"
    assert page.words(".//div[@class='error-summary']//li") == [
        f"{label}: Koden stämmer inte. Skriv den som visas nu."
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("totp_activated", "Klart. Här är dina reservkoder."),
        ("totp_deactivated", "Koderna från appen är avstängda."),
        ("recovery_codes_generated", "Klart. Här är dina nya reservkoder."),
    ],
)
def test_codes_from_an_app_are_told_of_in_our_words(name: str, said: str) -> None:
    with override("sv"):
        assert render_to_string(f"mfa/messages/{name}.txt") == said


def _code(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


@pytest.mark.parametrize("path", NOT_OFFERED)
def test_what_is_not_offered_is_not_there(path: str, cast: Cast) -> None:
    PageClient(cast.bo).get(f"/konto/{path}", status=404)


@pytest.mark.parametrize("pattern", account_urls.urlpatterns, ids=lambda pattern: pattern.name)
def test_every_account_page_is_ours_in_both_languages(pattern: URLPattern, cast: Cast) -> None:
    client = PageClient()
    client.post(LOGIN, BO)
    for language in ("", "/en"):
        response = client.client.get(f"{language}/konto/{pattern.pattern}")
        assert response.status_code in (200, 302, 404)
        if response.status_code == 200:
            assert re.findall(r"<title>.*– Handslag</title>", response.content.decode())


def test_the_address_is_asked_for_by_a_label_alone(db: None) -> None:
    found = PageClient().get(LOGIN)
    assert found.words(".//label")[0] == "E-postadress"
    assert [field.get("placeholder") for field in found.all(".//input")] == [None] * len(
        found.all(".//input")
    )


def test_nobody_who_is_logged_in_is_asked_to_log_in(cast: Cast) -> None:
    links = [PageClient(who).get("/konto/kod/" if who else "/konto/logga-in/") for who in (cast.anna, None)]
    assert ["Logga in för medarbetare" in page.text for page in links] == [False, True]
