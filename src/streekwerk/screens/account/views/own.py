"""One's own account: name, language, password, second step, sessions, and who came in."""

# mypy: disable-error-code="import-untyped,misc,no-any-return"
from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.actions import choose_language
from streekwerk.accounts.entry import queries
from streekwerk.accounts.entry.actions import people
from streekwerk.accounts.entry.models import SignInSession
from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.screens.account.devices import device_words
from streekwerk.screens.account.events import event_words
from streekwerk.screens.account.forms.access import DetailsForm
from streekwerk.screens.account.section import section
from streekwerk.screens.design.navigation import Link


@require_GET
@for_roles(*Role)
def own(request: SignedInRequest) -> HttpResponse:
    """Show everything about the own account on one page."""
    user = request.user
    ways = queries.second_factors_of(user)
    kinds = Authenticator.Type
    context = section(request, "own") | {
        "apps": [one for one in ways if one.type == kinds.TOTP],
        "passkeys": [one for one in ways if one.type == kinds.WEBAUTHN],
        "codes": next((one for one in ways if one.type == kinds.RECOVERY_CODES), None),
        "has_password": user.has_usable_password() and bool(user.password),
        "sessions": [_session(one, request) for one in queries.sessions_of(user)],
        "events": [(entry, event_words(entry)) for entry in queries.own_events(user)],
    }
    return render(request, "account/own.html", context)


def _session(session: SignInSession, request: HttpRequest) -> dict[str, Any]:
    browser, system = device_words(session.device)
    return {
        "name": queries.session_name(session.session_key),
        "browser": browser,
        "system": system,
        "started_at": session.started_at,
        "seen_at": session.seen_at,
        "is_this": session.session_key == request.session.session_key,
    }


@require_http_methods(["GET", "POST"])
@for_roles(*Role)
def details(request: SignedInRequest) -> HttpResponse:
    """Change the own name and language."""
    user = request.user
    initial = {
        "first_name": user.first_name,
        "last_name": user.last_name,
        "language": user.language,
    }
    form = DetailsForm(request.POST or None, initial=initial)
    if form.is_valid():
        kept = form.cleaned_data
        people.change_own_details(
            user, kept["first_name"].strip(), kept["last_name"].strip(), kept["language"]
        )
        choose_language(request, kept["language"])
        messages.success(request, _("Opgeslagen."))
        return redirect("account:own")
    trail = (Link(_("Mijn account"), reverse("account:own")), Link(_("Naam en taal")))
    context = section(request, "own", *trail) | {"form": form}
    return render(request, "account/details.html", context, status=422 if form.errors else 200)


@require_POST
@for_roles(*Role)
def end_session(request: SignedInRequest, name: str) -> HttpResponse:
    """End one of the own sessions."""
    if people.end_own_session(request.user, name):
        messages.success(request, _("Op dat apparaat is uw sessie gestopt."))
    return redirect("account:own")


@require_POST
@for_roles(*Role)
def end_others(request: SignedInRequest) -> HttpResponse:
    """End all own sessions but this one."""
    people.end_other_sessions(request.user, request.session.session_key or "")
    messages.success(request, _("Op alle andere apparaten is uw sessie gestopt."))
    return redirect("account:own")


class _PasswordMixin:
    """The own password, in the section of the own account."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        trail = (Link(_("Mijn account"), reverse("account:own")), Link(_("Wachtwoord")))
        return super().get_context_data(**kwargs) | section(self.request, "own", *trail)

    def get_default_success_url(self) -> str:
        return reverse("account:own")

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's
        answer = super().form_valid(form)
        messages.success(self.request, _("Uw nieuwe wachtwoord werkt vanaf nu."))
        return answer


class ChangePasswordView(_PasswordMixin, account.PasswordChangeView):
    """Choose another password."""

    template_name = "account/password.html"


class SetPasswordView(_PasswordMixin, account.PasswordSetView):
    """Choose a first password."""

    template_name = "account/password.html"
