"""What stands between the network and the pages: a request takes a thread when all of it has come.

The server gives heads and pieces of bodies to `Intake` on a loop of its own (ASGI); the pages (WSGI) get the
whole request in one of a few threads. So whoever sends slowly, or never, holds a socket and nothing else.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from typing import Any

HEAD_WITHIN = 10  # seconds; also how long a connection that says nothing is kept
BODY_WITHIN = 15.0  # seconds for a whole body, and more for what is long, as it comes:
BYTES_A_SECOND = 16 * 1024
LONGEST = 12 * 1024 * 1024  # bytes of a body: more than any form of ours may have
SHORT = 256 * 1024  # bytes of a body that everybody may send at any time
MOST_LONG = 12  # longer bodies at a time in one process, so that its memory has a bound
THREADS = 16  # so many answers can share one flush to the disk (services/listening/intake/group_commit.py)

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Pages = Callable[[dict[str, Any], Any], Iterable[Any]]
Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

_TOO_SLOW, _TOO_LONG, _TOO_MANY = 408, 413, 503


class _Refused(Exception):
    """The body is not taken; the argument is the status that says why."""


class _HungUp(Exception):
    """The visitor has gone before all was sent."""


class Intake:
    """An ASGI application that gives whole requests to `pages`, a WSGI application."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._threads = ThreadPoolExecutor(THREADS, "page")
        self._long = 0  # bodies beyond SHORT in hand

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        try:
            with self._room() as room:
                body = await _body(scope, receive, room)
                status, headers, content = await asyncio.get_running_loop().run_in_executor(
                    self._threads, _answer, self._pages, scope, body
                )
        except _HungUp:
            return
        except _Refused as refused:
            # What is still to come of the body is not waited for: the connection ends.
            status, headers, content = refused.args[0], [(b"connection", b"close")], b""
        headers.append((b"server", b"handslag"))  # or the server would say what it is made with
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    @contextmanager
    def _room(self) -> Iterator[Callable[[], None]]:
        """What to call when a body turns out to be long: raises `_Refused` if there is no room."""
        taken = 0

        def take() -> None:
            nonlocal taken
            if self._long >= MOST_LONG:
                raise _Refused(_TOO_MANY)
            taken = 1
            self._long += 1

        try:
            yield take
        finally:
            self._long -= taken


async def _body(scope: Message, receive: Receive, take_room: Callable[[], None]) -> bytes:
    """All of the body. Raises `_Refused` and `_HungUp`."""
    length = _announced(scope)
    if length == 0:
        return b""
    if length is not None and length > LONGEST:
        raise _Refused(_TOO_LONG)
    loop = asyncio.get_running_loop()
    begun, pieces, size, more = loop.time(), [], 0, True
    try:
        async with asyncio.timeout(BODY_WITHIN) as limit:
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _HungUp
                pieces.append(message.get("body", b""))
                if size <= SHORT < size + len(pieces[-1]):
                    take_room()
                size += len(pieces[-1])
                if size > LONGEST:
                    raise _Refused(_TOO_LONG)
                # Each message is waited for by two threads: not for one that says only that there is no more.
                if more := message.get("more_body", False) and size != length:
                    limit.reschedule(begun + BODY_WITHIN + size / BYTES_A_SECOND)
    except TimeoutError:
        raise _Refused(_TOO_SLOW) from None
    return b"".join(pieces)


def _announced(scope: Message) -> int | None:
    """How long the head says that the body is; None when it does not say."""
    length = None
    for name, value in scope["headers"]:
        if name == b"transfer-encoding":
            return None
        if name == b"content-length":
            length = int(value)
    return length or 0


def _answer(pages: Pages, scope: Message, body: bytes) -> Answer:
    """What the pages say to a whole request."""
    started: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], error: object = None) -> None:
        started[:] = [int(status[:3]), headers]

    chunks = pages(_environment(scope, body), start)
    try:
        content = b"".join(chunks)
    finally:
        getattr(chunks, "close", lambda: None)()
    status, headers = started
    return (
        status,
        [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers],
        content,
    )


def _environment(scope: Message, body: bytes) -> dict[str, Any]:
    """The request as WSGI has it (PEP 3333)."""
    server, client = scope.get("server") or ("", 0), scope.get("client") or ("", 0)
    environment = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": "HTTP/" + scope["http_version"],
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        if b"_" in raw_name:
            continue  # would pass for one with a hyphen, such as the proxy's own
        name, value = raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1")
        if name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            environment[name] = value
        elif name != "PROXY":
            name = "HTTP_" + name
            joint = "; " if name == "HTTP_COOKIE" else ","
            environment[name] = f"{environment[name]}{joint}{value}" if name in environment else value
    environment["CONTENT_LENGTH"] = str(len(body))
    return environment
