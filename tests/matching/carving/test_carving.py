"""Carving: the solver keeps its word, finds the best, and says what stands in the way."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from benchmarks.workplaces import candidate_groups, workplace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import (
    Aim,
    CarvedJob,
    DesignRules,
    Portion,
    breaches,
    carve,
    designs,
    explain,
    relaxations,
    worth_of,
)
from streekwerk.matching.carving.kinds import Workplace
from streekwerk.matching.carving.relax import loosened
from streekwerk.matching.carving.solve import _WEIGHTS, weights
from streekwerk.matching.inventory import Inventory, Level, Load, Moment, Role, Task

RULES = DesignRules(
    jobs=1, shortest=4, longest=8, fewest_tasks=2, most_tasks=3, learning=1, no_displacement=True
)
WARD = Role("ward", "Afdeling", 4, 3_000, Level.SPECIALIST, pressure=3)
GROUP = CandidateGroup(
    "starters",
    "starters",
    40,
    Level.ENTRY,
    Level.BASIC,
    Load(3, 2, 2, 3),
    (25, 15, 15, 25),
    4,
    16,
    frozenset(Moment),
    frozenset({"cleaning"}),
)


def task(key: str, half_hours: int, level: Level = Level.ENTRY, **other: object) -> Task:
    return Task(key, key, "ward", half_hours, level, **other)  # type: ignore[arg-type]


INVENTORY = Inventory(
    (WARD,),
    (
        task("nursing", 60, Level.SPECIALIST, core=True),
        task("beds", 6, load=Load(2, 1, 1, 2)),
        task("meals", 4, load=Load(1, 1, 1, 1), autonomy=3),
        task("stock", 3, Level.BASIC, teaches=True, load=Load(1, 2, 0, 1), guidance=10),
        task("lifting", 5, load=Load(4, 0, 0, 2)),
    ),
)


def every_job(inventory: Inventory, rules: DesignRules) -> Iterator[CarvedJob]:
    """Yield every single job one could think of, lawful or not."""
    movable = [each for each in inventory.tasks if not each.core]
    ranges = [range(min(each.half_hours, rules.longest) + 1) for each in movable]
    for taken in itertools.product(*ranges):
        portions = tuple(
            Portion(each.key, count) for each, count in zip(movable, taken, strict=True) if count
        )
        yield CarvedJob(portions, ("starters",))


@pytest.mark.parametrize("aim", Aim)
def test_the_best_design_is_the_best_of_all(aim: Aim) -> None:
    gain, people, quality = _WEIGHTS[aim]
    most = RULES.longest * (WARD.cost + 2 * RULES.relief * WARD.pressure - 2_150) / 2
    best = max(
        gain * worth.gain / most + people * worth.people / 40 + quality * worth.quality / 100
        for job in every_job(INVENTORY, RULES)
        if not breaches([job], INVENTORY, [GROUP], RULES)
        for worth in [worth_of([job], INVENTORY, [GROUP], RULES)]
    )
    found = carve(INVENTORY, [GROUP], RULES, aim)
    assert found.status == "optimal"
    assert found.value == pytest.approx(best, rel=1e-3)


def test_a_design_by_hand_is_worth_what_a_pencil_says() -> None:
    job = CarvedJob((Portion("beds", 4), Portion("meals", 2), Portion("stock", 2)), ("starters",))
    # 4 hours: freed at 30.00 + 2 x 1.50 x 3 relief = 39.00; paid at 21.50; guidance of
    # 10 minutes an hour during one hour at 32.00 an hour.
    assert worth_of([job], INVENTORY, [GROUP], RULES).gain == 4 * (3_900 - 2_150) - 533
    # Three tasks 24, two learning half hours 6, mean autonomy (4*2+2*3+2*2)/8 = 2.25: 20.
    assert worth_of([job], INVENTORY, [GROUP], RULES).quality == 50


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.sampled_from(Aim), st.integers(1, 2))
def test_no_rule_is_ever_broken(seed: int, aim: Aim, jobs: int) -> None:
    rng = np.random.default_rng(seed)
    inventory, groups = workplace(rng, 4, 24), candidate_groups(rng, 3)
    rules = DesignRules(jobs=jobs, no_displacement=True)
    found = carve(inventory, groups, rules, aim, seconds=1)
    if found.design is not None:
        assert breaches(found.design.jobs, inventory, groups, rules) == ()
        assert found.value <= found.bound + 1e-6


@pytest.mark.parametrize(
    ("job", "rule"),
    [
        (CarvedJob((Portion("nursing", 8),), ("starters",)), "core"),
        (CarvedJob((Portion("beds", 7), Portion("stock", 1)), ("starters",)), "portion"),
        (CarvedJob((Portion("beds", 6), Portion("stock", 2)), ("starters",)), "largest_share"),
        (CarvedJob((Portion("beds", 1), Portion("stock", 1)), ("starters",)), "shortest"),
        (CarvedJob((Portion("beds", 4), Portion("meals", 4)), ("starters",)), "learning"),
        (CarvedJob((Portion("beds", 4), Portion("lifting", 4)), ("starters",)), "doable"),
        (CarvedJob((Portion("beds", 4), Portion("stock", 3)), ()), "groups"),
        (CarvedJob((Portion("beds", 8),), ("starters",)), "fewest_tasks"),
    ],
)
def test_every_rule_is_checked_by_hand(job: CarvedJob, rule: str) -> None:
    assert rule in {each.rule for each in breaches([job], INVENTORY, [GROUP], RULES)}


def test_designs_differ_and_none_is_beaten_by_another() -> None:
    rng = np.random.default_rng(5)
    inventory, groups = workplace(rng, 5, 40), candidate_groups(rng, 4)
    rules = DesignRules(jobs=1, no_displacement=True)
    found = designs(inventory, groups, rules, seconds=8)
    worths = [each.design.worth for each in found if each.design is not None]
    assert len(worths) == len({repr(worth) for worth in worths}) >= 1
    assert not any(one.is_dominated_by(other) for one in worths for other in worths)


def test_what_stands_in_the_way_is_said_with_how_much_is_enough() -> None:
    strict = replace(RULES, kept=100)
    assert carve(INVENTORY, [GROUP], strict).status == "infeasible"
    found = {each.rule: each for each in relaxations(INVENTORY, [GROUP], strict)}
    assert set(found) == {"kept"}
    # Four half hours out of 78 is 5.1 percent.
    assert found["kept"].by == 6
    assert "94%" in found["kept"].words.nl
    loosened = replace(strict, kept=94)
    assert carve(INVENTORY, [GROUP], loosened).status == "optimal"
    assert carve(INVENTORY, [GROUP], replace(strict, kept=95)).status == "infeasible"


def test_every_task_is_explained() -> None:
    found = carve(INVENTORY, [GROUP], RULES, Aim.GAIN)
    assert found.design is not None
    lines = {line.task: line for line in explain(found.design.jobs, INVENTORY, [GROUP], RULES)}
    assert set(lines) == {each.key for each in INVENTORY.tasks}
    assert "kern" in lines["nursing"].reasons[0].nl
    assert any("lichamelijk te zwaar" in why.nl for why in lines["lifting"].reasons)
    assert all(line.reasons for line in lines.values())


def test_nothing_starts_without_the_declaration() -> None:
    with pytest.raises(ValueError, match="displaced"):
        DesignRules()


def test_two_jobs_for_two_groups_are_the_best_of_all() -> None:
    careful = replace(
        GROUP, key="careful", name="careful", people=25, peak=Load(2, 2, 2, 2), guidance=150
    )
    groups = [GROUP, careful]
    rules = replace(RULES, jobs=2, longest=6, most_tasks=2, smallest_portion=1, guidance_room=9)
    inventory = Inventory(
        (WARD,),
        (
            task("nursing", 60, Level.SPECIALIST, core=True),
            task("beds", 6, load=Load(3, 1, 1, 2), guidance=4),
            task("meals", 4, load=Load(1, 1, 1, 1), autonomy=3, guidance=2),
            task("stock", 3, Level.BASIC, teaches=True, load=Load(1, 2, 0, 1), guidance=10),
            task("shelves", 3, Level.BASIC, teaches=True, load=Load(1, 1, 0, 1), autonomy=1),
        ),
    )
    lawful = [
        CarvedJob(job.portions, made_for)
        for job in every_job(inventory, rules)
        for made_for in (("starters",), ("careful",), ("starters", "careful"))
        if job.portions
    ]
    lawful = [job for job in lawful if not breaches([job], inventory, groups, rules)]
    chosen = [[job] for job in lawful] + [list(two) for two in itertools.combinations(lawful, 2)]
    place = Workplace(inventory, tuple(groups), rules)
    for aim in Aim:
        counts = weights(place, aim)
        best = max(
            counts.gain * worth.gain
            + counts.people * worth.people
            + counts.quality * worth.quality * len(jobs)
            for jobs in chosen
            for worth in [worth_of(jobs, inventory, groups, rules)]
            if not breaches(jobs, inventory, groups, rules)
        )
        found = carve(inventory, groups, rules, aim)
        assert found.status == "optimal"
        assert found.value == pytest.approx(best, rel=1e-3)


def test_what_is_loosened_by_what_is_said_is_enough_and_less_is_not() -> None:
    strict = replace(RULES, largest_share=30, fewest_tasks=2)
    assert carve(INVENTORY, [GROUP], strict).status == "infeasible"
    found = {each.rule: each.by for each in relaxations(INVENTORY, [GROUP], strict)}
    for rule, by in found.items():
        place = Workplace(INVENTORY, (GROUP,), strict)
        for enough, amount in ((True, by), (False, by - 1)):
            other = loosened(place, rule, amount)
            status = carve(other.inventory, other.groups, other.rules).status
            assert (status == "optimal") is enough, (rule, amount)
    assert "largest_share" in found
