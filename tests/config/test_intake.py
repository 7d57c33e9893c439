"""The intake: whole requests reach the pages; what comes slowly, or too much, never takes a thread."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from handslag.config import intake
from handslag.config.intake import Intake, Message

HEAD = [(b"host", b"localhost"), (b"content-type", b"text/plain"), (b"cookie", b"a=1"), (b"cookie", b"b=2")]


class Pages:
    """Pages that answer with what was sent, and remember each request."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.is_closed = False

    def __call__(self, environment: dict[str, Any], start: Any) -> "Pages":
        self.asked.append(environment)
        start("201 Created", [("X-Town", "Härnösand")])
        self.content = [b"<", environment["wsgi.input"].read(), b">"]
        return self

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.content)

    def close(self) -> None:
        self.is_closed = True


def ask(pages: Pages, messages: list[Message], *more_heads: tuple[bytes, bytes]) -> list[Message]:
    """What is said to a request whose body comes in `messages`; after the last, nothing ever comes."""
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/å/",
        "query_string": b"a=%C3%A5",
        "http_version": "1.1",
    }
    scope |= {
        "scheme": "http",
        "server": ("::1", 80),
        "client": ("203.0.113.9", 9),
        "headers": [*HEAD, *more_heads],
    }
    with ThreadPoolExecutor(1) as thread:  # of its own: a browser that was here leaves its loop in this one
        return thread.submit(asyncio.run, _ask(Intake(pages), scope, messages)).result()


async def _ask(application: Intake, scope: Message, messages: list[Message]) -> list[Message]:
    left, said = list(messages), []

    async def receive() -> Message:
        return left.pop(0) if left else await asyncio.Event().wait()  # type: ignore[return-value]

    async def send(message: Message) -> None:
        said.append(message)

    await application(scope, receive, send)
    assert application._long == 0
    return said


def piece(body: bytes, *, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def length(number: int) -> tuple[bytes, bytes]:
    return b"content-length", str(number).encode()


def test_a_request_reaches_the_pages_whole() -> None:
    pages = Pages()
    start, body = ask(pages, [piece(b"ab"), piece(b"c", more=False)], length(3), (b"x-name", b"\xff"))
    asked = pages.asked[0]
    assert (start["status"], start["headers"]) == (
        201,
        [(b"x-town", b"H\xe4rn\xf6sand"), (b"server", b"handslag")],
    )
    assert (body["body"], pages.is_closed) == (b"<abc>", True)
    assert (asked["PATH_INFO"].encode("latin-1"), asked["QUERY_STRING"]) == ("/å/".encode(), "a=%C3%A5")
    assert (asked["REMOTE_ADDR"], asked["CONTENT_LENGTH"], asked["HTTP_COOKIE"]) == (
        "203.0.113.9",
        "3",
        "a=1; b=2",
    )
    assert asked["HTTP_X_NAME"] == "\xff"


def test_a_head_of_the_visitor_does_not_pass_for_one_of_the_proxy() -> None:
    pages = Pages()
    ask(pages, [], (b"x_forwarded_for", b"1.2.3.4"), (b"proxy", b"evil"))
    assert [name for name in pages.asked[0] if "FORWARDED" in name or "PROXY" in name] == []


def test_a_request_without_a_body_waits_for_none() -> None:
    assert [message.get("status") for message in ask(Pages(), [])] == [201, None]


def test_nothing_more_is_waited_for_when_as_much_has_come_as_was_announced() -> None:
    assert ask(Pages(), [piece(b"ab"), piece(b"c")], length(3))[1]["body"] == b"<abc>"


@pytest.mark.parametrize("pieces", [[], [piece(b"ab")], [piece(b"a")] * 9])
@pytest.mark.parametrize("head", [length(1000), (b"transfer-encoding", b"chunked")])
def test_a_body_that_does_not_come_is_not_waited_for(
    pieces: list[Message], head: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BODY_WITHIN", 0.01)
    pages = Pages()
    start = ask(pages, pieces, head)[0]
    assert (start["status"], start["headers"][0], pages.asked) == (408, (b"connection", b"close"), [])


def test_a_body_that_is_too_long_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "LONGEST", 4)
    pages = Pages()
    assert ask(pages, [], length(5))[0]["status"] == 413
    assert ask(pages, [piece(b"abc"), piece(b"de")], (b"transfer-encoding", b"chunked"))[0]["status"] == 413
    assert ask(pages, [piece(b"abcd", more=False)], length(4))[0]["status"] == 201
    assert len(pages.asked) == 1


def test_long_bodies_have_room_for_so_many_and_short_ones_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "SHORT", 2)
    monkeypatch.setattr(intake, "MOST_LONG", 0)
    assert ask(Pages(), [piece(b"a"), piece(b"bc", more=False)], length(3))[0]["status"] == 503
    assert ask(Pages(), [piece(b"a"), piece(b"b", more=False)], length(2))[0]["status"] == 201


def test_nothing_is_said_to_whoever_has_hung_up() -> None:
    pages = Pages()
    assert (ask(pages, [{"type": "http.disconnect"}], length(3)), pages.asked) == ([], [])
