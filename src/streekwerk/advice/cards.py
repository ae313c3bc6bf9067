"""From the region's evidence card to the few figures an advice stands on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from streekwerk.advice.evidence import GroupEvidence, PerHundred, RegionalEvidence
from streekwerk.evidence.cards.card import EvidenceCard, GroupResult, HorizonResult
from streekwerk.evidence.cards.groups import AGE, DIFFER_P, DURATION, HOUSEHOLD
from streekwerk.evidence.cards.pooling import pool
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.results.evaluation import Finding
from streekwerk.evidence.target_trial.protocol import SUSTAINED_WORK
from streekwerk.vocabulary.language import Text

_FEATURES = {AGE: "age", DURATION: "months_on_benefit", HOUSEHOLD: "household"}
_GROUPS = {
    "jonger dan 27": "under_27",
    "27 tot en met 49": "27_to_49",
    "50 en ouder": "50_and_over",
    "korter dan twee jaar": "short",
    "twee jaar of langer": "long",
    "alleenstaand": "single",
    "alleenstaande ouder": "single_parent",
    "paar of anders": "couple_or_other",
}
_DECIMALS = 4


def regional_evidence(
    card: EvidenceCard, place: Text, reference: str, card_hash: str
) -> RegionalEvidence:
    """Return what advice needs of a card.

    Parameters
    ----------
    place
        Of whom: the region or the municipality.
    reference
        Where the whole card is kept, as the application names it.
    card_hash
        SHA-256 of the stored card.

    A horizon whose own comparison was not fair is left out, and so is every figure of a
    card whose verdict is red. Groups are given only for the dimension in which a difference
    was shown most clearly (Cochran's Q, Bonferroni over the dimensions, as on the card).
    """
    verdict = "none" if card.verdict is None else card.verdict.name.lower()
    fair = verdict in {"green", "amber"}
    return RegionalEvidence(
        verdict=verdict,  # type: ignore[arg-type]  # the names of the lights
        reason=card.reason,
        place=place,
        first_month=card.first_month,
        last_month=card.last_month,
        main_months=card.main_horizon,
        card=reference,
        card_hash=card_hash,
        code_version=card.code_version,
        points=tuple(_points(card)) if fair else (),
        groups=tuple(_groups(card)) if fair else (),
        caveats=card.unknown,
    )


def _points(card: EvidenceCard) -> Iterator[PerHundred]:
    for result in card.results:
        finding = _sustained_work(result)
        if finding is not None and finding.causal:
            effect = finding.leading
            bounds = (effect.estimate, effect.low, effect.high)
            yield _per_hundred(result.months, bounds, effect)


def _sustained_work(result: HorizonResult) -> Finding | None:
    if result.evaluation is None:
        return None
    found = (f for f in result.evaluation.findings if f.outcome.name == SUSTAINED_WORK)
    return next(found, None)


def _groups(card: EvidenceCard) -> Iterator[GroupEvidence]:
    for result in _differing(card):
        if result.effect is None or result.pooled is None:
            continue
        key = f"{_FEATURES[result.dimension]}:{_GROUPS[result.group.nl]}"
        point = _per_hundred(card.main_horizon, result.pooled, result.effect)
        yield GroupEvidence(key, result.group, point)


def _differing(card: EvidenceCard) -> tuple[GroupResult, ...]:
    """Return the groups of the dimension that differs most clearly; none if none does."""
    tested: list[tuple[float, tuple[GroupResult, ...]]] = []
    for dimension in _FEATURES:
        shown = tuple(g for g in card.groups if g.dimension == dimension and g.effect is not None)
        errors = [g.effect.standard_error for g in shown if g.effect is not None]
        if len(shown) < 2 or min(errors) <= 0:
            continue
        estimates = np.array([g.effect.estimate for g in shown if g.effect is not None])
        # The spread believed beforehand plays no part in the test.
        tested.append((pool(estimates, np.array(errors), 1.0).p_value, shown))
    p, groups = min(tested, key=lambda one: one[0], default=(1.0, ()))
    return groups if p * len(tested) < DIFFER_P else ()


def _per_hundred(months: int, bounds: tuple[float, float, float], effect: Effect) -> PerHundred:
    estimate, low, high = (round(100 * value, _DECIMALS) for value in bounds)
    return PerHundred(
        months,
        estimate,
        low,
        high,
        round(100 * effect.comparison_mean, _DECIMALS),
        effect.n_treated,
        effect.n_comparison,
    )
