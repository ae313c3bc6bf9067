"""Write an effect's numbers with no more decimals than its uncertainty deserves."""

from __future__ import annotations

from streekwerk.evidence.results.effect import Effect
from streekwerk.vocabulary.language import Language, number


def decimals_for(width: float) -> int:
    """Return how many decimals tell the two ends of an interval of this width apart."""
    return next((d for d, least in enumerate((50.0, 5.0, 0.5, 0.05)) if width >= least), 4)


def format_effect(effect: Effect, language: Language, scale: float = 1.0) -> tuple[str, str, str]:
    """Return estimate, standard error and interval, times ``scale``, as text."""
    numbers = (effect.estimate, effect.standard_error, effect.low, effect.high)
    decimals = decimals_for(scale * (effect.high - effect.low))
    estimate, error, low, high = (number(scale * x, language, decimals) for x in numbers)
    return estimate, error, f"{low} … {high}"
