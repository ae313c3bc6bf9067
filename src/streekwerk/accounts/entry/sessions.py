"""Where sessions are kept: in the database, each row saying whose it is.

Named by ``SESSION_ENGINE``. Works before any municipality is known, for the cookie's
key is all there is then.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions

from streekwerk.accounts.entry.models import SignInSession

ENTRY = "entry"


class SessionStore(DatabaseSessions):
    """Django's database sessions, in :class:`SignInSession`."""

    @classmethod
    def get_model_class(cls) -> type[SignInSession]:
        """Return the table."""
        return SignInSession

    def create_model_instance(self, data: dict[str, Any]) -> SignInSession:
        """Return the row for ``data``, its columns filled in."""
        row = super().create_model_instance(data)
        assert isinstance(row, SignInSession)  # noqa: S101 - for the type checker
        row.fill_in(data.get(SESSION_KEY), data.get(ENTRY) or {})
        return row
