"""What production speaks; and that every variable is written down for who deploys."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, signed_in

ROOT = Path(__file__).parents[2]


def test_nothing_inline_and_nothing_from_elsewhere(db: None) -> None:
    policy = Client().get(reverse("home")).headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert "unsafe" not in policy
    assert "http" not in policy


def test_production_passes_the_deployment_check() -> None:
    environment = os.environ | {
        "STREEKWERK_SECURE": "1",
        "STREEKWERK_SECRET_KEY": secrets.token_urlsafe(60),
        "DJANGO_SETTINGS_MODULE": "streekwerk.config.settings",
    }
    checked = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    # Submitting a site to browsers' preload lists is the operator's choice, not ours.
    complaints = {*re.findall(r"security\.W\d+", checked.stderr)} - {"security.W021"}
    assert complaints == set(), checked.stderr


def test_a_secure_site_has_cookies_that_no_neighbour_can_set() -> None:
    if not settings.SECURE:
        pytest.skip("this run is configured for plain http")
    assert settings.SESSION_COOKIE_NAME.startswith("__Host-")
    assert settings.CSRF_COOKIE_NAME.startswith("__Host-")
    assert settings.SESSION_COOKIE_SECURE
    assert settings.CSRF_COOKIE_SECURE


def test_what_somebody_saw_is_kept_nowhere(cast: Cast) -> None:
    page = signed_in(cast.alice).get(reverse("researcher:evaluations"))
    assert page.headers["Cache-Control"] == "no-store"
    assert "Cache-Control" not in Client().get(reverse("public:what-works")).headers


def test_every_variable_is_documented() -> None:
    sources = (ROOT / "src" / "streekwerk" / "config").glob("*.py")
    read = {
        name
        for path in sources
        for name in re.findall(r'"(STREEKWERK_[A-Z_]+|DATABASE_URL)"', path.read_text("utf-8"))
    }
    documented = (ROOT / "docs" / "how-to" / "deploy.md").read_text("utf-8")
    assert {name for name in read if f"`{name}`" not in documented} == set()
