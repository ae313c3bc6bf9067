"""The life of one step: planned, then done or not done with a reason; it can be moved.

A step that was not done is a fact about the plan, not about the person: the reasons
are plain, none of them blames, and nothing follows from them by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from streekwerk.guidance.choices import Choice


class StepState(Choice):
    """Where a step stands."""

    PLANNED = "planned", "gepland", "planned"
    DONE = "done", "gedaan", "done"
    NOT_DONE = "not_done", "niet gedaan", "not done"


class StepEvent(Choice):
    """What can happen to a step."""

    MADE = "made", "afgesproken", "agreed"
    DONE = "done", "gedaan", "done"
    NOT_DONE = "not_done", "niet gedaan", "not done"
    MOVED = "moved", "verzet naar een andere dag", "moved to another day"
    REOPENED = "reopened", "weer opgepakt", "taken up again"


class Who(Choice):
    """Who takes the step."""

    JOBSEEKER = "jobseeker", "de werkzoekende", "the jobseeker"
    CASEWORKER = "caseworker", "de klantmanager", "the caseworker"
    OTHER = "other", "iemand anders", "somebody else"


class NotDoneReason(Choice):
    """Why a step was not taken, in plain choices."""

    NOT_NEEDED = "not_needed", "was niet meer nodig", "was no longer needed"
    NO_TIME = "no_time", "er was geen tijd voor", "there was no time for it"
    HEALTH = "health", "het ging niet door gezondheid", "health did not allow it"
    HOME = "home", "er was iets thuis of in het gezin", "something at home or in the family"
    WAITING = "waiting", "iemand anders was nog niet klaar", "somebody else was not ready yet"
    TOO_BIG = "too_big", "de stap was te groot", "the step was too big"
    UNCLEAR = "unclear", "het was niet duidelijk wat er moest", "it was not clear what to do"
    CHANGED = "changed", "de wens of het plan is veranderd", "the wish or the plan has changed"
    OTHER = "other", "iets anders", "something else"
    NOT_SAID = "not_said", "liever niet zeggen", "would rather not say"


# From which state an event may happen, and where it leads.
TRANSITIONS: dict[StepEvent, tuple[StepState, StepState]] = {
    StepEvent.DONE: (StepState.PLANNED, StepState.DONE),
    StepEvent.NOT_DONE: (StepState.PLANNED, StepState.NOT_DONE),
    StepEvent.MOVED: (StepState.PLANNED, StepState.PLANNED),
}


class ImpossibleError(ValueError):
    """What was asked cannot happen to a step as it stands."""


@dataclass(frozen=True, slots=True)
class StepNow:
    """One step as far as its life is concerned."""

    state: StepState
    due: date | None
    reason: NotDoneReason | None = None

    def __post_init__(self) -> None:
        if (self.reason is not None) != (self.state is StepState.NOT_DONE):
            raise ValueError("a reason goes with a step that was not done, and with no other")


def after(
    step: StepNow,
    event: StepEvent,
    *,
    due: date | None = None,
    reason: NotDoneReason | None = None,
) -> StepNow:
    """Return the step after ``event``.

    Parameters
    ----------
    due
        The new day; for MOVED and REOPENED only. None means that no day is set.
    reason
        For NOT_DONE only, and needed there.

    Raises
    ------
    ImpossibleError
        When the event cannot happen in the step's state, or when it moves nothing.
    """
    if event is StepEvent.REOPENED:
        if step.state is StepState.PLANNED:
            raise ImpossibleError("a planned step cannot be taken up again: it is still open")
        return StepNow(StepState.PLANNED, due)
    if event not in TRANSITIONS:
        raise ImpossibleError(f"{event.value} is how a step begins")
    needed, leads_to = TRANSITIONS[event]
    if step.state is not needed:
        raise ImpossibleError(f"a step that is {step.state.value} cannot be {event.value}")
    if event is StepEvent.MOVED:
        if due == step.due:
            raise ImpossibleError("the step stands on that day already")
        return StepNow(leads_to, due)
    if event is StepEvent.NOT_DONE and reason is None:
        raise ImpossibleError("say why the step was not done; 'would rather not say' is a reason")
    return StepNow(leads_to, step.due, reason if event is StepEvent.NOT_DONE else None)
