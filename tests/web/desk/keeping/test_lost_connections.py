"""Twenty phones log at once and one connection in ten is lost: nothing is lost, nothing is double."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest

from tests.live_server import Live, live

CLIENTS = 20
ENTRIES = 6  # of each client
LOST = 0.1  # of all connections
QUEUE = "/bord/harnosand/logga/ko/"


def sessions(number: int) -> list[str]:
    """Beside the server: a promise, and so many officers who have logged in. Gives their sessions."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from handslag.domain.people.parties import Party
    from handslag.domain.permissions import Role
    from handslag.models.models import Membership, Municipality, PoliceArea, User
    from handslag.web.account.sealed_sessions import SessionStore
    from tests.make import make_promise

    area = PoliceArea.objects.create(name="Södra Ångermanland")
    town = Municipality.objects.create(
        slug="harnosand", name="Härnösands kommun", short_name="Härnösand", code="2280", police_area=area
    )
    make_promise(town)
    keys = []
    for index in range(number):
        user = User.objects.create(email=f"officer{index}@example.org", name=f"Polis {index}")
        Membership.objects.create(user=user, municipality=town, party=Party.POLICE, role=Role.POLICE)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        keys.append(str(session.session_key))
    return keys


def logged() -> list[tuple[str | None, str]]:
    """Beside the server: the key and the note of everything that was logged."""
    from handslag.models.models import Activity

    return list(Activity.objects.values_list("key", "note"))


class Phone:
    """Sends each entry until it is answered, as static/log_queue.js does."""

    def __init__(self, server: Live, number: int, session: str) -> None:
        self.server, self.number, self.session = server, number, session
        self.chance = Random(number)
        self.lost = 0

    def send_all(self) -> None:
        connection = self.server.connect()
        connection.request("GET", QUEUE, headers={"Cookie": f"session={self.session}"})
        answer = connection.getresponse()
        token, cookie = json.loads(answer.read())["token"], str(answer.getheader("Set-Cookie")).split(";")[0]
        connection.close()
        for index in range(ENTRIES):
            body = self._body(index, token)
            while not self._is_taken(body, f"session={self.session}; {cookie}"):
                self.lost += 1

    def entry(self, index: int) -> tuple[str, str]:
        """The key of an entry and its note."""
        note = f"Insats {index} av patrull {self.number}."
        return sha256(note.encode()).hexdigest()[:32], note

    def _body(self, index: int, token: str) -> bytes:
        key, note = self.entry(index)
        said = {"promises": "1", "status": "done", "done_on": "2019-09-01", "count": "1", "party": "police"}
        return urlencode(said | {"note": note, "key": key, "csrfmiddlewaretoken": token}).encode()

    def _is_taken(self, body: bytes, cookies: str) -> bool:
        """Send an entry once. False when the connection was lost: on the way there, or on the way back."""
        loses = self.chance.random() < LOST
        sent = len(body) // 2 if loses and self.chance.random() < 0.5 else len(body)
        connection = self.server.connect()
        try:
            connection.putrequest("POST", QUEUE)
            connection.putheader("Cookie", cookies)
            connection.putheader("Content-Type", "application/x-www-form-urlencoded")
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            connection.send(body[:sent])
            if loses:
                return False
            answer = connection.getresponse()
            said = answer.read()
            assert answer.status == 201, (answer.status, said)
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()
        return True


@pytest.mark.database
def test_twenty_phones_at_once_lose_nothing_and_log_nothing_twice(tmp_path: Path) -> None:
    with live(tmp_path) as server:
        phones = [Phone(server, *one) for one in enumerate(server.ask(f"{__name__}:sessions", CLIENTS))]
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(Phone.send_all, phones))
        found = server.ask(f"{__name__}:logged")
    expected = {phone.entry(index) for phone in phones for index in range(ENTRIES)}
    assert {(key, note) for key, note in found} == expected
    assert [note for note, times in Counter(note for _, note in found).items() if times > 1] == []
    assert sum(phone.lost for phone in phones) >= CLIENTS * ENTRIES * LOST / 2
