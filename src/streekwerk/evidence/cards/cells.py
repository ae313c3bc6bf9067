"""Small cells: nothing is said of fewer than ten people."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import Booleans, Outcome, Scale, TrialTable
from streekwerk.vocabulary.language import Text

TOO_FEW = Text("Te weinig gegevens", "Too little data")


def people(table: TrialTable, rows: Booleans) -> int:
    """Return how many different people are in ``rows``."""
    who = table.person if table.cluster is None else table.cluster
    return int(np.unique(who[rows]).size)


def smallest_arm(table: TrialTable) -> int:
    """Return the number of different people in the smallest arm."""
    return min(people(table, table.arm == k) for k in range(len(table.arms)))


def smallest_class(table: TrialTable, outcome: Outcome) -> int:
    """Return the fewest people with a class of a binary outcome in an arm (or in an arm)."""
    arms = [(table.arm == k) & outcome.observed for k in range(len(table.arms))]
    if outcome.scale is not Scale.BINARY:
        return min(people(table, arm) for arm in arms)
    return min(people(table, arm & (outcome.values == value)) for arm in arms for value in (0, 1))


def large_enough(table: TrialTable, least: int) -> tuple[TrialTable | None, tuple[Text, ...]]:
    """Return the trial with the outcomes that may be shown, and what is said of the others.

    None when an arm has fewer than ``least`` people, or no outcome is left.
    """
    if smallest_arm(table) < least:
        return None, (_few_people(least),)
    shown = tuple(o for o in table.outcomes if smallest_class(table, o) >= least)
    words = tuple(_few_events(o, least) for o in table.outcomes if o not in shown)
    return (replace(table, outcomes=shown) if shown else None), words


def _few_people(least: int) -> Text:
    return say(
        "Te weinig gegevens: in een van de groepen zitten minder dan {n} mensen.",
        "Too little data: one of the groups has fewer than {n} people.",
        n=least,
    )


def _few_events(outcome: Outcome, least: int) -> Text:
    return say(
        "Te weinig gegevens over ‘{name}’: in een van de groepen gebeurde dat bij minder dan {n} "
        "mensen wel of juist niet.",
        "Too little data on ‘{name}’: in one of the groups fewer than {n} people did or did not.",
        name=outcome.label,
        n=least,
    )
