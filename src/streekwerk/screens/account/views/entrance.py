"""Signing in and out: django-allauth's steps, on our own pages."""

# mypy: disable-error-code="import-untyped,misc,no-any-return"
from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.core.internal import ratelimit
from allauth.mfa.base import views as mfa
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.entry import kept_form, queries, queue
from streekwerk.accounts.entry.permissions import mail_is_sent
from streekwerk.accounts.models import User
from streekwerk.screens.account.forms.entrance import ForgottenForm

WHY = {"idle", "long"}


class LoginView(account.LoginView):
    """Ask name and password, or a passkey, or the organisation's own sign-in."""

    template_name = "account/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add the other ways in, and why somebody is here again."""
        why = self.request.GET.get("einde", "")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "providers": settings.OIDC_PROVIDERS,
            "next": context["redirect_field_value"] or "",
            "why": why if why in WHY else "",
            "kept": kept_form.KEPT in self.request.session,
        }


class CodeView(mfa.AuthenticateView):
    """Ask the second factor after the password."""

    template_name = "account/code.html"


class PasskeyLoginView(webauthn.LoginWebAuthnView):
    """Sign in with a passkey alone: the device asks finger, face or PIN."""


class _AgainMixin:
    """Ask once more who somebody is, before something that must not be done by another."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"next": context["redirect_field_value"] or ""}


class AgainByPasswordView(_AgainMixin, account.ReauthenticateView):
    """With the password."""

    template_name = "account/again.html"


class AgainByCodeView(_AgainMixin, mfa.ReauthenticateView):
    """With a code."""

    template_name = "account/again.html"


class AgainByPasskeyView(_AgainMixin, webauthn.ReauthenticateWebAuthnView):
    """With a passkey."""

    template_name = "account/again.html"


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def forgotten(request: HttpRequest) -> HttpResponse:
    """Mail a link for a new password; the answer is the same with an account as without."""
    form = ForgottenForm(request.POST or None)
    if mail_is_sent() and form.is_valid():
        typed = form.cleaned_data["login"].strip().lower()
        refused = ratelimit.consume_or_429(
            request, app="allauth.account", action="reset_password", key=typed
        )
        if refused is not None:
            return refused
        site = f"{request.scheme}://{request.get_host()}"
        queue.defer_reset_link(queries.account_with_address(typed), site)
        return redirect("account_reset_password_done")
    context = {"form": form, "mailed": mail_is_sent()}
    return render(request, "account/forgotten.html", context, status=422 if form.errors else 200)


@require_GET
def forgotten_sent(request: HttpRequest) -> HttpResponse:
    """Say what happens now, whether or not there is such an account."""
    return render(request, "account/forgotten_sent.html")


@method_decorator(never_cache, name="dispatch")
class NewPasswordView(account.PasswordResetFromKeyView):
    """Choose a new password with a link."""

    template_name = "account/new_password.html"


@require_GET
def new_password_done(request: HttpRequest) -> HttpResponse:
    """Say that the new password works, and go on to signing in."""
    return render(request, "account/new_password_done.html")


def explain(request: HttpRequest, what: str, status: int = 200) -> HttpResponse:
    """Explain why somebody does not come in, and what to do."""
    return render(request, "account/explain.html", {"what": what}, status=status)


@require_GET
def switched_off(request: HttpRequest) -> HttpResponse:
    """Say that the account is off."""
    return explain(request, "off")


@require_GET
def unknown(request: HttpRequest) -> HttpResponse:
    """Say that the organisation knows this person, but nobody invited them here."""
    return explain(request, "unknown")


@require_GET
def provider_failed(request: HttpRequest) -> HttpResponse:
    """Say that the organisation's own sign-in did not work."""
    return explain(request, "failed")


@require_GET
def provider_cancelled(request: HttpRequest) -> HttpResponse:
    """Say that somebody turned back at the organisation's own sign-in."""
    return explain(request, "cancelled")


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer 429: too much from one address."""
    return explain(request, "many", status=429)


@never_cache
@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponseBase:
    """Offer a form that was sent just after the session ended; POST throws it away."""
    user = request.user
    form = kept_form.kept(request, user) if isinstance(user, User) else None
    if form is None:
        return redirect("home" if isinstance(user, User) else "login")
    if request.method == "POST":
        kept_form.forget(request)
        return redirect(form.page)
    return render(request, "account/kept.html", {"kept": form})
