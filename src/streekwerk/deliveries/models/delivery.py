"""A delivered file on its way: received, checked, and then taken whole or refused whole."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import models
from django.db.models import F, Q

from streekwerk.accounts.models import Municipality, User
from streekwerk.vocabulary.language import Text


class Statistic(models.TextChoices):
    """What a delivery is about."""

    BUS = "BUS", "Uitkeringen (BUS)"
    SRG = "SRG", "Voorzieningen (SRG)"
    FACTS = "FACTS", "Andere bron"
    MARKET = "MARKT", "Regionale arbeidsmarkt"

    @property
    def words(self) -> Text:
        """Name it in both languages."""
        return Text(str(self.label), _STATISTICS[self.value])


_STATISTICS = {
    "BUS": "Benefits (BUS)",
    "SRG": "Measures (SRG)",
    "FACTS": "Another source",
    "MARKT": "Regional labour market",
}
# Files that are not about one month.
WITHOUT_MONTH = (Statistic.FACTS, Statistic.MARKET)


class State(models.TextChoices):
    """Where a delivery stands; actions move it."""

    RECEIVED = "received", "Wordt nagekeken"
    UNREADABLE = "unreadable", "Niet te lezen"
    UNMAPPED = "unmapped", "Wacht op uitleg van de kolommen"
    CHECKED = "checked", "Wacht op uw beslissing"
    ACCEPTED = "accepted", "Aangenomen"
    REFUSED = "refused", "Geweigerd"
    REPLACED = "replaced", "Vervangen door een correctie"
    WITHDRAWN = "withdrawn", "Ongedaan gemaakt"

    @property
    def words(self) -> Text:
        """Name the state in both languages."""
        return Text(str(self.label), _STATES[self.value])


_STATES = {
    "received": "Being checked",
    "unreadable": "Cannot be read",
    "unmapped": "Waits for its columns to be explained",
    "checked": "Waits for your decision",
    "accepted": "Accepted",
    "refused": "Refused",
    "replaced": "Replaced by a correction",
    "withdrawn": "Undone",
}
# A file in a state of KEPT is known: the same file again changes nothing.
WITH_RECORDS = (State.CHECKED, State.ACCEPTED, State.REPLACED, State.WITHDRAWN)
KEPT = (State.RECEIVED, State.UNMAPPED, *WITH_RECORDS)


class Delivery(models.Model):
    """One delivered file about one month of one municipality.

    Of the file itself only name, size and fingerprint stay: its records are kept
    pseudonymised, and only together with the report on them. What counts in any
    analysis are the records of accepted deliveries; of every kind and month at
    most one is, and the database keeps it that way.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    statistic = models.CharField(max_length=5, choices=Statistic, blank=True)
    code = models.CharField(max_length=4, blank=True)
    period = models.DateField(null=True)
    source = models.CharField(max_length=60, blank=True)
    layout = models.CharField(max_length=80, blank=True)
    rows = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)
    errors = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    report = models.JSONField(null=True)
    failure = models.JSONField(null=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, related_name="replaced_by"
    )
    received_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; known once, in force once a month, and never half there."""

        ordering = ("-received_at", "-pk")
        verbose_name_plural = "deliveries"
        indexes = (
            models.Index(fields=("municipality", "statistic", "period"), name="delivery_by_month"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "fingerprint"),
                condition=Q(state__in=KEPT),
                name="same_file_once",
            ),
            models.UniqueConstraint(
                fields=("municipality", "code", "statistic", "period", "source"),
                condition=Q(state=State.ACCEPTED),
                nulls_distinct=False,
                name="one_in_force_a_month",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WITH_RECORDS)
                | Q(report__isnull=False, checked_at__isnull=False)
                & ~Q(statistic="")
                & ~Q(code="")
                & (Q(period__isnull=False) | Q(statistic__in=WITHOUT_MONTH)),
                name="records_come_with_a_report",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.UNREADABLE) | Q(failure__isnull=False),
                name="unreadable_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(State.ACCEPTED, State.REFUSED, State.WITHDRAWN))
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="somebody_decided",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="replaces_another",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def state_words(self) -> Text:
        """Say where it stands."""
        return State(self.state).words

    @property
    def statistic_words(self) -> Text | None:
        """Say what it is about, once that was read."""
        return Statistic(self.statistic).words if self.statistic else None

    @property
    def failure_words(self) -> Text | None:
        """Say why it could not be read."""
        return Text.from_json(self.failure) if self.failure else None

    @property
    def is_decided(self) -> bool:
        """Whether nothing more has to be done about it."""
        return self.state not in {State.RECEIVED, State.UNMAPPED, State.CHECKED}

    @property
    def month(self) -> str:
        """Return the month as in addresses, ``jjjj-mm``."""
        return f"{self.period:%Y-%m}" if isinstance(self.period, dt.date) else ""


class Progress(models.Model):
    """How far the reading of a file is.

    Written over a connection of its own, so that it can be seen while the
    transaction that stores the file is still open.
    """

    delivery = models.OneToOneField(
        Delivery, on_delete=models.CASCADE, primary_key=True, related_name="progress"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    percent = models.PositiveSmallIntegerField(default=0)
    doing = models.JSONField(default=dict)
    problem = models.JSONField(null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        """A percentage is one."""

        verbose_name_plural = "progress"
        constraints = (
            models.CheckConstraint(
                condition=Q(percent__gte=0) & Q(percent__lte=100), name="progress_of_a_hundred"
            ),
        )

    def __str__(self) -> str:
        return f"{self.percent}%"

    @property
    def doing_words(self) -> Text | None:
        """Say what is being done."""
        return Text.from_json(self.doing) if self.doing else None

    @property
    def problem_words(self) -> Text | None:
        """Say why it stopped for now; it will be tried again."""
        return Text.from_json(self.problem) if self.problem else None
