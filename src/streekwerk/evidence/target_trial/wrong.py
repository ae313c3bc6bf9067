"""How not to do it: analyses that are often made and mislead, kept to show by how much.

Nothing in the product uses these. They stand here for the documentation, the tests and
the benchmark, on the same panel and with the same outcomes as the target trials.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.cohort.panel import Booleans, Floats, Panel
from streekwerk.evidence.target_trial.eligibility import Moments, eligible, starts_of
from streekwerk.evidence.target_trial.outcomes import outcomes_at
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Misleading:
    """A difference in means that is not an effect; ``standard_error`` is the usual one."""

    difference: float
    standard_error: float
    treated: int
    untreated: int


def naive_differences(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol
) -> dict[str, Misleading]:
    """WRONG: compare starters with everybody else as they come (confounding).

    Per month, everybody on benefit who starts the measure against everybody on benefit
    who does not: whoever is chosen for it differs in age, duration and much else.
    """
    may = eligible(panel, protocol)
    started = np.zeros_like(may)
    starts = starts_of(panel, protocol.measure)
    started[starts.person, starts.month] = True
    ours = Moments(*np.nonzero(may & started))
    theirs = Moments(*np.nonzero(may & ~started))
    return _differences(
        _values(panel, timeline, protocol, ours), _values(panel, timeline, protocol, theirs)
    )


def immortal_time_differences(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol
) -> dict[str, Misleading]:
    """WRONG: call people "treated" from the first month of the spell (immortal time).

    Everybody's clock starts when the spell of benefit starts (or the data do), and who
    ever starts the measure in that spell counts as treated from then on. To get the
    measure they had to stay on benefit until it began: time in which they could not
    leave is credited to the measure, so it looks worse in exits than it is.
    """
    entry = _spell_entries(panel, protocol)
    starts = starts_of(panel, protocol.measure)
    spell = panel.spell[starts.person, starts.month].astype(np.int64)
    key = panel.spell[entry.person, entry.month] + 256 * entry.person
    ever = np.isin(key, (spell + 256 * starts.person)[spell > 0])
    values = _values(panel, timeline, protocol, entry)
    return _differences(
        {name: each[ever] for name, each in values.items()},
        {name: each[~ever] for name, each in values.items()},
    )


def survivor_differences(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol
) -> dict[str, Misleading]:
    """WRONG: start the clock of the treated at their start, of the others at their entry.

    The treated have already shown that they stay; the untreated include everybody who
    leaves quickly by themselves. The two clocks measure different moments of a spell.
    """
    entry = _spell_entries(panel, protocol)
    may = eligible(panel, protocol)
    starts = starts_of(panel, protocol.measure)
    starts = starts.take(may[starts.person, starts.month])
    never = ~np.isin(entry.person, starts_of(panel, protocol.measure).person)
    return _differences(
        _values(panel, timeline, protocol, starts),
        _values(panel, timeline, protocol, entry.take(never)),
    )


def _spell_entries(panel: Panel, protocol: TargetTrialProtocol) -> Moments:
    """Return the first month of every spell that can be followed for the whole horizon."""
    first: Booleans = panel.benefit.copy()
    first[:, 1:] &= panel.spell[:, 1:] != panel.spell[:, :-1]
    month = np.arange(panel.months)
    first &= month <= (panel.last_month - protocol.horizon + 1)[:, None]
    return Moments(*np.nonzero(first))


def _values(
    panel: Panel, timeline: Timeline, protocol: TargetTrialProtocol, at: Moments
) -> dict[str, Floats]:
    return {each.name: each.values for each in outcomes_at(panel, timeline, protocol, at)}


def _differences(treated: dict[str, Floats], untreated: dict[str, Floats]) -> dict[str, Misleading]:
    return {name: _difference(values, untreated[name]) for name, values in treated.items()}


def _difference(treated: Floats, untreated: Floats) -> Misleading:
    if not treated.size or not untreated.size:
        raise ValueError("nobody to compare: one of the groups is empty")
    error = np.sqrt(treated.var() / treated.size + untreated.var() / untreated.size)
    return Misleading(
        float(treated.mean() - untreated.mean()), float(error), treated.size, untreated.size
    )
