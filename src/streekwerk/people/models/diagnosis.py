"""Rounds of the diagnosis dialogue, and the answers in them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.guidance.instrument.answers import HIGHEST, LOWEST, Answer, AnswerKind
from streekwerk.people.models.checks import of_municipality, one_of
from streekwerk.people.models.conversation import Conversation
from streekwerk.people.models.person import AboutPerson, OfPerson


class DiagnosisRound(OfPerson):
    """The questions were asked once, in a conversation or by the jobseeker alone.

    ``instrument`` is the version of the questions. A round that was finished stays as it is.
    """

    conversation = models.OneToOneField(
        Conversation, on_delete=models.RESTRICT, null=True, related_name="round"
    )
    instrument = models.CharField(max_length=10)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first, as lines are drawn; at most one open round of a person."""

        default_related_name = "rounds"
        ordering = ("asked_on", "pk")
        indexes = (models.Index(fields=("person", "asked_on"), name="round_of_person"),)
        constraints = (
            of_municipality("round_of_municipality"),
            models.UniqueConstraint(
                fields=("person",), condition=Q(finished_at=None), name="one_open_round"
            ),
        )

    def __str__(self) -> str:
        return f"{self.asked_on}"


class DiagnosisAnswer(AboutPerson):
    """One answer; can be changed until the round is finished."""

    round = models.ForeignKey(
        DiagnosisRound, on_delete=models.RESTRICT, related_name="answers", db_index=False
    )
    question = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    level = models.SmallIntegerField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        """One answer to a question; a level exactly when it is on the scale."""

        default_related_name = "answers"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("round", "question"), name="answer_once"),
            one_of("kind", AnswerKind, "answer_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="level", level__gte=LOWEST, level__lte=HIGHEST)
                | (~Q(kind="level") & Q(level__isnull=True)),
                name="answer_level_on_the_scale",
            ),
        )

    def __str__(self) -> str:
        return self.question

    @property
    def answer(self) -> Answer:
        """Return the answer as the subject knows it."""
        return Answer(self.question, AnswerKind(self.kind), self.level, self.words)
