"""How caseworkers divide the places of a month over the people they see.

In month t there are ``places[t, m]`` places for measure m. A person's chance is
proportional to exp(score), the score being a weighted sum of registered traits
*as they stood in month t - 1* and, if unobserved selection is on, of motivation:

    P(start m in t | traits) = places[t, m] * exp(score_m) / sum of exp(score_m)

The denominator is the municipality's, so the chance depends on the traits, the
municipality and the month, and on nothing else: that is what makes the stated
adjustment set sufficient. At most one measure starts per person per month.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.demo.arrays import Bytes, Floats, Ints
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.measures import Purpose
from streekwerk.demo.people import Education, Household, People, Sex, age_years
from streekwerk.demo.state import RECENT_MONTHS, Exemption, State

ADJUSTMENT_SET: tuple[str, ...] = (
    "municipality",
    "month",
    "age",
    "sex",
    "household",
    "education",
    "duration",
    "exemption",
    "earnings",
    "measure_in_force",
    "recent_start",
)
"""Covariates (month t - 1) that suffice when ``unobserved_selection`` is 0."""

TRAITS = (
    "decades over 40",
    "woman",
    "single parent",
    "education middle",
    "education high",
    "log years on benefit",
    "exempt",
    "earnings",
    "measure in force",
    "recent start",
)
# One row per purpose, in the order of TRAITS: whom caseworkers think of first.
_PREFERENCES: dict[Purpose, tuple[float, ...]] = {
    Purpose.JOB: (-0.15, -0.10, -0.20, 0.25, 0.15, -0.55, -1.50, 0.70, 0.40, 0.20),
    Purpose.TRAINING: (-0.30, 0.10, 0.10, 0.20, -0.10, -0.35, -0.90, 0.15, -0.60, -0.40),
    Purpose.ACTIVATION: (0.25, 0.05, -0.10, -0.20, -0.35, 0.45, 0.40, -0.50, -0.40, -0.20),
    Purpose.SUPPORT: (0.05, 0.00, -0.05, 0.00, 0.00, 0.05, -0.40, 0.35, 0.60, 0.40),
}
_MOST_LIKELY = 0.5  # no person's chance of any start exceeds this in one month
_WIDEST_SCORE = 6.0


@dataclass(frozen=True, slots=True)
class Offer:
    """What is on offer and to whom: fixed for a region."""

    weights: Floats
    motivation: Floats
    rates: Floats


def offer_of(config: RegionConfig) -> Offer:
    """Return selection weights (traits, measures) and the monthly start rate per measure."""
    weights = np.array([_PREFERENCES[each.purpose] for each in config.measures]).T
    shares = np.array([each.share for each in config.measures])
    loading = np.array([each.motivation for each in config.measures])
    return Offer(
        weights=config.observed_selection * weights,
        motivation=config.unobserved_selection * loading,
        rates=config.start_rate * shares / shares.sum(),
    )


def trait_matrix(state: State, people: People, month: int) -> Floats:
    """Return the registered traits before ``month``, in the order of :data:`TRAITS`."""
    person = state.person
    household, education = people.household[person], people.education[person]
    columns = [
        age_years(people.birth_month[person], month) / 10 - 4,
        people.sex[person] == Sex.WOMAN,
        household == Household.SINGLE_PARENT,
        education == Education.MIDDLE,
        education == Education.HIGH,
        np.log1p(state.duration(month) / 12),
        state.exemption != Exemption.NONE,
        state.earnings,
        (state.until > month).any(axis=1),
        month - state.last_start <= RECENT_MONTHS,
    ]
    return np.column_stack(columns).astype(np.float64)


def attraction(state: State, people: People, month: int, offer: Offer) -> Floats:
    """Return exp(score), shape (rows, measures); 0 where the measure is still in force."""
    score = trait_matrix(state, people, month) @ offer.weights
    if np.any(offer.motivation):
        score += people.motivation[state.person][:, None] * offer.motivation
    weight = np.exp(np.clip(score, -_WIDEST_SCORE, _WIDEST_SCORE))
    weight[state.until > month] = 0.0
    return np.asarray(weight)


def price_of_places(weight: Floats, offer: Offer, season: float) -> Floats:
    """Return places / total attraction per measure: what one unit of attraction buys."""
    places = offer.rates * season * len(weight)
    total = weight.sum(axis=0)
    return np.asarray(np.divide(places, total, out=np.zeros_like(places), where=total > 0))


def decide(weight: Floats, price: Floats, uniform: Floats) -> Bytes:
    """Return the measure number each row is assigned, -1 for none."""
    chance = weight * price
    total = chance.sum(axis=1)
    squeeze = np.minimum(1.0, _MOST_LIKELY / np.maximum(total, _MOST_LIKELY))
    chosen = np.full(len(weight), -1, dtype=np.int8)
    starters = np.flatnonzero(uniform < total * squeeze)
    edges = np.cumsum(chance[starters], axis=1) * squeeze[starters, None]
    picked = (uniform[starters, None] >= edges).sum(axis=1)
    chosen[starters] = np.minimum(picked, weight.shape[1] - 1)
    return chosen


def spread(chosen: Bytes, rows: Ints, size: int) -> Bytes:
    """Return ``chosen`` for ``rows`` as a column of ``size`` rows, -1 elsewhere."""
    action = np.full(size, -1, dtype=np.int8)
    action[rows] = chosen
    return action
