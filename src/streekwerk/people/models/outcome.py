"""What came of steps, and what was answered afterwards. Added, and never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.follow_up.moments import MONTHS
from streekwerk.guidance.follow_up.questions import Question, Reply
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.people.models.checks import one_of
from streekwerk.people.models.decision import Decision
from streekwerk.people.models.person import AboutPerson
from streekwerk.people.models.plan import Plan, Step


class StepOutcome(AboutPerson):
    """What came of a settled step. Of several the last one counts."""

    step = models.ForeignKey(Step, on_delete=models.RESTRICT, related_name="outcomes")
    outcome = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    by_jobseeker = models.BooleanField()
    given_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    given_on = models.DateField()
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        default_related_name = "step_outcomes"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="step_outcome_of_person"),)
        constraints = (one_of("outcome", CameOf, "step_outcome_known"),)

    def __str__(self) -> str:
        return f"{self.outcome} {self.given_on}"

    @property
    def outcome_now(self) -> CameOf:
        """Return what came of it."""
        return CameOf(self.outcome)


class FollowUpAnswer(AboutPerson):
    """One answer, ``months`` after a decision or the start of a plan. The last one counts.

    Either ``decision`` or ``plan`` is what it looks back on. ``answer`` is a choice of the
    question, or a number of hours.
    """

    decision = models.ForeignKey(
        Decision, on_delete=models.RESTRICT, null=True, related_name="follow_up"
    )
    plan = models.ForeignKey(Plan, on_delete=models.RESTRICT, null=True, related_name="follow_up")
    months = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=10)
    answer = models.CharField(max_length=10)
    by_jobseeker = models.BooleanField()
    given_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    given_on = models.DateField()
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; about one thing, at a known moment."""

        default_related_name = "follow_up_answers"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="follow_up_of_person"),)
        constraints = (
            one_of("question", Question, "follow_up_question_known"),
            models.CheckConstraint(condition=Q(months__in=MONTHS), name="follow_up_moment_known"),
            models.CheckConstraint(
                condition=Q(decision=None, plan__isnull=False)
                | Q(decision__isnull=False, plan=None),
                name="follow_up_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.question} {self.months}"

    @property
    def reply(self) -> Reply:
        """Return the answer as the subject knows it."""
        return Reply(Question(self.question), self.answer)
