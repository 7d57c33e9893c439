"""A real mail server on this machine that keeps what it gets, for tests of what is sent."""

import socket
import time
from asyncio import WriteTransport
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings

SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


class Post:
    """What came, in order. `refuses`: addresses it says no to; `hangs_up`: it leaves instead of answering."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refuses: set[str] = set()
        self.hangs_up = False
        self.delay = 0.0  # seconds before each answer
        self.port = 0

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return "550 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        time.sleep(self.delay)
        letter = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        if self.hangs_up and isinstance(server.transport, WriteTransport):
            server.transport.abort()
        return "250 OK"

    @property
    def subjects(self) -> list[str]:
        return [" ".join(str(letter["Subject"]).split()) for letter in self.letters]

    @property
    def went_to(self) -> list[str]:
        """The names of those who got something, in order."""
        return [str(letter["To"]).removesuffix("@example.org") for letter in self.letters]


@contextmanager
def mail_server(post: Post) -> Iterator[Post]:
    """The server runs, and Django's mail goes to it."""
    post.port = post.port or free_port()
    controller = Controller(post, hostname="127.0.0.1", port=post.port)
    controller.start()
    try:
        with mail_to(post.port):
            yield post
    finally:
        controller.stop()


@contextmanager
def mail_to(port: int) -> Iterator[None]:
    """Django's mail goes to a port of this machine, whether or not somebody listens."""
    with override_settings(EMAIL_BACKEND=SMTP_BACKEND, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        yield


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def words(letter: EmailMessage) -> str:
    """The text of a letter, which has one part only."""
    assert letter.get_content_type() == "text/plain"
    return str(letter.get_content())
