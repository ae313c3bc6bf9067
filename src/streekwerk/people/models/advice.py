"""Advice as it was shown, who saw it, what was judged for it, and whether it is on at all."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Municipality, User
from streekwerk.advice.record import Record
from streekwerk.people.models.checks import of_municipality
from streekwerk.people.models.person import AboutPerson, OfPerson


class AdviceRecord(OfPerson):
    """One advice with everything it was made from. Added, and never changed.

    ``request`` and ``advice`` are kept as text: the database would write JSON its own way,
    and an advice must be the same bytes for ever. ``replaces`` is the advice before, which
    stays.
    """

    day = models.DateField()
    request = models.TextField()
    advice = models.TextField()
    inputs_hash = models.CharField(max_length=64)
    advice_hash = models.CharField(max_length=64)
    evidence_version = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=10)
    features = models.CharField(max_length=10)
    code_version = models.CharField(max_length=40)
    format = models.CharField(max_length=4)
    replaces = models.ForeignKey("self", on_delete=models.RESTRICT, null=True, related_name="+")
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        default_related_name = "advice_records"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("person", "-id"), name="advice_of_person"),)
        constraints = (of_municipality("advice_of_municipality"),)

    def __str__(self) -> str:
        return f"{self.day} {self.advice_hash[:8]}"

    @property
    def record(self) -> Record:
        """Return the advice as the core knows it."""
        return Record(
            request=self.request,
            advice=self.advice,
            inputs_hash=self.inputs_hash,
            advice_hash=self.advice_hash,
            evidence_version=self.evidence_version,
            algorithm=self.algorithm,
            features=self.features,
            code_version=self.code_version,
            format=self.format,
        )


class AdviceSeen(AboutPerson):
    """Somebody saw an advice on a day. Added, and never changed."""

    advice = models.ForeignKey(
        AdviceRecord, on_delete=models.RESTRICT, related_name="seen", db_index=False
    )
    user = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+", db_index=False)
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Once a day for each reader."""

        default_related_name = "advice_seen"
        verbose_name_plural = "advice seen"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("advice", "user", "on"), name="seen_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.on}"


class Judgement(OfPerson):
    """What a professional judged about one measure for one person, where the law asks that.

    Added, and never changed: of two the later counts. ``value`` is empty where an earlier
    judgement was taken back.
    """

    measure = models.CharField(max_length=2)
    fact = models.CharField(max_length=60)
    value = models.BooleanField(null=True)
    judged_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    judged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first for each question."""

        default_related_name = "judgements"
        ordering = ("measure", "fact", "-pk")
        indexes = (
            models.Index(fields=("person", "measure", "fact", "-id"), name="judgement_of_person"),
        )

    def __str__(self) -> str:
        return f"{self.measure} {self.fact}"


class AdviceSwitch(models.Model):
    """Whether a municipality works with advice. The latest row counts; none means on."""

    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    on = models.BooleanField()
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; never without a reason."""

        verbose_name_plural = "advice switches"
        ordering = ("-pk",)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="switch_has_a_reason"),)

    def __str__(self) -> str:
        return "on" if self.on else "off"
