"""Random workplaces for the carving benchmark and tests: fictitious roles, tasks and groups."""

from __future__ import annotations

import numpy as np

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.inventory import Inventory, Level, Load, Moment, Role, Task

SKILLS = tuple(f"skill-{number}" for number in range(20))
HOURS = 36


def workplace(rng: np.random.Generator, roles: int, tasks: int) -> Inventory:
    """Return ``roles`` roles that share ``tasks`` tasks, of all levels and loads."""
    made = tuple(_role(rng, f"r{number}") for number in range(roles))
    per_role = np.bincount(rng.integers(roles, size=tasks), minlength=roles)
    every = tuple(
        _task(rng, role, f"{role.key}-t{number}", int(count))
        for role, count in zip(made, per_role, strict=True)
        for number in range(int(count))
    )
    return Inventory(made, every)


def candidate_groups(rng: np.random.Generator, count: int) -> tuple[CandidateGroup, ...]:
    """Return ``count`` groups with different possibilities."""
    return tuple(_group(rng, f"g{number}") for number in range(count))


def _role(rng: np.random.Generator, key: str) -> Role:
    level = Level(int(rng.integers(2, 6)))
    cost = 2_000 + 450 * level + int(rng.integers(0, 400))
    return Role(key, key, int(rng.integers(1, 7)), cost, level, int(rng.integers(0, 5)))


def _task(rng: np.random.Generator, role: Role, key: str, count: int) -> Task:
    level = Level(int(np.clip(role.level - rng.integers(0, 4), 1, 5)))
    mean = 2 * HOURS * role.people / count
    return Task(
        key,
        key,
        role.key,
        max(1, int(rng.gamma(2.0, mean / 2))),
        level,
        Load(*(int(each) for each in rng.integers(0, 4, size=4))),
        frozenset(str(s) for s in rng.choice(SKILLS, size=rng.integers(0, 3), replace=False)),
        guidance=int(rng.integers(0, 20)),
        autonomy=int(rng.integers(0, 5)),
        risk=int(rng.integers(0, 4)),
        moments=frozenset({Moment.MORNING}) if rng.random() < 0.2 else frozenset(),
        core=bool(rng.random() < 0.15),
        teaches=bool(rng.random() < 0.3),
        divisible=bool(rng.random() < 0.8),
    )


def _group(rng: np.random.Generator, key: str) -> CandidateGroup:
    level = Level(int(rng.integers(1, 4)))
    return CandidateGroup(
        key,
        key,
        int(rng.integers(10, 400)),
        level,
        Level(min(5, level + 1)),
        Load(*(int(each) for each in rng.integers(2, 5, size=4))),
        tuple(int(each) for each in rng.integers(10, 28, size=4)),  # type: ignore[arg-type]
        int(rng.integers(16, 36)),
        int(rng.integers(48, 81)),
        frozenset(Moment) if rng.random() < 0.7 else frozenset({Moment.AFTERNOON}),
        frozenset(str(s) for s in rng.choice(SKILLS, size=15, replace=False)),
        guidance=int(rng.integers(80, 180)),
        most_risk=int(rng.integers(1, 5)),
    )
