"""The same over HTTP: two people have a page of the desk open in their browsers, and send it at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse
from lxml import html  # type: ignore[import-untyped]

from handslag.domain.errors import WrongState
from handslag.domain.promises.terms import Per
from handslag.domain.surveys import SurveyState
from handslag.models.models import User
from handslag.services.listening.results import publish_now
from handslag.web.account.sealed_sessions import SessionStore
from tests.answers import make_answered, make_decided
from tests.cast import Cast, make_cast
from tests.make import make_dialogue, make_promise
from tests.racing.rounds import Press
from tests.racing.rows import set_back
from tests.services import test_every_command as table
from tests.surveys import make_survey

Fields = dict[str, str]
Sent = tuple[str, Fields]  # the address of a page, and what is filled in beside what stands there


@dataclass(frozen=True)
class Browsers:
    """Two browsers on the server at `port`, each with the session of somebody who has logged in."""

    port: int
    sessions: tuple[str, str]
    pages: tuple[Sent, Sent]
    is_same: bool

    def opened(self) -> Sequence[Press]:
        """Both have opened their page; the same page sent twice is opened once."""
        forms = [self._form(session, *page) for session, page in zip(self.sessions, self.pages, strict=True)]
        return [forms[0], forms[0]] if self.is_same else forms

    def _form(self, session: str, path: str, filled: Fields) -> Press:
        page, cookie = self._fetched(session, path)
        form = max(page.iterfind(".//main//form"), key=lambda one: len(one.fields.keys()))
        values = [(name, value) for name, value in form.form_values() if name not in filled]
        body = urlencode([*values, *filled.items()])
        return lambda: self._send(f"session={session}; {cookie}", path, body)

    def _fetched(self, session: str, path: str) -> tuple[Any, str]:
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request("GET", path, headers={"Cookie": f"session={session}"})
        answer = line.getresponse()
        text = answer.read()
        assert answer.status == 200, (path, answer.status, text[-400:])
        cookie = next(c for c in answer.headers.get_all("Set-Cookie") or () if "csrf" in c)
        line.close()
        return html.fromstring(text), cookie.split(";")[0]

    def _send(self, cookies: str, path: str, body: str) -> None:
        """Send the form. Raises `WrongState` for a page that says why not."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        kind = "application/x-www-form-urlencoded"
        line.request("POST", path, body, {"Cookie": cookies, "Content-Type": kind})
        answer = line.getresponse()
        answer.read()
        line.close()
        is_shown_again = answer.status == 200 and "html" in str(answer.getheader("Content-Type"))
        if answer.status in (400, 409, 422) or is_shown_again:
            raise WrongState("refused")
        assert answer.status in (200, 302), (path, answer.status)


def pairs() -> dict[str, Callable[[Cast], tuple[Sent, Sent]]]:
    """The dangerous ones by name."""
    return {make.__name__.replace("_", " "): make for make in _PAIRS}


def put_up(port: int, name: str) -> Browsers:
    """The rows of one pair, on an otherwise empty database, and two browsers."""
    set_back({})
    cast = make_cast()
    pages = pairs()[name](cast)
    return Browsers(port, (_session(cast.anna), _session(cast.anna)), pages, pages[0] == pages[1])


def _session(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _at(name: str, *ids: object) -> str:
    return reverse(name, args=["harnosand", *ids])


def _publishing(cast: Cast) -> tuple[Sent, int]:
    reading = table.decided(cast)
    days = {"valid_from": "2019-04-05", "until": "notice", "review_on": "2020-04-05", "confirmed": "on"}
    page = (_at("desk_publish", reading.public_id), days)
    return page, reading.promises.order_by("position")[0].number


def publish_twice(cast: Cast) -> tuple[Sent, Sent]:
    page, _number = _publishing(cast)
    return page, page


def publish_and_save_a_draft(cast: Cast) -> tuple[Sent, Sent]:
    page, number = _publishing(cast)
    return page, (_at("desk_edit_draft", number), {"text": "Polisen går en gång om året."})


def publish_and_discard(cast: Cast) -> tuple[Sent, Sent]:
    page, number = _publishing(cast)
    return page, (_at("desk_discard_draft", number), {})


def answer_and_answer(cast: Cast) -> tuple[Sent, Sent]:
    page = _at("desk_publish_answer", make_dialogue(cast.harnosand).answers.get().public_id)
    return (page, {"answer": "Det blir ljust."}), (page, {"answer": "Det blir mörkt."})


def close_and_close(cast: Cast) -> tuple[Sent, Sent]:
    promise = make_promise(cast.harnosand, per=Per.MONTH, valid_from=date(2019, 7, 1))
    page = _at("desk_close_period", promise.number) + "?period=2019-07-01_2019-07-31"
    words = {"cause": "Det blev för få.", "decision": "Vi tar igen det.", "confirmed": "on"}
    return (page, words), (page, words | {"cause": "Sjukdom."})


def approve_twice(cast: Cast) -> tuple[Sent, Sent]:
    survey = make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    publish_now(survey, date(2019, 10, 1))
    page: Sent = (_at("desk_approve_results", survey.slug), {})
    return page, page


def stop_and_stop_disposal(cast: Cast) -> tuple[Sent, Sent]:
    make_decided(cast.harnosand)
    page = (_at("desk_hold"), {"press": "stop"})
    return page, page


def verdict_and_verdict(cast: Cast) -> tuple[Sent, Sent]:
    page = _at("desk_verdict", make_promise(cast.harnosand).number)
    said = {"about": "so_far", "verdict": "partly", "reason": "Det blev för få kvällar."}
    return (page, said), (page, said | {"verdict": "kept", "reason": "Alla kvällar blev av."})


def read_a_page_twice(cast: Cast) -> tuple[Sent, Sent]:
    page = (_at("desk_read"), {"text": table.PAGE})
    return page, page


def make_a_survey_twice(cast: Cast) -> tuple[Sent, Sent]:
    page = (_at("desk_new_survey"), {"ready": "safety", "title": "Trygghet"})
    return page, page


def make_codes_twice(cast: Cast) -> tuple[Sent, Sent]:
    survey = make_survey(cast.harnosand)
    page = (_at("desk_survey_codes", survey.slug), {"channel": "letter", "number": "5", "file": "csv"})
    return page, page


_PAIRS = (
    publish_twice,
    publish_and_save_a_draft,
    publish_and_discard,
    answer_and_answer,
    close_and_close,
    approve_twice,
    stop_and_stop_disposal,
    verdict_and_verdict,
    read_a_page_twice,
    make_a_survey_twice,
    make_codes_twice,
)
