"""Ask whether an unseen trait as strong as the strongest seen one would undo the finding."""

from __future__ import annotations

import math

from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.evaluation import Finding, Sensitivity
from streekwerk.vocabulary.language import Text

TITLE = Text("Hoe zeker is het als er iets ongemeten is?", "How sure if something is unmeasured?")


def sensitivity_check(finding: Finding) -> Check | None:
    """Return the check on the leading finding; None when there is nothing to undo.

    Amber when a trait that explains as much of who starts and of the outcome as the
    strongest measured covariate would make the interval touch zero (Cinelli & Hazlett
    2020). An uncertain effect claims nothing, so nothing can undo it.
    """
    found = finding.sensitivity
    if found is None or not finding.leading.certain_of_direction:
        return None
    if found.benchmark_treatment is None or found.benchmark_outcome is None:
        return None
    undone = benchmark_strength(found) >= strength(found.robustness_value_interval)
    return Check("sensitivity", Light.AMBER if undone else Light.GREEN, TITLE, found.words)


def strength(share: float) -> float:
    """Return the bias, up to scale, of a trait explaining ``share`` of both; 1 is infinite."""
    return math.inf if share >= 1 else share / math.sqrt(1 - share)


def benchmark_strength(found: Sensitivity) -> float:
    """Return the bias, on the same scale, of a trait like the strongest measured one."""
    treatment, outcome = found.benchmark_treatment or 0.0, found.benchmark_outcome or 0.0
    return math.sqrt(outcome * treatment / max(1 - treatment, 1e-12))
