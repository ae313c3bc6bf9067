"""Judge a card's design, and say why it got its light."""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.effects.side_by_side import Effort
from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.design import DesignReport
from streekwerk.evidence.trial.table import TrialTable
from streekwerk.vocabulary.language import Text, join

_EFFORT = Effort(linear=2, boosted=0)  # as for the effects of a card, in fewer splits
_FAIR = Text(
    "De groepen zijn vergelijkbaar op alles wat van vóór de start bekend is. Wat niet bekend is, "
    "kan nog verschillen.",
    "The groups are comparable on everything known from before the start. What is not known may "
    "still differ.",
)


def judge(table: TrialTable, rng: np.random.Generator) -> DesignReport:
    """Return the design report of an emulated trial, placebos with linear models only."""
    return design_report(table, rng, effort=_EFFORT)


def words_of(checks: tuple[Check, ...]) -> Text:
    """Say the reasons of the worst light, or why all is green."""
    worst = max(check.light for check in checks)
    if worst is Light.GREEN:
        return _FAIR
    return join([check.reason for check in checks if check.light is worst])
