"""Designs: asked for, computed or made by hand, and chosen. What was made is never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.carving.solve import Aim
from streekwerk.partners.models import OfEmployer
from streekwerk.vocabulary.language import Text
from streekwerk.work.models.inventory import WorkAnalysis

BY_HAND = "hand"


class SetState(models.TextChoices):
    """How it stands with a computation."""

    WAITING = "waiting", "Wacht op zijn beurt"
    BUSY = "busy", "Bezig"
    DONE = "done", "Klaar"
    NOTHING = "nothing", "Geen ontwerp mogelijk"
    UNDECIDED = "undecided", "Niet op tijd gevonden"
    CANCELLED = "cancelled", "Gestopt"
    FAILED = "failed", "Mislukt"


UNFINISHED = (SetState.WAITING, SetState.BUSY)


class Declaration(OfEmployer):
    """Somebody at the employer declared that nobody loses work or hours by new jobs.

    It is about one version of the work: other work is declared again. ``words`` is what was
    declared, as it stood on the screen; ``version`` its version. ``name`` is who declared it;
    ``by`` the account that recorded it, of the employer or of the adviser who sat beside.
    Added, never changed.
    """

    analysis = models.ForeignKey(
        WorkAnalysis, on_delete=models.RESTRICT, related_name="declarations"
    )
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    name = models.CharField(max_length=160)
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        default_related_name = "declarations"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("employer", "-id"), name="declarations_of"),)
        constraints = (
            models.CheckConstraint(condition=~Q(words="") & ~Q(name=""), name="declared_by_whom"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d}"


class DesignSet(OfEmployer):
    """One computation: with which work, groups and limits, and how it went.

    ``inputs`` holds everything the solver was given and ``names`` of the groups in both
    languages; neither changes, and ``inputs_hash`` shows that. ``counted`` is False while
    the region had not counted its groups: then every group counts as one.
    """

    analysis = models.ForeignKey(WorkAnalysis, on_delete=models.RESTRICT, related_name="sets")
    declaration = models.ForeignKey(Declaration, on_delete=models.RESTRICT, related_name="sets")
    inputs = models.JSONField()
    inputs_hash = models.CharField(max_length=64)
    names = models.JSONField()
    counted = models.BooleanField()
    code_version = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=SetState, default=SetState.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    doing = models.CharField(max_length=10, blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    relaxations = models.JSONField(default=list)
    failure = models.JSONField(null=True)

    class Meta:
        """Newest first; one under way at a time."""

        default_related_name = "design_sets"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("employer", "-id"), name="design_sets_of"),)
        constraints = (
            models.UniqueConstraint(
                fields=("employer",), condition=Q(state__in=UNFINISHED), name="one_unfinished_set"
            ),
            models.CheckConstraint(condition=Q(state__in=SetState.values), name="set_state_known"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="set_percent"),
        )

    def __str__(self) -> str:
        return f"{self.state} {self.percent}%"

    @property
    def is_unfinished(self) -> bool:
        """Whether there is something to wait for."""
        return self.state in UNFINISHED

    @property
    def doing_words(self) -> Text | None:
        """Say which aim is worked on."""
        return Aim(self.doing).words if self.doing else None

    @property
    def failure_words(self) -> Text | None:
        """Say why it failed."""
        return Text.from_json(self.failure) if self.failure else None


class Design(OfEmployer):
    """One design: computed for an aim, or made by hand from another (``parent``).

    ``jobs`` and ``worth`` are as ``matching.carving.stored`` writes them; ``breaches`` what the
    check found, by rule and in words; ``gap`` how far it can be from the best for its aim, as
    a share, and empty for a design by hand. ``fingerprint`` is of inputs and jobs together.
    """

    set = models.ForeignKey(DesignSet, on_delete=models.RESTRICT, related_name="designs")
    parent = models.ForeignKey("self", on_delete=models.RESTRICT, null=True, related_name="edits")
    number = models.PositiveSmallIntegerField()
    aim = models.CharField(max_length=10)
    jobs = models.JSONField()
    worth = models.JSONField()
    breaches = models.JSONField(default=list)
    status = models.CharField(max_length=10, blank=True)
    gap = models.FloatField(null=True)
    seconds = models.FloatField(null=True)
    fingerprint = models.CharField(max_length=64)
    code_version = models.CharField(max_length=40)
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Numbered within the set; by hand exactly when it comes from another."""

        default_related_name = "designs"
        ordering = ("set", "number")
        constraints = (
            models.UniqueConstraint(fields=("set", "number"), name="design_numbered"),
            models.CheckConstraint(
                condition=Q(aim=BY_HAND, parent__isnull=False)
                | (Q(aim__in=[aim.value for aim in Aim]) & Q(parent=None)),
                name="by_hand_from_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.set_id}.{self.number}"

    @property
    def by_hand(self) -> bool:
        """Whether somebody changed it."""
        return self.aim == BY_HAND

    @property
    def aim_words(self) -> Text:
        """Say what it puts first."""
        if self.by_hand:
            return Text("met de hand aangepast", "changed by hand")
        return Aim(self.aim).words

    @property
    def is_proven(self) -> bool:
        """Whether it was proven to be the best for its aim."""
        return self.status == "optimal"


class Choice(OfEmployer):
    """The employer chose a design, with a reason. The latest counts; earlier ones stay."""

    design = models.ForeignKey(Design, on_delete=models.RESTRICT, related_name="choices")
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; never without a reason."""

        default_related_name = "design_choices"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("employer", "-id"), name="design_choices_of"),)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="chosen_for_a_reason"),)

    def __str__(self) -> str:
        return f"{self.design_id} {self.at:%Y-%m-%d}"
