"""Taking an invitation: the only way to an account."""

# mypy: disable-error-code="import-untyped,no-any-return"
from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.entry import queries
from streekwerk.accounts.entry.actions import InvitationGoneError, accept
from streekwerk.accounts.entry.adapters import INVITED
from streekwerk.accounts.models import Role, User
from streekwerk.screens.account.forms.password import AcceptForm
from streekwerk.screens.account.views.entrance import explain


@never_cache
@require_GET
def arrive(request: HttpRequest, secret: str) -> HttpResponse:
    """Take the secret out of the address, where it would stay in the history, and go on."""
    refused = ratelimit.consume_or_429(
        request, app="allauth.account", action="reset_password_from_key", limit_get=True
    )
    if refused is not None:
        return refused
    request.session[INVITED] = secret
    return redirect("invitation-take")


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def take(request: HttpRequest) -> HttpResponse:
    """Ask name and password, make the account, and sign in."""
    secret = request.session.get(INVITED, "")
    invitation = queries.open_invitation(secret) if secret else None
    if invitation is None:
        return redirect("invitation-gone")
    if isinstance(request.user, User):
        return explain(request, "signed-in")
    initial = {"first_name": invitation.first_name, "last_name": invitation.last_name}
    form = AcceptForm(request.POST or None, email=invitation.email, initial=initial)
    if form.is_valid():
        kept = form.cleaned_data
        try:
            user = accept(secret, kept["first_name"], kept["last_name"], kept["password"])
        except InvitationGoneError:
            return redirect("invitation-gone")
        del request.session[INVITED]
        record_authentication(request, user, method="password", username=user.username)
        answer: HttpResponse = perform_login(request, Login(user=user))
        return answer
    context = {
        "form": form,
        "invitation": invitation,
        "plain": invitation.role == Role.JOBSEEKER,
        "providers": settings.OIDC_PROVIDERS,
    }
    return render(request, "account/take.html", context, status=422 if form.errors else 200)


@require_GET
def gone(request: HttpRequest) -> HttpResponse:
    """Say that the link does not work (any more): the same for each reason."""
    request.session.pop(INVITED, None)
    return explain(request, "gone", status=410)
