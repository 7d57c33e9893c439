"""Erased is gone: what a row said must not stay in the files that the database keeps besides its rows."""

import logging
import time
from collections.abc import Mapping
from functools import partial

from django.db import connection, transaction
from django.db.models import QuerySet

from handslag.models.models import (
    LogEntry,
    Response,
    SealedResponse,
    SentForm,
    SpentWork,
    SurveyCode,
    Voice,
    VoiceReview,
)
from handslag.models.random_order import rewrite_tables
from handslag.models.word_keys import destroy, doubt, settle

_TABLES = (LogEntry, Response, SealedResponse, SentForm, SpentWork, SurveyCode, Voice, VoiceReview)
_ON_THE_WAY = 3600  # seconds in which a key may belong to what is not committed yet


def erase_voices(voices: "QuerySet[Voice]") -> None:
    """Erase voices with what was said of them, in the transaction of whoever calls.

    - when it is committed the keys of their words are overwritten: no copy of the database says them again
    """
    books: dict[str, list[str]] = {}
    for book, key in voices.order_by().values_list("source_id", "pk"):
        books.setdefault(book, []).append(key)
    for book, keys in books.items():
        doubt(book, keys)
        Voice.objects.filter(pk__in=keys).only("pk").delete()  # also one whose words nobody can read any more
    transaction.on_commit(partial(_destroy_all, books))


def finish_erasing() -> None:
    """Overwrite the keys of words that were erased, or never stored, by a process that ended too soon."""
    settle(_stored, older_than=time.time() - _ON_THE_WAY)


def _destroy_all(books: Mapping[str, list[str]]) -> None:
    try:
        for book, keys in books.items():
            destroy(book, keys)
    except OSError:
        logging.getLogger(__name__).exception("A key could not be destroyed; it is tried again tonight.")


def _stored(keys: set[str]) -> set[str]:
    return set(Voice.objects.filter(pk__in=keys).values_list("pk", flat=True))


def leave_out_erased() -> None:
    """Let nothing of what has been erased stay in the files of the tables, nor in SQLite's log.

    To be called when the erasing is committed, and every night for what residents have taken back. On
    PostgreSQL its log is the operator's (docs/run/hosting.md).
    """
    rewrite_tables(*_TABLES)
    empty_log()


def empty_log() -> None:
    """On SQLite, move what is in the write-ahead log into the database and cut it to nothing."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
