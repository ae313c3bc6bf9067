"""Hours of paid work per week at the end of the follow-up, where they are known.

BUS and SRG hold no hours. They come from another source (``person_fact``, variable
``hours``: hours per week in the month of the date), if a municipality has one. Of some
people none is needed: a month on benefit without earnings is a month of zero hours. Of
others the source may know nothing; those are weighted for, or there is no such outcome.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.cohort.panel import Booleans, Floats, Integers, Panel
from streekwerk.evidence.design.attrition import CAUTIOUS, attrition_bias
from streekwerk.evidence.design.rules import RULES
from streekwerk.evidence.saying import percent, say
from streekwerk.evidence.target_trial.censoring import known_weights
from streekwerk.evidence.target_trial.eligibility import Moments
from streekwerk.evidence.target_trial.protocol import HOURS, TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import (
    Covariate,
    NumericCovariate,
    Outcome,
    Scale,
    covariate_rows,
)
from streekwerk.vocabulary.language import Text

LAST_MONTHS = 3
"""The average over the last three months of follow-up: a quarterly source then suffices."""
LEAST_KNOWN = 0.5
"""Of those who may have worked, at least this share must be known in both arms."""
FEWEST_KNOWN = 10
LABEL = Text("uren werk per week", "hours of work per week")
_LEFT = Text("uitgestroomd naar werk", "left for work")


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of every person-month, each (n,).

    ``person`` is whose; ``values`` is NaN where unknown; ``certain`` says who has zero
    hours by BUS alone;
    ``left_for_work`` who left benefit for work within the follow-up.
    """

    person: Integers
    values: Floats
    certain: Booleans
    left_for_work: Booleans


def hours_at(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol, at: Moments
) -> Hours | None:
    """Return the mean hours per week over the last months of follow-up; None without a source.

    A month with hours from the source counts those. Without, it counts zero when on benefit
    without earnings; else it is open. Open months take the mean of the months with hours.
    Without any month with hours an open month leaves the whole unknown.
    """
    if panel.hours is None:
        return None
    months = at.month[:, None] + protocol.horizon - LAST_MONTHS + np.arange(LAST_MONTHS)
    months = np.clip(months, 0, panel.months - 1)
    person = at.person[:, None]
    given = panel.hours[person, months].astype(np.float64)
    told = ~np.isnan(given)
    idle = panel.benefit[person, months] & (panel.earnings[person, months] == 0) & ~told
    working = LAST_MONTHS - idle.sum(axis=1)
    count = told.sum(axis=1)
    mean = np.where(told, given, 0.0).sum(axis=1) / np.maximum(count, 1)
    known = (count > 0) | (working == 0)
    values = np.where(known, mean * working / LAST_MONTHS, np.nan)
    left = timeline.left_for_work.between(at.person, at.month, at.month + protocol.horizon) > 0
    return Hours(at.person, values, working == 0, left)


def known_hours(
    hours: Hours,
    covariates: tuple[Covariate, ...],
    arm: Integers,
    seen: Booleans,
    horizon: int,
) -> Outcome | Text:
    """Return the outcome with its weights, or why there is none.

    ``seen`` says who was not lost from sight: only they can be known.
    """
    known = ~np.isnan(hours.values)
    refusal = _refusal(hours, known, arm, seen)
    if refusal is not None:
        return refusal
    left = NumericCovariate("left_for_work", _LEFT, hours.left_for_work.astype(np.float64))
    among = tuple(covariate_rows(each, seen) for each in (*covariates, left))
    weights = np.zeros(arm.size)
    weights[seen] = known_weights(among, arm[seen], known[seen], hours.certain[seen])
    return Outcome(
        HOURS,
        LABEL,
        Scale.NUMERIC,
        np.where(seen, hours.values, np.nan),
        horizon_months=horizon,
        unit=Text("uren per week", "hours per week"),
        weights=weights,
    )


def _refusal(hours: Hours, known: Booleans, arm: Integers, seen: Booleans) -> Text | None:
    """Say why hours cannot be compared; None when they can."""
    open_ = [seen & ~hours.certain & (arm == k) for k in (1, 0)]
    shares = [float(known[rows].mean()) if rows.any() else 0.0 for rows in open_]
    people = [np.unique(hours.person[rows & known]).size for rows in open_]
    missing = [float(1 - known[seen & (arm == k)].mean()) for k in (1, 0)]
    if min(people) < FEWEST_KNOWN:
        return say(
            "Uren werk per week: te weinig gegevens, want in een van de groepen zijn ze van "
            "minder dan {n} mensen bekend.",
            "Hours of work per week: too little data, for in one of the groups they are known "
            "of fewer than {n} people.",
            n=FEWEST_KNOWN,
        )
    bias = attrition_bias(missing[0], missing[1], CAUTIOUS)
    if min(shares) < LEAST_KNOWN or bias > RULES.tolerable_attrition_bias:
        return say(
            "Uren werk per week: van wie aan het einde kan hebben gewerkt, zijn ze bij {a}% met "
            "en {b}% zonder bekend. Dat is te weinig of te ongelijk om te vergelijken.",
            "Hours of work per week: of those who may have worked at the end they are known of "
            "{a}% with and {b}% without. That is too few or too unequal to compare.",
            a=percent(shares[0]),
            b=percent(shares[1]),
        )
    return None
