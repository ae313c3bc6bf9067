"""The carving model: what may move, and what every job must live up to.

A mixed integer programme: one integer per task and job (half hours moved), one Boolean
for "is part of it". A job is made for every group whose Boolean ``made_for`` is true:
then all its tasks must be doable for them, the week must fit, and there must be a step
up. The constraints are those of :mod:`streekwerk.matching.carving.check`, one for one.

Source of the formulation: task assignment as mixed integer programming, as Cancela et
al. (2025) do for people with disabilities; the quality rules are our own. Implications
are written with the smallest constant that switches them off, and every job names one
group it is made for first: implied, but it brings the bound of the relaxation down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ortools.math_opt.python import mathopt

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import design as worth
from streekwerk.matching.carving.doable import is_a_step_up, is_doable
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Inventory, Level, Moment, Task

# The solver comes without types: a sum of variables, or a number.
Expression: TypeAlias = Any
# Rules that may be loosened to see what stands in the way, with how far at most.
LOOSENABLE = {
    "shortest": 72,
    "fewest_tasks": 8,
    "kept": 100,
    "largest_share": 100,
    "learning": 40,
    "guidance_room": 6_000,
    "sustained": 20,
    "most_roles": 8,
}


@dataclass(slots=True)
class Job:
    """The variables of one new job."""

    used: mathopt.Variable
    moved: dict[str, mathopt.Variable]
    part: dict[str, mathopt.Variable]
    made_for: dict[str, mathopt.Variable]
    guidance: mathopt.Variable
    gain: Expression = 0.0
    quality: Expression = 0.0

    @property
    def half_hours(self) -> Expression:
        """Return the length of the week."""
        return mathopt.fast_sum(self.moved.values())


@dataclass(slots=True)
class CarvingModel:
    """The whole model; make it with :func:`build`."""

    inventory: Inventory
    groups: tuple[CandidateGroup, ...]
    rules: DesignRules
    tasks: tuple[Task, ...]
    loosened: str | None = None
    program: mathopt.Model = field(default_factory=mathopt.Model)
    jobs: list[Job] = field(default_factory=list)
    slack: mathopt.Variable | None = None
    gain: Expression = 0.0
    people: Expression = 0.0
    quality: Expression = 0.0

    def room(self, rule: str) -> Expression:
        """Return how far ``rule`` is loosened: a variable for the one under study, else 0."""
        return self.slack if self.slack is not None and rule == self.loosened else 0.0

    def require(self, constraint: mathopt.BoundedLinearTypes | bool) -> None:
        """Add a constraint."""
        self.program.add_linear_constraint(constraint)

    def most(self, task: Task) -> int:
        """Return the most half hours of ``task`` that one job can hold."""
        longest = self.rules.longest
        if self.loosened != "largest_share":
            longest = longest * self.rules.largest_share // 100
        return min(task.half_hours, longest)


def build(
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    loosened: str | None = None,
) -> CarvingModel:
    """Build the model; ``loosened`` names one rule that may give way (:data:`LOOSENABLE`)."""
    movable = tuple(
        task
        for task in inventory.tasks
        if not task.core and any(is_doable(task, group) for group in groups)
    )
    built = CarvingModel(inventory, tuple(groups), rules, movable, loosened)
    if loosened is not None:
        built.slack = built.program.add_integer_variable(lb=0, ub=LOOSENABLE[loosened])
    for _ in range(rules.jobs):
        _add_job(built)
    _share_out(built)
    _break_symmetry(built)
    _add_worth(built)
    return built


def _add_job(built: CarvingModel) -> None:
    program, rules = built.program, built.rules
    job = Job(
        used=program.add_binary_variable(),
        moved={t.key: program.add_integer_variable(lb=0, ub=built.most(t)) for t in built.tasks},
        part={t.key: program.add_binary_variable() for t in built.tasks},
        made_for={g.key: program.add_binary_variable() for g in built.groups},
        guidance=program.add_variable(lb=0, ub=rules.guidance_room + LOOSENABLE["guidance_room"]),
    )
    for task in built.tasks:
        least = min(rules.smallest_portion, task.half_hours) if task.divisible else task.half_hours
        if least > built.most(task):
            built.require(job.part[task.key] <= 0)
        built.require(job.moved[task.key] >= least * job.part[task.key])
        built.require(job.moved[task.key] <= built.most(task) * job.part[task.key])
    if not built.jobs:
        # No job at all is not a design.
        built.require(job.used >= 1)
    built.jobs.append(job)
    _limit_size(built, job)
    _limit_mix(built, job)
    _limit_moments(built, job)
    _fit_people(built, job)


def _limit_size(built: CarvingModel, job: Job) -> None:
    rules = built.rules
    count = mathopt.fast_sum(job.part.values())
    built.require(job.half_hours <= rules.longest * job.used)
    built.require(job.half_hours >= rules.shortest * job.used - built.room("shortest"))
    built.require(count <= rules.most_tasks * job.used)
    built.require(count >= rules.fewest_tasks * job.used - built.room("fewest_tasks"))
    built.require(count >= job.used)


def _limit_mix(built: CarvingModel, job: Job) -> None:
    rules = built.rules
    taken_from: dict[str, mathopt.Variable] = defaultdict(built.program.add_binary_variable)
    # A share in percent of the job's own hours; loosened in percent of the longest week.
    loose = built.room("largest_share") * rules.longest
    for task in built.tasks:
        share = rules.largest_share * job.half_hours + loose
        built.require(100 * job.moved[task.key] <= share)
        built.require(job.part[task.key] <= taken_from[task.role])
    roles = mathopt.fast_sum(taken_from.values())
    built.require(roles <= rules.most_roles + built.room("most_roles"))
    taught = _sum(job, (task for task in built.tasks if task.teaches))
    built.require(taught >= rules.learning * job.used - built.room("learning"))


def _limit_moments(built: CarvingModel, job: Job) -> None:
    for moment in Moment:
        bound = [task for task in built.tasks if task.moments == {moment}]
        if bound:
            built.require(_sum(job, bound) <= built.rules.moment_room)


def _fit_people(built: CarvingModel, job: Job) -> None:
    first = {group.key: built.program.add_binary_variable() for group in built.groups}
    built.require(mathopt.fast_sum(first.values()) == job.used)
    for task in built.tasks:
        can = mathopt.fast_sum(first[g.key] for g in built.groups if is_doable(task, g))
        built.require(job.part[task.key] <= can)
    for group in built.groups:
        chosen = job.made_for[group.key]
        built.require(first[group.key] <= chosen)
        built.require(chosen <= job.used)
        _fit_group(built, job, group, chosen)


def _fit_group(
    built: CarvingModel, job: Job, group: CandidateGroup, chosen: mathopt.Variable
) -> None:
    for task in built.tasks:
        if not is_doable(task, group):
            built.require(job.part[task.key] + chosen <= 1)
    too_long = max(0, built.rules.longest - group.longest)
    built.require(job.half_hours >= group.shortest * chosen)
    built.require(job.half_hours <= built.rules.longest - too_long * chosen)
    steps = [job.part[task.key] for task in built.tasks if is_a_step_up(task, group)]
    built.require(mathopt.fast_sum(steps) >= chosen)
    _bear(built, job, group, chosen)
    # Minutes a week: half hours times minutes an hour, for the group that needs most.
    needed = [task.guidance * group.guidance / 200 for task in built.tasks]
    top = built.rules.longest * max(needed, default=0.0)
    built.require(job.guidance >= _weighted(job, built.tasks, needed) - top * (1 - chosen))


def _bear(built: CarvingModel, job: Job, group: CandidateGroup, chosen: mathopt.Variable) -> None:
    """Keep the mean load of the week within what the group can sustain."""
    loose = built.room("sustained") * built.rules.longest
    for place, most in enumerate(group.sustained):
        over = [10.0 * task.load.as_tuple()[place] - most for task in built.tasks]
        heaviest = max(over, default=0.0) * built.rules.longest
        if heaviest > 0:
            weight = _weighted(job, built.tasks, over)
            built.require(weight <= heaviest * (1 - chosen) + loose)


def _share_out(built: CarvingModel) -> None:
    """Limit what all jobs together take: of a task, of a role, and of supervision."""
    rules = built.rules
    for task in built.tasks:
        taken = mathopt.fast_sum(job.moved[task.key] for job in built.jobs)
        built.require(taken <= task.half_hours)
    for role in built.inventory.roles:
        whole = built.inventory.half_hours(role.key)
        mine = [task for task in built.tasks if task.role == role.key]
        if mine:
            gone = mathopt.fast_sum(_sum(job, mine) for job in built.jobs)
            built.require(100 * gone <= whole * (100 - rules.kept) + whole * built.room("kept"))
    minutes = mathopt.fast_sum(job.guidance for job in built.jobs)
    built.require(minutes <= rules.guidance_room + built.room("guidance_room"))


def _break_symmetry(built: CarvingModel) -> None:
    """Jobs have no names: the longest comes first."""
    for one, next_ in zip(built.jobs, built.jobs[1:], strict=False):
        built.require(one.half_hours >= next_.half_hours)


def _add_worth(built: CarvingModel) -> None:
    for job in built.jobs:
        job.gain = _gain(built, job)
        job.quality = _quality(built, job)
    built.gain = mathopt.fast_sum(job.gain for job in built.jobs)
    built.quality = mathopt.fast_sum(job.quality for job in built.jobs)
    served = []
    for group in built.groups:
        reached = built.program.add_variable(lb=0, ub=1)
        built.require(reached <= mathopt.fast_sum(job.made_for[group.key] for job in built.jobs))
        served.append(group.people * reached)
    built.people = mathopt.fast_sum(served)


def _gain(built: CarvingModel, job: Job) -> Expression:
    """Return cents a week: what the hours cost now, plus relief, less wage and guidance."""
    rules = built.rules
    paid = {level: built.program.add_binary_variable() for level in Level}
    hours = {level: built.program.add_variable(lb=0, ub=rules.longest) for level in Level}
    built.require(mathopt.fast_sum(paid.values()) == 1)
    built.require(mathopt.fast_sum(hours.values()) == job.half_hours)
    for level, chosen in paid.items():
        built.require(hours[level] <= rules.longest * chosen)
    for task in built.tasks:
        if not task.teaches and task.level > Level.ENTRY:
            enough = mathopt.fast_sum(paid[level] for level in Level if level >= task.level)
            built.require(job.part[task.key] <= enough)
    freed = _weighted(job, built.tasks, [value_freed(built, task) / 2 for task in built.tasks])
    wage = mathopt.fast_sum(rules.cost[level] / 2 * hours[level] for level in Level)
    return freed - wage - rules.guidance_cost / 60 * job.guidance


def value_freed(built: CarvingModel, task: Task) -> int:
    """Return what an hour freed in the task's role is worth, in cents: cost and relief."""
    role = built.inventory.role_of[task.role]
    return role.cost + 2 * built.rules.relief * role.pressure


def _quality(built: CarvingModel, job: Job) -> Expression:
    longest = built.rules.longest
    varied = built.program.add_variable(lb=0, ub=worth.VARIED)
    built.require(varied <= mathopt.fast_sum(job.part.values()))
    learnt = built.program.add_variable(lb=0, ub=worth.ENOUGH_LEARNING)
    built.require(learnt <= _sum(job, (task for task in built.tasks if task.teaches)))
    reached = []
    for step in worth.STEPS_OF_AUTONOMY:
        above = [float(task.autonomy - step) for task in built.tasks]
        has = built.program.add_binary_variable()
        built.require(_weighted(job, built.tasks, above) >= -step * longest * (1 - has))
        built.require(has <= job.used)
        reached.append(has)
    points = worth.POINTS_OF_AUTONOMY * mathopt.fast_sum(reached)
    return worth.POINTS_A_TASK * varied + worth.POINTS_A_LEARNING_HALF_HOUR * learnt + points


def _sum(job: Job, tasks: Iterable[Task]) -> Expression:
    return mathopt.fast_sum(job.moved[task.key] for task in tasks)


def _weighted(job: Job, tasks: Sequence[Task], weights: Sequence[float]) -> Expression:
    return mathopt.fast_sum(
        weight * job.moved[task.key] for task, weight in zip(tasks, weights, strict=True) if weight
    )
