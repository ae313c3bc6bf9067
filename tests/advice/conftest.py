"""A world to be advised in: offers and evidence of every kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from benchmarks import advice_people

from streekwerk.advice import Offer, PerHundred, RegionalEvidence
from streekwerk.vocabulary.language import Text

DAY = date(2026, 11, 23)


@pytest.fixture
def world() -> dict[str, Any]:
    """Everything but the person: the keyword arguments of ``request_for``."""
    rng = np.random.default_rng(7)
    return {
        "offers": advice_people.offers(rng),
        "region": advice_people.evidence(rng),
        "studies": advice_people.studies(),
        "judgements": advice_people.judgements(rng),
    }


def evidence(*points: PerHundred, verdict: str = "green", **other: Any) -> RegionalEvidence:
    """Return evidence with these points."""
    return RegionalEvidence(
        verdict=verdict,  # type: ignore[arg-type]
        reason=Text("Dat is zo.", "That is so."),
        place=Text("de regio Middenland", "the region Middenland"),
        first_month="2021-07",
        last_month="2024-12",
        main_months=12,
        card="/kaarten/42",
        card_hash="f" * 64,
        code_version="0.1.0",
        points=points,
        **other,
    )


def training(**other: Any) -> Offer:
    """Return an offer of a training."""
    given: dict[str, Any] = {"title": "Lassen", "provider": "ROC", "place": "Rivierstede"} | other
    return Offer("lassen", "42", **given)
