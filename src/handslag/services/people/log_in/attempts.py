"""Attempts to log in, counted by all processes that serve together: where allauth keeps its limits.

A row says that somebody has tried, and when. Who it was (an address, an e-mail address) stands there only as
HMAC with our secret. Its time is a day at most; the next attempt takes away what has passed.
"""

import pickle
from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

_FORGET = "DELETE FROM handslag_attempts WHERE expires < %s"  # the table that the settings name
_KEEP = (
    "INSERT INTO handslag_attempts (cache_key, value, expires) VALUES (%s, %s, %s) ON CONFLICT (cache_key) "
)
_IF_NEW = "DO NOTHING"
_ANYHOW = "DO UPDATE SET value = excluded.value, expires = excluded.expires"


class Attempts(DatabaseCache):
    """Named by the settings.

    Django's own says "there is one already" when the disk is full or the table locked, which allauth takes
    for too many attempts. Here whoever writes gets what the database raises.
    """

    def make_key(self, key: Any, version: int | None = None) -> str:
        whole = super().make_key(key, version)
        return salted_hmac("handslag.attempts", whole, algorithm="sha256").hexdigest()

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool:
        """Keep a value under `key` (mode "add": only where there is none); whether it was kept.

        allauth begins each attempt with "add", to have its turn.
        """
        until = datetime.fromtimestamp(self.get_backend_timeout(timeout) or 0, UTC)
        kept = b64encode(pickle.dumps(value)).decode()
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [_stored(timezone.now())])
            cursor.execute("SELECT count(*) FROM handslag_attempts")
            if (rows := cursor.fetchone()[0]) > self._max_entries:
                self._cull("default", cursor, timezone.now(), rows)  # type: ignore[attr-defined]  # the stubs lack it
            cursor.execute(_KEEP + (_IF_NEW if mode == "add" else _ANYHOW), [key, kept, _stored(until)])
            return bool(cursor.rowcount == 1)


def _stored(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment.replace(microsecond=0))
