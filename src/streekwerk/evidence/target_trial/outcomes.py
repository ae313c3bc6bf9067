"""What happened to people within the follow-up, from the month of time zero on."""

from __future__ import annotations

import numpy as np

from streekwerk.evidence.cohort.panel import Booleans, Panel
from streekwerk.evidence.target_trial.eligibility import Moments
from streekwerk.evidence.target_trial.protocol import (
    ANY_WORK,
    MONTHS_OFF,
    SUSTAINED_WORK,
    TargetTrialProtocol,
)
from streekwerk.evidence.target_trial.timeline import Timeline, sustained_exits
from streekwerk.evidence.trial.table import Outcome, Scale
from streekwerk.vocabulary.language import Text


def outcomes_at(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol, at: Moments
) -> tuple[Outcome, ...]:
    """Return the three outcomes over months [t, t + horizon) of every person-month.

    - ``sustained_work``: an exit to work, followed by ``sustained_months`` whole months
      off benefit, all within the horizon;
    - ``any_work``: earnings beside the benefit, or an exit to work;
    - ``months_without_benefit``: months in which no benefit was delivered.
    """
    h, s = protocol.horizon, protocol.sustained_months
    t, end = at.month, at.month + h
    sustained = sustained_exits(panel, timeline, s).between(at.person, t, end - s) > 0
    any_work = timeline.worked.between(at.person, t, end) > 0
    off = h - timeline.benefit.between(at.person, t, end)
    return (
        Outcome(
            SUSTAINED_WORK,
            Text("duurzaam aan het werk", "lasting work"),
            Scale.BINARY,
            sustained.astype(np.float64),
            horizon_months=h,
            event=Text(f"vinden werk voor minstens {s} maanden", f"find work for {s} months"),
        ),
        Outcome(
            ANY_WORK,
            Text("enig betaald werk", "any paid work"),
            Scale.BINARY,
            any_work.astype(np.float64),
            horizon_months=h,
            event=Text("hebben enige tijd betaald werk", "have had some paid work"),
        ),
        Outcome(
            MONTHS_OFF,
            Text("maanden zonder uitkering", "months without benefit"),
            Scale.NUMERIC,
            off.astype(np.float64),
            horizon_months=h,
            unit=Text("maanden", "months"),
        ),
    )


def lost_from_sight(timeline: Timeline, protocol: TargetTrialProtocol, at: Moments) -> Booleans:
    """Return who moved away within the follow-up, so that the outcome is unknown."""
    end = at.month + protocol.horizon
    return np.asarray(timeline.moved.between(at.person, at.month, end) > 0)
