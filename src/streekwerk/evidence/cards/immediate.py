"""See whether people left for work as soon as they started: then the job came first.

A wage subsidy or a job coach often starts because an employer was found. The comparison
group had none yet, and no trait from before the start shows it. The mark it leaves is an
exit to work in the month of the start or the next, far too soon for the measure to have
brought it about.
"""

from __future__ import annotations

from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.saying import say
from streekwerk.evidence.target_trial.emulate import TargetTrial
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.vocabulary.language import Text

MONTHS = 2
TIMES, POINTS = 3.0, 0.05
"""Amber when starters leave this many times as often *and* this much (share) more often."""
TITLE = Text("Was er bij de start al werk?", "Was there work already at the start?")


def immediate_exits(trial: TargetTrial, timeline: Timeline) -> Check | None:
    """Return the check on exits to work in the first two months; None without a table."""
    if trial.table is None:
        return None
    at = trial.at
    left = timeline.left_for_work.between(at.person, at.month, at.month + MONTHS) > 0
    ours, theirs = (float(left[trial.table.arm == arm].mean()) for arm in (1, 0))
    doubtful = ours >= TIMES * theirs and ours - theirs >= POINTS
    ending = (
        Text(
            "Zo snel werkt een voorziening niet: waarschijnlijk was er al een werkgever.",
            "No measure works that fast: probably there already was an employer.",
        )
        if doubtful
        else Text("Dat wijst er niet op.", "That does not suggest it.")
    )
    words = say(
        "In de maand van de start of de maand erna vond {a}% van wie startte werk, tegen {b}% van "
        "wie niet startte. {ending}",
        "In the month of the start or the next, {a}% of those who started found work, against {b}% "
        "of those who did not. {ending}",
        a=(100 * ours, 1),
        b=(100 * theirs, 1),
        ending=ending,
    )
    return Check("immediate_exits", Light.AMBER if doubtful else Light.GREEN, TITLE, words)
