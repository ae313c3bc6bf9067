"""Coming in by a real browser: invitation, passkey, code; and the pages without a violation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings
from tests.accounts.entry.helpers import PASSWORD, code_now
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.cast import Cast, person

from streekwerk.accounts.entry.actions import invite
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.people.actions import files
from streekwerk.people.actions.retention import propose, set_term
from streekwerk.people.models import Destruction, Person

desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
phone_only = pytest.mark.parametrize("size", [SIZES["phone"]], ids=["phone"])
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _outside_the_demo(settings: Settings, _no_second_factor: None) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    # The live server speaks http; a browser allows passkeys there because it is this machine.
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True


@pytest.fixture
def anna(cast: Cast) -> User:
    with acting(AT_THE_DOOR):
        return person("anna", Role.ADMINISTRATOR, cast.alice.municipality)


def invited(anna: User, role: Role = Role.CASEWORKER, by: User | None = None) -> str:
    inviter = by or anna
    with acting(Scope.of(inviter)):
        assert anna.municipality is not None
        made = invite(inviter, role, anna.municipality, first_name="Noor", last_name="Jansen")
    return reverse("invitation", args=[made.secret])


def see(page: Page, name: str) -> None:
    """Keep a picture where somebody asked for it."""
    if folder := os.environ.get("STREEKWERK_PICTURES"):
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


@desk_only
def test_invited_with_a_passkey_and_in_again_with_nothing_else(
    anna: User, open_page: OpenPage, check: Check
) -> None:
    page = open_page(invited(anna))
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    check(page)
    see(page, "take")
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Maak mijn account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stel een tweede stap in")
    check(page)
    see(page, "choose")
    page.get_by_role("link", name="Passkey").click()
    see(page, "passkey")
    check(page)
    page.get_by_role("button", name="Maak een passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    check(page)
    see(page, "codes")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + reverse("login"))
    see(page, "login")
    check(page)
    page.get_by_role("button", name="Met een passkey").click()
    page.wait_for_url("**/")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    page.goto(page.url.rstrip("/") + reverse("account:own"))
    expect(page.get_by_text("U logde in.").first).to_be_visible()
    check(page)
    see(page, "own")


@phone_only
def test_a_jobseeker_on_a_phone_with_an_app_and_without_script(
    cast: Cast, anna: User, open_page: OpenPage, check: Check
) -> None:
    with acting(AT_THE_DOOR):
        wil = person("wil", Role.CASEWORKER, anna.municipality)
    page = open_page(invited(anna, Role.JOBSEEKER, wil), script=False)
    see(page, "jobseeker-take")
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Maak mijn account").click()
    see(page, "jobseeker-choose")
    page.get_by_role("link", name="Een app met cijfers").click()
    see(page, "jobseeker-app")
    secret = page.locator(".sw-secret").inner_text().replace(" ", "")
    page.get_by_label("De zes cijfers die de app nu toont").fill(code_now(secret))
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    see(page, "jobseeker-codes")


def proposed_by(anna: User) -> Destruction:
    """Have two files past their term, one of them proposed by another administrator."""
    with acting(AT_THE_DOOR):
        wil = person("wil", Role.CASEWORKER, anna.municipality)
        ada = person("ada", Role.ADMINISTRATOR, anna.municipality)
    with acting(Scope.of(wil)):
        old = [files.open_file(wil, files.Intake("Oud", f"Dossier{n}")) for n in range(2)]
        for each in old:
            files.close_file(wil, each)
        Person.objects.filter(last_name__startswith="Dossier").update(closed_on="2015-05-01")
    with acting(Scope.of(ada)):
        set_term(ada, 60, "Selectielijst gemeenten 2020, resultaat 11.1")
        return propose(ada, old[0])


def test_the_administrators_pages(
    cast: Cast, anna: User, open_page: OpenPage, check: Check, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    invited(anna)
    with acting(AT_THE_DOOR):
        User.objects.filter(pk=cast.bob.pk).update(date_joined="2020-01-01T00:00Z")
        anna.set_unusable_password()
        anna.save()
    waits = proposed_by(anna)
    names = [
        "account:people",
        "account:keeping",
        "account:term",
        "account:invitations",
        "account:invite",
        "account:own",
        "account:details",
    ]
    page = open_page("/", user=anna)
    base = page.url.rstrip("/")
    paths = [reverse(name) for name in names]
    paths.append(reverse("account:person", args=[cast.alice.public_id]))
    paths.append(reverse("account:role", args=[cast.alice.public_id]))
    paths.append(reverse("account:decide-keeping", args=[waits.public_id]))
    for path in paths:
        page.goto(base + path)
        expect(page.locator("h1")).to_have_count(1)
        check(page)
        see(page, path.strip("/").replace("/", "-")[:30])
