"""What the simulated regions show together, every share with its Monte Carlo interval.

Cards of one region share their people and their audit, so regions are the independent
units: the standard error of a share is that of a ratio of sums over regions (linearised),
and the interval is Wilson's with the number of cards that would give that error.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.target_trial_region import TARGET, WRONG
from streekwerk.evidence.target_trial.protocol import OUTCOMES

_Z = 1.96


@dataclass(frozen=True, slots=True)
class Share:
    """A share over regions with its interval; ``count`` is what it is a share of."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.value:6.1%} ({self.low:.1%} to {self.high:.1%}, n {self.count})"


def share(by_region: Iterable[Iterable[bool]]) -> Share:
    """Return how often something is so, with a 95 % interval clustered by region.

    A share that is the same in every region rests on as many cards as there are regions.
    """
    counts = np.array([(sum(flags), len(flags)) for flags in map(list, by_region) if flags])
    if not counts.size:
        return Share(math.nan, math.nan, math.nan, 0)
    hits, totals = counts.T.astype(float)
    p = float(hits.sum() / totals.sum())
    regions = len(totals)
    rest = hits - p * totals
    variance = regions / max(regions - 1, 1) * float(rest @ rest) / float(totals.sum()) ** 2
    size = p * (1 - p) / variance if variance > 0 else float(regions)
    low, high = wilson(p, size)
    return Share(p, low, high, int(totals.sum()))


def wilson(p: float, n: float) -> tuple[float, float]:
    """Return Wilson's 95 % score interval of a share ``p`` of ``n``."""
    centre = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def report(records: list[dict[str, Any]]) -> None:
    """Print, per size and version, what the regions of ``records`` show."""
    for people, unobserved in sorted({(r["people"], r["unobserved"]) for r in records}):
        mine = [r for r in records if (r["people"], r["unobserved"]) == (people, unobserved)]
        seeds = [r["seed"] for r in mine]
        print(
            f"\n{people} people, unobserved selection {unobserved}: {len(mine)} regions, "
            f"seeds {min(seeds)} to {max(seeds)}"
        )
        _cards(mine)
        for analysis in (TARGET, *WRONG):
            for outcome in OUTCOMES:
                _figures(mine, analysis, outcome)
        stages = mine[0]["seconds"]
        mean = {stage: np.mean([r["seconds"][stage] for r in mine]) for stage in stages}
        print("  processor seconds: " + ", ".join(f"{k} {v:.1f}" for k, v in mean.items()))


def _cards(records: list[dict[str, Any]]) -> None:
    judged = [[c for c in r["cards"] if c["verdict"] is not None] for r in records]
    for name, lights in (("amber or red", ("AMBER", "RED")), ("red", ("RED",))):
        print(f"  cards {name:<13}", share([c["verdict"] in lights for c in r] for r in judged))
    for least, most in ((0, 100), (100, 250), (250, math.inf)):
        sized = ([c for c in r if least <= c["started"] < most] for r in judged)
        found = share([c["verdict"] != "GREEN" for c in r] for r in sized)
        print(f"    of which {least} to {most} starts: amber or red", found)
    print("  audit finds selection", share([r["found"]] for r in records))
    total = sum(map(len, judged))
    warned = Counter(
        name
        for cards in judged
        for card in cards
        for name, light in card["checks"].items()
        if light != "GREEN"
    )
    print("  " + ", ".join(f"{name} {n / total:.1%}" for name, n in warned.most_common()))


def _figures(records: list[dict[str, Any]], analysis: str, outcome: str) -> None:
    by_region = [
        [f[3:] for f in r["figures"] if f[0] == analysis and f[2] == outcome] for r in records
    ]
    covered = share([low <= true <= high for *_, low, high, true in r] for r in by_region)
    every = np.array([f for r in by_region for f in r])
    if not every.size:
        return
    error = every[:, 0] - every[:, 4]
    away = float(np.sqrt(np.mean(np.square(error / np.maximum(every[:, 1], 1e-12)))))
    print(
        f"  {analysis:<13} {outcome:<23} covers {covered}   mean error {error.mean():+.4f}   "
        f"mean |error| {np.abs(error).mean():.4f}   rms z {away:.2f}"
    )
