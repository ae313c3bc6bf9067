"""A form that was sent when the session had just ended, kept for who sent it.

It is kept for an hour, in the session that the same browser goes on with. Only the same
person sees it again, and only that person sends it, by pressing a button. Files, and
anything about signing in, are not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from streekwerk.accounts.models import User

KEPT = "kept_form"
SECONDS = 3600
MOST = 200_000
# Passwords and codes are typed at these; no such field is ever kept.
NEVER = ("account", "login", "logout", "mfa_", "openid_connect", "set_language", "who-are-you")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where the form goes, the page it stood on, and its fields in order."""

    path: str
    page: str
    fields: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """Return what the session can hold."""
        return {"path": self.path, "page": self.page, "fields": [list(one) for one in self.fields]}


def take(request: HttpRequest) -> KeptForm | None:
    """Return the form in ``request``, None when it has none that may be kept."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if request.method != "POST" or request.FILES or name.startswith(NEVER):
        return None
    fields = tuple(
        (field, str(value))
        for field, values in request.POST.lists()
        for value in values
        if field != "csrfmiddlewaretoken"
    )
    if sum(len(field) + len(value) for field, value in fields) > MOST:
        return None
    return KeptForm(request.get_full_path(), page(request), fields)


def page(request: HttpRequest) -> str:
    """Return the page of this site that the form stood on, as far as the browser says so."""
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}):
        return urlsplit(referer)._replace(scheme="", netloc="").geturl() or "/"
    return "/"


def keep(request: HttpRequest, user: User, form: KeptForm) -> None:
    """Keep ``form`` for ``user`` in the session that begins now."""
    request.session[KEPT] = {"user": user.pk} | form.as_json()
    request.session.set_expiry(SECONDS)


def kept(request: HttpRequest, user: User) -> KeptForm | None:
    """Return what is kept for ``user``; what was somebody else's is thrown away."""
    held = request.session.get(KEPT)
    if held is None:
        return None
    if held["user"] != user.pk:
        forget(request)
        return None
    return KeptForm(held["path"], held["page"], tuple((one[0], one[1]) for one in held["fields"]))


def forget(request: HttpRequest) -> None:
    """Throw away what is kept."""
    request.session.pop(KEPT, None)
