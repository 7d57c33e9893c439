"""Guessing codes is slowed; whoever holds one gets in all the same, also from the network of the guesser."""

from base64 import b64encode
from json import dumps

import pytest
from altcha import Challenge, solve_challenge

from handslag.domain.listening.answers import CodeChannel
from handslag.models.models import Survey
from handslag.services.listening.codes import issue_codes
from handslag.services.listening.intake import proof_of_work as work
from handslag.services.listening.intake.noticing import Watch
from tests.cast import Cast
from tests.page import Page, PageClient
from tests.services.listening.intake.test_noticing import Clock
from tests.surveys import make_survey
from tests.web.survey.form import ADDRESS, Resident, fields

WRONG = "22222-22222"


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Of a watch that has noticed nothing yet."""
    time = Clock()
    monkeypatch.setattr("handslag.services.listening.intake.handing_in.watch", Watch(time))
    return time


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return make_survey(cast.harnosand)


@pytest.fixture
def code(cast: Cast, survey: Survey) -> str:
    return issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=1).codes[0]


def send(page: PageClient, code: str, status: int, work: str = "") -> Page:
    sent = fields(Resident(page, f"{ADDRESS}alla/").page)
    return page.post(
        ADDRESS, sent | {"go": "send", "a-ute": "nej", "code": code, "work": work}, status=status
    )


def solved(survey: Survey, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a browser has worked out, of a small piece of work."""
    monkeypatch.setattr(work, "LEAST", 1)
    monkeypatch.setattr(work, "MOST", 3)
    challenge = work.new_work(survey.public_id, is_harder=False)
    solution = solve_challenge(Challenge.from_dict(challenge))
    assert solution is not None
    told = {"counter": solution.counter, "derivedKey": solution.derived_key}
    return b64encode(dumps({"challenge": challenge, "solution": told}).encode()).decode()


def test_after_ten_wrong_codes_the_next_waits_ten_seconds(code: str, page: PageClient, time: Clock) -> None:
    for status in [422] * 10 + [429] * 2:
        send(page, WRONG, status)
    waiting = send(page, code, 429)
    assert waiting.words(".//div[@role='alert']") == [
        "Många koder i rad har varit fel. Din är inte prövad än. Vänta tio sekunder och tryck på Skicka igen."
    ]
    time.now += 10
    assert send(page, code, 200).h1 == "Tack, ditt svar räknas"


def test_work_opens_the_way_at_once_and_once(
    code: str, survey: Survey, page: PageClient, time: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    solution = solved(survey, monkeypatch)
    for status in [422] * 10:
        send(page, WRONG, status)
    send(page, WRONG, 422, solution)
    send(page, code, 429, solution)
    assert send(page, code, 200, solved(survey, monkeypatch)).h1 == "Tack, ditt svar räknas"
