"""Employers on stage, for the pages of the workbench."""

from __future__ import annotations

import pytest
from tests.partners.factories import Stage, set_stage


@pytest.fixture
def stage(db: None) -> Stage:
    """Bring everybody on stage."""
    return set_stage()
