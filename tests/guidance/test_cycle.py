"""What is next: one thing always, with its reason, by the state of the file alone."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.guidance.cycle import (
    FileState,
    Phase,
    Rhythm,
    Thing,
    next_thing,
    phases,
    things,
)

TODAY = dt.date(2026, 11, 23)
DAYS = st.one_of(st.none(), st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)))
STATES = st.builds(
    FileState,
    st.just(TODAY),
    DAYS,
    st.booleans(),
    DAYS,
    st.booleans(),
    DAYS,
    st.booleans(),
    DAYS,
    st.booleans(),
    DAYS,
    st.integers(0, 5),
    st.integers(0, 5),
    DAYS,
    DAYS,
)
RUNNING = FileState(
    TODAY,
    talked=True,
    last_contact=TODAY,
    wishes_known=True,
    diagnosed_on=TODAY,
    has_goal=True,
    decided_on=TODAY,
    has_plan=True,
    planned=1,
    next_due=TODAY + dt.timedelta(days=3),
)


@given(STATES)
def test_there_is_always_one_next_thing_with_a_reason(state: FileState) -> None:
    found = things(state)
    assert found[0] == next_thing(state)
    assert len({each.thing for each in found}) == len(found)
    assert all(each.reason.nl.endswith(".") and each.reason.en.endswith(".") for each in found)


@given(STATES)
def test_exactly_one_phase_is_current(state: FileState) -> None:
    marks = [mark for _, mark in phases(state)]
    assert [phase for phase, _ in phases(state)] == list(Phase)
    assert marks.count("current") == 1
    assert marks == sorted(marks, key=("done", "current", "next").index)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Thing.WAIT),
        ({"talked": False}, Thing.MEET),
        ({"wishes_known": False}, Thing.ASK_WISHES),
        ({"diagnosed_on": None}, Thing.DIAGNOSE),
        ({"has_goal": False}, Thing.SET_GOAL),
        ({"planned": 0, "decided_on": None}, Thing.SEE_OPTIONS),
        ({"planned": 0}, Thing.AGREE_STEP),
        ({"talking_since": TODAY}, Thing.GO_ON_TALKING),
        ({"overdue": 1, "oldest_due": dt.date(2026, 11, 1)}, Thing.ASK_STEP),
        ({"evaluate_on": TODAY}, Thing.LOOK_BACK),
        ({"evaluate_on": TODAY + dt.timedelta(days=1)}, Thing.WAIT),
        ({"last_contact": TODAY - dt.timedelta(days=56)}, Thing.WAIT),
        ({"last_contact": TODAY - dt.timedelta(days=57)}, Thing.GET_IN_TOUCH),
        ({"diagnosed_on": TODAY - dt.timedelta(days=183)}, Thing.ASK_AGAIN),
        ({"next_due": None}, Thing.WAIT),
    ],
)
def test_what_is_next_by_hand(change: dict[str, object], expected: Thing) -> None:
    state = dataclasses.replace(RUNNING, **change)  # type: ignore[arg-type]
    assert next_thing(state).thing is expected


def test_what_was_begun_goes_before_what_is_new() -> None:
    state = FileState(
        TODAY, talking_since=TODAY, overdue=2, oldest_due=TODAY, planned=2, has_goal=True
    )
    assert [each.thing for each in things(state)][:3] == [
        Thing.GO_ON_TALKING,
        Thing.ASK_STEP,
        Thing.MEET,
    ]


def test_a_municipality_can_choose_another_rhythm() -> None:
    state = dataclasses.replace(RUNNING, last_contact=TODAY - dt.timedelta(days=20))
    assert next_thing(state, Rhythm(contact_days=14)).thing is Thing.GET_IN_TOUCH


def test_the_reason_names_day_and_number_in_both_languages() -> None:
    state = dataclasses.replace(RUNNING, overdue=2, oldest_due=dt.date(2026, 3, 1))
    reason = next_thing(state).reason
    assert reason.nl == (
        "Er staan 2 stappen open waarvan de dag voorbij is, de eerste van 1 maart 2026."
    )
    assert reason.en == "2 steps are open past the agreed day, the first of 1 March 2026."
