"""What a jobseeker asks of the municipality, and what was answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.guidance.choices import Choice
from streekwerk.people.models.advice import AdviceRecord
from streekwerk.people.models.checks import of_municipality, one_of
from streekwerk.people.models.decision import Decision
from streekwerk.people.models.fact import Fact
from streekwerk.people.models.person import AboutPerson, OfPerson
from streekwerk.people.models.plan import Step


class RequestKind(Choice):
    """What is asked."""

    CORRECTION = "correction", "gegeven verbeteren", "correct a fact"
    HELP = "help", "hulp", "help"
    ADVICE = "advice", "opnieuw naar de mogelijkheden kijken", "look at the options again"
    ERASURE = "erasure", "alles wissen", "erase everything"


# What is granted or refused; the rest gets an answer in words.
DECIDED_ON = frozenset({RequestKind.CORRECTION, RequestKind.ERASURE})


# What a correction asks about when it is not a field of the file but a record of a delivery.
REGISTER = "register"


class JobseekerRequest(OfPerson):
    """A jobseeker asks something. Added, and never changed; the answer stands beside it.

    A correction (AVG art. 16) names the ``field`` and the ``fact`` that stood then. That fact
    stays whatever is decided. Help can be about a ``step``.
    """

    kind = models.CharField(max_length=12)
    words = models.TextField()
    field = models.CharField(max_length=60, blank=True)
    fact = models.ForeignKey(Fact, on_delete=models.RESTRICT, null=True, related_name="requests")
    step = models.ForeignKey(Step, on_delete=models.RESTRICT, null=True, related_name="requests")
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    made_on = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; never without words; a field exactly with a correction."""

        default_related_name = "requests"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="request_of_person"),)
        constraints = (
            of_municipality("request_of_municipality"),
            one_of("kind", RequestKind, "request_kind_known"),
            models.CheckConstraint(condition=~Q(words=""), name="request_has_words"),
            models.CheckConstraint(
                condition=(Q(kind="correction") & ~Q(field=""))
                | (~Q(kind="correction") & Q(field="")),
                name="request_field_with_correction",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.made_on}"

    @property
    def kind_now(self) -> RequestKind:
        """Return what is asked."""
        return RequestKind(self.kind)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return not hasattr(self, "answer")


class RequestAnswer(AboutPerson):
    """What somebody of the municipality did with a request. Added, and never changed.

    ``granted`` says whether a correction was made or an erasure allowed, empty for other
    requests; ``fact`` is the corrected fact.
    """

    request = models.OneToOneField(
        JobseekerRequest, on_delete=models.RESTRICT, related_name="answer"
    )
    granted = models.BooleanField(null=True)
    words = models.TextField(blank=True)
    fact = models.ForeignKey(Fact, on_delete=models.RESTRICT, null=True, related_name="+")
    answered_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    answered_on = models.DateField()
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; no refusal without saying why."""

        default_related_name = "request_answers"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                # Empty is not true: without this a null would let an answer without words by.
                condition=Q(granted__isnull=False, granted=True) | ~Q(words=""),
                name="request_answer_has_words",
            ),
        )

    def __str__(self) -> str:
        return f"{self.answered_on}"


class Preference(OfPerson):
    """Which option of an advice somebody would choose, said on one's own. Never changed.

    Of two the later counts. The caseworker's view stands beside it in the decision.
    """

    advice = models.ForeignKey(AdviceRecord, on_delete=models.RESTRICT, related_name="preferences")
    option = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    said_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    said_on = models.DateField()
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        default_related_name = "preferences"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="preference_of_person"),)

    def __str__(self) -> str:
        return f"{self.option} {self.said_on}"


class Agreement(OfPerson):
    """A jobseeker says to agree with a decision. Not saying so means nothing.

    Disagreeing is an objection (:mod:`streekwerk.people.models.decision`), which gets an
    answer and can come after this.
    """

    decision = models.OneToOneField(Decision, on_delete=models.RESTRICT, related_name="agreement")
    said_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    said_on = models.DateField()
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        default_related_name = "agreements_said"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.said_on}"
