from functools import lru_cache

import pytest
from tests.demo.emulation import Simulated

from streekwerk.demo.config import RegionConfig
from streekwerk.demo.simulation import History, build_worlds, run


@lru_cache(maxsize=8)
def _simulated(config: RegionConfig) -> tuple[History, ...]:
    return tuple(run(world) for world in build_worlds(config))


@pytest.fixture(scope="session")
def simulated() -> Simulated:
    """The histories of a region, simulated once per config."""
    return _simulated
