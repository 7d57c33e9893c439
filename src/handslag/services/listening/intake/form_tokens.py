"""The signed token in the form of a survey: what makes a form ours, and one sending of it one answer.

It holds a random nonce and when the form was opened, and stands only in the form. From the nonce and our
secret come the receipt code and the mark of having been sent, so that sending again gives the same receipt
although neither nonce nor code is kept. Without the secret none of the three leads to another.
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from hmac import compare_digest, digest
from time import time
from uuid import UUID

from django.conf import settings

from handslag.domain.errors import BadInput
from handslag.domain.listening.receipts import CODE_BYTES

_MAC_BYTES = 16
LONGEST_TOKEN = 500  # characters; a longer one is none of ours


@dataclass(frozen=True)  # without slots: what is computed once is kept in it
class FormToken:
    """A form that we gave out. `age`: seconds since then; used once and then forgotten."""

    survey: str
    nonce: bytes
    age: int

    @cached_property
    def code(self) -> bytes:
        """The receipt code of the answer."""
        return _mac("receipt", self.survey.encode() + self.nonce)

    @cached_property
    def mark(self) -> UUID:
        """What the table of sent forms keeps: leads neither to the nonce nor to the answer."""
        return UUID(bytes=_mac("sent", self.survey.encode() + self.nonce))

    @cached_property
    def compared(self) -> UUID:
        """The same for a paper form whose two entries have been compared. Neither leads to the other."""
        return UUID(bytes=_mac("compared", self.survey.encode() + self.nonce))


def new_token(survey: str) -> str:
    """A token for a form of the survey with this public id."""
    body = secrets.token_bytes(CODE_BYTES) + int(time()).to_bytes(5, "big")
    return urlsafe_b64encode(body + _mac("form", survey.encode() + body)).decode()


def read_token(survey: str, token: str) -> FormToken:
    """The form a token is of.

    Raises `BadInput("form_broken")` for one that is not ours or of another survey.
    """
    try:
        whole = urlsafe_b64decode(token.encode())
    except ValueError as error:
        raise BadInput("form_broken") from error
    body, mac = whole[:-_MAC_BYTES], whole[-_MAC_BYTES:]
    if not compare_digest(mac, _mac("form", survey.encode() + body)):
        raise BadInput("form_broken")
    return FormToken(survey, body[:CODE_BYTES], int(time()) - int.from_bytes(body[CODE_BYTES:], "big"))


def _mac(purpose: str, message: bytes) -> bytes:
    return digest(_key(purpose, settings.SECRET_KEY), message, "sha256")[:_MAC_BYTES]


@lru_cache(maxsize=8)
def _key(purpose: str, secret: str) -> bytes:
    return sha256(f"handslag.survey.{purpose}:{secret}".encode()).digest()
