"""Small regions for the tests of chains."""

from __future__ import annotations

import numpy as np

from streekwerk.matching.chains.demand import WEEKS, Demand, Place
from streekwerk.matching.inventory import Level

SUMMER = tuple(range(14, 40))


def demand(
    name: str,
    summer: int,
    winter: int,
    *,
    worth: int = 400,
    x: float = 0.0,
    **others: object,
) -> Demand:
    """Return a demand with one number of half hours in summer and another in winter."""
    weeks = tuple(summer if week in SUMMER else winter for week in range(WEEKS))
    return Demand(
        f"{name}.work",
        name,
        Place(x, 0.0),
        Level.ENTRY,
        weeks,
        worth,
        **others,  # type: ignore[arg-type]
    )


def drawn(rng: np.random.Generator, count: int) -> tuple[Demand, ...]:
    """Return demands with random seasons, places and worth."""
    made = []
    for number in range(count):
        start, length = int(rng.integers(52)), int(rng.integers(18, 53))
        size = int(rng.integers(30, 150))
        weeks = np.zeros(WEEKS, dtype=int)
        weeks[(start + np.arange(length)) % WEEKS] = size
        made.append(
            Demand(
                f"d{number}",
                f"e{number}",
                Place(float(rng.uniform(0, 12)), 0.0),
                Level(int(rng.integers(1, 3))),
                tuple(int(each) for each in weeks),
                int(rng.integers(200, 600)),
            )
        )
    return tuple(made)
