"""Whether somebody proved more than a password in this session.

Compulsory for everybody outside the demo region (BIO2 5.17.01: several factors on what can
be reached from the internet).
"""

from __future__ import annotations

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from streekwerk.accounts.models import User

SHOWN = "second_factor_shown"
# Recovery codes are a spare key for these, not a factor to live on.
REAL = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_shown(request: HttpRequest, user: User) -> bool:
    """Whether this session may go on: a second factor was shown, or none is asked."""
    if not settings.SECOND_FACTOR_REQUIRED or request.session.get(SHOWN) == user.pk:
        return True
    if not any(_counts(record) for record in get_authentication_records(request, user)):
        return False
    note_shown(request, user)
    return True


def note_shown(request: HttpRequest, user: User) -> None:
    """Remember in the session that ``user`` showed a second factor."""
    request.session[SHOWN] = user.pk


def has_one(user: User) -> bool:
    """Whether ``user`` has set up an app or a passkey."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=REAL).exists())


def is_last(authenticator: Authenticator) -> bool:
    """Whether the person would be left without a second factor."""
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=REAL)
    return not others.exclude(pk=authenticator.pk).exists()


def _counts(record: dict[str, object]) -> bool:
    if record.get("method") == "socialaccount":
        return record.get("provider") in settings.OIDC_SECOND_FACTOR
    return record.get("method") == "mfa"
