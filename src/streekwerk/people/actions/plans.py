"""Goals, plans and steps: agree, take, move, look back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.guidance.plan.goals import CLOSING, GoalKind, GoalState, PlanResult
from streekwerk.guidance.plan.steps import (
    ImpossibleError,
    NotDoneReason,
    StepState,
    Who,
    after,
)
from streekwerk.guidance.plan.steps import StepEvent as Event
from streekwerk.people import refusals
from streekwerk.people.models import Goal, Person, Plan, Step, StepEvent
from streekwerk.people.permissions import require_change, require_guidance


@transaction.atomic
def set_goal(user: User, person: Person, words: str, kind: GoalKind) -> Goal:
    """Agree on a goal. A goal that was active becomes one that changed into this one."""
    require_guidance(user, person)
    today = timezone.localdate()
    person.goals.filter(state=GoalState.ACTIVE.value).update(
        state=GoalState.CHANGED.value, ended_on=today
    )
    goal = Goal.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        words=words.strip(),
        kind=kind.value,
        set_on=today,
        set_by=user,
    )
    person.plans.filter(closed_on=None, goal=None).update(goal=goal)
    audit.record(user, "goal.set", goal, kind=kind.value)
    return goal


@transaction.atomic
def end_goal(user: User, goal: Goal, state: GoalState, why: str = "") -> None:
    """End a goal: reached, changed or set aside."""
    require_guidance(user, goal.person)
    if goal.state != GoalState.ACTIVE.value or state is GoalState.ACTIVE:
        raise refusals.Refused(refusals.GOAL_ENDED)
    goal.state, goal.ended_on, goal.why_ended = state.value, timezone.localdate(), why.strip()
    goal.save(update_fields=["state", "ended_on", "why_ended"])
    audit.record(user, "goal.ended", goal, state=state.value)


@transaction.atomic
def plan_of(user: User, person: Person) -> Plan:
    """Return the plan that runs; make one, for the active goal, where there is none."""
    require_guidance(user, person)
    running = person.plans.filter(closed_on=None).first()
    if running is not None:
        return running
    made = Plan.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        goal=person.goals.filter(state=GoalState.ACTIVE.value).first(),
        made_on=timezone.localdate(),
        made_by=user,
    )
    audit.record(user, "plan.made", made)
    return made


@dataclass(frozen=True, slots=True)
class NewStep:
    """What is agreed: what, who, by when. ``measure`` is the SRG type if it is a measure."""

    what: str
    who: Who
    due: date | None = None
    who_else: str = ""
    measure: str = ""


@transaction.atomic
def add_step(user: User, person: Person, new: NewStep) -> Step:
    """Agree on a step in the plan that runs."""
    plan = plan_of(user, person)
    step = Step.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        plan=plan,
        what=new.what.strip(),
        who=new.who.value,
        who_else=new.who_else.strip() if new.who is Who.OTHER else "",
        due=new.due,
        measure=new.measure,
    )
    _keep(user, step, Event.MADE)
    _refresh_next(person)
    audit.record(user, "step.made", step, who=new.who.value, measure=new.measure)
    return step


@transaction.atomic
def happened(
    user: User,
    step: Step,
    event: Event,
    *,
    due: date | None = None,
    reason: NotDoneReason | None = None,
    note: str = "",
) -> None:
    """Let ``event`` happen to a step: done, not done with a reason, moved, taken up again.

    A jobseeker may say so of the own steps too.

    Raises
    ------
    Refused
        When it cannot happen to the step as it stands, or the plan was closed.
    """
    step = (
        Step.objects.select_for_update(of=("self",))
        .select_related("person", "plan")
        .get(pk=step.pk)
    )
    require_change(user, step.person)
    if step.plan.closed_on is not None:
        raise refusals.Refused(refusals.PLAN_CLOSED)
    try:
        now = after(step.now, event, due=due, reason=reason)
    except ImpossibleError as error:
        raise refusals.Refused(refusals.NOT_WITH_THIS_STEP) from error
    step.state, step.due = now.state.value, now.due
    step.reason = now.reason.value if now.reason else ""
    step.note = note.strip()
    step.settled_on = None if now.state is StepState.PLANNED else timezone.localdate()
    step.save(update_fields=["state", "due", "reason", "note", "settled_on"])
    _keep(user, step, event)
    _refresh_next(step.person)
    audit.record(user, f"step.{event.value}", step, reason=step.reason)


def _keep(user: User, step: Step, event: Event) -> None:
    StepEvent.objects.create(
        municipality_id=step.municipality_id,
        person_id=step.person_id,
        step=step,
        event=event.value,
        due=step.due,
        reason=step.reason,
        note=step.note,
        on=timezone.localdate(),
        by=user,
    )


@transaction.atomic
def agree_to_look_back(user: User, plan: Plan, on: date) -> None:
    """Agree on the day to look back on the plan together."""
    require_guidance(user, plan.person)
    _require_running(plan)
    plan.evaluate_on = on
    plan.save(update_fields=["evaluate_on"])
    _refresh_next(plan.person)
    audit.record(user, "plan.evaluation_agreed", plan)


@transaction.atomic
def look_back(
    user: User, plan: Plan, result: PlanResult, words: str, next_on: date | None = None
) -> None:
    """Look back on a plan: go on (until ``next_on``), or close it with what it led to.

    Steps that are still open in a plan that closes are not counted as not done: they
    stay as they are, in a plan that is history.
    """
    require_guidance(user, plan.person)
    _require_running(plan)
    plan.result, plan.looking_back = result.value, words.strip()
    plan.evaluated_on = timezone.localdate()
    plan.evaluate_on = None if result in CLOSING else next_on
    plan.closed_on = plan.evaluated_on if result in CLOSING else None
    plan.save()
    if result is PlanResult.REACHED and plan.goal and plan.goal.state == GoalState.ACTIVE.value:
        end_goal(user, plan.goal, GoalState.REACHED, words)
    _refresh_next(plan.person)
    audit.record(user, "plan.looked_back", plan, result=result.value)


def _require_running(plan: Plan) -> None:
    if plan.closed_on is not None:
        raise refusals.Refused(refusals.PLAN_CLOSED)


def _refresh_next(person: Person) -> None:
    """Keep beside the person the first day something was agreed for."""
    running = Plan.objects.filter(person=person, closed_on=None).first()
    days = [running.evaluate_on] if running else []
    if running:
        planned = running.steps.filter(state=StepState.PLANNED.value)
        days.append(planned.aggregate(first=Min("due"))["first"])
    person.next_on = min((day for day in days if day), default=None)
    person.save(update_fields=["next_on"])
