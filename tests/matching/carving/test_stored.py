"""What is stored comes back as it was, and the parts of a gain add up to it."""

from __future__ import annotations

import json

import numpy as np
from benchmarks.workplaces import candidate_groups, workplace
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.matching.carving import CarvedJob, DesignRules, Portion, stored, worth_of
from streekwerk.matching.carving.gains import gain_of, kept_by_role
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.matching.inventory import Inventory, Level, Role, Task

RULES = DesignRules(guidance_cost=3_333, relief=7, no_displacement=True)
seeds = st.integers(0, 10_000)


def some_jobs(rng: np.random.Generator, inventory: Inventory, keys: list[str]) -> list[CarvedJob]:
    """Return two jobs of arbitrary portions, lawful or not."""
    jobs = []
    for _ in range(2):
        chosen = rng.choice(len(inventory.tasks), size=4, replace=False)
        tasks = [inventory.tasks[place] for place in chosen]
        portions = (Portion(t.key, int(rng.integers(1, t.half_hours + 1))) for t in tasks)
        jobs.append(CarvedJob(tuple(portions), tuple(keys)))
    return jobs


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_everything_comes_back_from_json(seed: int) -> None:
    rng = np.random.default_rng(seed)
    inventory, groups = workplace(rng, 3, 12), candidate_groups(rng, 3)
    jobs = some_jobs(rng, inventory, [group.key for group in groups])
    whole = {
        "inventory": stored.inventory_json(inventory),
        "groups": stored.groups_json(groups),
        "rules": stored.rules_json(RULES),
        "jobs": stored.jobs_json(jobs),
    }
    back = json.loads(json.dumps(whole))
    assert stored.inventory_from(back["inventory"]) == inventory
    assert stored.groups_from(back["groups"]) == groups
    assert stored.rules_from(back["rules"]) == RULES
    assert stored.jobs_from(back["jobs"]) == tuple(jobs)
    worth = worth_of(jobs, inventory, groups, RULES)
    assert stored.worth_from(stored.worth_json(worth)) == worth
    assert fingerprint(dict(reversed(back.items()))) == fingerprint(whole)


def test_a_fingerprint_tells_what_changed() -> None:
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})


@settings(max_examples=50, deadline=None)
@given(seeds)
def test_the_parts_of_a_gain_add_up_to_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    inventory, groups = workplace(rng, 3, 12), candidate_groups(rng, 3)
    jobs = some_jobs(rng, inventory, [groups[0].key])
    parts = gain_of(jobs, inventory, groups, RULES)
    assert parts.total == worth_of(jobs, inventory, groups, RULES).gain
    assert min(parts.freed, parts.relief, parts.wages, parts.guidance) >= 0


def test_a_role_keeps_what_does_not_move() -> None:
    ward, office = (
        Role("ward", "Afdeling", 2, 3_000, Level.SKILLED),
        Role("office", "Kantoor", 1, 3_000, Level.SKILLED),
    )
    tasks = (
        Task("beds", "Bedden", "ward", 10, Level.ENTRY),
        Task("care", "Zorg", "ward", 30, Level.SKILLED),
        Task("post", "Post", "office", 8, Level.ENTRY),
    )
    jobs = [CarvedJob((Portion("beds", 6),), ()), CarvedJob((Portion("beds", 4),), ())]
    assert kept_by_role(jobs, Inventory((ward, office), tasks)) == {"ward": 75.0, "office": 100.0}
