"""Sealing what must lie in the database and must not be read there, under our secret, which does not."""

import base64
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

_MARK = "sealed:"


def seal(text: str) -> str:
    """The text as it may be stored; as it is when it is sealed already."""
    return text if text.startswith(_MARK) else _MARK + _box().encrypt(text.encode()).decode()


def unseal(stored: str) -> str | None:
    """The text again; None when it was not sealed under our secret."""
    try:
        return _box().decrypt(stored.removeprefix(_MARK)).decode()
    except InvalidToken:
        return None


def _box() -> Fernet:
    key = sha256(b"secret box" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
