"""The methodical cycle, and what is the next sensible thing to do with a file.

Diagnosis, goal, options, plan, evaluation, and round again (methodisch werken; the
phases are the usual ones of Dutch guidance practice, the rules and their words below are
Streekwerk's own). The functions look at the state of a *file*: which part of the method
is waiting. They say nothing about the person, and their order holds for everybody alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import said_day
from streekwerk.vocabulary.language import Text


class Phase(Choice):
    """Where in the method."""

    DIAGNOSIS = "diagnosis", "Hoe staat het ervoor", "How things stand"
    GOAL = "goal", "Doel", "Goal"
    OPTIONS = "options", "Mogelijkheden", "Options"
    PLAN = "plan", "Plan", "Plan"
    EVALUATION = "evaluation", "Terugkijken", "Looking back"


class Thing(Choice):
    """What can be the next thing; screens know where each is done."""

    GO_ON_TALKING = "go_on_talking", "Ga verder met het gesprek", "Go on with the conversation"
    MEET = "meet", "Maak kennis", "Get to know each other"
    ASK_WISHES = "ask_wishes", "Vraag wat iemand zelf wil", "Ask what they want themselves"
    DIAGNOSE = "diagnose", "Bespreek hoe het ervoor staat", "Talk about how things stand"
    ASK_STEP = "ask_step", "Vraag hoe de stap ging", "Ask how the step went"
    LOOK_BACK = "look_back", "Kijk samen terug op het plan", "Look back on the plan together"
    SET_GOAL = "set_goal", "Spreek een doel af", "Agree on a goal"
    SEE_OPTIONS = "see_options", "Bekijk samen de mogelijkheden", "Look at the options together"
    AGREE_STEP = "agree_step", "Spreek een stap af", "Agree on a step"
    GET_IN_TOUCH = "get_in_touch", "Neem contact op", "Get in touch"
    ASK_AGAIN = "ask_again", "Vraag opnieuw hoe het staat", "Ask again how things stand"
    WAIT = "wait", "Nu hoeft er niets", "Nothing needs doing now"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long the method lets something be. A municipality can choose otherwise."""

    contact_days: int = 56
    diagnosis_days: int = 182


@dataclass(frozen=True, slots=True)
class FileState:
    """How far a file is.

    Attributes
    ----------
    today : the day it is looked at.
    talking_since : day of a conversation that was not rounded off.
    talked : whether there was any conversation.
    last_contact : day of the last conversation.
    wishes_known : whether the person's wish is in the file, or they would rather not say.
    diagnosed_on : day of the last finished round.
    has_goal : whether a goal is active.
    decided_on : day the last option was chosen, if any.
    has_plan : whether a plan is open.
    evaluate_on : day agreed for looking back.
    planned : number of steps still planned.
    overdue : number of those whose day has passed.
    oldest_due : the earliest day that has passed.
    next_due : the first day that comes.
    """

    today: date
    talking_since: date | None = None
    talked: bool = False
    last_contact: date | None = None
    wishes_known: bool = False
    diagnosed_on: date | None = None
    has_goal: bool = False
    decided_on: date | None = None
    has_plan: bool = False
    evaluate_on: date | None = None
    planned: int = 0
    overdue: int = 0
    oldest_due: date | None = None
    next_due: date | None = None


@dataclass(frozen=True, slots=True)
class NextThing:
    """One sensible thing, in which phase, and why."""

    thing: Thing
    phase: Phase
    reason: Text

    @property
    def words(self) -> Text:
        """Return what to do."""
        return self.thing.words


def next_thing(state: FileState, rhythm: Rhythm | None = None) -> NextThing:
    """Return the one thing to do next."""
    return things(state, rhythm)[0]


def things(state: FileState, rhythm: Rhythm | None = None) -> tuple[NextThing, ...]:
    """Return everything sensible now, the first thing first; never empty."""
    found = tuple(_found(state, rhythm or Rhythm()))
    return found or (_waiting(state),)


def _found(state: FileState, rhythm: Rhythm) -> Iterator[NextThing]:
    """Yield what holds, in the order of the method: what was begun or agreed comes first."""
    yield from _begun(state)
    yield from _not_yet(state)
    yield from _again(state, rhythm)


def _begun(state: FileState) -> Iterator[NextThing]:
    if state.talking_since:
        nl, en = _both(state.talking_since)
        yield NextThing(
            Thing.GO_ON_TALKING,
            Phase.DIAGNOSIS,
            Text(
                f"Het gesprek van {nl} is nog niet afgerond.",
                f"The conversation of {en} was not rounded off yet.",
            ),
        )
    if state.overdue and state.oldest_due:
        nl, en = _both(state.oldest_due)
        yield NextThing(
            Thing.ASK_STEP,
            Phase.PLAN,
            Text(
                f"Er {'staat een stap' if state.overdue == 1 else f'staan {state.overdue} stappen'}"
                f" open waarvan de dag voorbij is, de eerste van {nl}.",
                f"{'One step is' if state.overdue == 1 else f'{state.overdue} steps are'} open "
                f"past the agreed day, the first of {en}.",
            ),
        )
    if state.has_plan and state.evaluate_on and state.evaluate_on <= state.today:
        nl, en = _both(state.evaluate_on)
        yield NextThing(
            Thing.LOOK_BACK,
            Phase.EVALUATION,
            Text(
                f"U sprak af om op {nl} samen terug te kijken.",
                f"You agreed to look back together on {en}.",
            ),
        )


def _not_yet(state: FileState) -> Iterator[NextThing]:
    if not state.talked:
        yield NextThing(
            Thing.MEET,
            Phase.DIAGNOSIS,
            Text("Er is nog geen gesprek geweest.", "There has been no conversation yet."),
        )
    elif not state.wishes_known:
        yield NextThing(
            Thing.ASK_WISHES,
            Phase.DIAGNOSIS,
            Text(
                "De eigen wens staat nog niet in het dossier. Daar begint het plan.",
                "Their own wish is not in the file yet. The plan starts there.",
            ),
        )
    if state.talked and not state.diagnosed_on:
        yield NextThing(
            Thing.DIAGNOSE,
            Phase.DIAGNOSIS,
            Text(
                "De vragen over hoe het ervoor staat zijn nog niet besproken.",
                "The questions about how things stand have not been talked through yet.",
            ),
        )
    if state.diagnosed_on and not state.has_goal:
        yield NextThing(
            Thing.SET_GOAL,
            Phase.GOAL,
            Text("Er is nog geen doel afgesproken.", "No goal has been agreed yet."),
        )
    if state.has_goal and not state.planned:
        yield _no_step(state)


def _no_step(state: FileState) -> NextThing:
    if state.decided_on is None:
        return NextThing(
            Thing.SEE_OPTIONS,
            Phase.OPTIONS,
            Text(
                "Er is een doel, en nog geen keuze en geen open stap.",
                "There is a goal, and no choice and no open step yet.",
            ),
        )
    return NextThing(
        Thing.AGREE_STEP,
        Phase.PLAN,
        Text("Er staat geen stap meer open.", "No step is open any more."),
    )


def _again(state: FileState, rhythm: Rhythm) -> Iterator[NextThing]:
    if state.last_contact and (state.today - state.last_contact).days > rhythm.contact_days:
        weeks = (state.today - state.last_contact).days // 7
        yield NextThing(
            Thing.GET_IN_TOUCH,
            Phase.PLAN,
            Text(
                f"Het laatste gesprek is {weeks} weken geleden.",
                f"The last conversation was {weeks} weeks ago.",
            ),
        )
    age = timedelta(days=rhythm.diagnosis_days)
    if state.diagnosed_on and state.diagnosed_on + age < state.today:
        nl, en = _both(state.diagnosed_on)
        yield NextThing(
            Thing.ASK_AGAIN,
            Phase.DIAGNOSIS,
            Text(f"De laatste antwoorden zijn van {nl}.", f"The last answers are of {en}."),
        )


def _waiting(state: FileState) -> NextThing:
    if state.next_due is None:
        reason = Text("Er staat een stap open zonder dag.", "A step is open that has no day.")
        return NextThing(Thing.WAIT, Phase.PLAN, reason)
    nl, en = _both(state.next_due)
    reason = Text(
        f"Alles loopt. De volgende stap is op {nl}.", f"All is going on. The next step is on {en}."
    )
    return NextThing(Thing.WAIT, Phase.PLAN, reason)


def phases(state: FileState) -> tuple[tuple[Phase, Literal["done", "current", "next"]], ...]:
    """Return the phases with how far the file is, for a row of steps on the page."""
    current = tuple(Phase).index(_current(state))
    marks: list[tuple[Phase, Literal["done", "current", "next"]]] = []
    for place, phase in enumerate(Phase):
        marks.append(
            (phase, "done" if place < current else "current" if place == current else "next")
        )
    return tuple(marks)


def _current(state: FileState) -> Phase:
    if not state.diagnosed_on:
        return Phase.DIAGNOSIS
    if not state.has_goal:
        return Phase.GOAL
    if not state.planned and state.decided_on is None:
        return Phase.OPTIONS
    if state.evaluate_on and state.evaluate_on <= state.today:
        return Phase.EVALUATION
    return Phase.PLAN


def _both(day: date) -> tuple[str, str]:
    said = said_day(day)
    return said.nl, said.en
