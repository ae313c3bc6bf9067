"""Which outcomes were unexpected, in both directions: to talk about, with the person's name hidden.

An outcome is unexpected when it happened to somebody of the third to whom it was least
expected, or did not happen to somebody of the third to whom it was most expected. The
expectation (cross-fitted: of nobody from the own record) never leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from streekwerk.evidence.casemix.cases import Booleans, Cases, Floats, columns_of
from streekwerk.evidence.casemix.compare import FEWEST_EVENTS, FEWEST_OTHERS, folds
from streekwerk.evidence.casemix.model import fit

FOLDS = 5


def unexpected(cases: Cases, rng: np.random.Generator) -> tuple[Booleans, Booleans]:
    """Return to whom it happened, and to whom it did not, against expectation: each (n,).

    Nobody in either where too few people are known to expect anything.
    """
    known, none = cases.known, np.zeros(len(cases.outcome), dtype=np.bool_)
    outcome = cases.outcome[known]
    fewest = min(outcome.sum(), (1 - outcome).sum()) if outcome.size else 0
    if outcome.size < FEWEST_OTHERS or fewest < FEWEST_EVENTS:
        return none, none.copy()
    chances = np.full(len(known), np.nan)
    for held_out, rows in _parts(known, rng):
        columns = columns_of(cases, rows)
        chances[held_out] = fit(columns[rows], cases.outcome[rows]).chances(columns[held_out])
    low, high = np.nanquantile(chances, (1 / 3, 2 / 3))
    did: Floats = cases.outcome
    return known & (did == 1) & (chances <= low), known & (did == 0) & (chances >= high)


def _parts(known: Booleans, rng: np.random.Generator) -> Iterator[tuple[Booleans, Booleans]]:
    """Yield who is held out and who is learnt from, each (n,)."""
    fold = np.full(len(known), -1)
    fold[known] = folds(int(known.sum()), FOLDS, rng)
    for each in range(FOLDS):
        yield fold == each, known & (fold != each)
