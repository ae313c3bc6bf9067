"""What the environment says about coming in is what the documentation says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from streekwerk.config import environment

ROOT = Path(__file__).parents[2]
DEPLOY = (ROOT / "docs" / "how-to" / "deploy.md").read_text("utf-8")


def test_every_variable_of_a_provider_is_documented() -> None:
    source = (ROOT / "src" / "streekwerk" / "config" / "entry.py").read_text("utf-8")
    read = set(re.findall(r'_of\(code, "([A-Z_]+)"\)', source))
    read |= set(re.findall(r"STREEKWERK_OIDC_\{code\.upper\(\)\}_([A-Z_]+)", source))
    assert read == {"ISSUER", "CLIENT_ID", "SECRET", "NAME", "SECOND_FACTOR"}
    for name in read:
        assert f"`STREEKWERK_OIDC_<CODE>_{name}`" in DEPLOY, name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STREEKWERK_IDLE_MINUTES", settings.IDLE_MINUTES),
        ("STREEKWERK_IDLE_MINUTES_JOBSEEKER", settings.IDLE_MINUTES_JOBSEEKER),
        ("STREEKWERK_SESSION_HOURS", settings.SESSION_HOURS),
    ],
)
def test_limits_are_what_the_documentation_says(name: str, value: int) -> None:
    row = next(line for line in DEPLOY.splitlines() if line.startswith(f"| `{name}`"))
    assert row.endswith(f"| `{value}` |")


@pytest.mark.parametrize("said", ["0", "-5", "many", "1e3", "999"])
def test_numbers_outside_the_bounds_are_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("STREEKWERK_IDLE_MINUTES", said)
    with pytest.raises(ValueError, match="must be a whole number from 1 to 120"):
        environment.number("STREEKWERK_IDLE_MINUTES", 30, least=1, most=120)
