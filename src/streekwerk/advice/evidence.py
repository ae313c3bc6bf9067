"""What advice is given of the evidence: small, complete, and with its origin and hash.

The whole card stays where it is; these few figures go into the stored request, so that an
advice can be made again from its record alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class PerHundred:
    """An effect after some months in people of every 100, with its 95 % interval.

    ``without`` of the 100 had the outcome without the measure; ``estimate`` is how many
    more (negative: fewer) had it with the measure.
    """

    months: int
    estimate: float
    low: float
    high: float
    without: float
    treated: int
    compared: int

    def __post_init__(self) -> None:
        if not self.low <= self.estimate <= self.high:
            raise ValueError(f"{self.estimate} lies outside its interval {self.low}–{self.high}")

    @property
    def with_it(self) -> float:
        """Return how many of 100 had the outcome with the measure."""
        return min(max(self.without + self.estimate, 0.0), 100.0)


@dataclass(frozen=True, slots=True)
class GroupEvidence:
    """The effect in one predeclared group, of a dimension in which groups were shown to differ.

    ``key`` is ``feature:group``, such as ``age:under_27``.
    """

    key: str
    name: Text
    point: PerHundred


@dataclass(frozen=True, slots=True)
class RegionalEvidence:
    """What the region's own card says of one measure.

    ``points`` holds only horizons whose own comparison was fair; ``verdict`` is that of
    the card ("none" with too little data). ``card`` says where the whole card is.
    """

    verdict: Literal["green", "amber", "red", "none"]
    reason: Text
    place: Text
    first_month: str
    last_month: str
    main_months: int
    card: str
    card_hash: str
    code_version: str
    points: tuple[PerHundred, ...] = ()
    groups: tuple[GroupEvidence, ...] = ()
    caveats: tuple[Text, ...] = ()

    @property
    def may_be_used(self) -> bool:
        """Whether the comparison was fair enough to speak of an effect."""
        return self.verdict in {"green", "amber"} and self.main is not None

    @property
    def main(self) -> PerHundred | None:
        """Return the leading figure."""
        return next((p for p in self.points if p.months == self.main_months), None)


@dataclass(frozen=True, slots=True)
class StudyEvidence:
    """A published study about the same kind of measure, as its authors published it."""

    key: str
    title: Text
    words: Text
    people: Text
    where: Text
    randomised: bool
    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class PersonalEvidence:
    """What person-level estimation says, at the level it may be shown, and why at that level."""

    level: Literal["person", "group", "average"]
    why: Text
    about: Text
    point: PerHundred
    version: str
    hash: str
