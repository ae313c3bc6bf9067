"""What one job of a kind must live up to, as rows of a mixed integer programme.

One integer column per task (half hours moved), one Boolean for "is part of it", one for
every role it takes work from and for every other group it is also made for. The rows are
those of :mod:`streekwerk.matching.carving.check`, one for one.

Source of the formulation: task assignment as mixed integer programming, as Cancela et
al. (2025) do for people with disabilities; the quality rules are our own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import design as worth
from streekwerk.matching.carving.kinds import Kind, Workplace
from streekwerk.matching.inventory import Moment, Task

Floats = npt.NDArray[np.float64]
# What is branched on first: for whom, then quality, then which tasks.
FOR_WHOM, QUALITY, TASKS = 100, 90, 10


@dataclass(slots=True)
class Columns:
    """Columns and rows while they are being written down."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    priority: list[int] = field(default_factory=list)
    rows: list[dict[int, float]] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)

    def add(self, lower: float, upper: float, *, whole: bool = False, first: int = 0) -> int:
        """Add a column and return its number; ``first`` is how early to branch on it."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(whole)
        self.priority.append(first)
        return len(self.lower) - 1

    def choice(self, first: int = 0) -> int:
        """Add a column that is 0 or 1."""
        return self.add(0, 1, whole=True, first=first)

    def require(
        self, row: Mapping[int, float], lower: float = -np.inf, upper: float = np.inf
    ) -> None:
        """Add a row: what its columns weigh together lies between ``lower`` and ``upper``."""
        self.rows.append({column: value for column, value in row.items() if value})
        self.row_lower.append(lower)
        self.row_upper.append(upper)

    def matrix(self) -> sparse.csr_matrix:
        """Return the rows as a sparse matrix."""
        counts = np.cumsum([0, *(len(row) for row in self.rows)])
        places = [column for row in self.rows for column in row]
        values = [value for row in self.rows for value in row.values()]
        shape = (len(self.rows), len(self.lower))
        return sparse.csr_matrix((np.array(values, float), places, counts), shape=shape)


@dataclass(frozen=True, slots=True)
class Block:
    """One job of a kind: columns, rows, and what every column adds to the design's worth.

    ``moved`` and ``made_for`` give the columns of tasks and of other groups, ``week`` that
    of the job's half hours. ``gain`` is in cents a week, ``quality`` in points and
    ``guidance`` in minutes a week, for each column.
    """

    kind: Kind
    columns: Columns
    matrix: sparse.csr_matrix
    moved: dict[str, int]
    made_for: dict[str, int]
    week: int
    gain: Floats
    quality: Floats
    guidance: Floats


def build(place: Workplace, kind: Kind) -> Block | None:
    """Return the block of ``kind``; None when no week fits the first group and the rules."""
    shortest = max(place.rules.shortest, kind.first.shortest)
    longest = min(place.rules.longest, kind.first.longest)
    if shortest > longest:
        return None
    return _Writer(place, kind, shortest, longest).block()


@dataclass(slots=True)
class _Writer:
    place: Workplace
    kind: Kind
    shortest: int
    longest: int
    out: Columns = field(default_factory=Columns)
    moved: dict[str, int] = field(default_factory=dict)
    part: dict[str, int] = field(default_factory=dict)
    week: int = 0
    count: int = 0

    def block(self) -> Block:
        """Write everything down."""
        rules, out = self.place.rules, self.out
        self.week = out.add(self.shortest, self.longest)
        self.count = out.add(max(1, rules.fewest_tasks), rules.most_tasks)
        for task in self.kind.tasks:
            self._task(task)
        out.require({self.week: -1} | dict.fromkeys(self.moved.values(), 1.0), 0, 0)
        out.require({self.count: -1} | dict.fromkeys(self.part.values(), 1.0), 0, 0)
        self._roles()
        self._mix()
        self._bear(self.kind.first)
        made_for = {other.key: self._also_for(other) for other in self.kind.others}
        quality = self._quality()
        tasks = [(task, self.moved[task.key]) for task in self.kind.tasks]
        gain, guidance = np.zeros(len(out.lower)), np.zeros(len(out.lower))
        for task, column in tasks:
            minutes = task.guidance * self.kind.first.guidance / 200
            saved = self.place.freed(task) - rules.cost[self.kind.level]
            guidance[column] = minutes
            gain[column] = saved / 2 - rules.guidance_cost / 60 * minutes
        return Block(
            self.kind, out, out.matrix(), self.moved, made_for, self.week, gain, quality, guidance
        )

    def _task(self, task: Task) -> None:
        """Let a part of a task be not too small, nor too large for the week or its role."""
        rules, least = self.place.rules, self.place.least(task)
        whole = self.place.inventory.half_hours(task.role)
        kept = whole * (100 - rules.kept) // 100
        most = min(task.half_hours, self.longest * rules.largest_share // 100, kept)
        possible = least <= most
        moved = self.out.add(0, most if possible else 0, whole=True)
        part = self.out.add(0, 1 if possible else 0, whole=True, first=TASKS)
        self.moved[task.key], self.part[task.key] = moved, part
        if possible:
            self.out.require({moved: 1, part: -most}, upper=0)
            self.out.require({moved: 1, part: -least}, lower=0)
        if 100 * most > rules.largest_share * self.shortest:
            self.out.require({moved: 100, self.week: -rules.largest_share}, upper=0)

    def _roles(self) -> None:
        """Take work from few roles, and leave every role its core."""
        rules, inventory = self.place.rules, self.place.inventory
        taken: dict[str, int] = {}
        for role in inventory.roles:
            mine = [task for task in self.kind.tasks if task.role == role.key]
            if not mine:
                continue
            taken[role.key] = self.out.choice()
            room = inventory.half_hours(role.key) * (100 - rules.kept) // 100
            gone = {self.moved[task.key]: 1.0 for task in mine}
            self.out.require(gone | {taken[role.key]: -min(room, self.longest)}, upper=0)
            for task in mine:
                self.out.require({self.part[task.key]: 1, taken[role.key]: -1}, upper=0)
        self.out.require(dict.fromkeys(taken.values(), 1.0), upper=rules.most_roles)

    def _mix(self) -> None:
        """Ask something to learn, a step up, and no moment of the week that overflows."""
        tasks, rules = self.kind.tasks, self.place.rules
        self.out.require(self._hours(task for task in tasks if task.teaches), lower=rules.learning)
        self.out.require(self._steps(self.kind.first), lower=1)
        for moment in Moment:
            bound = self._hours(task for task in tasks if task.moments == {moment})
            if bound:
                self.out.require(bound, upper=rules.moment_room)

    def _bear(self, group: CandidateGroup) -> None:
        """Keep the mean load of the week within what the first group can sustain."""
        for kind, most in enumerate(group.sustained):
            over = self._over(kind, most)
            if max(over.values(), default=0) > 0:
                self.out.require(over, upper=0)

    def _also_for(self, group: CandidateGroup) -> int:
        """Add the choice to make the job for another group too, with all that asks."""
        chosen = self.out.choice(first=FOR_WHOM)
        beyond = [t.key for t in self.kind.tasks if t.key not in self.place.doable[group.key]]
        if beyond:
            most = self.place.rules.most_tasks
            self.out.require(
                {self.moved[k]: 1.0 for k in beyond} | {chosen: self.longest}, upper=self.longest
            )
            self.out.require({self.part[k]: 1.0 for k in beyond} | {chosen: most}, upper=most)
        self.out.require(
            {self.week: 1, chosen: self.shortest - group.shortest}, lower=self.shortest
        )
        self.out.require({self.week: 1, chosen: self.longest - group.longest}, upper=self.longest)
        self.out.require(self._steps(group) | {chosen: -1.0}, lower=0)
        pairs = zip(self.kind.first.sustained, group.sustained, strict=True)
        for kind, (first, most) in enumerate(pairs):
            # The first group bears the week already; beyond that there is only this much.
            room = (first - most) * self.longest
            if room > 0:
                self.out.require(self._over(kind, most) | {chosen: room}, upper=room)
        return chosen

    def _quality(self) -> Floats:
        varied = self.out.add(0, worth.VARIED)
        self.out.require({varied: 1, self.count: -1}, upper=0)
        learnt = self.out.add(0, worth.ENOUGH_LEARNING)
        taught = self._hours(task for task in self.kind.tasks if task.teaches)
        self.out.require({learnt: -1.0} | taught, lower=0)
        reached = [self.out.choice(first=QUALITY) for _ in worth.STEPS_OF_AUTONOMY]
        for step, has in zip(worth.STEPS_OF_AUTONOMY, reached, strict=True):
            room = float(step * self.longest)
            above = {self.moved[t.key]: float(t.autonomy - step) for t in self.kind.tasks}
            self.out.require(above | {has: -room}, lower=-room)
        for lower, higher in itertools.pairwise(reached):
            self.out.require({higher: 1, lower: -1}, upper=0)
        points = np.zeros(len(self.out.lower))
        points[varied], points[learnt] = worth.POINTS_A_TASK, worth.POINTS_A_LEARNING_HALF_HOUR
        points[reached] = worth.POINTS_OF_AUTONOMY
        return points

    def _hours(self, tasks: Iterable[Task]) -> dict[int, float]:
        return {self.moved[task.key]: 1.0 for task in tasks}

    def _steps(self, group: CandidateGroup) -> dict[int, float]:
        up = self.place.steps_up[group.key]
        return {self.part[task.key]: 1.0 for task in self.kind.tasks if task.key in up}

    def _over(self, kind: int, most: int) -> dict[int, float]:
        """Return how far every half hour of a task lies above what can be sustained."""
        tasks = self.kind.tasks
        return {self.moved[t.key]: 10.0 * t.load.as_tuple()[kind] - most for t in tasks}
