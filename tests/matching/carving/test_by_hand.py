"""Designs that people change: for whom they are doable is found anew, and never guessed."""

from __future__ import annotations

import numpy as np
from benchmarks.workplaces import candidate_groups, workplace
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.matching.carving import CarvedJob, DesignRules, Portion, breaches
from streekwerk.matching.carving.by_hand import ABOUT_A_GROUP, doable_for, remade

RULES = DesignRules(no_displacement=True)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_a_changed_job_is_for_exactly_the_groups_that_can_do_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    inventory, groups = workplace(rng, 3, 12), candidate_groups(rng, 4)
    movable = [task for task in inventory.tasks if not task.core]
    chosen = rng.choice(len(movable), size=min(3, len(movable)), replace=False)
    portions = tuple(
        Portion(movable[k].key, int(rng.integers(1, movable[k].half_hours + 1))) for k in chosen
    )
    before = [CarvedJob(portions, (groups[0].key,))]
    (job,) = remade([portions], before, inventory, groups, RULES)
    broken = {breach.rule for breach in breaches([job], inventory, groups, RULES)}
    fitting = doable_for(portions, inventory, groups, RULES)
    if fitting:
        assert job.groups == fitting
        assert not broken & ABOUT_A_GROUP
        for other in {group.key for group in groups} - {*fitting}:
            alone = breaches([CarvedJob(portions, (other,))], inventory, groups, RULES)
            assert {breach.rule for breach in alone} & ABOUT_A_GROUP
    else:
        assert job.groups == (groups[0].key,)
        assert broken & ABOUT_A_GROUP


def test_what_is_emptied_is_gone_and_what_is_new_is_for_whoever_can() -> None:
    rng = np.random.default_rng(3)
    inventory, groups = workplace(rng, 3, 12), candidate_groups(rng, 4)
    task = next(task for task in inventory.tasks if not task.core)
    before = [CarvedJob((Portion(task.key, 2),), (groups[0].key,))]
    assert remade([(Portion(task.key, 0),)], before, inventory, groups, RULES) == ()
    (made,) = remade([(), (Portion(task.key, 2),)], before, inventory, groups, RULES)
    fitting = doable_for((Portion(task.key, 2),), inventory, groups, RULES)
    assert made.groups == (fitting or tuple(group.key for group in groups))
