"""An invitation is the only way to an account: once, in time, by who may, to one place."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from pytest_django import Settings
from tests.accounts.entry.helpers import PASSWORD
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.entry import queries, signals
from streekwerk.accounts.entry.actions import (
    InvitationGoneError,
    accept,
    invite,
    invite_first,
    resend,
    withdraw,
)
from streekwerk.accounts.entry.models import Invitation
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting

NAMES = {"first_name": "Noor", "last_name": "Jansen"}
FORM = NAMES | {"password": PASSWORD}


@pytest.fixture
def anna(cast: Cast, settings: Settings) -> User:
    """Administrator of Alice's municipality, who need not show a second factor here."""
    settings.SECOND_FACTOR_REQUIRED = False
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    anna.set_unusable_password()
    with acting(AT_THE_DOOR):
        anna.save()
    return anna


def here(anna: User) -> Scope:
    assert anna.municipality is not None
    return Scope.of_municipality(anna.municipality.pk)


def arrive(secret: str) -> Client:
    browser = Client()
    answer = browser.get(reverse("invitation", args=[secret]))
    assert answer.url == reverse("invitation-take")
    return browser


def test_an_invitation_becomes_an_account_in_that_role_and_place(anna: User) -> None:
    with acting(here(anna)):
        made = invite(anna, Role.CASEWORKER, anna.municipality, email="Noor@hier.example", **NAMES)
    browser = arrive(made.secret)
    page = browser.get(reverse("invitation-take")).content.decode()
    assert "klantmanager van Hier" in page
    assert made.secret not in page
    answer = browser.post(reverse("invitation-take"), FORM)
    assert answer.status_code == 302
    noor = User.objects.get(username="noor@hier.example")
    assert (noor.role, noor.municipality, noor.email) == (
        Role.CASEWORKER,
        anna.municipality,
        "Noor@hier.example",
    )
    assert "Noor Jansen" in browser.get(reverse("account:own")).content.decode()
    # The link is used up, in this browser and in another one.
    for other in (browser, Client()):
        other.get(reverse("invitation", args=[made.secret]))
        assert other.get(reverse("invitation-take")).url == reverse("invitation-gone")
    assert Client().get(reverse("invitation-gone")).status_code == 410


def test_after_a_week_the_link_is_gone_and_a_new_one_replaces_it(anna: User) -> None:
    with acting(here(anna)):
        made = invite(anna, Role.TRAINER, anna.municipality, **NAMES)
        past = timezone.now() - timedelta(seconds=1)
        assert made.invitation.expires_at - timezone.now() > timedelta(days=6, hours=23)
        Invitation.objects.update(expires_at=past)
    with pytest.raises(InvitationGoneError):
        accept(made.secret, "Noor", "Jansen", PASSWORD)
    with acting(here(anna)):
        again = resend(anna, made.invitation)
    with pytest.raises(InvitationGoneError):
        accept(made.secret, "Noor", "Jansen", PASSWORD)
    assert accept(again.secret, "Noor", "Jansen", PASSWORD).role == Role.TRAINER


def test_a_withdrawn_link_and_a_made_up_one_say_the_same(anna: User) -> None:
    with acting(here(anna)):
        made = invite(anna, Role.TRAINER, anna.municipality, **NAMES)
        withdraw(anna, made.invitation)
    pages = set()
    for secret in (made.secret, "verzonnen"):
        browser = arrive(secret)
        page = browser.get(reverse("invitation-take"), follow=True)
        pages.add(re.sub(r"[A-Za-z0-9]{64}", "TOKEN", page.content.decode()))
    assert len(pages) == 1
    with acting(here(anna)), pytest.raises(InvitationGoneError):
        resend(anna, made.invitation)


def test_the_secret_is_kept_nowhere(anna: User) -> None:
    with acting(here(anna)):
        made = invite(anna, Role.TRAINER, anna.municipality, **NAMES)
        stored = Invitation.objects.values().get()
    assert made.secret not in str(stored)
    assert len(made.secret) >= 40


@pytest.mark.parametrize("role", [Role.JOBSEEKER, Role.REGION_COORDINATOR])
def test_an_administrator_invites_colleagues_only(anna: User, role: Role) -> None:
    with acting(here(anna)), pytest.raises(PermissionDenied):
        invite(anna, role, anna.municipality)


def test_nobody_invites_to_another_municipality(cast: Cast, anna: User) -> None:
    there = cast.charlie.municipality
    for user in (anna, cast.alice, cast.bob):
        with acting(AT_THE_DOOR), pytest.raises(PermissionDenied):
            invite(user, Role.CASEWORKER, there)


def test_a_coordinator_invites_coordinators_and_first_administrators(cast: Cast) -> None:
    dana = cast.dana
    hier = cast.alice.municipality
    with acting(Scope.of(dana)):
        invite(dana, Role.REGION_COORDINATOR, dana.region)
        invite(dana, Role.ADMINISTRATOR, hier)
        assert {str(one.place) for one in queries.invitations_for(dana)} == {"Testregio", "Hier"}
        with pytest.raises(PermissionDenied):
            invite(dana, Role.CASEWORKER, hier)


def test_another_app_hears_which_subject_became_which_user(cast: Cast, anna: User) -> None:
    heard: list[tuple[str, str]] = []

    def hear(invitation: Invitation, user: User, **_more: object) -> None:
        heard.append((invitation.subject, user.role))

    worker = person("wil", Role.CASEWORKER, anna.municipality)
    with acting(here(anna)):
        first = invite(worker, Role.JOBSEEKER, anna.municipality, subject="elsewhere.thing:7")
        second = invite(worker, Role.JOBSEEKER, anna.municipality, subject="elsewhere.thing:7")
        found = queries.invitation_of(worker, "elsewhere.thing:7")
        assert found is not None
        assert found.pk == second.invitation.pk
        # The administrator's list is about colleagues.
        assert queries.invitations_for(anna) == []
    signals.invitation_accepted.connect(hear)
    try:
        with pytest.raises(InvitationGoneError):
            accept(first.secret, "Kim", "de Vries", PASSWORD)
        accept(second.secret, "Kim", "de Vries", PASSWORD)
    finally:
        signals.invitation_accepted.disconnect(hear)
    assert heard == [("elsewhere.thing:7", Role.JOBSEEKER)]


def test_when_the_other_app_refuses_no_account_is_made(anna: User) -> None:
    def refuse(**_more: object) -> None:
        raise LookupError("there is no such person (any more)")

    with acting(here(anna)):
        made = invite(anna, Role.TRAINER, anna.municipality, subject="elsewhere.thing:8")
    before = User.objects.count()
    signals.invitation_accepted.connect(refuse)
    try:
        with pytest.raises(LookupError):
            accept(made.secret, "Kim", "de Vries", PASSWORD)
    finally:
        signals.invitation_accepted.disconnect(refuse)
    assert User.objects.count() == before
    assert accept(made.secret, "Kim", "de Vries", PASSWORD).pk


def test_a_taken_address_is_not_betrayed_and_the_account_is_made_all_the_same(
    cast: Cast, anna: User
) -> None:
    with acting(AT_THE_DOOR):
        User.objects.filter(pk=cast.charlie.pk).update(username="kim@post.example")
    with acting(here(anna)):
        made = invite(anna, Role.TRAINER, anna.municipality, email="kim@post.example")
    kim = accept(made.secret, "Kim", "de Vries", PASSWORD)
    assert re.fullmatch(r"kim-\d{6}", kim.username)


def test_without_mail_the_link_is_shown_once_and_with_mail_it_is_sent(
    anna: User, settings: Settings
) -> None:
    browser = signed_in(anna)
    form = NAMES | {"role": "caseworker", "email": "noor@hier.example"}
    page = browser.post(reverse("account:invite"), form)
    assert "/uitnodiging/" in page.content.decode()
    assert page.headers["Cache-Control"].startswith("max-age=0")
    settings.MAIL_SENT = True
    answer = browser.post(reverse("account:invite"), form)
    assert answer.url == reverse("account:invitations")
    link = re.search(r"http://testserver/uitnodiging/\S+", mail.outbox[0].body)
    assert link is not None
    assert Client().get(link.group()).url == reverse("invitation-take")
    assert "Gemaild." in browser.get(answer.url).content.decode()


def test_who_is_signed_in_cannot_take_an_invitation_by_accident(cast: Cast, anna: User) -> None:
    with acting(here(anna)):
        made = invite(anna, Role.TRAINER, anna.municipality)
    browser = signed_in(cast.alice)
    browser.get(reverse("invitation", args=[made.secret]))
    assert "U bent al ingelogd" in browser.get(reverse("invitation-take")).content.decode()


def test_the_first_account_of_an_installation(db: None) -> None:
    made = invite_first("Nieuwe regio", "Nieuwstad", "eerste@nieuwstad.example")
    first = accept(made.secret, "Eva", "Eerste", PASSWORD)
    assert (first.role, str(first.municipality)) == (Role.ADMINISTRATOR, "Nieuwstad")
    with pytest.raises(ValueError, match="Nieuwstad already has somebody"):
        invite_first("Nieuwe regio", "Nieuwstad")
    made = invite_first("Nieuwe regio")
    coordinator = accept(made.secret, "Rik", "Regio", PASSWORD)
    assert (coordinator.role, str(coordinator.region)) == (
        Role.REGION_COORDINATOR,
        "Nieuwe regio",
    )


def test_nobody_signs_up_and_nothing_of_allauth_is_open_that_we_do_not_use() -> None:
    from allauth.urls import urlpatterns as theirs  # noqa: PLC0415 - as they would be by default

    ours = _names(get_resolver().url_patterns)
    offered = _names(theirs)
    unused = offered - ours
    assert {"account_signup", "socialaccount_signup", "account_email"} <= unused
    assert {"account_confirm_login_code", "socialaccount_connections"} <= unused
    paths = {
        "/accounts/",
        "/accounts/signup/",
        "/signup/",
        "/3rdparty/",
        "/account/email/",
        "/2fa/",
    }
    for path in paths:
        assert Client().get(path).status_code == 404, path


def _names(patterns: list[object]) -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        found |= _names(getattr(pattern, "url_patterns", []))
        if name := getattr(pattern, "name", None):
            found.add(name)
    return found
