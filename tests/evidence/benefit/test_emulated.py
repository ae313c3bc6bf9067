"""From sequential trials to people: everybody once, features as advice knows them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.region_panel import panel_of

from streekwerk.advice.features import FEATURES
from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.benefit.emulated import GROUPS, HOUSEHOLDS, emulated_sample
from streekwerk.evidence.benefit.groups import declared, members
from streekwerk.evidence.benefit.sample import Anchor, Sample
from streekwerk.evidence.cards.groups import groups_of
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.target_trial.emulate import emulate
from streekwerk.evidence.target_trial.protocol import SUSTAINED_WORK, TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import TrialTable

ANCHOR = Anchor(0.05, 0.02, 0.2)


@pytest.fixture(scope="module")
def table() -> TrialTable:
    panel = panel_of(RegionConfig(people=700, months=30, start_rate=0.06, seed=11))
    found = emulate(panel, Timeline.of(panel), TargetTrialProtocol("40"), 9).table
    assert found is not None
    return found


def sampled(table: TrialTable, most: int = 100_000) -> Sample:
    found = emulated_sample(
        table,
        SUSTAINED_WORK,
        estimand=Estimand.ATT,
        anchor=ANCHOR,
        verdict=Light.AMBER,
        most=most,
        rng=np.random.default_rng(1),
    )
    assert found is not None
    return found


def test_every_row_is_used_and_everybody_counts_once_an_arm(table: TrialTable) -> None:
    sample = sampled(table)
    assert sample.comparison.n == table.n
    assert sample.comparison.cluster is not None
    assert sample.precision is not None
    arms = {
        (int(person), int(arm)): total
        for person, arm in zip(sample.comparison.cluster, sample.comparison.treated, strict=True)
        for total in [
            sample.precision[
                (sample.comparison.cluster == person) & (sample.comparison.treated == arm)
            ].sum()
        ]
    }
    assert len(arms) == sum(sample.comparison.units)
    assert list(arms.values()) == pytest.approx([1.0] * len(arms))
    assert (sample.anchor, sample.verdict) == (ANCHOR, Light.AMBER)


def test_features_are_of_the_allow_list_and_in_its_units(table: TrialTable) -> None:
    age, months, household = sampled(table).features
    assert {f.feature.name for f in (age, months, household)} <= set(FEATURES)
    assert set(FEATURES["household"].options) == set(HOUSEHOLDS)
    known = age.values[~np.isnan(age.values)]
    assert np.array_equal(known, np.floor(known))
    assert 18 <= known.min() < known.max() < 70
    assert np.array_equal(months.values, np.round(months.values))
    assert set(household.values[~np.isnan(household.values)]) <= {0.0, 1.0, 2.0}


def test_groups_are_the_cards_ages_by_its_durations(table: TrialTable) -> None:
    once = sampled(table)
    features = [f.feature for f in once.features]
    assert declared(GROUPS, features) == GROUPS
    values = np.column_stack([f.values for f in once.features])
    number = members(GROUPS, features, values)
    young = groups_of(table)[0].member
    assert (number >= 0).all() == (~np.isnan(values).any(axis=1)).all()
    share = np.isin(number, (0, 1)).mean()
    assert share == pytest.approx(young.mean(), abs=0.08)
    assert GROUPS[0].name.nl == "jonger dan 27, korter dan twee jaar uitkering"


def test_of_many_people_a_random_part_is_taken_whole_and_the_same_each_time(
    table: TrialTable,
) -> None:
    few, again = sampled(table, 200), sampled(table, 200)
    assert 150 < few.comparison.n <= 200
    assert few.fingerprint() == again.fingerprint()
    assert few.comparison.cluster is not None
    assert table.cluster is not None
    inside = np.isin(table.cluster, few.comparison.cluster)
    assert inside.sum() == few.comparison.n


def test_with_nobody_in_an_arm_there_is_no_sample(table: TrialTable) -> None:
    nobody = replace(table, outcomes=(replace(table.outcomes[0], values=np.where(
        table.arm == 1, np.nan, 0.0)), *table.outcomes[1:]))  # fmt: skip
    assert emulated_sample(
        nobody, SUSTAINED_WORK, estimand=Estimand.ATT, anchor=None, verdict=None, most=99_999,
        rng=np.random.default_rng(1),
    ) is None  # fmt: skip
