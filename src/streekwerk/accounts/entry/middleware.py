"""What holds for every request of somebody who signed in: limits, and the second factor.

A form that was sent just too late is not lost: it is kept for its sender, who may send it
after signing in again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from streekwerk.accounts.entry import kept_form, limits, second_factor
from streekwerk.accounts.entry.actions import sign_in
from streekwerk.accounts.models import User

# Where somebody may be who still has to set up a second factor.
SET_UP = frozenset(
    {
        "account:second-factor",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "healthy",
        "login",
        "logout",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "set_language",
    }
)


class SessionLimitsMiddleware:
    """End sessions that were idle or open too long; lead to the second factor first.

    Works in ``process_view``, after the check against forged forms: what an expired
    session keeps was really sent by its owner.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer ``request``."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Stop a request that may not go on; otherwise write down that somebody is there."""
        user = request.user
        if not isinstance(user, User):
            return None
        if (why := limits.over(request.session, user)) is not None:
            return _end(request, user, why)
        if not second_factor.is_shown(request, user) and _name(request) not in SET_UP:
            return _go(request, reverse("account:second-factor"))
        # What a page asks for by itself is no sign that somebody sits there.
        if not (request.method == "GET" and request.headers.get("HX-Request")):
            limits.note(request.session)
        return None


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _end(request: HttpRequest, user: User, why: limits.Ended) -> HttpResponseBase:
    sign_in.note_ended(user, why.value)
    kept = kept_form.take(request)
    request.session.flush()
    request.user = AnonymousUser()
    back = request.get_full_path() if request.method == "GET" else kept_form.page(request)
    if kept is not None:
        kept_form.keep(request, user, kept)
        back = reverse("account:kept")
    question = {"next": back, "einde": why.value} | ({"bewaard": "ja"} if kept else {})
    return _go(request, f"{reverse('login')}?{urlencode(question)}")


def _go(request: HttpRequest, where: str) -> HttpResponseBase:
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": where})
    return redirect(where)
