"""Groups of people for whom work is made: what they can do now and what they need.

A group is described by what work may ask of it, never by who its members are. Its
people are not known here by name, and nobody is ranked.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.matching.inventory import HEAVIEST, Level, Load, Moment


@dataclass(frozen=True, slots=True)
class CandidateGroup:
    """People with about the same possibilities for work.

    Attributes
    ----------
    people : how many of them look for work in the region.
    level : what they can do now; ``grows_to`` what they can learn within a year.
    peak : the heaviest any single task may be.
    sustained : what the week may weigh on average, in tenths (15 is a load of 1.5), in
        the order physical, cognitive, social, energetic.
    shortest, longest : half hours a week that fit them.
    moments : when they can work.
    skills : what they can do or learn on the job with ordinary guidance.
    guidance : percentage of the guidance a task states (150 is half as much again).
    most_risk : the highest risk a task may have.
    """

    key: str
    name: str
    people: int
    level: Level
    grows_to: Level
    peak: Load
    sustained: tuple[int, int, int, int]
    shortest: int
    longest: int
    moments: frozenset[Moment]
    skills: frozenset[str]
    guidance: int = 100
    most_risk: int = HEAVIEST

    def __post_init__(self) -> None:
        if self.people < 0 or self.grows_to < self.level:
            raise ValueError(f"group {self.key!r}: people from 0 and growth from the present level")
        if not 0 < self.shortest <= self.longest:
            raise ValueError(f"group {self.key!r}: weeks of {self.shortest} to {self.longest}")
        if any(not 0 <= load <= 10 * HEAVIEST for load in self.sustained):
            raise ValueError(f"group {self.key!r}: sustained loads are tenths from 0 to 40")
