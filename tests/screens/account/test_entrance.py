"""The entrance shows our own pages and nothing of the library's, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.template.base import Template
from django.test import Client
from django.test.signals import template_rendered
from django.urls import reverse
from pytest_django import Settings
from tests.accounts.entry.helpers import PASSWORD, come_in, with_app, with_password
from tests.cast import Cast

from streekwerk.screens.account import entrance_urls

OURS = Path(__file__).parents[3] / "src" / "streekwerk"
STRANGERS = (
    "login",
    "account_inactive",
    "account-unknown",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "invitation-gone",
)
INSIDE = (
    "account:own",
    "account:details",
    "account_change_password",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
    "mfa_reauthenticate",
)
LEADS_ON = ("mfa_index", "mfa_list_webauthn", "account_set_password", "account:second-factor")
ENGLISH = ("Sign In", "Security Key", "Two-Factor", "Log In", "Authenticator")


@pytest.fixture
def rendered() -> Iterator[list[str]]:
    """Collect where every template came from that was rendered."""
    seen: list[str] = []

    def note(template: Template, **_more: object) -> None:
        if template.origin and template.origin.name not in {"<unknown source>", None}:
            seen.append(str(template.origin.name))

    template_rendered.connect(note)
    yield seen
    template_rendered.disconnect(note)


def own(rendered: list[str]) -> bool:
    strange = [name for name in rendered if not Path(name).resolve().is_relative_to(OURS)]
    assert [name for name in strange if "allauth" in name] == []
    return bool(rendered)


@pytest.mark.parametrize("name", STRANGERS)
def test_strangers_see_our_pages(db: None, rendered: list[str], name: str) -> None:
    page = Client().get(reverse(name))
    assert page.status_code in {200, 410}
    assert own(rendered)
    text = page.content.decode()
    assert "<title>" in text
    assert not [word for word in ENGLISH if word in text]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_inside_sees_our_pages(
    cast: Cast, rendered: list[str], settings: Settings, language: str
) -> None:
    secret = with_app(with_password(cast.alice))
    browser = come_in(cast.alice, secret)
    browser.post(reverse("set_language"), {"language": language})
    for name in INSIDE:
        page = browser.get(reverse(name))
        expected = 302 if name == "mfa_activate_totp" else 200
        assert page.status_code == expected, name
        if language == "nl" and expected == 200:
            text = page.content.decode()
            assert not [word for word in ENGLISH[:4] if word in text], name
    for name in LEADS_ON:
        assert browser.get(reverse(name)).status_code == 302, name
    passkeys = Authenticator.objects.filter(type="webauthn")
    assert not passkeys.exists()
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert browser.get(reverse(name, args=[1])).status_code == 404
    assert own(rendered)


def test_too_much_from_one_address_gets_a_page_of_ours(
    cast: Cast, rendered: list[str], settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    form = {"login": "alice", "password": PASSWORD}
    browser = Client()
    browser.post(reverse("login"), form)
    page = browser.post(reverse("login"), form)
    assert page.status_code == 429
    assert "Probeer het over een minuut opnieuw" in page.content.decode()
    assert own(rendered)


def test_every_address_of_the_entrance_is_tried_somewhere_here() -> None:
    tried_elsewhere = {
        "account_login",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "logout",
        "account_logout",
        "account_reset_password_from_key",
        "invitation-take",
        "invitation",
        "mfa_reauthenticate_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
    }
    names = {getattr(one, "name", None) for one in entrance_urls.urlpatterns} - {None}
    assert names == {
        *(name for name in (*STRANGERS, *INSIDE, *LEADS_ON) if ":" not in name),
        *tried_elsewhere,
    }
