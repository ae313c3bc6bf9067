"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountScreensConfig(AppConfig):
    """Signing in, second factor, sessions, invitations and who may do what."""

    name = "streekwerk.screens.account"
    label = "screens_account"
    verbose_name = "Account"
