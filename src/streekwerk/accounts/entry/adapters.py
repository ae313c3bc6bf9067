"""What we decide where django-allauth asks: who comes in, what is said, what is written down."""

# mypy: disable-error-code="import-untyped,misc,no-any-return"
from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from streekwerk.accounts.entry import limits, lockout, mail, queue, second_factor
from streekwerk.accounts.entry.actions import InvitationGoneError, accept, sign_in
from streekwerk.accounts.entry.words import SECOND_FACTOR_ERRORS, SIGN_IN_ERRORS
from streekwerk.accounts.models import Role, User

# Where a jobseeker comes in: the name of an address of the screens.
OWN_PAGES = "jobseeker:start"
# The secret of an invitation that somebody is taking, in the session.
INVITED = "invitation"


class AccountAdapter(DefaultAccountAdapter):
    """Signing in with name and password, and what follows."""

    error_messages = DefaultAccountAdapter.error_messages | SIGN_IN_ERRORS

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody makes an account without an invitation."""
        return False

    def add_message(self, *args: Any, message: str | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        """Say only what we say ourselves; allauth's own remarks stay unsaid."""
        if message:
            super().add_message(*args, message=message, **kwargs)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead a jobseeker to the own pages, and everybody else to the start page."""
        user = request.user
        if isinstance(user, User) and user.role == Role.JOBSEEKER:
            return reverse(OWN_PAGES)
        return super().get_login_redirect_url(request)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the visitor's address; behind a socket without one everybody shares a count."""
        return get_client_ip(request) or "unknown"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 - allauth's
        """Count the attempt; say how long to wait when there were too many."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            key = self._get_login_attempts_cache_key(request, **credentials)
            raise too_many(lockout.minutes_to_wait(request, key)) from error

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 - allauth's
        """Write down a wrong password for an account there is, and when it closes for a while."""
        person = User.objects.filter(username__iexact=credentials.get("username", "")).first()
        if person is None:
            return
        sign_in.note_against(person, "sign_in.failed", how="password")
        key = self._get_login_attempts_cache_key(request, **credentials)
        if lockout.is_full(request, key):
            sign_in.note_against(person, "sign_in.locked")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ANN401 - allauth's
        """Ask the password again, unless the person just signed in."""
        records = get_authentication_records(self.request, self.request.user)
        if records and limits.now() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say that the account is off, to somebody who knew its password."""
        sign_in.note_against(user, "sign_in.refused", why="inactive")
        return super().respond_user_inactive(request, user)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - allauth's
        """Write down how somebody came in; offer a form that was kept."""
        methods = {record["method"] for record in get_authentication_records(request, user)}
        sign_in.note(user, "sign_in.succeeded", how=" ".join(sorted(methods)))
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def set_password(self, user: User, password: str) -> None:
        """Store a new password, chosen by a link or by the person."""
        super().set_password(user, password)
        sign_in.note_against(user, "password.changed")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the person what changed, in our words; the worker sends it."""
        what = template_prefix.rsplit("/", 1)[-1]
        if what in mail.NOTICES:
            queue.defer_notice(user, what)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send none of allauth's mails: ours are in ``mail``."""
        raise NotImplementedError(f"{template_prefix} is not a mail of Streekwerk")


def too_many(minutes: int) -> ValidationError:
    """Return the refusal after too many attempts, the same with an account as without."""
    said = _("Te vaak geprobeerd. Probeer het over %(minutes)d minuten opnieuw.")
    if minutes == 1:
        said = _("Te vaak geprobeerd. Probeer het over een minuut opnieuw.")
    return ValidationError(said % {"minutes": minutes}, code="too_many_login_attempts")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Codes and passkeys."""

    error_messages = DefaultMFAAdapter.error_messages | SECOND_FACTOR_ERRORS

    def encrypt(self, text: str) -> str:
        """Keep the secret of an app unreadable for who has the database alone."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what :meth:`encrypt` was given."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last one where a second factor is compulsory."""
        return not (settings.SECOND_FACTOR_REQUIRED and second_factor.is_last(authenticator))

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """Suggest a name for a passkey."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Mijn passkey") if count == 0 else f"{_('Mijn passkey')} {count + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name this site to the device that keeps the passkey."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Streekwerk"}


def _cipher() -> MultiFernet:
    """Return the cipher whose key follows from the secret key, and from earlier ones."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    derived = [hashlib.sha256(f"second-factor:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Signing in through a municipality's identity provider: the invited only."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "invalid_token": gettext_lazy("Het inloggen bij uw organisatie is niet gelukt."),
    }

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: SocialLogin) -> bool:
        """Nobody makes an account without an invitation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let the known in; make the account of somebody who holds an invitation; else explain.

        The account hangs on the provider's own identifier, never on a mail address: an
        address can be given to somebody else.
        """
        if sociallogin.is_existing:
            return
        secret = request.session.pop(INVITED, None)
        if secret is None:
            raise ImmediateHttpResponse(redirect("account-unknown"))
        given = sociallogin.user
        try:
            user = accept(
                secret, given.first_name, given.last_name, password=None, email=given.email
            )
        except InvitationGoneError as error:
            raise ImmediateHttpResponse(redirect("invitation-gone")) from error
        sociallogin.connect(request, user)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,  # noqa: ANN401 - allauth's
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Explain that it did not work, without the provider's own message."""
        raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
