"""What is believed about an uncertain number: distributions by their quantile function.

A distribution is asked for the value at a probability, because that is how draws are
correlated (a Gaussian copula), how a tornado finds its 10th and 90th percentile, and how
the deterministic case finds its median: one function for all three.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import betaincinv, ndtr, ndtri

from streekwerk.matching.cases.reading import Numbers
from streekwerk.matching.cases.saying import exactly, plainly, rest_of
from streekwerk.rights.finance import WageValueBelief
from streekwerk.vocabulary.language import Language, Text

# Odd, so that one half is a knot and the median is exact.
_KNOTS = 2049


class Distribution(ABC):
    """A belief about one number."""

    @abstractmethod
    def quantile(self, probability: Numbers) -> Numbers:
        """Return the value below which lies ``probability`` (0 to 1), element by element."""

    @abstractmethod
    def words(self, unit: Text, language: Language) -> str:
        """Say it with its unit, for a list of assumptions."""

    @property
    def certain(self) -> bool:
        """Whether there is only one possible value."""
        return False

    def at(self, probability: float) -> float:
        """Return one quantile."""
        return float(self.quantile(np.array([probability]))[0])

    @property
    def median(self) -> float:
        """The value in the middle, that the deterministic case uses."""
        return self.at(0.5)


@dataclass(frozen=True, slots=True)
class Fixed(Distribution):
    """One value."""

    value: float

    def quantile(self, probability: Numbers) -> Numbers:
        """Return the value, whatever the probability."""
        return np.full_like(probability, self.value)

    def words(self, unit: Text, language: Language) -> str:
        """Return the value."""
        return exactly(self.value, unit, language)

    @property
    def certain(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class _Range(Distribution):
    """Lowest, most likely and highest value."""

    lowest: float
    likely: float
    highest: float

    def __post_init__(self) -> None:
        if not self.lowest <= self.likely <= self.highest:
            raise ValueError(
                f"lowest ≤ likely ≤ highest, got {self.lowest}, {self.likely}, {self.highest}"
            )

    @property
    def certain(self) -> bool:
        """Whether lowest and highest are the same."""
        return self.lowest == self.highest

    def words(self, unit: Text, language: Language) -> str:
        """Return lowest, most likely and highest."""
        if self.certain:
            return exactly(self.likely, unit, language)
        low, likely, high = (
            plainly(value, unit, language) for value in (self.lowest, self.likely, self.highest)
        )
        said = Text(
            f"{low} tot {high}, waarschijnlijk {likely}", f"{low} to {high}, likely {likely}"
        ).in_language(language)
        return f"{said} {rest_of(unit, language)}".strip()


@dataclass(frozen=True, slots=True)
class Triangular(_Range):
    """Straight lines up to the most likely value and down from it."""

    def quantile(self, probability: Numbers) -> Numbers:
        """Invert the two parabolas of the distribution function."""
        width = self.highest - self.lowest
        if width == 0:
            return np.full_like(probability, self.likely)
        left, right = self.likely - self.lowest, self.highest - self.likely
        up = self.lowest + np.sqrt(probability * width * left)
        down = self.highest - np.sqrt((1 - probability) * width * right)
        return np.where(probability <= left / width, up, down)


@dataclass(frozen=True, slots=True)
class Pert(_Range):
    """A smooth hill between lowest and highest: the beta distribution of PERT (weight 4).

    Source: Malcolm, Roseboom, Clark & Fazar (1959), *Operations Research* 7(5), 646-669.
    """

    def quantile(self, probability: Numbers) -> Numbers:
        """Interpolate in a table of the inverse incomplete beta function."""
        width = self.highest - self.lowest
        if width == 0:
            return np.full_like(probability, self.likely)
        rise = 1 + 4 * (self.likely - self.lowest) / width
        knots, values = _beta_table(rise, 6 - rise)
        return self.lowest + width * np.interp(probability, knots, values)


@dataclass(frozen=True, slots=True)
class TruncatedNormal(Distribution):
    """A normal distribution cut off at ``lowest`` and ``highest`` (infinite: not cut off)."""

    mean: float
    deviation: float
    lowest: float = -np.inf
    highest: float = np.inf

    def __post_init__(self) -> None:
        if self.deviation <= 0 or not self.lowest < self.highest:
            raise ValueError("a normal distribution needs a deviation above 0 and lowest < highest")

    def quantile(self, probability: Numbers) -> Numbers:
        """Invert the part of the normal distribution that is left."""
        low, high = (
            ndtr((end - self.mean) / self.deviation) for end in (self.lowest, self.highest)
        )
        drawn = self.mean + self.deviation * ndtri(low + probability * (high - low))
        clipped: Numbers = np.clip(drawn, self.lowest, self.highest)
        return clipped

    def words(self, unit: Text, language: Language) -> str:
        """Return mean and standard deviation."""
        mean, deviation = (exactly(value, unit, language) for value in (self.mean, self.deviation))
        return Text(
            f"gemiddeld {mean}, standaardafwijking {deviation}",
            f"mean {mean}, standard deviation {deviation}",
        ).in_language(language)


@dataclass(frozen=True, slots=True)
class Scenarios(Distribution):
    """A few possible values, each with its weight (low, middle and high demand)."""

    values: tuple[float, ...]
    weights: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.values or len(self.values) != len(self.weights):
            raise ValueError("every scenario needs one value and one weight")
        if list(self.values) != sorted(self.values) or min(self.weights) <= 0:
            raise ValueError("scenarios go from low to high and their weights are above 0")

    @property
    def certain(self) -> bool:
        """Whether there is only one."""
        return len(self.values) == 1

    def quantile(self, probability: Numbers) -> Numbers:
        """Return the first scenario whose cumulative weight reaches the probability."""
        edges = np.cumsum(self.weights) / np.sum(self.weights)
        place = np.searchsorted(edges[:-1], probability, side="left")
        return np.asarray(self.values, dtype=float)[place]

    def words(self, unit: Text, language: Language) -> str:
        """Return every value with its chance."""
        whole = sum(self.weights)
        return "; ".join(
            f"{exactly(value, unit, language)} ({round(100 * weight / whole)}%)"
            for value, weight in zip(self.values, self.weights, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Empirical(Distribution):
    """Values that were measured or simulated before; between them a straight line."""

    values: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.values or not np.isfinite(self.values).all():
            raise ValueError("an empirical distribution needs values that are all numbers")
        object.__setattr__(self, "values", tuple(sorted(self.values)))

    @property
    def certain(self) -> bool:
        """Whether all values are the same."""
        return self.values[0] == self.values[-1]

    def quantile(self, probability: Numbers) -> Numbers:
        """Interpolate between the ordered values (Hyndman and Fan's type 7)."""
        knots = np.linspace(0, 1, len(self.values)) if len(self.values) > 1 else np.zeros(1)
        return np.interp(probability, knots, self.values)

    def words(self, unit: Text, language: Language) -> str:
        """Return the number of values and the middle 80 per cent."""
        low, high = (exactly(round(self.at(p), 2), unit, language) for p in (0.1, 0.9))
        count = len(self.values)
        return Text(
            f"{count} waarnemingen, meestal {low} tot {high}",
            f"{count} observations, mostly {low} to {high}",
        ).in_language(language)


def of_wage_value(belief: WageValueBelief) -> Distribution:
    """Return what is believed about a wage value, in per cent, as the rights engine draws it."""
    if belief.lowest == belief.highest:
        return Fixed(belief.likely)
    return Triangular(belief.lowest, belief.likely, belief.highest)


@lru_cache(maxsize=256)
def _beta_table(rise: float, fall: float) -> tuple[Numbers, Numbers]:
    knots = np.linspace(0, 1, _KNOTS)
    return knots, np.asarray(betaincinv(rise, fall, knots))
