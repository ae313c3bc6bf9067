"""Sessions end: idle, long, on one's own word or an administrator's, and with the account."""

from __future__ import annotations

import time
from collections.abc import Collection
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.periodic import PeriodicTask
from pytest_django import Settings
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.entry import limits, queries, tasks
from streekwerk.accounts.entry.actions import people
from streekwerk.accounts.entry.models import SignInSession
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import NOTHING, Scope, acting

OWN = reverse("account:own")
MINUTE = 60


class Clock:
    """A clock that goes when told."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now

    def later(self, minutes: float) -> None:
        """Let time pass."""
        self.now += minutes * MINUTE


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Clock:
    settings.SECOND_FACTOR_REQUIRED = False
    clock = Clock()
    monkeypatch.setattr(limits, "now", clock)
    return clock


def test_half_an_hour_idle_ends_the_session_and_leads_back(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    clock.later(29)
    assert browser.get(OWN).status_code == 200
    clock.later(29)
    assert browser.get(OWN).status_code == 200
    clock.later(31)
    answer = browser.get(OWN)
    assert answer.url == f"{reverse('login')}?next=%2Faccount%2F&einde=idle"
    assert not get_user(browser).is_authenticated
    assert "omdat u een tijd niets deed" in browser.get(answer.url).content.decode()


def test_a_jobseeker_gets_a_quarter_of_an_hour(cast: Cast, clock: Clock) -> None:
    jan = person("jan", Role.JOBSEEKER, cast.alice.municipality)
    browser = signed_in(jan)
    clock.later(14)
    assert browser.get(OWN).status_code == 200
    clock.later(16)
    assert browser.get(OWN).status_code == 302


def test_ten_hours_is_the_most_however_busy(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    for _tick in range(29):
        clock.later(20)
        assert browser.get(OWN).status_code == 200
    clock.later(21)
    assert "einde=long" in browser.get(OWN).url


def test_a_page_that_asks_by_itself_keeps_nobody_in(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    for _tick in range(3):
        clock.later(12)
        answer = browser.get(OWN, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"].startswith(reverse("login"))


def test_a_form_that_came_too_late_is_kept_for_who_sent_it(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    clock.later(31)
    where = reverse("researcher:upload")
    headers = {"Referer": f"http://testserver{where}"}
    answer = browser.post(where, {"note": "een half uur werk", "kind": ["a", "b"]}, headers=headers)
    assert "bewaard=ja" in answer.url
    assert "next=%2Faccount%2Fbewaard%2F" in answer.url
    page = browser.get(answer.url).content.decode()
    assert "Wat u had ingevuld is bewaard" in page
    assert "een half uur werk" not in page
    browser.force_login(cast.alice)
    kept = browser.get(reverse("account:kept")).content.decode()
    assert "een half uur werk" in kept
    assert f'action="{where}"' in kept
    assert kept.count('name="kind"') == 2
    assert browser.post(reverse("account:kept")).url == where
    assert browser.get(reverse("account:kept")).url == "/"


def test_nobody_else_gets_to_see_it(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    clock.later(31)
    browser.post(reverse("researcher:upload"), {"note": "van Alice"})
    browser.force_login(cast.bob)
    assert browser.get(reverse("account:kept")).url == "/"
    browser.force_login(cast.alice)
    assert browser.get(reverse("account:kept")).url == "/"


def test_passwords_are_never_kept(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    clock.later(31)
    form = {"oldpassword": "geheim", "password1": "nog geheimer dan dat"}
    answer = browser.post(reverse("account_change_password"), form)
    assert "bewaard" not in answer.url
    assert "kept_form" not in browser.session


def test_a_forged_form_is_refused_and_not_kept(cast: Cast, clock: Clock) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.alice)
    clock.later(31)
    assert browser.post(reverse("researcher:upload"), {"note": "x"}).status_code == 403
    assert "kept_form" not in browser.session


def test_one_sees_the_own_sessions_and_ends_them(cast: Cast, clock: Clock) -> None:
    agent = "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"
    desk, phone = signed_in(cast.alice), signed_in(cast.alice)
    others = signed_in(cast.charlie)
    SignInSession.objects.filter(user=cast.alice).update(device=agent)
    page = desk.get(OWN).content.decode()
    assert page.count("Firefox op Windows") == 2
    assert phone.session.session_key not in page
    name = queries.session_name(phone.session.session_key or "")
    # A session of somebody else has a name too; it does nothing here.
    theirs = queries.session_name(others.session.session_key or "")
    for one in (name, theirs):
        assert desk.post(reverse("account:end-session", args=[one])).status_code == 302
    assert phone.get(OWN).status_code == 302
    assert others.get(OWN).status_code == 200
    assert desk.get(OWN).status_code == 200
    third = signed_in(cast.alice)
    desk.post(reverse("account:end-others"))
    assert third.get(OWN).status_code == 302
    assert desk.get(OWN).status_code == 200


@pytest.mark.parametrize("what", ["role", "deactivate", "end", "reset"])
def test_what_an_administrator_does_ends_sessions_at_once(
    cast: Cast, clock: Clock, what: str
) -> None:
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    browser, bobs = signed_in(cast.alice), signed_in(cast.bob)
    with acting(Scope.of(anna)):
        if what == "role":
            people.change_role(anna, cast.alice, Role.CASEWORKER)
        elif what == "deactivate":
            people.deactivate(anna, cast.alice)
        elif what == "end":
            assert people.end_sessions(anna, cast.alice) == 1
        else:
            people.reset_second_factor(anna, cast.alice)
    assert browser.get(OWN).status_code == 302
    assert bobs.get(OWN).status_code == 200


def test_sessions_say_whose_they_are_and_end_with_signing_out(cast: Cast, clock: Clock) -> None:
    browser = signed_in(cast.alice)
    row = SignInSession.objects.get()
    assert row.user == cast.alice
    assert row.started_at is not None
    browser.post(reverse("logout"))
    assert not SignInSession.objects.filter(user=User.objects.get(pk=cast.alice.pk)).exists()


def _periodic() -> Collection[PeriodicTask]:
    found: Collection[PeriodicTask] = app.periodic_registry.periodic_tasks.values()
    return found


def test_at_night_expired_sessions_are_cleared_and_the_others_stay(
    cast: Cast, clock: Clock
) -> None:
    browser, gone = signed_in(cast.alice), signed_in(cast.charlie)
    key = gone.session.session_key
    past = timezone.now() - timedelta(minutes=1)
    SignInSession.objects.filter(session_key=key).update(expire_date=past)
    with acting(NOTHING):
        tasks.every_night()
    assert not SignInSession.objects.filter(session_key=key).exists()
    assert browser.get(OWN).status_code == 200
    assert "accounts.nightly" in {each.task.name for each in _periodic()}
