"""The one thing asked on the start page, in an order that is the same for everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.screens.jobseeker.next_thing import State, next_thing

TODAY = date(2026, 6, 1)
SETTLED = State(TODAY, wish_known=True, asked_on=TODAY, has_advice=True, preferred=True)


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({"wish_known": False}, "wishes"),
        ({"own_step": "Bellen", "own_step_due": TODAY + timedelta(days=7)}, "step"),
        ({"own_step": "Bellen", "own_step_due": TODAY - timedelta(days=90)}, "step"),
        ({"answered_on": TODAY}, "asked"),
        ({"answered_on": TODAY - timedelta(days=31)}, "plan"),
        ({"undecided_on": TODAY}, "choice"),
        ({"follow_up": True}, "later"),
        ({"asked_on": None}, "questions"),
        ({"asked_on": TODAY - timedelta(days=183)}, "questions"),
        ({"preferred": False}, "options"),
        ({"preferred": False, "has_advice": False}, "plan"),
        ({"own_step": "Bellen", "own_step_due": TODAY + timedelta(days=8)}, "step"),
        ({"own_step": "Bellen"}, "step"),
        ({}, "plan"),
    ],
)
def test_each_state_asks_its_own_thing(changes: dict[str, object], address: str) -> None:
    assert next_thing(replace(SETTLED, **changes)).address == address  # type: ignore[arg-type]


@given(
    st.builds(
        State,
        st.just(TODAY),
        st.booleans(),
        st.sampled_from(["", "Bellen"]),
        st.none() | st.dates(),
        st.none() | st.dates(date(2020, 1, 1), TODAY),
        st.none() | st.dates(date(2020, 1, 1), TODAY),
        st.none() | st.dates(date(2020, 1, 1), TODAY),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    )
)
def test_there_is_always_one_thing_and_the_wish_comes_first(state: State) -> None:
    asked = next_thing(state)
    assert asked.what.nl
    assert asked.why.en
    assert (asked.address == "wishes") == (not state.wish_known)
    assert asked.address != "step" or state.own_step
