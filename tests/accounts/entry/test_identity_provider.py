"""Signing in through a municipality's identity provider: the invited, and nobody else."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.accounts.entry.identity_provider import CLIENT, SECRET, IdentityProvider, running
from tests.cast import Cast, person

from streekwerk.accounts.entry.actions import invite
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.config.entry import Provider, providers

OWN = reverse("account:own")
NOOR = {
    "sub": "noor-at-hier",
    "email": "noor@hier.example",
    "email_verified": True,
    "given_name": "Noor",
    "family_name": "Jansen",
}


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object) -> None:
        return None


@pytest.fixture
def provider(settings: Settings) -> Iterator[IdentityProvider]:
    with running() as provider:
        one = Provider("hier", "gemeente Hier", provider.issuer, CLIENT, SECRET, False)
        settings.OIDC_PROVIDERS = (one,)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.as_app()]}}
        provider.person = dict(NOOR)
        yield provider


def through(browser: Client, provider: IdentityProvider) -> str:
    """Go to the provider and back as a browser would; return where that ends."""
    start = browser.post(reverse("openid_connect_login", args=["hier"]))
    assert start.url.startswith(f"{provider.issuer}/authorize?")
    opener = urllib.request.build_opener(_Stay)
    with pytest.raises(urllib.error.HTTPError) as answer:
        opener.open(start.url)
    back = answer.value.headers["Location"]
    answer.value.close()
    assert back.startswith("http://testserver/")
    ended = browser.get(back.removeprefix("http://testserver"))
    return str(ended.headers.get("Location", ended.status_code))


def invited(cast: Cast) -> str:
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    assert cast.alice.municipality is not None
    with acting(Scope.of_municipality(cast.alice.municipality.pk)):
        return invite(anna, Role.CASEWORKER, cast.alice.municipality).secret


def test_who_was_not_invited_gets_an_explanation_and_no_account(
    cast: Cast, provider: IdentityProvider
) -> None:
    browser = Client()
    before = User.objects.count()
    assert through(browser, provider) == reverse("account-unknown")
    assert "alleen met een uitnodiging" in browser.get(reverse("account-unknown")).content.decode()
    assert not get_user(browser).is_authenticated
    assert User.objects.count() == before
    assert provider.problems == []


def test_a_mail_address_alone_opens_no_account(cast: Cast, provider: IdentityProvider) -> None:
    User.objects.filter(pk=cast.alice.pk).update(email=NOOR["email"], username=NOOR["email"])
    browser = Client()
    assert through(browser, provider) == reverse("account-unknown")
    assert not SocialAccount.objects.exists()


def test_the_invited_come_in_and_come_back(cast: Cast, provider: IdentityProvider) -> None:
    browser = Client()
    browser.get(reverse("invitation", args=[invited(cast)]))
    page = browser.get(reverse("invitation-take")).content.decode()
    assert "Met uw account van gemeente Hier" in page
    assert through(browser, provider) == "/"
    noor = get_user(browser)
    assert isinstance(noor, User)
    assert (noor.role, noor.municipality) == (Role.CASEWORKER, cast.alice.municipality)
    assert not noor.has_usable_password()
    # The provider was not said to ask a second factor, so we do.
    assert browser.get(OWN).url == reverse("account:second-factor")
    again = Client()
    assert through(again, provider) == "/"
    assert get_user(again).pk == noor.pk
    assert again.session.session_key != browser.session.session_key


def test_a_provider_that_asks_a_second_factor_itself_is_believed_when_so_configured(
    cast: Cast, provider: IdentityProvider, settings: Settings
) -> None:
    settings.OIDC_SECOND_FACTOR = {"hier"}
    browser = Client()
    browser.get(reverse("invitation", args=[invited(cast)]))
    through(browser, provider)
    assert browser.get(OWN).status_code == 200


def test_who_is_switched_off_here_does_not_come_in_from_there(
    cast: Cast, provider: IdentityProvider
) -> None:
    browser = Client()
    browser.get(reverse("invitation", args=[invited(cast)]))
    through(browser, provider)
    User.objects.filter(email=NOOR["email"]).update(is_active=False)
    again = Client()
    assert through(again, provider) == reverse("account_inactive")
    assert not get_user(again).is_authenticated


@pytest.mark.parametrize("lie", ["issuer", "audience"])
def test_a_token_from_or_for_somebody_else_is_refused(
    cast: Cast, provider: IdentityProvider, lie: str
) -> None:
    if lie == "issuer":
        provider.issuer_said = "https://elsewhere.example"
    else:
        provider.audience = "another-application"
    browser = Client()
    assert through(browser, provider) == reverse("socialaccount_login_error")
    assert (
        "Er is niets veranderd"
        in browser.get(reverse("socialaccount_login_error")).content.decode()
    )


def test_an_answer_nobody_asked_for_is_refused(cast: Cast, provider: IdentityProvider) -> None:
    browser = Client()
    callback = reverse("openid_connect_callback", args=["hier"])
    answer = browser.get(callback, {"code": "planted", "state": "made up"})
    assert answer.url == reverse("socialaccount_login_error")
    assert Client().get(reverse("openid_connect_login", args=["nergens"])).status_code == 404


def test_providers_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREEKWERK_OIDC", "hier")
    with pytest.raises(ValueError, match="STREEKWERK_OIDC_HIER_ISSUER must be set"):
        providers(secure=True)
    monkeypatch.setenv("STREEKWERK_OIDC_HIER_ISSUER", "http://inloggen.hier.example/")
    monkeypatch.setenv("STREEKWERK_OIDC_HIER_CLIENT_ID", "streekwerk")
    monkeypatch.setenv("STREEKWERK_OIDC_HIER_SECRET", "geheim")
    with pytest.raises(ValueError, match="must begin with https"):
        providers(secure=True)
    (one,) = providers(secure=False)
    assert one.origin == "http://inloggen.hier.example"
    assert not one.second_factor
    monkeypatch.setenv("STREEKWERK_OIDC", "Hier!")
    with pytest.raises(ValueError, match="small letters"):
        providers(secure=False)
