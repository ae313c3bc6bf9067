"""The computing itself: from stored records and a finished card to a benefit."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import numpy as np

from streekwerk.evidence.benefit.benefit import Benefit
from streekwerk.evidence.benefit.codec import encode
from streekwerk.evidence.benefit.emulated import GROUPS, emulated_sample
from streekwerk.evidence.benefit.fit import fit
from streekwerk.evidence.benefit.sample import Anchor
from streekwerk.evidence.benefit.settings import BenefitSettings
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.target_trial.emulate import emulate
from streekwerk.evidence.target_trial.protocol import SUSTAINED_WORK, TargetTrialProtocol
from streekwerk.learning import card_queries
from streekwerk.learning.counting import REGION
from streekwerk.learning.models import MeasureBenefit
from streekwerk.learning.panels import cohort_of

MOST_ROWS = 6_000
"""A fit of 3,000 rows takes some eight seconds of one processor."""
MOST_IN_DEMO = 2_000
LEVEL = 0.95
"""Of the intervals: that of the cards, beside which these figures stand."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A benefit as it is stored."""

    text: str
    level: str


def fitted(benefit: MeasureBenefit) -> Fitted:
    """Fit one benefit; it depends on the round's records and seed, and on its card, alone.

    Raises
    ------
    ValueError : the card is not there, or was stored by an earlier version.
    """
    stored = benefit.card
    card = card_queries.whole(stored)
    if card is None:
        raise ValueError("a benefit needs its finished card")
    leading = leading_effect(card)
    cohort = cohort_of(tuple(stored.round.deliveries), tuple(stored.round.left_out))
    protocol = TargetTrialProtocol(
        stored.measure,
        horizon=card.main_horizon,
        controls_per_start=CardSettings().controls_per_start,
    )
    trial = emulate(cohort.panel, cohort.timeline, protocol, card.seed)
    if leading is None or trial.table is None:
        raise ValueError("a benefit needs a card with a finding on lasting work")
    rng = _generator(card.seed, stored.measure)
    chosen, fitting = rng.spawn(2)
    sample = emulated_sample(
        trial.table,
        SUSTAINED_WORK,
        estimand=leading.estimand,
        anchor=Anchor.of(leading),
        verdict=card.verdict,
        most=MOST_IN_DEMO if benefit.region.fictitious else MOST_ROWS,
        rng=chosen,
    )
    if sample is None:
        raise ValueError("a benefit needs people in both arms")
    made = fit(sample, GROUPS, BenefitSettings(seed=card.seed, level=LEVEL), fitting)
    told = made if benefit.municipality_id is not None else for_region(made)
    return Fitted(encode(told), told.level.value)


def leading_effect(card: EvidenceCard) -> Effect | None:
    """Return the card's leading figure on lasting work at its main horizon."""
    for finding in card.over_time(SUSTAINED_WORK):
        if finding.outcome.horizon_months == card.main_horizon:
            return finding.leading
    return None


def for_region(benefit: Benefit) -> Benefit:
    """Return the benefit with every count of people rounded, as on the region's cards."""
    return replace(
        benefit,
        n_treated=REGION.round(benefit.n_treated),
        n_comparison=REGION.round(benefit.n_comparison),
        groups=tuple(
            replace(
                group,
                n_treated=REGION.round(group.n_treated),
                n_comparison=REGION.round(group.n_comparison),
            )
            for group in benefit.groups
        ),
    )


def _generator(seed: int, measure: str) -> np.random.Generator:
    """Return random numbers of this benefit's own, beside those of its card."""
    key = (zlib.crc32(f"benefit/{measure}".encode()),)
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))
