"""Worlds in which everybody's own effect is known, to see who is told the truth about it.

All have twelve covariates (six numbers, six yes/no) and an average effect of 0.1; the
outcome has a standard deviation of about one, 0.87 of it chance. Effects differ with a
standard deviation of 0.15 unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from scipy.special import expit

from streekwerk.evidence.trial.table import Floats

COVARIATES = 12
AVERAGE = 0.1
SPREAD = 0.15
NOISE = 0.87
NAMES = tuple(f"x{k + 1}" for k in range(COVARIATES))


class World(Enum):
    """What is true.

    - REFERENCE: effects depend on three covariates, one of them bending.
    - NONE: the effect is the same for everybody.
    - GROUPS: effects differ between declared groups only.
    - CONFOUNDED: as the reference, while who gets the measure depends strongly on what also
      makes the outcome and the effect.
    - BENDS: thresholds, a wave and interactions that no declared group follows.
    - WORK: a yes/no outcome; effects in proportions, standard deviation 0.07.
    """

    REFERENCE = "reference"
    NONE = "none"
    GROUPS = "groups"
    CONFOUNDED = "confounded"
    BENDS = "bends"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Draw:
    """People with their truth.

    Attributes
    ----------
    x : (n, 12) covariates; the first six are numbers, the others 0 or 1.
    treated, y : (n,) arm and outcome.
    effect : (n,) everybody's own true effect.
    chance : (n,) true chance of the measure.
    luck : estimate of the average effect by somebody who knows everything but the luck of
        these people, minus its truth: mean zero, and most of what chance does to any method.
    """

    x: Floats
    treated: Floats
    y: Floats
    effect: Floats
    chance: Floats
    luck: float


def declared_group(x: Floats) -> Floats:
    """Return the number of each person's declared group, (n,) in 0..7.

    Two of its three halvings matter in the reference world; one is beside the point.
    """
    number: Floats = 4.0 * (x[:, 0] > 0) + 2.0 * (x[:, 6] > 0.5) + 1.0 * (x[:, 3] > 0)
    return number


def people(n: int, rng: np.random.Generator) -> Floats:
    """Return the covariates of ``n`` people, (n, 12)."""
    x: Floats = rng.standard_normal((n, COVARIATES))
    x[:, 6:] = x[:, 6:] > 0
    return x


def draw(world: World, n: int, rng: np.random.Generator) -> Draw:
    """Return ``n`` people of ``world``."""
    x = people(n, rng)
    chance = expit(_pull(world, x))
    treated = rng.binomial(1, chance).astype(np.float64)
    without = _without(world, x)
    effect = _EFFECTS[world](x)
    if world is World.WORK:
        without = np.clip(0.3 + 0.45 * without, 0.05, 0.75)
        effect = np.clip(effect * 0.5, 0.01 - without, 0.99 - without)
        y = (rng.random(n) < without + treated * effect).astype(np.float64)
    else:
        y = without + treated * effect + NOISE * rng.standard_normal(n)
    # The outcome's surprise given everything that can be known, as it leans to an arm.
    surprise = y - without - treated * effect
    open_ = chance * (1 - chance)
    luck = float(np.mean(surprise * (treated - chance)) / open_.mean())
    return Draw(x, treated, y, effect, chance, luck)


def _pull(world: World, x: Floats) -> Floats:
    if world is World.CONFOUNDED:
        return 1.1 * x[:, 0] - 0.6 * x[:, 1] + 0.8 * x[:, 8] + 0.5 * x[:, 2] - 0.5
    return 0.5 * x[:, 0] - 0.4 * x[:, 1] + 0.4 * x[:, 8] - 0.3


def _without(world: World, x: Floats) -> Floats:
    """Return the expected outcome without the measure."""
    if world is World.CONFOUNDED:
        both = x[:, 8] * (x[:, 2] > 0)
        return 0.45 * x[:, 0] - 0.3 * x[:, 1] + 0.25 * both - 0.15 * np.abs(x[:, 2])
    return 0.32 * x[:, 0] - 0.22 * np.abs(x[:, 2]) + 0.2 * x[:, 3] * x[:, 7] + 0.15 * x[:, 8]


def _reference(x: Floats) -> Floats:
    raw = 0.6 * x[:, 0] + (x[:, 6] - 0.5) + 0.8 * np.tanh(x[:, 1])
    return AVERAGE + SPREAD * raw / 0.946


def _same(x: Floats) -> Floats:
    return np.full(x.shape[0], AVERAGE)


def _by_group(x: Floats) -> Floats:
    raw = 1.2 * np.sign(x[:, 0]) + 1.6 * (x[:, 6] - 0.5)
    return AVERAGE + SPREAD * raw / 1.442


def _bends(x: Floats) -> Floats:
    corner = 1.5 * ((x[:, 0] > 0.5) & (x[:, 1] > -0.3))
    raw = corner + 0.8 * np.sin(2 * x[:, 2]) + 1.6 * (x[:, 7] - 0.5) * (x[:, 3] > 0) - 0.287
    return AVERAGE + SPREAD * raw / 0.98


_EFFECTS: dict[World, Callable[[Floats], Floats]] = {
    World.REFERENCE: _reference,
    World.NONE: _same,
    World.GROUPS: _by_group,
    World.CONFOUNDED: _reference,
    World.BENDS: _bends,
    World.WORK: _reference,
}
