"""Calculate chains from what was stored: the search of a region, and one proposal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from streekwerk.matching.chains import explain, stored
from streekwerk.matching.chains.candidates import find, together
from streekwerk.matching.chains.coalition import Shared, share_out
from streekwerk.matching.chains.contract import FORMS
from streekwerk.matching.chains.demand import ChainRules, Demand
from streekwerk.matching.chains.job import ChainJob, FormalEmployer, formal_employer, job_of
from streekwerk.matching.chains.pack import pack
from streekwerk.matching.chains.robust import left_over, plan_without_each, without_each
from streekwerk.vocabulary.language import Text

# The same search of the same demand finds the same.
SEED = 1
SECONDS = 60.0
Json = dict[str, Any]


def rules_of(form: str, within: float) -> ChainRules:
    """Return the rules for a contract form and a distance in kilometres."""
    return FORMS[form].rules(ChainRules(within=within))


@dataclass(frozen=True, slots=True)
class Calculated:
    """Everything about one job: the split, who signs, and what if somebody leaves."""

    job: ChainJob
    shared: Shared
    formal: FormalEmployer
    stable: Text
    without: tuple[Text, ...]
    lost: tuple[int, ...]

    def as_json(self) -> Json:
        """Return what is stored, with the game that was shared out."""
        return {
            "job": stored.job_json(self.job),
            "value": self.job.value,
            "worth": [float(each) for each in self.shared.worth],
            "settlements": [[s.employer, s.gained, s.keeps] for s in self.shared.settlements],
            "least_core": list(self.shared.least_core.amounts),
            "grievances": [
                [list(each.members), each.short] for each in self.shared.shapley.grievances
            ],
            "stable": self.stable.as_json(),
            "without": [each.as_json() for each in self.without],
            "lost": list(self.lost),
        }


def calculate(
    job: ChainJob, rules: ChainRules, free: Sequence[Demand], names: Mapping[str, str]
) -> Calculated:
    """Calculate everything about a job; ``free`` are demands of others that are left."""
    shared = share_out(job, rules)
    gone = without_each(job, free, rules)
    known = dict(names)
    return Calculated(
        job,
        shared,
        formal_employer(job),
        explain.is_stable(shared.shapley, known),
        tuple(explain.when_gone(each, known) for each in gone),
        tuple(each.lost for each in gone),
    )


def search(inputs: Mapping[str, Any], tell: Callable[[int], None]) -> tuple[list[Json], Json]:
    """Search chains over all demand of a region.

    Returns
    -------
    The jobs, the most valuable first, each with its form and figures; and the figures of the
    whole: value, bound, greed, gap, and what can be kept without each employer.
    """
    demands = [stored.demand_from(each) for each in inputs["demands"]]
    forms = list(inputs["forms"])
    rules = [rules_of(form, inputs["within"]) for form in forms]
    parts = [find(demands, each) for each in rules]
    form_of = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    candidates = together(parts)
    tell(10)
    rng = np.random.default_rng(SEED)
    packing = pack(
        demands,
        candidates,
        rng,
        seconds=inputs["seconds"],
        tell=lambda percent: tell(10 + 7 * percent // 10),
    )
    jobs = [
        (job_of(candidates, number, demands, rules[form_of[number]]), forms[form_of[number]])
        for number in packing.chosen
    ]
    shared_jobs = [(job, form) for job, form in jobs if len(job.shares) > 1]
    free = left_over(demands, [job for job, _form in jobs])
    found = [
        {
            "form": form,
            **calculate(job, rules_of(form, inputs["within"]), free, inputs["names"]).as_json(),
        }
        for job, form in sorted(shared_jobs, key=lambda each: -each[0].value)
    ]
    tell(90)
    kept = plan_without_each(demands, candidates, packing.chosen)
    figures = {
        "value": packing.value,
        "bound": packing.bound,
        "relaxed": packing.relaxed,
        "greedy": packing.greedy,
        "gap": packing.gap,
        "seconds": packing.seconds,
        "candidates": len(candidates),
        "jobs": len(packing.chosen),
        "alone": len(jobs) - len(shared_jobs),
        "kept": [[each.employer, each.jobs, each.value] for each in kept],
    }
    return found, figures
