"""Residents who answer at the same moment, some of them pressing twice: each is counted once."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.live_server import Live, live

RESIDENTS = 12
PRESSES = 3  # times each sends the same form, all at once
ADDRESS = "/harnosand/lofte/1/markt/"


def ask_residents() -> None:
    """Beside the server: a promise about which residents are asked."""
    from handslag.models.models import Municipality, PoliceArea, ResidentCheck
    from tests.make import make_promise

    area = PoliceArea.objects.create(name="Södra Ångermanland")
    town = Municipality.objects.create(
        slug="harnosand", name="Härnösands kommun", short_name="Härnösand", code="2280", police_area=area
    )
    ResidentCheck.objects.create(promise=make_promise(town), after_weeks=12)


def counted() -> dict[str, dict[str, int]]:
    """Beside the server: what has been counted."""
    from handslag.models.models import ResidentCheck

    found: dict[str, dict[str, int]] = ResidentCheck.objects.get().counts
    return found


def form(server: Live) -> bytes:
    """A form as one resident gets it, filled in."""
    connection = server.connect()
    connection.request("GET", ADDRESS)
    answer = connection.getresponse()
    assert answer.getheader("Set-Cookie") is None
    token = re.findall(r'name="token" value="([^"]+)"', answer.read().decode())[0]
    connection.close()
    return urlencode({"noticed": "yes", "token": token}).encode()


def send(server: Live, body: bytes) -> int:
    connection = server.connect()
    connection.request("POST", ADDRESS, body, {"Content-Type": "application/x-www-form-urlencoded"})
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.database
def test_a_crowd_that_presses_twice_is_counted_once_each(tmp_path: Path) -> None:
    with live(tmp_path) as server:
        server.ask(f"{__name__}:ask_residents")
        forms = [form(server) for _ in range(RESIDENTS)]
        with ThreadPoolExecutor(RESIDENTS * PRESSES) as pool:
            answers = list(pool.map(lambda body: send(server, body), forms * PRESSES))
        assert answers == [302] * RESIDENTS * PRESSES
        assert server.ask(f"{__name__}:counted")[""]["yes"] == RESIDENTS
