"""Stored trees answer as stochtree does, and as by hand."""

from __future__ import annotations

import json
from importlib import import_module

import numpy as np
import pytest
from tests.evidence.benefit.people import SMALL

from streekwerk.evidence.benefit.forest import Forest, Grower
from streekwerk.evidence.benefit.sampler import ForestData, draw_forest

# Draw 0: 0.5, and a tree that splits column 1 at 2: -1 up to it, above it 1, or 3 when
# column 0 is above 7. Draw 1: 0.25 for everybody.
TREE = {
    "left": [1, -1, 3, -1, -1],
    "right": [2, -1, 4, -1, -1],
    "split_index": [4, -1, 3, -1, -1],
    "threshold": [2.0, 0, 7.0, 0, 0],
    "leaf_value": [0, -2.0, 0, 2.0, 6.0],
}
STUMP = {"left": [-1], "leaf_value": [0.5]}


def by_hand() -> Forest:
    grower = Grower.of(np.array([0.5, 0.0]))
    grower.add(0, TREE, 0.5, first_column=3)
    grower.add(1, STUMP, 0.5, first_column=3)
    return grower.forest()


def test_a_tree_is_followed_as_by_hand() -> None:
    forest = by_hand()
    rows = np.array([[0.0, 2.0], [0.0, 2.1], [7.1, 2.1], [9.0, 1.0]])
    assert forest.effects(rows).tolist() == [[-0.5, 0.25], [1.5, 0.25], [3.5, 0.25], [-0.5, 0.25]]
    assert forest.shifted(np.array([1.0, -0.25])).effects(rows)[0].tolist() == [0.5, 0.0]


def test_many_rows_are_the_same_as_one_by_one() -> None:
    forest = by_hand()
    rows = np.random.default_rng(0).uniform(0, 9, (700, 2))
    assert np.array_equal(
        forest.effects(rows), np.vstack([forest.effects(row[None, :]) for row in rows])
    )


def test_a_forest_without_splits_is_its_constants() -> None:
    grower = Grower.of(np.array([0.1, 0.2]))
    assert grower.forest().effects(np.zeros((2, 3))).tolist() == [[0.1, 0.2], [0.1, 0.2]]


def test_what_is_kept_predicts_what_stochtree_predicts(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(5)
    x = rng.standard_normal((200, 4))
    treated = rng.binomial(1, 0.5, 200).astype(float)
    y = x[:, 0] + treated * (1 + x[:, 1]) + rng.standard_normal(200)
    data = ForestData(y, treated, np.full(200, 0.5), x, x[:, 1:3])
    kept = []
    engine = import_module("stochtree")
    make = engine.BCFModel

    def remembered() -> object:
        kept.append(make())
        return kept[0]

    monkeypatch.setattr(engine, "BCFModel", remembered)
    forest = draw_forest(data, SMALL, seed=11)
    theirs = kept[0].predict(
        X=np.column_stack([x, x[:, 1:3]]), Z=treated, propensity=np.full(200, 0.5), terms="cate"
    )
    assert forest.effects(x[:, 1:3]) == pytest.approx(theirs, abs=1e-4)
    assert forest.draws == SMALL.draws
    # Only the features are split on, and everything is plain numbers.
    assert set(forest.column) <= {-1, 0, 1}
    json.dumps(forest.number)
