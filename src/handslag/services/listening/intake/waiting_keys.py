"""Keys that seal the answers that wait for others: files outside the database, destroyed with their batch.

A key is on the disk before anything is sealed with it, as what is sealed must be. It belongs in no backup:
the folder says so to programs that ask (`CACHEDIR.TAG`).
"""

import hmac
import logging
import os
import secrets
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import OperationalError

_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# Keys that die with what they seal: never back them up.\n"
)
_NONCE_BYTES = 12
_LEFT_ALONE = 3600  # seconds in which a key may belong to what is not committed yet


class Key:
    """One key: `seal` and `open_` what waits, and name a row so that only the key leads to it."""

    def __init__(self, name: UUID, secret: bytes) -> None:
        self.name, self._secret = name, secret

    def row_of(self, response: UUID) -> UUID:
        """The id under which the answer with this id waits."""
        return UUID(bytes=hmac.digest(self._secret, b"row" + response.bytes, sha256)[:16])

    def seal(self, row: UUID, plain: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._secret).encrypt(nonce, plain, row.bytes)

    def open_(self, row: UUID, sealed: bytes) -> bytes:
        """Raises cryptography's `InvalidTag` for what was not sealed with this key for this row."""
        return AESGCM(self._secret).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], row.bytes)


def new_key() -> Key:
    """A key that is on the disk. Raises `OperationalError` when it cannot be: nothing may be sealed then."""
    name, secret = uuid4(), secrets.token_bytes(32)
    try:
        _make_folder()
        with _path(name).open("xb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        _flush_folder()
    except OSError as error:
        raise OperationalError("No key could be written.") from error
    return Key(name, secret)


def key_named(name: UUID) -> Key | None:
    """The key; None where it is not, as after a backup was put back. Raises `OperationalError`."""
    try:
        with open(f"{settings.KEYS}/{name}.key", "rb") as file:  # for each answer: a `Path` takes longer
            return Key(name, file.read())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OperationalError("A key could not be read.") from error


def destroy(name: UUID) -> None:
    """Overwrite the key and take it away. Nobody can open what it sealed, wherever a copy of that is."""
    try:
        with _path(name).open("r+b") as file:
            file.write(bytes(32))
            file.flush()
            os.fsync(file.fileno())
        _path(name).unlink()
        _flush_folder()
    except FileNotFoundError:
        return  # another process was first
    except OSError:
        logging.getLogger(__name__).exception("A key could not be destroyed; it is tried again tonight.")


def destroy_all_but(used: set[UUID]) -> None:
    """Destroy the keys that seal nothing, such as a process left that was killed."""
    for path in _folder().glob("*.key"):
        with suppress(FileNotFoundError):
            if UUID(path.stem) not in used and time.time() - path.stat().st_mtime > _LEFT_ALONE:
                destroy(UUID(path.stem))


def _folder() -> Path:
    return Path(settings.KEYS)


def _path(name: UUID) -> Path:
    return _folder() / f"{name}.key"


def _make_folder() -> None:
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    tag = _folder() / "CACHEDIR.TAG"
    if not tag.exists():
        tag.write_text(_TAG)


def _flush_folder() -> None:
    folder = os.open(_folder(), os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
