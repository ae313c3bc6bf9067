"""The rules as they hold outside the demo region, and quick hashes."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _outside_the_demo(settings: Settings, _no_second_factor: None, db: None) -> None:
    """Ask a second factor; hash fast, for the time of a hash is tested by itself."""
    settings.SECOND_FACTOR_REQUIRED = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
