"""Keys of residents' words: each text is sealed with one of its own, which lies outside the database.

A database keeps what was erased in its log, its free space and its backups. So a text stands there only
sealed, and whoever erases it overwrites its key: then no copy of the database says it, whenever it was made.
A book is the file with the keys of one survey, dialogue or stop.
"""

import fcntl
import os
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from struct import Struct
from typing import BinaryIO, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import OperationalError

_MARK = "words"
_NONCE_BYTES = 12
_RECORD = Struct("16s32s?")
_MOST_BOOKS = 64  # in memory


class _Record(NamedTuple):
    """`is_unsure`: perhaps its text is not in the database, not yet or not any more."""

    id: bytes
    key: bytes
    is_unsure: bool


_OVERWRITTEN = _Record(bytes(16), bytes(32), is_unsure=False)
_known: dict[str, tuple[tuple[int, int, int], dict[bytes, bytes]]] = {}


def sealed(book: str, texts: Mapping[str, str]) -> dict[str, str]:
    """The texts, by their ids of 32 hexadecimal digits, as they may be stored; their keys are on the disk.

    An id that has a key keeps it. Raises `OperationalError` when a key cannot be written.
    """
    try:
        keys = _keys_for(book, [UUID(name).bytes for name in texts])
    except OSError as error:
        raise OperationalError("No key could be written.") from error
    return {name: _seal(book, UUID(name), keys[UUID(name).bytes], text) for name, text in texts.items()}


def is_sealed(stored: str) -> bool:
    """Whether `sealed` gave it."""
    return stored.startswith(f"{_MARK}:")


def unsealed(stored: str) -> str:
    """The text again. Raises `ValueError` when its key is gone, or when `sealed` never gave it."""
    try:
        _, book, name, content = stored.split(":")
        key, packed = _keys(book)[bytes.fromhex(name)], bytes.fromhex(content)
        bound = f"{book}:{name}".encode()
        return AESGCM(key).decrypt(packed[:_NONCE_BYTES], packed[_NONCE_BYTES:], bound).decode()
    except (InvalidTag, LookupError, OSError) as error:
        raise ValueError("words without their key") from error


def doubt(book: str, names: Collection[str]) -> None:
    """Note that these texts are being erased, so that `settle` does it should the process end first."""
    _change(book, _ids(names), lambda record: record._replace(is_unsure=True))


def destroy(book: str, names: Collection[str]) -> None:
    """Overwrite the keys of these texts. Nobody can read them again, wherever copies of them are."""
    _change(book, _ids(names), lambda _: _OVERWRITTEN)


def settle(stored: Callable[[set[str]], set[str]], *, older_than: float) -> None:
    """Overwrite the keys of texts that were never stored, or that were erased by a process that ended.

    `stored` says which of some texts there are. Books changed after the time `older_than` are left alone:
    their texts may be on the way.
    """
    for path in sorted(_folder().glob("*.keys")):
        unsure = {record.id for record in _records(path.stem) if record.is_unsure}
        if unsure and path.stat().st_mtime < older_than:
            there = _ids(stored({name.hex() for name in unsure}))
            _change(path.stem, there, lambda record: record._replace(is_unsure=False))
            _change(path.stem, unsure - there, lambda _: _OVERWRITTEN)


def forget_key_order(book: str) -> None:
    """Write the keys of a book anew in the order of their random ids, and overwrite the old file."""
    with _turn():
        if records := sorted(record for record in _records(book) if any(record.id)):
            new = _path(book).with_suffix(".new")
            _write(new, 0, records)
            with _path(book).open("r+b") as old:
                new.replace(_path(book))
                _flush_folder()
                old.write(bytes(os.fstat(old.fileno()).st_size))
                _flush(old)


def _seal(book: str, name: UUID, key: bytes, text: str) -> str:
    nonce, bound = secrets.token_bytes(_NONCE_BYTES), f"{book}:{name.hex}"
    content = nonce + AESGCM(key).encrypt(nonce, text.encode(), bound.encode())
    return f"{_MARK}:{bound}:{content.hex()}"


def _keys_for(book: str, names: Iterable[bytes]) -> dict[bytes, bytes]:
    with _turn():
        records = _records(book)
        keys = {record.id: record.key for record in records}
        new = {name: secrets.token_bytes(32) for name in names if name not in keys}
        if new:
            _add(book, len(records), [_Record(*pair, is_unsure=True) for pair in new.items()])
        elif records:
            os.utime(_path(book))  # a second try is on the way too: `settle` leaves it alone
    return keys | new


def _add(book: str, number: int, new: list[_Record]) -> None:
    """Write records after the first `number`. What is perhaps not on the disk must not pass for a key."""
    try:
        _write(_path(book), number, new)
        _flush_folder()
    except OSError:
        os.truncate(_path(book), number * _RECORD.size)
        raise


def _keys(book: str) -> dict[bytes, bytes]:
    """The keys of a book as they are now. Raises `OSError`."""
    file = _path(book).stat()
    stamp = (file.st_ino, file.st_size, file.st_mtime_ns)
    if book not in _known or _known[book][0] != stamp:
        if len(_known) >= _MOST_BOOKS:
            _known.clear()
        _known[book] = (stamp, {record.id: record.key for record in _records(book)})
    return _known[book][1]


def _change(book: str, names: Collection[bytes], into: Callable[[_Record], _Record]) -> None:
    with _turn():
        records = _records(book)
        changed = [into(record) if record.id in names else record for record in records]
        if changed != records:
            _write(_path(book), 0, changed)


def _records(book: str) -> list[_Record]:
    """All records; half a one at the end, of a process that ended while it wrote, is none."""
    try:
        content = _path(book).read_bytes()
    except FileNotFoundError:
        return []
    whole = len(content) - len(content) % _RECORD.size
    return [_Record._make(values) for values in _RECORD.iter_unpack(content[:whole])]


def _write(path: Path, number: int, records: Iterable[_Record]) -> None:
    """Write records over those from `number` on, in place, and onto the disk."""
    with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        file.seek(number * _RECORD.size)
        file.write(b"".join(_RECORD.pack(*record) for record in records))
        _flush(file)


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _flush_folder() -> None:
    folder = os.open(_folder(), os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def _turn() -> Iterator[None]:
    """No other thread or process changes a book meanwhile."""
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    with (_folder() / "turn").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _folder() -> Path:
    return Path(settings.WORD_KEYS)


def _path(book: str) -> Path:
    if not book.isalnum():  # a name that was written into the database could lead anywhere
        raise ValueError(book)
    return _folder() / f"{book}.keys"


def _ids(names: Iterable[str]) -> set[bytes]:
    return {UUID(name).bytes for name in names}
