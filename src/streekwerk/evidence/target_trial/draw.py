"""Drawing controls: for every start a few people who could have started and did not.

The average effect among those who start needs from the controls only what would have
happened to people of the same traits, in the same municipality and month. Drawing a
fixed number per start *within* municipality and month leaves that expectation as it is
and makes both arms alike in place and season by design; so the drawn controls need no
sampling weights (for the ATT). It keeps 400,000 people x 60 months small.

Every (measure, municipality, month) has its own random numbers, found by a stable key:
the same people are drawn whichever machine does which part of the work, in any order.
"""

from __future__ import annotations

import zlib

import numpy as np

from streekwerk.evidence.cohort.panel import Booleans, Integers, Panel
from streekwerk.evidence.target_trial.eligibility import Moments, starts_now
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline


def stratum_generator(
    seed: int, measure: str, municipality: str, month_number: int
) -> np.random.Generator:
    """Return the random numbers of one measure in one municipality and calendar month."""
    key = (zlib.crc32(measure.encode()), zlib.crc32(municipality.encode()), month_number)
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))


def draw_controls(
    panel: Panel,
    timeline: Timeline,
    protocol: TargetTrialProtocol,
    starts: Moments,
    candidates: Booleans,
    seed: int,
) -> Moments:
    """Return controls for ``starts``: who starts nothing at all in that month.

    ``candidates`` is (n, months): eligible and without the measure in force. When a
    municipality has too few in a month, all of them are taken.
    """
    places, people, months = _strata(panel, starts)
    persons: list[Integers] = []
    when: list[Integers] = []
    for month in np.unique(months):
        free = candidates[:, month] & ~starts_now(timeline, int(month))
        for place in np.flatnonzero(np.bincount(places[months == month])):
            wanted = int(people[(months == month) & (places == place)].sum())
            pool = np.flatnonzero(free & (panel.municipality == place))
            rng = stratum_generator(
                seed,
                protocol.measure,
                panel.municipalities[place],
                panel.first_month + int(month),
            )
            size = min(len(pool), wanted * protocol.controls_per_start)
            persons.append(pool[np.sort(rng.choice(len(pool), size, replace=False))])
            when.append(np.full(size, month))
    nothing = np.zeros(0, dtype=np.int64)
    return Moments(np.concatenate([nothing, *persons]), np.concatenate([nothing, *when]))


def _strata(panel: Panel, starts: Moments) -> tuple[Integers, Integers, Integers]:
    """Return municipality, number of starts and month of every stratum with starts."""
    key = panel.municipality[starts.person] * panel.months + starts.month
    strata, counts = np.unique(key, return_counts=True)
    return strata // panel.months, counts, strata % panel.months
