"""A place for a PostgreSQL of a test's own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def place() -> Iterator[Path]:
    """Return an empty directory that PostgreSQL's own user can reach.

    Not ``tmp_path``: pytest closes that to other users, and as root PostgreSQL
    runs as one.
    """
    directory = Path(tempfile.mkdtemp(prefix="streekwerk-"))
    yield directory
    shutil.rmtree(directory)
