"""The paths of links that are mailed or handed over."""

from __future__ import annotations

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from streekwerk.accounts.models import User


def invitation_path(secret: str) -> str:
    """Return where an invitation is taken."""
    return reverse("invitation", args=[secret])


def reset_path(person: User) -> str:
    """Return where ``person`` chooses a new password; works once, until it is changed."""
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), key])
