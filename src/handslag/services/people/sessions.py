"""Sessions of people who have logged in."""

from importlib import import_module

from django.conf import settings


def purge_sessions() -> None:
    """Take away sessions that have ended.

    - They say who logged in, and when; nobody can use them any more.
    """
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
