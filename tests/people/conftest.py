"""The people on stage, for every test of people."""

from __future__ import annotations

import pytest
from tests.people.people import Table, set_table


@pytest.fixture
def table(db: None) -> Table:
    """Bring everybody on stage."""
    return set_table()
