"""Goals, plans, steps, and everything that happened to a step."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.plan.goals import GoalKind, GoalState, PlanResult
from streekwerk.guidance.plan.steps import NotDoneReason, StepNow, StepState, Who
from streekwerk.guidance.plan.steps import StepEvent as Event
from streekwerk.people.models.checks import of_municipality, one_of
from streekwerk.people.models.person import AboutPerson, OfPerson
from streekwerk.vocabulary.language import Text


class Goal(OfPerson):
    """What somebody works towards, in their own words. One is active at a time."""

    words = models.TextField()
    kind = models.CharField(max_length=12)
    state = models.CharField(max_length=10, default=GoalState.ACTIVE.value)
    set_on = models.DateField()
    set_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    ended_on = models.DateField(null=True)
    why_ended = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        default_related_name = "goals"
        ordering = ("-set_on", "-pk")
        indexes = (models.Index(fields=("person", "-set_on"), name="goal_of_person"),)
        constraints = (
            of_municipality("goal_of_municipality"),
            one_of("kind", GoalKind, "goal_kind_known"),
            one_of("state", GoalState, "goal_state_known"),
            models.CheckConstraint(
                condition=Q(state="active", ended_on=None)
                | (~Q(state="active") & Q(ended_on__isnull=False)),
                name="goal_ends_on_a_day",
            ),
            models.UniqueConstraint(
                fields=("person",), condition=Q(state="active"), name="one_active_goal"
            ),
        )

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def kind_now(self) -> GoalKind:
        """Return what kind of goal it is."""
        return GoalKind(self.kind)

    @property
    def state_now(self) -> GoalState:
        """Return where the goal stands."""
        return GoalState(self.state)


class Plan(OfPerson):
    """What was agreed to reach a goal, until it is looked back on. One is open at a time."""

    goal = models.ForeignKey(Goal, on_delete=models.RESTRICT, null=True, related_name="plans")
    made_on = models.DateField()
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    evaluate_on = models.DateField(null=True)
    evaluated_on = models.DateField(null=True)
    result = models.CharField(max_length=12, blank=True)
    looking_back = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        """Newest first."""

        default_related_name = "plans"
        ordering = ("-made_on", "-pk")
        indexes = (models.Index(fields=("person", "-made_on"), name="plan_of_person"),)
        constraints = (
            of_municipality("plan_of_municipality"),
            models.CheckConstraint(
                condition=Q(result="") | Q(result__in=PlanResult.keys()), name="plan_result_known"
            ),
            models.UniqueConstraint(
                fields=("person",), condition=Q(closed_on=None), name="one_open_plan"
            ),
        )

    def __str__(self) -> str:
        return f"{self.made_on}"


class Step(OfPerson):
    """One step: what, who, by when. ``measure`` is its SRG type when it is a measure."""

    plan = models.ForeignKey(Plan, on_delete=models.RESTRICT, related_name="steps")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=10)
    who_else = models.CharField(max_length=100, blank=True)
    due = models.DateField(null=True)
    measure = models.CharField(max_length=2, blank=True)
    state = models.CharField(max_length=10, default=StepState.PLANNED.value)
    reason = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)
    settled_on = models.DateField(null=True)

    class Meta:
        """First what comes first; a reason exactly when it was not done."""

        default_related_name = "steps"
        ordering = (models.F("due").asc(nulls_last=True), "pk")
        indexes = (
            models.Index(fields=("person", "state", "due"), name="step_of_person"),
            models.Index(
                fields=("municipality", "due"), condition=Q(state="planned"), name="step_by_due"
            ),
        )
        constraints = (
            of_municipality("step_of_municipality"),
            one_of("state", StepState, "step_state_known"),
            one_of("who", Who, "step_who_known"),
            models.CheckConstraint(
                condition=Q(state="not_done", reason__in=NotDoneReason.keys())
                | (~Q(state="not_done") & Q(reason="")),
                name="step_reason_when_not_done",
            ),
        )

    def __str__(self) -> str:
        return self.what

    @property
    def state_now(self) -> StepState:
        """Return where the step stands."""
        return StepState(self.state)

    @property
    def now(self) -> StepNow:
        """Return the step as far as its life is concerned."""
        reason = NotDoneReason(self.reason) if self.reason else None
        return StepNow(StepState(self.state), self.due, reason)


class StepEvent(AboutPerson):
    """Something happened to a step. Added, never changed."""

    step = models.ForeignKey(Step, on_delete=models.RESTRICT, related_name="events")
    event = models.CharField(max_length=10)
    due = models.DateField(null=True)
    reason = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order it happened."""

        default_related_name = "step_events"
        ordering = ("pk",)
        constraints = (one_of("event", Event, "step_event_known"),)

    def __str__(self) -> str:
        return f"{self.event} {self.on}"

    @property
    def words(self) -> Text:
        """Say what happened, with the reason if there was one."""
        happened = Event(self.event).words
        if not self.reason:
            return happened
        reason = NotDoneReason(self.reason).words
        return Text(f"{happened.nl}: {reason.nl}", f"{happened.en}: {reason.en}")
