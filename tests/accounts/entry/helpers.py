"""People with passwords and second factors, as they are outside the demo region."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from streekwerk.accounts.models import User
from streekwerk.accounts.scope import AT_THE_DOOR, acting

PASSWORD = "zeven groene fietsen"  # noqa: S105 - of people who do not exist


def code_now(secret: str, at: float | None = None) -> str:
    """Compute the six digits by RFC 6238, independently of the product."""
    counter = int((time.time() if at is None else at) // 30)
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def with_password(user: User, password: str = PASSWORD) -> User:
    """Give ``user`` a password."""
    with acting(AT_THE_DOOR):
        user.set_password(password)
        user.save(update_fields=["password"])
    return user


def with_app(user: User) -> str:
    """Give ``user`` an app with codes; return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def type_password(client: Client, name: str, password: str = PASSWORD, following: str = "") -> str:
    """Type name and password; return where that leads, empty for nowhere."""
    answer = client.post(reverse("login"), {"login": name, "password": password, "next": following})
    return str(answer.headers.get("Location", ""))


def come_in(user: User, secret: str, client: Client | None = None) -> Client:
    """Sign ``user`` in with password and code; return the browser."""
    browser = client or Client()
    assert type_password(browser, user.username) == reverse("mfa_authenticate")
    answer = browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return browser
