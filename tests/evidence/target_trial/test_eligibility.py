"""Who is in which trial, worked out by hand."""

from __future__ import annotations

import numpy as np
from tests.evidence.cohort.handmade import Register, index

from streekwerk.evidence.target_trial.eligibility import (
    LostStarts,
    eligible,
    eligible_starts,
    in_force,
    starts_of,
)
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol

PROTOCOL = TargetTrialProtocol("42", horizon=4, look_back=2)
MONTHS = range(10)


def test_eligible_is_on_benefit_now_and_last_month_in_one_spell() -> None:
    register = Register().keep_delivering(9)
    register.benefit("ana", [0, 1, 2, 3, 4], end=(4, "11"))
    register.benefit("bo", [1, 2, 3], end=(3, "98")).benefit("bo", [5, 6, 7, 8, 9], key="two")
    panel = register.panel()
    may = eligible(panel, PROTOCOL)
    # Trials from month 2 (two months of history) to 6 (four months from 6 end in 9).
    assert np.flatnonzero(may[index(panel, "filler")]).tolist() == [2, 3, 4, 5, 6]
    assert np.flatnonzero(may[index(panel, "ana")]).tolist() == [2, 3, 4]
    assert np.flatnonzero(may[index(panel, "bo")]).tolist() == [2, 3, 6]


def test_every_municipality_has_its_own_window() -> None:
    register = Register().keep_delivering(9)
    register.municipality = "9902"
    register.benefit("ana", [3, 4, 5, 6, 7, 8])
    panel = register.panel()
    may = eligible(panel, PROTOCOL)
    assert np.flatnonzero(may[index(panel, "ana")]).tolist() == [5]


def test_in_force_counts_from_the_month_after_the_start_to_the_last() -> None:
    register = Register().keep_delivering(9)
    register.benefit("ana", list(MONTHS)).measure("ana", "42", 3, end=5, seen=(3, 5))
    register.benefit("bo", list(MONTHS)).measure("bo", "42", -2, end=1, seen=(0, 1))
    register.benefit("cas", list(MONTHS)).measure("cas", "42", 9, seen=(9, 9))
    panel = register.panel()
    busy = in_force(panel, "42")
    assert np.flatnonzero(busy[index(panel, "ana")]).tolist() == [4, 5]
    assert np.flatnonzero(busy[index(panel, "bo")]).tolist() == [0, 1]
    assert not busy[index(panel, "cas")].any()
    assert not in_force(panel, "40").any()


def test_every_start_is_in_a_trial_or_lost_for_a_reason() -> None:
    register = Register().keep_delivering(9)
    for name, start in (("early", 1), ("ana", 3), ("late", 8)):
        register.benefit(name, list(MONTHS), since=-9)
        register.measure(name, "42", start, end=start, seen=(start, start))
    register.benefit("gone", [0, 1, 2], end=(2, "11")).measure("gone", "42", 5, end=6, seen=(5, 6))
    register.benefit("new", [4, 5, 6, 7]).measure("new", "42", 4, end=6, seen=(4, 6))
    panel = register.panel()
    may = eligible(panel, PROTOCOL)
    starts, lost = eligible_starts(panel, PROTOCOL, may, "42", in_force(panel, "42"))
    assert starts.person.tolist() == [index(panel, "ana")]
    assert starts.month.tolist() == [3]
    assert lost == LostStarts(no_history=1, no_follow_up=1, no_benefit=2, already_in_force=0)
    assert lost.total + len(starts) == len(starts_of(panel, "42"))
