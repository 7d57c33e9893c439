"""Sessions in the database under a hash of their key: a copy of the database opens none of them."""

from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends import db


def _digest(key: str | None) -> str:
    return sha256((key or "").encode()).hexdigest()[:40]  # as long as Django's column


class SessionStore(db.SessionStore):
    """Django's own, which has the key itself in the cookie only. Used without `async`, as all pages are."""

    def _get_session_from_db(self) -> Any:
        key, self._session_key = self.session_key, _digest(self.session_key)
        session = super()._get_session_from_db()  # type: ignore[misc]  # not in its types
        self._session_key = key if session else None
        return session

    def exists(self, session_key: str) -> bool:
        return bool(super().exists(_digest(session_key)))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        session = super().create_model_instance(data)
        session.session_key = _digest(session.session_key)
        return session

    def delete(self, session_key: str | None = None) -> None:
        key = self.session_key if session_key is None else session_key
        if key is not None:
            super().delete(_digest(key))
