"""Wrong passwords slow whoever guesses, and keep neither the owner nor anybody else out."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import time
from typing import Any

import pytest
from django.db import OperationalError, connection

from handslag.domain.listening.stuffing import network
from handslag.services.people.log_in import log_in_turns
from handslag.services.people.log_in.log_in_turns import MOST_OF_A_NETWORK
from tests.cast import Cast
from tests.page import Page, PageClient
from tests.web.account.test_account import BO, LOGIN

HERE, ELSEWHERE = "203.0.113.9", "198.51.100.4"


@pytest.fixture(autouse=True)
def _behind_a_proxy(settings: Any, cast: Cast) -> None:
    settings.PROXIES = 1


def log_in(address: str, **typed: str) -> Page:
    """An attempt from an address, behind the proxy."""
    response = PageClient().client.post(LOGIN, BO | typed, HTTP_X_FORWARDED_FOR=address)
    return Page(response)


def refusal(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def test_who_guesses_is_slowed_and_the_owner_gets_in_from_elsewhere() -> None:
    for number in range(5):
        assert refusal(log_in(f"203.0.113.{number}", password="wrong")) == [
            "Adressen eller lösenordet stämmer inte. Försök igen."
        ]
    assert refusal(log_in(HERE))[0].startswith("För många")
    assert log_in(ELSEWHERE).location == "/bord/"


def test_guesses_from_one_network_keep_nobody_else_of_it_out() -> None:
    for number in range(40):
        log_in(HERE, login=f"guess-{number}@example.org", password="wrong")
    assert log_in(HERE).location == "/bord/"


@pytest.mark.parametrize(("tries", "apart", "checked"), [(6, 1, 5), (12, 301, 10), (24, 400, 20)])
def test_who_goes_on_guessing_waits_longer(
    tries: int, apart: int, checked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = time()
    refused = 0
    for number in range(tries):
        monkeypatch.setattr("time.time", lambda now=begun + number * apart: now)
        refused += refusal(log_in(HERE, password="wrong"))[0].startswith("För många")
    assert tries - refused == checked


@contextmanager
def in_hand(whose: bytes, number: int) -> Iterator[None]:
    """So many attempts of a network are being checked or wait."""
    waiting = Counter({whose: number})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_in_turns, "_in_hand", waiting)
        yield
    assert waiting == {whose: number}


def test_a_flood_from_one_network_is_turned_away_and_others_have_their_turn() -> None:
    with in_hand(network(HERE), MOST_OF_A_NETWORK):
        assert refusal(log_in(HERE)) == ["Många loggar in just nu. Vänta en liten stund och försök igen."]
        assert log_in(ELSEWHERE).location == "/bord/"


def test_a_full_disk_is_not_called_too_many_attempts() -> None:
    def full(execute: object, sql: str, *rest: object) -> object:
        if sql.startswith("INSERT INTO handslag_attempts"):
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)  # type: ignore[operator]

    with connection.execute_wrapper(full):
        response = PageClient().client.post(LOGIN, BO)
    assert response.status_code == 503
    assert Page(response).h1 == "Vi kan inte spara just nu. Vänta en stund och försök igen."


@pytest.mark.parametrize(
    ("prefix", "heading"),
    [
        ("", "Det blev för många försök. Vänta några minuter och försök igen."),
        ("/en", "There have been too many attempts. Wait a few minutes and try again."),
    ],
)
def test_too_many_attempts_is_a_page_of_ours(prefix: str, heading: str) -> None:
    client = PageClient()
    client.post(LOGIN, BO)
    for _ in range(5):
        client.client.post("/konto/losenord/", {"oldpassword": "wrong"})
    assert client.post(f"{prefix}/konto/losenord/", {"oldpassword": "wrong"}, status=429).h1 == heading
