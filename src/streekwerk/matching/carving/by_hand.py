"""Designs that people change by hand: for whom each job is doable now, and what it breaks."""

from __future__ import annotations

from collections.abc import Sequence

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.check import breaches
from streekwerk.matching.carving.design import CarvedJob, Portion
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory

# The rules of ``carving.check`` that are about one group and not about the work itself.
ABOUT_A_GROUP = frozenset({"doable", "week", "step_up", "sustained"})


def remade(
    changed: Sequence[Sequence[Portion]],
    before: Sequence[CarvedJob],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> tuple[CarvedJob, ...]:
    """Return jobs of the changed portions, each for every group that it is doable for now.

    ``before`` is the design it began with, job by job; ``changed`` may hold more jobs or
    fewer. A job that is doable for nobody keeps the groups it had (all groups for a new job), so
    that the check says what stands in the way of each. Jobs without portions are gone.
    """
    jobs = []
    for place, portions in enumerate(changed):
        taken = tuple(portion for portion in portions if portion.half_hours)
        if not taken:
            continue
        fitting = doable_for(taken, inventory, groups, rules)
        had = before[place].groups if place < len(before) else tuple(g.key for g in groups)
        jobs.append(CarvedJob(taken, fitting or had))
    return tuple(jobs)


def doable_for(
    portions: tuple[Portion, ...],
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
) -> tuple[str, ...]:
    """Return the keys of the groups for whom a job of ``portions`` breaks no rule about people."""
    return tuple(
        group.key
        for group in groups
        if not any(
            breach.rule in ABOUT_A_GROUP
            for breach in breaches([CarvedJob(portions, (group.key,))], inventory, groups, rules)
        )
    )
