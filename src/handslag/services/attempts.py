"""Attempts to log in, counted by all processes that serve together: where allauth keeps its limits.

A row says that somebody has tried, and when. Who it was (an address, an e-mail address) stands there only as
HMAC with our secret. Its time is five minutes at most; the next attempt takes away what has passed.
"""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

_FORGET = "DELETE FROM handslag_attempts WHERE expires < %s"  # the table that the settings name


class Attempts(DatabaseCache):
    """Named by the settings."""

    def make_key(self, key: Any, version: int | None = None) -> str:
        whole = super().make_key(key, version)
        return salted_hmac("handslag.attempts", whole, algorithm="sha256").hexdigest()

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value under a key that has none. allauth begins each attempt with this, to have its turn."""
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [connection.ops.adapt_datetimefield_value(timezone.now())])
        return super().add(key, value, timeout, version)
