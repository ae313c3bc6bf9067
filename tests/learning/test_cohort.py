"""The cohort at a glance, counted by hand on six people over four months."""

from __future__ import annotations

import numpy as np
import pytest

from streekwerk.evidence.cohort.panel import VANISHED, Episodes, Panel
from streekwerk.evidence.cohort.rules import CohortReport, RuleCount
from streekwerk.learning import cohort
from streekwerk.learning.cohort import CohortOverview, MeasureUse, overview_of

MONTHS = 4
# On benefit, and the code of the exit in the last month where there was one.
LIVES = (
    ("1111", 0),  # still there
    ("1100", 11),  # left for work
    ("0110", 1),  # left for education
    ("1110", 3),  # reached pension age
    ("1000", VANISHED),  # disappeared
    ("1011", 0),  # came back, still there
)


@pytest.fixture
def panel() -> Panel:
    benefit = np.array([[mark == "1" for mark in months] for months, _ in LIVES])
    leaving = np.zeros(benefit.shape, dtype=np.uint8)
    for person, (months, code) in enumerate(LIVES):
        leaving[person, months.rindex("1")] = code
    zeros = np.zeros(benefit.shape, dtype=np.uint8)
    # Training by 0 (ended) and 1 (before the window), a job coach by 1, coaching twice by 5.
    episodes = Episodes(
        types=("30", "40", "42"),
        person=np.array([0, 1, 1, 5, 5]),
        type=np.array([2, 2, 0, 1, 1]),
        start=np.array([1, -3, 0, 0, 3]),
        last=np.array([2, 1, 9, 0, 32_767]),
    )
    return Panel(
        first_month=12 * 2024,
        municipalities=("9901",),
        municipality=np.zeros(6, dtype=np.int64),
        person=np.array(list("abcdef")),
        gender=np.ones(6, dtype=np.uint8),
        birth_month=np.zeros(6, dtype=np.int64),
        last_month=np.full(6, MONTHS - 1, dtype=np.int64),
        benefit=benefit,
        exit=leaving,
        since=zeros.astype(np.int16),
        spell=zeros,
        household=zeros,
        exemption=zeros,
        earnings=zeros.astype(np.uint16),
        episodes=episodes,
    )


@pytest.fixture
def found(panel: Panel) -> CohortOverview:
    rules = (RuleCount("9901", "vanished", 1), RuleCount("9901", "gap_bridged", 0))
    report = CohortReport(("9901",), 24_288, 24_291, 6, 15, 5, rules)
    return overview_of(panel, report)


def test_people_and_months(found: CohortOverview) -> None:
    assert (found.people, found.months) == (6, 4)
    assert found.caseload == (5, 4, 4, 2)
    assert found.starts == (2, 1, 0, 1)
    assert found.left_for_work == (0, 1, 0, 0)


def test_streams_say_what_everybody_got_and_where_they_went(found: CohortOverview) -> None:
    assert set(found.streams) == {
        ("towards_work", cohort.STILL, 2),
        ("at_work", cohort.WORK, 1),
        (cohort.NOTHING, cohort.EDUCATION, 1),
        (cohort.NOTHING, cohort.OTHER, 1),
        (cohort.NOTHING, cohort.GONE, 1),
    }
    assert sum(people for _, _, people in found.streams) == found.people


def test_use_of_each_measure(found: CohortOverview) -> None:
    assert found.measures == (
        MeasureUse("30", starts=1, people=1, running=1, median_months=0),
        MeasureUse("40", starts=2, people=1, running=1, median_months=1),
        MeasureUse("42", starts=1, people=1, running=0, median_months=2),
    )


def test_exits_and_repairs(found: CohortOverview) -> None:
    assert dict(found.exits) == {"01": 1, "03": 1, "11": 1, "99": 1}
    assert [(repair.rule, repair.rows) for repair in found.repairs] == [("vanished", 1)]


def test_months_not_everybody_delivered_are_not_drawn(panel: Panel) -> None:
    panel.last_month[2] = 2
    report = CohortReport(("9901",), 24_288, 24_291, 6, 15, 5, ())
    found = overview_of(panel, report)
    assert len(found.caseload) == len(found.starts) == len(found.left_for_work) == 3
