"""An administrator of Alice's municipality, and one of Charlie's."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.cast import Cast, person

from streekwerk.accounts.models import Role, User


@dataclass(frozen=True)
class Administrators:
    """Anna keeps Hier's open terms, Chris those of Daar; Alice, Charlie and Dana as ever."""

    anna: User
    chris: User
    alice: User
    charlie: User
    dana: User


@pytest.fixture
def people(cast: Cast) -> Administrators:
    """Bring the administrators on stage."""
    return Administrators(
        anna=person("anna", Role.ADMINISTRATOR, cast.alice.municipality),
        chris=person("chris", Role.ADMINISTRATOR, cast.charlie.municipality),
        alice=cast.alice,
        charlie=cast.charlie,
        dana=cast.dana,
    )
