"""People whose chances are known, so that what is estimated can be held against the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.casemix import Cases
from streekwerk.evidence.casemix.cases import Booleans


@dataclass(frozen=True, eq=False)
class World:
    """Cases, who is in the group, and how far the group truly is from what was to be expected."""

    cases: Cases
    group: Booleans
    truth: float


def world(
    people: int, others: int, effect: float, rng: np.random.Generator, *, silent: float = 0.2
) -> World:
    """Draw a world in which the group is older than the others and ``effect`` is on the log odds.

    A share ``silent`` of two features is not known.
    """
    n = people + others
    group = np.arange(n) < people
    age = np.where(group, rng.uniform(35, 62, n), rng.uniform(20, 62, n))
    months = rng.exponential(30, n)
    home = rng.choice(["single", "single_parent", "couple_or_other"], n).astype(object)
    school = rng.choice(["low", "middle", "high"], n).astype(object)
    odds = -0.6 - 0.03 * (age - 40) - 0.012 * months + 0.5 * (school == "high")
    odds = odds - 0.3 * (home == "single_parent")
    alike, real = _chance(odds), _chance(odds + effect * group)
    outcome = (rng.random(n) < real).astype(np.float64)
    age[rng.random(n) < silent] = np.nan
    school[rng.random(n) < silent] = None
    features = {
        "age": age,
        "months_on_benefit": months,
        "household": home,
        "education_level": school,
    }
    truth = float((real - alike)[group].sum() / max(people, 1))
    return World(Cases(features, outcome), group, truth)


def _chance(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))
