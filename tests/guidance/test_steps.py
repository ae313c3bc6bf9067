"""The life of a step, against a machine written out by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from streekwerk.guidance.plan.steps import (
    ImpossibleError,
    NotDoneReason,
    StepEvent,
    StepNow,
    StepState,
    after,
)

DAYS = st.one_of(st.none(), st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1)))
REASONS = st.sampled_from(NotDoneReason)


class Life(RuleBasedStateMachine):
    """Whatever is tried, a step is in one of three states and tells no two stories."""

    def __init__(self) -> None:
        super().__init__()
        self.step = StepNow(StepState.PLANNED, None)
        self.open = True

    @precondition(lambda self: self.open)
    @rule()
    def take(self) -> None:
        self.step = after(self.step, StepEvent.DONE)
        assert self.step.state is StepState.DONE
        self.open = False

    @precondition(lambda self: self.open)
    @rule(reason=REASONS)
    def leave(self, reason: NotDoneReason) -> None:
        self.step = after(self.step, StepEvent.NOT_DONE, reason=reason)
        assert self.step.reason is reason
        self.open = False

    @precondition(lambda self: self.open)
    @rule(day=DAYS)
    def move(self, day: dt.date | None) -> None:
        if day == self.step.due:
            with pytest.raises(ImpossibleError):
                after(self.step, StepEvent.MOVED, due=day)
        else:
            self.step = after(self.step, StepEvent.MOVED, due=day)
            assert self.step == StepNow(StepState.PLANNED, day)

    @precondition(lambda self: not self.open)
    @rule(day=DAYS)
    def take_up_again(self, day: dt.date | None) -> None:
        self.step = after(self.step, StepEvent.REOPENED, due=day)
        assert self.step == StepNow(StepState.PLANNED, day)
        self.open = True

    @precondition(lambda self: not self.open)
    @rule(event=st.sampled_from((StepEvent.DONE, StepEvent.NOT_DONE, StepEvent.MOVED)))
    def nothing_happens_twice(self, event: StepEvent) -> None:
        with pytest.raises(ImpossibleError):
            after(self.step, event, reason=NotDoneReason.OTHER, due=dt.date(2030, 1, 1))

    @invariant()
    def a_reason_goes_with_not_done_only(self) -> None:
        assert (self.step.reason is not None) == (self.step.state is StepState.NOT_DONE)
        assert self.open == (self.step.state is StepState.PLANNED)


TestLife = Life.TestCase


def test_a_step_that_was_not_done_has_a_reason_and_none_is_compulsory_to_tell() -> None:
    step = StepNow(StepState.PLANNED, None)
    with pytest.raises(ImpossibleError, match="would rather not say"):
        after(step, StepEvent.NOT_DONE)
    assert after(step, StepEvent.NOT_DONE, reason=NotDoneReason.NOT_SAID).reason


@pytest.mark.parametrize("event", [StepEvent.MADE, StepEvent.REOPENED])
def test_an_open_step_is_not_made_or_taken_up_again(event: StepEvent) -> None:
    with pytest.raises(ImpossibleError):
        after(StepNow(StepState.PLANNED, None), event)


def test_a_step_cannot_be_told_in_two_ways() -> None:
    with pytest.raises(ValueError, match="reason"):
        StepNow(StepState.DONE, None, NotDoneReason.HEALTH)
