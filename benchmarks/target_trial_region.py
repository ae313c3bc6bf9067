"""Examine one simulated region: its cards, and the usual mistakes, against the known truth.

What is kept of a region is a plain dictionary, one line of JSON, from which
:mod:`benchmarks.target_trial_summary` computes every figure that is published.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from benchmarks.region_panel import panel_of
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.lives import TruthPlan
from streekwerk.demo.simulation import History
from streekwerk.demo.truth import Truth, true_effects
from streekwerk.evidence.cards.build import audit_region, build_card, card_tasks
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.results.check import Check
from streekwerk.evidence.target_trial.protocol import OUTCOMES, TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.target_trial.wrong import immortal_time_differences, naive_differences

HORIZON = 12
TARGET = "target trial"
WRONG = {"naive": naive_differences, "immortal time": immortal_time_differences}
USUAL = 1.96  # the interval that whoever makes the mistake would print


def examine(config: RegionConfig) -> dict[str, Any]:
    """Return what one simulated region shows, ready for JSON.

    ``figures`` are rows of analysis, measure, outcome, estimate, standard error, low, high
    and truth; ``cards`` hold the light of every check.
    """
    clock = _Clock()
    histories: list[History] = []
    plan = TruthPlan(horizons=(HORIZON,), futures=4)
    truth = true_effects(config, plan, histories.append)
    clock.lap("truth")
    # Hours have no truth here, and leave the other outcomes as they are.
    panel = replace(panel_of(config, histories), hours=None)
    timeline = Timeline.of(panel)
    clock.lap("panel")
    settings = CardSettings(seed=config.seed, horizons=(HORIZON,), main_horizon=HORIZON)
    selection = audit_region(panel, timeline, settings)
    clock.lap("audit")
    cards = [build_card(panel, timeline, t, selection, settings) for t in card_tasks(panel)]
    clock.lap("cards")
    figures = [
        figure
        for card in cards
        for figure in (*_right(card, truth), *_wrong(panel, timeline, card, truth))
    ]
    clock.lap("mistakes")
    return {
        "people": config.people,
        "unobserved": config.unobserved_selection,
        "seed": config.seed,
        "audit": selection.p_value,
        "found": selection.found,
        "cards": [_card(card) for card in cards],
        "figures": figures,
        "seconds": clock.seconds,
    }


def _card(card: EvidenceCard) -> dict[str, Any]:
    flow = card.main.flow
    found: dict[str, Any] = {
        "measure": card.measure,
        "verdict": None if card.verdict is None else card.verdict.name,
        "started": flow.started.rows,
    }
    if card.main.evaluation is not None:
        design = card.main.evaluation.design.arms[0]
        worst = max(design.balance, key=lambda row: abs(row.after))
        checks: tuple[Check, ...] = (*design.checks, *card.checks)
        found |= {
            "checks": {check.name: check.light.name for check in checks},
            "imbalance": [worst.covariate, round(abs(worst.after), 4)],
            "sizes": [round(size, 1) for size in design.effective_sample_size],
        }
    return found


def _right(card: EvidenceCard, truth: Truth) -> list[list[Any]]:
    rows = []
    for outcome in OUTCOMES:
        for finding in card.over_time(outcome):
            e = finding.leading
            true = truth.effect(card.measure, outcome, HORIZON).effect
            numbers = (e.estimate, e.standard_error, e.low, e.high, true)
            rows.append(_row(TARGET, card.measure, outcome, numbers))
    return rows


def _wrong(panel: Panel, timeline: Timeline, card: EvidenceCard, truth: Truth) -> list[list[Any]]:
    protocol = TargetTrialProtocol(card.measure, horizon=HORIZON)
    rows = []
    for name, analysis in WRONG.items():
        for outcome, found in analysis(panel, timeline, protocol).items():
            true = truth.effect(card.measure, outcome, HORIZON).effect
            reach = USUAL * found.standard_error
            low, high = found.difference - reach, found.difference + reach
            numbers = (found.difference, found.standard_error, low, high, true)
            rows.append(_row(name, card.measure, outcome, numbers))
    return rows


def _row(analysis: str, measure: str, outcome: str, numbers: tuple[float, ...]) -> list[Any]:
    return [analysis, measure, outcome, *(float(f"{each:.6g}") for each in numbers)]


class _Clock:
    """Processor seconds per stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.process_time()

    def lap(self, name: str) -> None:
        """Note what ``name`` took."""
        now = time.process_time()
        self.seconds[name] = round(now - self._since, 2)
        self._since = now
