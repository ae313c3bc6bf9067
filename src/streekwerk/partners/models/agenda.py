"""What an employer wants to renew, and how far it is."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners.choices import AgendaKind, AgendaState, Horizon
from streekwerk.partners.models.checks import of_region, one_of
from streekwerk.partners.models.employer import AboutEmployer, OfEmployer


class AgendaItem(OfEmployer):
    """One thing on the innovation agenda."""

    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=160)
    words = models.TextField(blank=True)
    horizon = models.CharField(max_length=8)
    state = models.CharField(max_length=12, default=AgendaState.IDEA.value)
    state_since = models.DateField()

    class Meta:
        """In the order they were written."""

        default_related_name = "agenda"
        ordering = ("pk",)
        indexes = (models.Index(fields=("employer",), name="agenda_of_employer"),)
        constraints = (
            of_region("agenda_item_of_region"),
            one_of("kind", AgendaKind, "agenda_kind_known"),
            one_of("horizon", Horizon, "agenda_horizon_known"),
            one_of("state", AgendaState, "agenda_state_known"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def kind_now(self) -> AgendaKind:
        """Return what kind of change it is."""
        return AgendaKind(self.kind)

    @property
    def horizon_now(self) -> Horizon:
        """Return when it should be there."""
        return Horizon(self.horizon)

    @property
    def state_now(self) -> AgendaState:
        """Return how far it is."""
        return AgendaState(self.state)


class AgendaEvent(AboutEmployer):
    """An item was written or got further. Added, never changed."""

    item = models.ForeignKey(AgendaItem, on_delete=models.RESTRICT, related_name="events")
    state = models.CharField(max_length=12)
    words = models.TextField(blank=True)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order it happened."""

        default_related_name = "agenda_events"
        ordering = ("pk",)
        indexes = (models.Index(fields=("employer", "on"), name="agenda_events_of"),)
        constraints = (one_of("state", AgendaState, "agenda_event_known"),)

    def __str__(self) -> str:
        return f"{self.state} {self.on}"

    @property
    def state_now(self) -> AgendaState:
        """Return how far it got."""
        return AgendaState(self.state)
