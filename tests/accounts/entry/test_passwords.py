"""A forgotten password: by mail or by the administrator, and nobody learns who has an account."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings
from tests.accounts.entry.helpers import PASSWORD, type_password, with_app, with_password
from tests.cast import Cast

from streekwerk.accounts.entry import tasks
from streekwerk.accounts.scope import AT_THE_DOOR, acting
from streekwerk.config import entry

NEW = "een heel ander wachtwoord"


def ask(name: str) -> list[ProcrastinateJob]:
    answer = Client().post(reverse("account_reset_password"), {"login": name})
    assert answer.url == reverse("account_reset_password_done")
    return list(ProcrastinateJob.objects.filter(task_name="accounts.mail_reset_link"))


def test_with_and_without_an_account_the_same_work_is_queued(
    cast: Cast, settings: Settings
) -> None:
    settings.MAIL_SENT = True
    with acting(AT_THE_DOOR):
        type(cast.alice).objects.filter(pk=cast.alice.pk).update(
            username="alice@hier.example", email="alice@hier.example"
        )
    ask("Alice@hier.example")
    jobs = ask("nobody@hier.example")
    assert [job.args["user_id"] for job in jobs] == [cast.alice.pk, None]
    assert "@" not in str([job.args for job in jobs])
    for job in jobs:
        tasks.mail_reset_link(**job.args)
    assert [message.to for message in mail.outbox] == [["alice@hier.example"]]


def test_the_link_works_once_and_the_second_factor_stays(cast: Cast, settings: Settings) -> None:
    settings.MAIL_SENT = True
    with_app(with_password(cast.alice))
    with acting(AT_THE_DOOR):
        type(cast.alice).objects.filter(pk=cast.alice.pk).update(email="alice@hier.example")
    tasks.mail_reset_link(cast.alice.pk, "http://testserver")
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)
    assert link is not None
    browser = Client()
    form = browser.get(link.group(1))
    # The secret does not stay in the address.
    assert form.url.endswith("/set-password/")
    assert browser.get(form.url).status_code == 200
    weak = browser.post(form.url, {"password1": "kort"})
    assert weak.context["form"].errors["password1"]
    done = browser.post(form.url, {"password1": NEW})
    assert done.url == reverse("account_reset_password_from_key_done")
    assert browser.get(done.url).status_code == 200
    assert type_password(Client(), "alice", PASSWORD) == ""
    assert type_password(Client(), "alice", NEW) == reverse("mfa_authenticate")
    used = Client().get(link.group(1))
    assert "Deze link werkt niet meer" in used.content.decode()


def test_without_mail_the_page_names_who_can_help(cast: Cast) -> None:
    page = Client().get(reverse("account_reset_password")).content.decode()
    assert "Deze omgeving verstuurt geen mail" in page
    assert 'name="login"' not in page


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://u:p%40ss@post.example:587", ("post.example", 587, True, False, "p@ss")),
        ("smtps://u:p@post.example", ("post.example", 465, False, True, "p")),
        ("smtp+plain://localhost", ("localhost", 25, False, False, "")),
    ],
)
def test_the_mail_server_is_one_variable(
    monkeypatch: pytest.MonkeyPatch, address: str, expected: tuple[object, ...]
) -> None:
    monkeypatch.setenv("STREEKWERK_SMTP", address)
    read = entry.mail()
    keys = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL", "EMAIL_HOST_PASSWORD")
    assert tuple(read[key] for key in keys) == expected


def test_a_mail_server_that_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREEKWERK_SMTP", "post.example:25")
    with pytest.raises(ValueError, match="must look like smtp://"):
        entry.mail()
