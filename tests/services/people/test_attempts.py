"""Attempts to log in: counted by all processes together, forgotten when passed, and no address written."""

import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests.live_server import live

WRONG = {"login": "anna@harnosand.example", "password": "not this one"}
LOG_IN = "/konto/logga-in/"
FIVE = 5  # wrong passwords for one account from one network in five minutes


def _rows() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM handslag_attempts")
        return list(cursor.fetchall())


@pytest.mark.django_db
def test_no_address_is_written_of_whoever_tries_to_log_in() -> None:
    Client(REMOTE_ADDR="192.0.2.77").post(LOG_IN, WRONG)
    written = str(_rows())
    assert len(_rows()) >= 2
    assert not re.search(r"192\.0\.2|anna|allauth|" + sha256(WRONG["login"].encode()).hexdigest(), written)


@pytest.mark.django_db
def test_what_has_passed_is_gone_with_the_next_attempt() -> None:
    cache.set("passed", [1.0], timeout=-2)
    assert len(_rows()) == 1
    cache.add("now", [2.0])
    assert (len(_rows()), cache.get("now")) == (1, [2.0])


def test_whoever_guesses_passwords_is_stopped_by_all_processes_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSLAG_WORKERS", "2")
    pages = []
    with live(tmp_path) as server:
        for _ in range(FIVE + 1):
            line = server.connect()  # each is answered by either process
            line.request("GET", LOG_IN)
            form = line.getresponse()
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.read().decode())
            cookie = form.headers["Set-Cookie"].split(";")[0]
            assert token is not None
            kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
            line.request("POST", LOG_IN, urlencode(WRONG | {"csrfmiddlewaretoken": token[1]}), kind)
            pages.append(line.getresponse().read().decode())
            line.close()
    refused = ["För många" in page for page in pages]
    assert refused == [False] * FIVE + [True]
