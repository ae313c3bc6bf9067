"""What we do when Django or allauth says that something happened."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from streekwerk.accounts.entry import limits
from streekwerk.accounts.entry.actions import sign_in
from streekwerk.accounts.models import User


@receiver(user_logged_in)
def _begin(request: HttpRequest, **_more: Any) -> None:  # noqa: ANN401 - Django's
    """Start the clocks of a session, whichever way it began."""
    limits.begin(request)
    request.session.set_expiry(0)


@receiver(user_logged_out)
def _signed_out(user: User | None, **_more: Any) -> None:  # noqa: ANN401 - Django's
    if user is not None:
        sign_in.note(user, "session.closed")


@receiver(mfa.authenticator_added)
def _added(user: User, authenticator: Authenticator, **_more: Any) -> None:  # noqa: ANN401 - allauth's
    made = authenticator.type == Authenticator.Type.RECOVERY_CODES
    event = "second_factor.codes_made" if made else "second_factor.added"
    sign_in.note(user, event, kind=str(authenticator.type))


@receiver(mfa.authenticator_removed)
def _removed(user: User, authenticator: Authenticator, **_more: Any) -> None:  # noqa: ANN401 - allauth's
    sign_in.note(user, "second_factor.removed", kind=str(authenticator.type))


@receiver(mfa.authenticator_reset)
def _renewed(user: User, **_more: Any) -> None:  # noqa: ANN401 - allauth's
    sign_in.note(user, "second_factor.codes_renewed")


@receiver(mfa.authentication_failed)
def _wrong_code(user: User, **_more: Any) -> None:  # noqa: ANN401 - allauth's
    sign_in.note_against(user, "sign_in.failed", how="code")
