"""The world of the matrix, built once for all its questions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from tests.screens.matrix.world import World, built


@pytest.fixture(scope="module")
def world(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[World]:
    """Build Hier and Daar; every question is undone after it was answered."""
    state = tmp_path_factory.mktemp("matrix")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        django_db_blocker.unblock(),
        override_settings(
            STATE_DIRECTORY=state,
            SECURE_SSL_REDIRECT=False,
            PASSWORD_HASHERS=quick,
            SECOND_FACTOR_REQUIRED=False,
        ),
        built() as made,
    ):
        yield made
