import pytest
from tests.deliveries.conftest import own_state, region, town
from tests.learning.making import Made, make

__all__ = ["own_state", "region", "town"]


@pytest.fixture(scope="session")
def made() -> Made:
    """Return a cohort with real cards."""
    return make()
