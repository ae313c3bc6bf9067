"""Outcomes from before time zero: no measure that starts now can have changed them.

They are kept out of the covariates. If those who start differ on them although current
traits are the same, something about people that is not registered decides who starts.
"""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.target_trial.eligibility import Moments
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import Outcome, Scale
from streekwerk.vocabulary.language import Text

YEAR_BEFORE = (18, 6)
"""The year of earlier earnings: from 18 to 6 months before time zero."""
MONTHS_BEFORE_SPELL = 24


def placebos_at(panel: Panel, timeline: Timeline, at: Moments) -> tuple[Outcome, ...]:
    """Return the placebo outcomes of every person-month.

    - ``earnings_before``: months with earnings, 18 to 6 months before time zero;
    - ``benefit_before``: months on benefit in the two years before the running spell.

    Months from before the data count as zero, for both arms alike.
    """
    oldest, latest = YEAR_BEFORE
    earned = timeline.earned.between(at.person, at.month - oldest, at.month - latest)
    since = panel.since[at.person, at.month - 1].astype(np.int64)
    before = timeline.benefit.between(at.person, since - MONTHS_BEFORE_SPELL, since)
    return (
        Outcome(
            "earnings_before",
            Text(
                "maanden met deeltijdwerk, een jaar eerder", "months of part-time work, a year ago"
            ),
            Scale.NUMERIC,
            earned.astype(np.float64),
            horizon_months=-float(latest),
            unit=Text("maanden", "months"),
        ),
        Outcome(
            "benefit_before",
            Text(
                "maanden uitkering vóór deze uitkeringsperiode",
                "months on benefit before this spell",
            ),
            Scale.NUMERIC,
            before.astype(np.float64),
            unit=Text("maanden", "months"),
            higher_is_better=False,
        ),
    )
