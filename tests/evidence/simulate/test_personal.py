"""The worlds are what they say, and luck is only luck."""

from __future__ import annotations

import numpy as np
import pytest

from streekwerk.evidence.simulate.personal import AVERAGE, SPREAD, World, declared_group, draw


@pytest.mark.parametrize("world", list(World))
def test_effects_have_the_average_and_spread_that_are_said(world: World) -> None:
    known = draw(world, 60_000, np.random.default_rng(1))
    half = 0.5 if world is World.WORK else 1.0
    spread = 0.0 if world is World.NONE else half * SPREAD
    assert known.effect.mean() == pytest.approx(half * AVERAGE, abs=0.006)
    assert known.effect.std() == pytest.approx(spread, abs=0.008)
    assert known.treated.mean() == pytest.approx(known.chance.mean(), abs=0.01)
    if world is World.WORK:
        assert set(known.y) == {0.0, 1.0}
    else:
        assert known.y.std() == pytest.approx(1.0, abs=0.08)


def test_in_the_world_of_groups_nothing_differs_within_them() -> None:
    known = draw(World.GROUPS, 5_000, np.random.default_rng(2))
    group = declared_group(known.x)
    assert np.unique(group).size == 8
    assert max(known.effect[group == k].std() for k in range(8)) < 1e-12


def test_luck_has_mean_zero_and_explains_most_of_what_chance_does() -> None:
    rng = np.random.default_rng(3)
    luck, error = [], []
    for _ in range(300):
        known = draw(World.REFERENCE, 300, rng)
        luck.append(known.luck)
        rows = np.column_stack([np.ones(300), known.treated, known.x])
        found = np.linalg.lstsq(rows, known.y, rcond=None)[0][1]
        error.append(found - known.effect.mean())
    assert abs(np.mean(luck)) < 4 * np.std(luck) / np.sqrt(300)
    assert np.corrcoef(luck, error)[0, 1] > 0.85
