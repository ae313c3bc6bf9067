"""Hold evidence cards against the truth, in simulated regions where it is known.

    python -m benchmarks.target_trial_truth [REGIONS] [PEOPLE]

For every region (a seed of its own, the demo's messy registration) three versions:
without unobserved selection, with half of it, and with as much as observed selection.
Every measure gets its card at twelve months, and beside it the analyses of
``streekwerk.evidence.target_trial.wrong``. Printed are, per version: how often the 95 %
interval covers the truth, the mean error, the share of cards that are amber or red, how
often the audit finds selection, and error and coverage of the naive and the
immortal-time analysis on the same data. Coverage has a Monte Carlo error of about
sqrt(.05 * .95 / cards).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.region_panel import panel_of
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.lives import TruthPlan
from streekwerk.demo.truth import Truth, true_effects
from streekwerk.evidence.cards.build import audit_region, build_card, card_tasks
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.target_trial.protocol import OUTCOMES, TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.target_trial.wrong import (
    Misleading,
    immortal_time_difference,
    naive_difference,
)

HORIZON = 12
UNOBSERVED = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Figure:
    """One estimate against its truth."""

    analysis: str
    outcome: str
    error: float
    standard_error: float
    covered: bool


@dataclass(frozen=True, slots=True)
class Region:
    """What one simulated region showed."""

    figures: tuple[Figure, ...]
    lights: tuple[Light, ...]
    warned: tuple[str, ...]
    found: bool


def examine(config: RegionConfig) -> Region:
    """Make every card of a region and hold it against the truth."""
    truth = true_effects(config, TruthPlan(horizons=(HORIZON,), futures=4))
    panel = panel_of(config)
    timeline = Timeline.of(panel)
    settings = CardSettings(seed=config.seed, horizons=(HORIZON,), main_horizon=HORIZON)
    selection = audit_region(panel, timeline, settings)
    cards = [build_card(panel, timeline, t, selection, settings) for t in card_tasks(panel)]
    figures = tuple(
        figure
        for card in cards
        for figure in (*_card(card, truth), *_wrong(panel, timeline, card, truth))
    )
    lights = tuple(card.verdict for card in cards if card.verdict is not None)
    return Region(figures, lights, tuple(_warnings(cards)), selection.found)


def _warnings(cards: list[EvidenceCard]) -> Iterator[str]:
    """Yield the name of every check that is not green, over all cards."""
    for card in cards:
        if card.main.evaluation is not None:
            every = (*card.main.evaluation.design.arms[0].checks, *card.checks)
            yield from (check.name for check in every if check.light is not Light.GREEN)


def _card(card: EvidenceCard, truth: Truth) -> Iterator[Figure]:
    for outcome in OUTCOMES:
        for finding in card.over_time(outcome):
            effect = finding.leading
            true = truth.effect(card.measure, outcome, HORIZON).effect
            error = effect.estimate - true
            covered = effect.low <= true <= effect.high
            yield Figure("target trial", outcome, error, effect.standard_error, covered)


def _wrong(panel: Panel, timeline: Timeline, card: EvidenceCard, truth: Truth) -> Iterator[Figure]:
    protocol = TargetTrialProtocol(card.measure, horizon=HORIZON)
    for outcome in OUTCOMES:
        true = truth.effect(card.measure, outcome, HORIZON).effect
        for name, analysis in (("naive", naive_difference), ("immortal", immortal_time_difference)):
            found: Misleading = analysis(panel, timeline, protocol, outcome)
            error = found.difference - true
            covered = abs(error) <= 1.96 * found.standard_error
            yield Figure(name, outcome, error, found.standard_error, covered)


def report(regions: list[Region]) -> None:
    """Print what a list of regions showed together."""
    lights = [light for region in regions for light in region.lights]
    warned = np.mean([light is not Light.GREEN for light in lights])
    red = np.mean([light is Light.RED for light in lights])
    found = np.mean([region.found for region in regions])
    print(f"  cards {len(lights)}: amber or red {warned:.1%} (red {red:.1%}); audit {found:.0%}")
    names = Counter(name for region in regions for name in region.warned)
    print("  " + ", ".join(f"{name} {n / len(lights):.1%}" for name, n in names.most_common()))
    every = [figure for region in regions for figure in region.figures]
    for analysis in ("target trial", "naive", "immortal"):
        for outcome in OUTCOMES:
            mine = [f for f in every if f.analysis == analysis and f.outcome == outcome]
            covered = np.mean([f.covered for f in mine])
            error = np.array([f.error for f in mine])
            away = np.sqrt(np.mean([(f.error / f.standard_error) ** 2 for f in mine]))
            print(
                f"  {analysis:<13} {outcome:<23} covers {covered:6.1%}   mean error "
                f"{error.mean():+.4f}   mean |error| {np.abs(error).mean():.4f}   "
                f"rms z {away:.2f}   n {len(mine)}"
            )


def main(count: int, people: int) -> None:
    """Examine ``count`` regions in every version and print the summary of each."""
    for unobserved in UNOBSERVED:
        since = time.perf_counter()
        config = RegionConfig(people=people, unobserved_selection=unobserved)
        regions = [examine(replace(config, seed=1_000 + number)) for number in range(count)]
        print(
            f"unobserved selection {unobserved}: {count} regions of {people} people, "
            f"{time.perf_counter() - since:.0f} s"
        )
        report(regions)
        sys.stdout.flush()


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(given[0] if given else 200, given[1] if len(given) > 1 else 12_000)
