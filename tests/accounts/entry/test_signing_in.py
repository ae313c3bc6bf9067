"""Name, password and second factor: everybody, always, and a new session each time."""

from __future__ import annotations

import re
import statistics
import time
from urllib.parse import unquote

import pytest
from django.contrib.auth import get_user
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.accounts.entry.helpers import (
    PASSWORD,
    code_now,
    come_in,
    type_password,
    with_app,
    with_password,
)
from tests.cast import Cast

from streekwerk.accounts.entry import limits
from streekwerk.accounts.entry.adapters import SecondFactorAdapter
from streekwerk.accounts.models import AuditEntry
from streekwerk.accounts.scope import Scope, acting

OWN = reverse("account:own")


def log(cast: Cast) -> list[str]:
    """Return what the log says of the people of Alice's municipality."""
    assert cast.alice.municipality is not None
    with acting(Scope.of_municipality(cast.alice.municipality.pk)):
        return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_the_first_sign_in_leads_to_a_second_factor_and_nowhere_else(cast: Cast) -> None:
    with_password(cast.alice)
    browser = Client()
    assert type_password(browser, "alice") == "/"
    choose = reverse("account:second-factor")
    for path in ("/", OWN, reverse("researcher:evaluations"), reverse("mfa_view_recovery_codes")):
        assert browser.get(path).url == choose
    assert browser.get(choose).status_code == 200
    page = browser.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    wrong = browser.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert wrong.status_code == 200
    assert "Deze code klopt niet" in wrong.content.decode()
    right = browser.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert right.url == reverse("mfa_view_recovery_codes")
    codes = browser.get(right.url)
    assert len(codes.context["unused_codes"]) == 10
    assert browser.get(OWN).status_code == 200


def test_password_and_code_let_somebody_in_and_it_is_written_down(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    browser = Client()
    assert type_password(browser, "ALICE") == reverse("mfa_authenticate")
    assert not get_user(browser).is_authenticated
    assert browser.get(OWN).status_code == 302
    wrong = browser.post(reverse("mfa_authenticate"), {"code": "123456"})
    assert not get_user(browser).is_authenticated
    assert "Deze code klopt niet" in wrong.content.decode()
    come_in(cast.alice, secret, browser)
    assert browser.get(OWN).status_code == 200
    assert log(cast) == ["sign_in.failed", "sign_in.succeeded"]
    assert "U logde in." in browser.get(OWN).content.decode()


def test_a_code_works_once(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    come_in(cast.alice, secret)
    again = Client()
    type_password(again, "alice")
    again.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert not get_user(again).is_authenticated


def test_a_recovery_code_works_once(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    browser = come_in(cast.alice, secret)
    code = browser.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    for expected in (True, False):
        other = Client()
        type_password(other, "alice")
        other.post(reverse("mfa_authenticate"), {"code": code})
        assert get_user(other).is_authenticated is expected


def test_the_secret_of_an_app_is_unreadable_in_the_database(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    stored = cast.alice.authenticator_set.get(type="totp").data["secret"]
    assert secret not in stored
    assert SecondFactorAdapter().decrypt(stored) == secret


def test_a_planted_session_is_not_the_one_somebody_signs_in_with(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    browser = Client()
    browser.get(reverse("login"))
    type_password(browser, "alice")
    planted = browser.session.session_key
    come_in(cast.alice, secret, browser)
    assert browser.session.session_key != planted
    attacker = Client()
    attacker.cookies = browser.cookies.__class__({"session": planted})
    assert attacker.get(OWN).status_code == 302


@pytest.mark.parametrize(
    "where", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "\\\\x"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(cast: Cast, where: str) -> None:
    secret = with_app(with_password(cast.alice))
    browser = Client()
    assert type_password(browser, "alice", following=where) == reverse("mfa_authenticate")
    answer = browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert answer.url == "/"


def test_one_returns_to_the_page_one_wanted(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    browser = Client()
    type_password(browser, "alice", following=reverse("researcher:evaluations"))
    answer = browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert answer.url == reverse("researcher:evaluations")


def test_signing_in_needs_the_forms_token(cast: Cast) -> None:
    with_password(cast.alice)
    browser = Client(enforce_csrf_checks=True)
    form = {"login": "alice", "password": PASSWORD}
    assert browser.post(reverse("login"), form).status_code == 403
    for name in ("account_reset_password", "mfa_login_webauthn", "logout"):
        assert browser.post(reverse(name), {}).status_code == 403, name


def _answer(name: str, password: str = "fout en lang genoeg") -> str:  # noqa: S107 - wrong
    page = Client().post(reverse("login"), {"login": name, "password": password})
    text = page.content.decode()
    assert page.status_code == 200
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    return re.sub(r"X-CSRFToken&quot;: &quot;\w+|X-CSRFToken\": \"\w+", "", text).replace(name, "N")


def test_an_account_and_no_account_get_the_same_answer(cast: Cast) -> None:
    with_password(cast.alice)
    assert _answer("alice") == _answer("nobody")
    # The seventh time too, when both have to wait.
    for _attempt in range(5):
        known, unknown = _answer("alice"), _answer("nobody")
    assert known == unknown
    assert "Probeer het over 15 minuten opnieuw" in known


def test_an_account_and_no_account_take_the_same_time(cast: Cast, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    with_password(cast.alice)
    took: dict[str, list[float]] = {"alice": [], "nobody": []}
    for _round in range(4):
        for name, times in took.items():
            cache.clear()
            begin = time.perf_counter()
            _answer(name)
            times.append(time.perf_counter() - begin)
    known, unknown = (statistics.median(times) for times in took.values())
    # One hash each: half as long or twice as long would mean none or two.
    assert 0.6 < known / unknown < 1.7, (known, unknown)


def test_after_five_wrong_passwords_the_right_one_must_wait(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = with_app(with_password(cast.alice))
    for _attempt in range(5):
        assert "horen niet bij elkaar" in _answer("alice")
    assert "Te vaak geprobeerd" in _answer("alice", PASSWORD)
    assert log(cast) == ["sign_in.failed"] * 5 + ["sign_in.locked"]
    later = time.time() + 15 * 60 + 1
    monkeypatch.setattr("time.time", lambda: later)
    come_in(cast.alice, secret)
    assert limits.now() == later


def test_wrong_codes_have_to_wait_too(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    browser = Client()
    type_password(browser, "alice")
    for _attempt in range(5):
        browser.post(reverse("mfa_authenticate"), {"code": "000000"})
    browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert not get_user(browser).is_authenticated


def test_who_is_switched_off_is_told_so_only_after_the_right_password(cast: Cast) -> None:
    with_password(cast.alice)
    cast.alice.is_active = False
    cast.alice.save()
    assert "horen niet bij elkaar" in _answer("alice")
    assert type_password(Client(), "alice") == reverse("account_inactive")
    assert (
        "Dit account is uitgeschakeld" in Client().get(reverse("account_inactive")).content.decode()
    )


@pytest.mark.parametrize("password", ["kort", "password1234", "alice alice alice"])
def test_weak_passwords_are_refused_without_rules_of_composition(cast: Cast, password: str) -> None:
    cast.alice.first_name = "Alice alice alice"
    cast.alice.save()
    secret = with_app(with_password(cast.alice))
    browser = come_in(cast.alice, secret)
    form = {"oldpassword": PASSWORD, "password1": password}
    page = browser.post(reverse("account_change_password"), form)
    assert page.status_code == 200
    assert page.context["form"].errors["password1"]


def test_a_new_password_signs_other_devices_out(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = with_app(with_password(cast.alice))
    one = come_in(cast.alice, secret)
    cache.clear()
    two = come_in(cast.alice, secret)
    form = {"oldpassword": PASSWORD, "password1": "alleen maar kleine letters"}
    assert two.post(reverse("account_change_password"), form).status_code == 302
    assert two.get(OWN).status_code == 200
    assert one.get(OWN).status_code == 302
    assert "password.changed" in log(cast)


def test_the_last_second_factor_stays(cast: Cast) -> None:
    secret = with_app(with_password(cast.alice))
    browser = come_in(cast.alice, secret)
    page = browser.post(reverse("mfa_deactivate_totp"))
    assert "laatste tweede stap" in page.content.decode()
    assert cast.alice.authenticator_set.filter(type="totp").exists()


def test_sensitive_things_ask_again_after_a_while(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = with_app(with_password(cast.alice))
    browser = come_in(cast.alice, secret)
    assert browser.get(reverse("mfa_view_recovery_codes")).status_code == 200
    later = time.time() + 6 * 60
    monkeypatch.setattr("time.time", lambda: later)
    path = reverse("mfa_view_recovery_codes")
    asked = browser.get(path)
    assert unquote(asked.url) == f"{reverse('account_reauthenticate')}?next={path}"
    assert browser.get(asked.url).status_code == 200
    answer = browser.post(asked.url, {"password": PASSWORD, "next": path})
    assert answer.url == path
    assert browser.get(path).status_code == 200
