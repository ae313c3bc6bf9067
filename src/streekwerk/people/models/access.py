"""Why somebody looked at a file outside their own caseload."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import User
from streekwerk.people.models.person import OfPerson


class Access(OfPerson):
    """A caseworker opened a colleague's file, for a reason, until a day. Added, never changed."""

    user = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+", db_index=False)
    reason = models.CharField(max_length=300)
    given_at = models.DateTimeField(auto_now_add=True)
    until = models.DateField()

    class Meta:
        """Never without a reason."""

        verbose_name_plural = "accesses"
        default_related_name = "accesses"
        ordering = ("-given_at", "-pk")
        indexes = (
            models.Index(fields=("user", "until", "person"), name="access_of_user"),
            models.Index(fields=("person", "-given_at"), name="access_to_person"),
        )
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="access_has_a_reason"),)

    def __str__(self) -> str:
        return f"{self.user} {self.until}"
