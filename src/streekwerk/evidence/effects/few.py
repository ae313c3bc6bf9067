"""What to say when hardly anything, or nothing at all, happened."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.special import ndtri

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import Floats
from streekwerk.vocabulary.language import Text

# Fewer events (or non-events) than this in an arm and a normal interval is a rough guess.
FEW = 5


def few_events(comparison: Comparison) -> list[Text]:
    """Return a warning when an arm has hardly any events, or when nobody differs."""
    if np.ptp(comparison.y) == 0:
        return [
            Text(
                "Iedereen heeft dezelfde waarde; er is niets te vergelijken.",
                "Everyone has the same value; there is nothing to compare.",
            )
        ]
    if not comparison.binary:
        return []
    arms = [comparison.y[comparison.treated == arm] for arm in (1, 0)]
    fewest = min(int(min(y.sum(), (1 - y).sum())) for y in arms)
    if fewest >= FEW:
        return []
    return [
        say(
            "In een van de groepen gebeurde het maar bij {n} mensen wel of juist niet; lees het "
            "interval als een ruwe schatting.",
            "In one of the groups only {n} people did or did not; read the interval as a rough "
            "guide.",
            n=fewest,
        )
    ]


def steadied(comparison: Comparison, effect: Effect) -> Effect:
    """Return ``effect`` with Newcombe's (1998) score interval when its own has no width.

    Only for a binary outcome that came out the same for everyone in both arms:
    "0 of 40 against 0 of 40" is no proof of no effect.
    """
    if np.ptp(comparison.y) > 0 or not comparison.binary:
        return effect
    z = float(ndtri(0.5 + effect.level / 2))
    treated = comparison.treated == 1
    p1, l1, u1 = _wilson(comparison.y[treated], z)
    p0, l0, u0 = _wilson(comparison.y[~treated], z)
    below, above = float(np.hypot(p1 - l1, u0 - p0)), float(np.hypot(u1 - p1, p0 - l0))
    return replace(
        effect,
        standard_error=(below + above) / (2 * z),
        low=effect.estimate - below,
        high=effect.estimate + above,
        degrees_of_freedom=None,
    )


def _wilson(y: Floats, z: float) -> tuple[float, float, float]:
    """Return a proportion and its Wilson score interval."""
    n, p = y.size, float(y.mean())
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * float(np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)))
    return p, min(centre - half, p), max(centre + half, p)
