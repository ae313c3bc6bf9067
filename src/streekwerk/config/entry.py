"""What the environment says about coming in: identity providers, mail, limits.

Secrets are read from the environment only; nothing of this is in the database.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from streekwerk.config import environment

_CODE = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider (OpenID Connect) that people of a municipality sign in with.

    ``second_factor`` says that the provider itself asks for a second factor, so that
    Streekwerk need not.
    """

    code: str
    name: str
    issuer: str
    client_id: str
    secret: str
    second_factor: bool

    @property
    def origin(self) -> str:
        """Return where the browser is sent: scheme and host of the issuer."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    def as_app(self) -> dict[str, Any]:
        """Return the provider as django-allauth wants it."""
        return {
            "provider_id": self.code,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {"server_url": self.issuer, "oauth_pkce_enabled": True},
        }


def providers(*, secure: bool) -> tuple[Provider, ...]:
    """Return the providers that ``STREEKWERK_OIDC`` names, in that order.

    Raises
    ------
    ValueError
        When a code is no plain word, a variable is missing, or an issuer is not https
        while ``secure``.
    """
    return tuple(
        _provider(code, secure=secure) for code in environment.words("STREEKWERK_OIDC", ())
    )


def _provider(code: str, *, secure: bool) -> Provider:
    if not _CODE.fullmatch(code):
        raise ValueError(f"STREEKWERK_OIDC: {code!r} must be small letters and digits")
    issuer = _of(code, "ISSUER").rstrip("/")
    if secure and not issuer.startswith("https://"):
        raise ValueError(f"STREEKWERK_OIDC_{code.upper()}_ISSUER must begin with https://")
    return Provider(
        code=code,
        name=os.environ.get(f"STREEKWERK_OIDC_{code.upper()}_NAME", code.title()),
        issuer=issuer,
        client_id=_of(code, "CLIENT_ID"),
        secret=_of(code, "SECRET"),
        second_factor=environment.flag(
            f"STREEKWERK_OIDC_{code.upper()}_SECOND_FACTOR", default=False
        ),
    )


def _of(code: str, what: str) -> str:
    name = f"STREEKWERK_OIDC_{code.upper()}_{what}"
    if not (value := os.environ.get(name)):
        raise ValueError(f"STREEKWERK_OIDC names {code!r}: {name} must be set")
    return value


def mail() -> dict[str, Any]:
    """Return Django's mail settings from ``STREEKWERK_SMTP`` (``smtps://user:word@host:465``).

    Without it no mail is sent, and whoever administers hands links over.
    """
    address = os.environ.get("STREEKWERK_SMTP", "")
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend", "MAIL": False}
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps", "smtp+plain"} or not parts.hostname:
        raise ValueError(
            "STREEKWERK_SMTP must look like smtp://user:password@host:587 (STARTTLS),"
            f" smtps://…:465 (TLS) or smtp+plain://…; got scheme {parts.scheme!r}"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "MAIL": True,
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtp": 587, "smtps": 465, "smtp+plain": 25}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
