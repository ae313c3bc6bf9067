"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Municipalities, users, roles and the audit log."""

    name = "streekwerk.accounts"
    verbose_name = "Accounts"
