"""From the panel to the trial table: sequential emulation of one target trial.

Every month is a trial of its own, with its own time zero; the trials are stacked and
people, who can be in many of them, are the clusters (Hernan et al. 2008; Danaei et al.
2013). See ``docs/explanation/target-trials.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from streekwerk.evidence.cohort.panel import Booleans, Integers, Panel
from streekwerk.evidence.target_trial.censoring import staying_weights
from streekwerk.evidence.target_trial.covariates import covariates_at
from streekwerk.evidence.target_trial.draw import draw_controls
from streekwerk.evidence.target_trial.eligibility import (
    LostStarts,
    Moments,
    eligible,
    eligible_starts,
    in_force,
    starts_of,
)
from streekwerk.evidence.target_trial.flow import ArmFlow, Flow
from streekwerk.evidence.target_trial.hours import hours_at, known_hours
from streekwerk.evidence.target_trial.outcomes import lost_from_sight, outcomes_at
from streekwerk.evidence.target_trial.placebos import placebos_at
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import Arm, Assignment, Outcome, TrialTable
from streekwerk.vocabulary.language import Text

NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class TargetTrial:
    """An emulated target trial: what was planned, who is in it, and the table to analyse.

    ``table`` is None when one of the arms is empty. ``at`` are the person-months of the
    table's rows, in its order. ``left_out`` says which outcome is not in it, and why.
    """

    protocol: TargetTrialProtocol
    flow: Flow
    table: TrialTable | None
    at: Moments
    left_out: tuple[Text, ...] = ()


def emulate(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol, seed: int
) -> TargetTrial:
    """Return the target trial of ``protocol`` in ``panel``.

    ``timeline`` is :meth:`Timeline.of` the panel, made once for all trials. ``seed`` is
    that of the whole analysis: draws find their own numbers by measure, municipality and
    month, so trials made one by one, elsewhere or in another order are the same.
    """
    may = eligible(panel, protocol)
    busy = in_force(panel, protocol.measure)
    if protocol.against is not None:
        busy |= in_force(panel, protocol.against)
    starts, lost = eligible_starts(panel, protocol, may, protocol.measure, busy)
    candidates = may & ~busy
    if protocol.against is None:
        others = draw_controls(panel, timeline, protocol, starts, candidates, seed)
    else:
        others, _ = eligible_starts(panel, protocol, may, protocol.against, busy)
        starts, others = _only_one(panel, starts, others)
    flow = _flow(panel, timeline, protocol, candidates, lost, (starts, others))
    if not len(starts) or not len(others):
        return TargetTrial(protocol, flow, None, starts.take(np.zeros(0, dtype=np.int64)))
    at = starts.joined(others)
    arm = np.repeat(np.array([1, 0]), [len(starts), len(others)])
    return _assemble(panel, timeline, protocol, flow, at, arm)


def _only_one(panel: Panel, starts: Moments, others: Moments) -> tuple[Moments, Moments]:
    """Leave out who started both measures in one month: they are in neither arm."""
    mine, theirs = (m.person * panel.months + m.month for m in (starts, others))
    return (
        starts.take(np.isin(mine, theirs, invert=True)),
        others.take(np.isin(theirs, mine, invert=True)),
    )


def _assemble(
    panel: Panel,
    timeline: Timeline,
    protocol: TargetTrialProtocol,
    flow: Flow,
    at: Moments,
    arm: Integers,
) -> TargetTrial:
    covariates = covariates_at(panel, timeline, at)
    lost = lost_from_sight(timeline, protocol, at)
    weights = staying_weights(covariates, arm, lost)
    seen = ~lost
    if np.bincount(arm[seen], minlength=2).min() == 0:
        return TargetTrial(protocol, flow, None, at.take(np.zeros(0, dtype=np.int64)))
    hours = hours_at(panel, timeline, protocol, at)
    known = None if hours is None else known_hours(hours, covariates, arm, seen, protocol.horizon)
    days = (at.month + panel.first_month - 12 * 1970).astype("datetime64[M]")
    table = TrialTable(
        title=protocol.title,
        assignment=Assignment.OBSERVATIONAL,
        arms=(
            Arm(protocol.against or NOT_NOW, protocol.against_label),
            Arm(protocol.measure, protocol.measure_label),
        ),
        arm=arm,
        person=panel.person[at.person],
        covariates=covariates,
        outcomes=(
            *outcomes_at(panel, timeline, protocol, at),
            *((known,) if isinstance(known, Outcome) else ()),
        ),
        placebos=placebos_at(panel, timeline, at),
        cluster=at.person,
        cluster_name="persoon",
        time_zero=days.astype("datetime64[D]"),
    )
    kept = table.rows(seen)
    if weights is not None:
        kept = replace(kept, weights=weights[seen])
    left_out = (known,) if isinstance(known, Text) else ()
    return TargetTrial(protocol, flow, kept, at.take(seen), left_out)


def _flow(
    panel: Panel,
    timeline: Timeline,
    protocol: TargetTrialProtocol,
    candidates: Booleans,
    lost: LostStarts,
    arms: tuple[Moments, Moments],
) -> Flow:
    starts, others = arms
    return Flow(
        people=int(candidates.shape[0]),
        eligible_months=int(candidates.sum()),
        eligible_people=int(candidates.any(axis=1).sum()),
        registered_starts=lost.total + len(starts),
        lost_starts=lost,
        started=_arm_flow(timeline, protocol, starts),
        compared=_arm_flow(timeline, protocol, others),
        overlapping_people=int(np.intersect1d(starts.person, others.person).size),
        started_later=_later(panel, protocol, others),
    )


def _later(panel: Panel, protocol: TargetTrialProtocol, others: Moments) -> int:
    """Return how many person-months were followed by a start of the measure in the follow-up."""
    theirs = starts_of(panel, protocol.measure)
    width = panel.months + protocol.horizon
    known = np.sort(theirs.person * width + theirs.month)
    key = others.person * width + others.month
    # The next start after time zero of the same person, if it lies within the follow-up.
    next_start = np.searchsorted(known, key, side="right")
    end = np.searchsorted(known, key + protocol.horizon - 1, side="right")
    return int((end > next_start).sum())


def _arm_flow(timeline: Timeline, protocol: TargetTrialProtocol, at: Moments) -> ArmFlow:
    begun = timeline.started.between(at.person, at.month, at.month + 1)
    return ArmFlow(
        rows=len(at),
        people=int(np.unique(at.person).size),
        lost=int(lost_from_sight(timeline, protocol, at).sum()),
        also_started=int((begun > 1).sum()),
    )
