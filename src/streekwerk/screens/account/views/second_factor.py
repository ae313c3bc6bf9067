"""Setting up, showing and taking away a second step."""

# mypy: disable-error-code="import-untyped,misc,no-any-return"
from __future__ import annotations

from typing import Any

from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from streekwerk.accounts.entry import second_factor
from streekwerk.accounts.entry.adapters import SecondFactorAdapter
from streekwerk.accounts.models import Role, User
from streekwerk.screens.account.section import section


@require_GET
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Explain the second step and let the reader choose one, at the first sign-in."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - login_required saw it; for the type checker
    if second_factor.is_shown(request, user) and second_factor.has_one(user):
        return redirect("account:own")
    context = section(request, "own") | {"plain": user.role == Role.JOBSEEKER}
    return render(request, "account/second_factor/choose.html", context)


class AddAppView(totp.ActivateTOTPView):
    """Link an app that makes codes."""

    template_name = "account/second_factor/app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add the secret in groups of four, for who cannot scan."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret = context["form"].secret
        groups = [secret[k : k + 4] for k in range(0, len(secret), 4)]
        return context | section(self.request, "own") | {"secret": " ".join(groups)}

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's
        """Count setting it up as showing it: the code was right."""
        answer = super().form_valid(form)
        second_factor.note_shown(self.request, self.request.user)
        return answer


class RemoveAppView(totp.DeactivateTOTPView):
    """Take the app away, unless it is the last second step."""

    template_name = "account/second_factor/remove.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add navigation."""
        return super().get_context_data(**kwargs) | section(self.request, "own")


class AddPasskeyView(webauthn.AddWebAuthnView):
    """Make a passkey on this device or a key."""

    template_name = "account/second_factor/passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Ask the device for a passkey that it opens with finger, face or PIN only."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, True)
        return context | section(self.request, "own") | {"options": options}

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's
        """Count making it as showing it: the device knew who touched it."""
        answer = super().form_valid(form)
        second_factor.note_shown(self.request, self.request.user)
        return answer


class RemovePasskeyView(webauthn.RemoveWebAuthnView):
    """Take a passkey away, unless it is the last second step."""

    template_name = "account/second_factor/remove.html"

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's
        """Keep the last one."""
        if not SecondFactorAdapter().can_delete_authenticator(self.get_object()):
            said = SecondFactorAdapter.error_messages["cannot_delete_authenticator"]
            messages.error(self.request, str(said))
            return redirect("account:own")
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add navigation, and the passkey's name."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | section(self.request, "own") | {"name": self.object.wrap().name}


class RenamePasskeyView(webauthn.EditWebAuthnView):
    """Give a passkey another name."""

    template_name = "account/second_factor/rename.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add navigation."""
        return super().get_context_data(**kwargs) | section(self.request, "own")


class CodesView(recovery.ViewRecoveryCodesView):
    """Show the recovery codes that still work."""

    template_name = "account/second_factor/codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add navigation."""
        return super().get_context_data(**kwargs) | section(self.request, "own")


@method_decorator(never_cache, name="dispatch")
class CodesFileView(recovery.DownloadRecoveryCodesView):
    """The same, as a text file."""

    template_name = "account/second_factor/codes.txt"

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - Django's
        """Name the file in words."""
        response = super().render_to_response(context, **kwargs)
        name = _("herstelcodes-streekwerk")
        response["Content-Disposition"] = f'attachment; filename="{name}.txt"'
        return response


class NewCodesView(recovery.GenerateRecoveryCodesView):
    """Make new recovery codes; the old ones stop working."""

    template_name = "account/second_factor/new_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        """Add navigation."""
        return super().get_context_data(**kwargs) | section(self.request, "own")


@require_GET
def back_to_own(_request: HttpRequest) -> HttpResponse:
    """Go where allauth wants to after a change: in our house the own account page."""
    return redirect("account:own")
