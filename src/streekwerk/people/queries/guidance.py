"""Conversations, rounds, goals, plans and steps of one person; and how far the file is."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from streekwerk.guidance.cycle import FileState
from streekwerk.guidance.file.source import FactState
from streekwerk.guidance.instrument.development import Asked
from streekwerk.guidance.plan.goals import GoalState
from streekwerk.guidance.plan.steps import StepState
from streekwerk.people.models import Conversation, DiagnosisRound, Goal, Person, Plan, Step
from streekwerk.people.queries.facts import FieldNow

# Others say here on which day an option was last chosen: functions of a person.
DECIDED_ON: list[Callable[[Person], date | None]] = []


def open_conversation(person: Person) -> Conversation | None:
    """Return the conversation that was not rounded off yet."""
    return person.conversations.filter(closed_at=None).select_related("held_by").first()


def conversation_of(person: Person, public_id: uuid.UUID) -> Conversation | None:
    """Return one conversation of ``person`` with its notes."""
    found = person.conversations.select_related("held_by", "round").prefetch_related("notes")
    return found.filter(public_id=public_id).first()


def rounds_of(person: Person) -> list[DiagnosisRound]:
    """Return the finished rounds with their answers, oldest first."""
    found = person.rounds.filter(finished_at__isnull=False).select_related("asked_by")
    return list(found.prefetch_related("answers"))


def asked(of: DiagnosisRound) -> Asked:
    """Return a round as the subject knows it."""
    return Asked(of.asked_on, {each.question: each.answer for each in of.answers.all()})


def open_round(person: Person) -> DiagnosisRound | None:
    """Return the round that is under way."""
    return person.rounds.filter(finished_at=None).prefetch_related("answers").first()


def active_goal(person: Person) -> Goal | None:
    """Return what is worked towards now."""
    return person.goals.filter(state=GoalState.ACTIVE.value).first()


def earlier_goals(person: Person) -> list[Goal]:
    """Return the goals that ended, newest first."""
    return list(person.goals.exclude(state=GoalState.ACTIVE.value))


def open_plan(person: Person) -> Plan | None:
    """Return the plan that runs."""
    return person.plans.filter(closed_on=None).select_related("goal").first()


def earlier_plans(person: Person) -> list[Plan]:
    """Return the plans that were closed, newest first, with their steps."""
    found = person.plans.filter(closed_on__isnull=False).select_related("goal")
    return list(found.prefetch_related("steps"))


def step_of(person: Person, public_id: uuid.UUID) -> Step | None:
    """Return one step with everything that happened to it."""
    found = person.steps.select_related("plan").prefetch_related("events__by")
    return found.filter(public_id=public_id).first()


@dataclass(frozen=True, slots=True)
class Guidance:
    """Where the guidance of one person is: what a page about them needs, read once."""

    conversation: Conversation | None
    last_conversation: Conversation | None
    last_round: DiagnosisRound | None
    goal: Goal | None
    plan: Plan | None
    steps: tuple[Step, ...]
    decided_on: date | None

    @property
    def planned(self) -> tuple[Step, ...]:
        """Return the open steps, first what comes first."""
        return tuple(step for step in self.steps if step.state == StepState.PLANNED.value)


def guidance_of(person: Person) -> Guidance:
    """Return where the guidance of ``person`` is, in a fixed number of queries."""
    plan = open_plan(person)
    days = [day for decided in DECIDED_ON if (day := decided(person))]
    return Guidance(
        conversation=open_conversation(person),
        last_conversation=person.conversations.select_related("held_by").first(),
        last_round=person.rounds.filter(finished_at__isnull=False).last(),
        goal=active_goal(person),
        plan=plan,
        steps=tuple(plan.steps.select_related("person__caseworker")) if plan else (),
        decided_on=max(days, default=None),
    )


def state_of(guidance: Guidance, file: dict[str, FieldNow]) -> FileState:
    """Return how far a file is, for ``guidance.cycle.next_thing``."""
    today = timezone.localdate()
    planned = guidance.planned
    past = [step.due for step in planned if step.due and step.due < today]
    coming = [step.due for step in planned if step.due and step.due >= today]
    goal, last = guidance.goal, guidance.last_conversation
    decided = guidance.decided_on
    return FileState(
        today=today,
        talking_since=guidance.conversation.held_on if guidance.conversation else None,
        talked=last is not None,
        last_contact=last.held_on if last else None,
        wishes_known=file["wish_work"].state is not FactState.NOT_YET,
        diagnosed_on=guidance.last_round.asked_on if guidance.last_round else None,
        has_goal=goal is not None,
        # A choice made for an earlier goal is no choice for this one.
        decided_on=decided if goal and decided and decided >= goal.set_on else None,
        has_plan=guidance.plan is not None,
        evaluate_on=guidance.plan.evaluate_on if guidance.plan else None,
        planned=len(planned),
        overdue=len(past),
        oldest_due=min(past, default=None),
        next_due=min(coming, default=None),
    )
