"""What was chosen, what each of the two wanted, and what was said against it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.guidance.choices import Choice
from streekwerk.people.models.advice import AdviceRecord
from streekwerk.people.models.checks import of_municipality, one_of
from streekwerk.people.models.offer import Offer
from streekwerk.people.models.person import AboutPerson, OfPerson
from streekwerk.vocabulary.language import Text


class Reason(Choice):
    """Why, in one click. The same list whatever was chosen; giving none is fine too."""

    WISH = "wish", "dit wil de werkzoekende", "this is what the jobseeker wants"
    WORKS = "works", "dit lijkt te werken", "this seems to work"
    FITS = "fits", "dit past bij de tijd en de situatie", "this fits the time and situation"
    SOON = "soon", "dit kan snel beginnen", "this can start soon"
    FIRST = "first", "eerst moet iets anders geregeld zijn", "something else must be settled first"
    OWN = "own", "in eigen woorden", "in own words"


class Decision(OfPerson):
    """Options were chosen on a day. Added, and never changed; a later one replaces it.

    ``wish`` is what the jobseeker prefers and ``view`` what the caseworker thinks, both keys
    of an option or empty; their words stand beside them. ``advice`` is empty where the
    municipality works without advice.
    """

    advice = models.ForeignKey(
        AdviceRecord, on_delete=models.RESTRICT, null=True, related_name="decisions"
    )
    wish = models.CharField(max_length=20, blank=True)
    wish_words = models.TextField(blank=True)
    view = models.CharField(max_length=20, blank=True)
    view_words = models.TextField(blank=True)
    reason = models.CharField(max_length=10, blank=True)
    reason_words = models.TextField(blank=True)
    together = models.BooleanField()
    replaces = models.OneToOneField(
        "self", on_delete=models.RESTRICT, null=True, related_name="replaced_by"
    )
    decided_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    decided_on = models.DateField()
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        default_related_name = "decisions"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="decision_of_person"),)
        constraints = (
            of_municipality("decision_of_municipality"),
            models.CheckConstraint(
                condition=Q(reason="") | Q(reason__in=Reason.keys()), name="decision_reason_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.decided_on}"

    @property
    def reason_now(self) -> Reason | None:
        """Return why, where a click said so."""
        return Reason(self.reason) if self.reason else None


class DecisionChoice(AboutPerson):
    """One option that was chosen, by the name it had then. Added, and never changed."""

    decision = models.ForeignKey(Decision, on_delete=models.RESTRICT, related_name="choices")
    key = models.CharField(max_length=20)
    name = models.JSONField()
    words = models.TextField(blank=True)
    offer = models.ForeignKey(Offer, on_delete=models.RESTRICT, null=True, related_name="choices")

    class Meta:
        """In the order they were chosen; each once."""

        default_related_name = "decision_choices"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("decision", "key"), name="option_once_a_decision"),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def name_words(self) -> Text:
        """Name the option."""
        return Text.from_json(self.name)


class ObjectionKind(Choice):
    """What an objection is about."""

    DATA = "data", "er staat iets verkeerd in mijn gegevens", "something in my data is wrong"
    ADVICE = "advice", "de mogelijkheden kloppen niet", "the options are not right"
    DECISION = "decision", "ik ben het niet eens met de keuze", "I disagree with the choice"
    COMPLAINT = "complaint", "hoe iemand met mij omging", "how somebody treated me"
    OTHER = "other", "iets anders", "something else"


class Objection(OfPerson):
    """Somebody says that something is not right. Added, and never changed."""

    kind = models.CharField(max_length=10)
    words = models.TextField()
    advice = models.ForeignKey(
        AdviceRecord, on_delete=models.RESTRICT, null=True, related_name="objections"
    )
    decision = models.ForeignKey(
        Decision, on_delete=models.RESTRICT, null=True, related_name="objections"
    )
    by_jobseeker = models.BooleanField()
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    made_on = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; never without words."""

        default_related_name = "objections"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="objection_of_person"),)
        constraints = (
            of_municipality("objection_of_municipality"),
            one_of("kind", ObjectionKind, "objection_kind_known"),
            models.CheckConstraint(condition=~Q(words=""), name="objection_has_words"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.made_on}"

    @property
    def kind_now(self) -> ObjectionKind:
        """Return what it is about."""
        return ObjectionKind(self.kind)


class ObjectionAnswer(AboutPerson):
    """What was done with an objection. Added, and never changed; ``advice`` is the new one."""

    objection = models.OneToOneField(Objection, on_delete=models.RESTRICT, related_name="answer")
    words = models.TextField()
    advice = models.ForeignKey(AdviceRecord, on_delete=models.RESTRICT, null=True, related_name="+")
    answered_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    answered_on = models.DateField()
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; never without words."""

        default_related_name = "objection_answers"
        ordering = ("-pk",)
        constraints = (models.CheckConstraint(condition=~Q(words=""), name="answer_has_words"),)

    def __str__(self) -> str:
        return f"{self.answered_on}"
