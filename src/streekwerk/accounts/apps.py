"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Municipalities, users, roles and the audit log."""

    name = "streekwerk.accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Listen to who comes in and goes."""
        from streekwerk.accounts.entry import receivers  # noqa: F401, PLC0415 (models are ready now)
