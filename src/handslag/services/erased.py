"""Erased is gone: what a row said must not stay in the files that the database keeps besides its rows."""

from django.db import connection

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

_TABLES = (LogEntry, Response, SealedResponse, SentForm, SpentWork, SurveyCode, Voice, VoiceReview)


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
