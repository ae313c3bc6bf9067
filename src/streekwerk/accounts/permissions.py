"""Who may do what with accounts, and how an action or a view asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from streekwerk.accounts.models import Role, User

P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


def require(allowed: bool) -> None:
    """Raise PermissionDenied unless ``allowed``."""
    if not allowed:
        raise PermissionDenied


def may_choose_demo_person(person: User) -> bool:
    """Allow anybody, for a fictitious person, and only while the demo region runs."""
    return bool(settings.DEMO and person.fictitious and person.is_active)


def has_role(user: User | AnonymousUser, *roles: Role) -> bool:
    """Whether ``user`` is signed in and has one of ``roles``."""
    return isinstance(user, User) and user.is_active and user.role in roles


def for_roles(
    *roles: Role,
) -> Callable[
    [Callable[Concatenate[SignedInRequest, P], HttpResponseBase]],
    Callable[Concatenate[HttpRequest, P], HttpResponseBase],
]:
    """Open a view to people in ``roles`` only: others get 403, strangers the login page."""

    def decorate(
        view: Callable[Concatenate[SignedInRequest, P], HttpResponseBase],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            require(has_role(request.user, *roles))
            return view(request, *args, **kwargs)  # type: ignore[arg-type]  # checked just above

        guarded.roles = frozenset(roles)  # type: ignore[attr-defined]  # read by the tests of every address
        return guarded

    return decorate
