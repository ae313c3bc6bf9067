"""The very first account: a command, a link, an account that can invite."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from typer.testing import CliRunner

from streekwerk.accounts.models import Role, User
from streekwerk.cli import accounts
from streekwerk.config import database


@pytest.mark.usefixtures("db")
def test_the_first_administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests have a database already.
    monkeypatch.setattr(database, "is_bundled", lambda: False)
    command = ["add-first-administrator", "--region", "Regio", "--municipality", "Nieuwstad"]
    said = CliRunner().invoke(accounts.app, [*command, "--address", "https://werk.example/"])
    assert said.exit_code == 0, said.output
    assert "Administrator of Nieuwstad." in said.output
    link = re.search(r"https://werk\.example(/uitnodiging/\S+)", said.output)
    assert link is not None
    browser = Client()
    browser.get(link.group(1))
    form = {"first_name": "Eva", "last_name": "Eerste", "password": "zeven groene fietsen"}
    assert browser.post(reverse("invitation-take"), form).status_code == 302
    eva = User.objects.get()
    assert (eva.role, str(eva.municipality)) == (Role.ADMINISTRATOR, "Nieuwstad")
    again = CliRunner().invoke(accounts.app, command)
    assert again.exit_code == 1
    assert "Nieuwstad already has somebody as administrator" in again.output
