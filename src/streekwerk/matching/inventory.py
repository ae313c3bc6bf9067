"""The work of an employer as an adviser writes it down: roles, and the tasks in them.

Hours are counted in half hours a week and money in cents an hour, so that every sum is
exact. Nothing here is inferred: a level or a load that came from a library of typical
tasks carries ``confirmed=False`` until the employer has looked at it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from streekwerk.vocabulary.language import Text

HEAVIEST = 4


class Level(IntEnum):
    """What a task asks for, in the steps of Dutch vocational education (NLQF 1 to 5)."""

    ENTRY = 1
    BASIC = 2
    SKILLED = 3
    SPECIALIST = 4
    HIGHER = 5

    @property
    def words(self) -> Text:
        """Name the level."""
        return _LEVELS[self]


_LEVELS = {
    Level.ENTRY: Text("praktijkonderwijs of mbo 1", "practical education or mbo 1"),
    Level.BASIC: Text("mbo 2", "mbo 2"),
    Level.SKILLED: Text("mbo 3", "mbo 3"),
    Level.SPECIALIST: Text("mbo 4", "mbo 4"),
    Level.HIGHER: Text("hbo of meer", "higher education"),
}


class Moment(Enum):
    """When in the week work is done."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"

    @property
    def words(self) -> Text:
        """Name the moment."""
        return _MOMENTS[self]


_MOMENTS = {
    Moment.MORNING: Text("ochtend", "morning"),
    Moment.AFTERNOON: Text("middag", "afternoon"),
    Moment.EVENING: Text("avond", "evening"),
    Moment.NIGHT: Text("nacht", "night"),
    Moment.WEEKEND: Text("weekend", "weekend"),
}


@dataclass(frozen=True, slots=True)
class Load:
    """How heavy work is, of four kinds, each from 0 (none) to 4 (very heavy)."""

    physical: int = 0
    cognitive: int = 0
    social: int = 0
    energetic: int = 0

    def __post_init__(self) -> None:
        for kind, value in zip(KINDS_OF_LOAD, self.as_tuple(), strict=True):
            if not 0 <= value <= HEAVIEST:
                raise ValueError(f"{kind} load must be 0 to {HEAVIEST}, got {value}")

    def as_tuple(self) -> tuple[int, int, int, int]:
        """Return the four loads in the order of ``KINDS_OF_LOAD``."""
        return (self.physical, self.cognitive, self.social, self.energetic)

    def within(self, limit: Load) -> bool:
        """Whether no kind of load is above ``limit``."""
        return all(
            mine <= most for mine, most in zip(self.as_tuple(), limit.as_tuple(), strict=True)
        )


KINDS_OF_LOAD = ("physical", "cognitive", "social", "energetic")


@dataclass(frozen=True, slots=True)
class Task:
    """One task of one role.

    Attributes
    ----------
    half_hours : what it takes in a week, over everybody in the role.
    skills : keys of what one must be able to do.
    guidance : minutes of supervision an hour that somebody new to work needs.
    autonomy : room to decide how and when, 0 to 4. ``risk`` : harm when it goes wrong, 0 to 4.
    moments : when it must be done; empty when any time will do.
    core : belongs to the heart of the role and never moves.
    teaches : one learns something here that counts elsewhere.
    divisible : a part of the hours can move; otherwise all or nothing.
    confirmed : the employer has looked at level and loads.
    """

    key: str
    name: str
    role: str
    half_hours: int
    level: Level
    load: Load = Load()
    skills: frozenset[str] = frozenset()
    guidance: int = 0
    autonomy: int = 2
    risk: int = 0
    moments: frozenset[Moment] = frozenset()
    core: bool = False
    teaches: bool = False
    divisible: bool = True
    confirmed: bool = True

    def __post_init__(self) -> None:
        if self.half_hours <= 0:
            raise ValueError(f"task {self.key!r} takes no time: {self.half_hours} half hours")
        if not 0 <= self.guidance <= 60:
            raise ValueError(f"guidance is 0 to 60 minutes an hour, got {self.guidance}")
        for name in ("autonomy", "risk"):
            if not 0 <= getattr(self, name) <= HEAVIEST:
                raise ValueError(f"{name} must be 0 to {HEAVIEST}, got {getattr(self, name)}")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is now: how many people, what an hour costs, how much pressure.

    ``cost`` is what an hour costs the employer in cents, ``pressure`` how short of hands
    the role is, from 0 (calm) to 4 (work is left undone).
    """

    key: str
    name: str
    people: int
    cost: int
    level: Level
    pressure: int = 0

    def __post_init__(self) -> None:
        if self.people < 1 or self.cost <= 0 or not 0 <= self.pressure <= HEAVIEST:
            raise ValueError(f"role {self.key!r} needs people, a cost an hour and pressure 0 to 4")


@dataclass(frozen=True, slots=True)
class Inventory:
    """All work that was looked at, checked to hang together."""

    roles: tuple[Role, ...]
    tasks: tuple[Task, ...]
    role_of: dict[str, Role] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _once("role", [role.key for role in self.roles])
        _once("task", [task.key for task in self.tasks])
        object.__setattr__(self, "role_of", {role.key: role for role in self.roles})
        for task in self.tasks:
            if task.role not in self.role_of:
                raise ValueError(f"task {task.key!r} belongs to unknown role {task.role!r}")

    def task(self, key: str) -> Task:
        """Return the task called ``key``; KeyError when there is none."""
        for task in self.tasks:
            if task.key == key:
                return task
        raise KeyError(key)

    def half_hours(self, role: str) -> int:
        """Return what all tasks of a role take together, in half hours a week."""
        return sum(task.half_hours for task in self.tasks if task.role == role)


def _once(kind: str, keys: list[str]) -> None:
    twice = [key for key, count in Counter(keys).items() if count > 1]
    if twice:
        raise ValueError(f"{kind} {twice[0]!r} is there more than once")
