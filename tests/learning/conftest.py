from tests.deliveries.conftest import own_state, region, town

__all__ = ["own_state", "region", "town"]
