"""A fictitious region's employers and their weekly demand, for benchmarks and tests of chains."""

from __future__ import annotations

import numpy as np

from streekwerk.matching.chains.demand import WEEKS, Demand, Place
from streekwerk.matching.inventory import Level, Moment

TOWNS = ((0, 0), (8, 4), (-6, 7), (11, -9), (-12, -5), (3, 14))
# Middle of the season (week) and how many weeks it lasts; None is the whole year.
SEASONS = ((26, 16), (33, 12), (48, 10), (18, 14), (8, 12), None, None)
SKILLS = ("till", "forklift", "hygiene", "care", "green", "pack", "clean", "kitchen")


def region_demand(rng: np.random.Generator, employers: int = 200) -> tuple[Demand, ...]:
    """Return one demand for each of ``employers``, of three levels, most of them seasonal."""
    return tuple(_demand(rng, number) for number in range(employers))


def _demand(rng: np.random.Generator, number: int) -> Demand:
    town = TOWNS[int(rng.integers(len(TOWNS)))]
    place = Place(town[0] + rng.normal(0, 2.5), town[1] + rng.normal(0, 2.5))
    season = SEASONS[int(rng.integers(len(SEASONS)))]
    weeks = np.arange(WEEKS)
    size = rng.gamma(2.0, 40.0)
    if season is None:
        shape = np.full(WEEKS, rng.uniform(0.15, 0.5))
    else:
        away = np.minimum(np.abs(weeks - season[0]), WEEKS - np.abs(weeks - season[0]))
        shape = np.clip(1.2 - away / (season[1] * 0.75), 0.0, 1.0)
    noise = rng.normal(1.0, 0.1, WEEKS).clip(0.5)
    half_hours = np.round(size * shape * noise).astype(int)
    moments = frozenset({Moment.EVENING}) if rng.random() < 0.1 else frozenset[Moment]()
    return Demand(
        f"d{number}",
        f"e{number}",
        place,
        Level(int(rng.choice([1, 2, 3], p=[0.5, 0.35, 0.15]))),
        tuple(int(each) for each in half_hours),
        int(rng.integers(200, 600)),
        frozenset(str(each) for each in rng.choice(SKILLS, size=2, replace=False)),
        moments,
        bool(rng.random() < 0.7),
    )
