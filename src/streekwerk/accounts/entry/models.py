"""Invitations, the register of sessions, and the yearly confirmations of who may come in.

An invitation and a session are looked up before anybody knows whose municipality it is
about: by the secret in the link, by the key in the cookie. Nothing else finds them then.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.vocabulary.language import Text

if TYPE_CHECKING:
    from streekwerk.accounts.entry.sessions import SessionStore


class Invitation(models.Model):
    """Somebody may make an account, once, in one role of one municipality.

    ``municipality`` is empty for whoever works for a whole ``region``. ``digest`` is the
    SHA-256 of the secret in the link; the secret itself is kept nowhere. ``subject`` is
    what the inviting app wants to hear back at acceptance; this app does not read it.
    ``invited_by`` is empty for the first account, which a command invites.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    region = models.ForeignKey(Region, on_delete=models.RESTRICT, null=True, related_name="+")
    role = models.CharField(max_length=30, choices=Role)
    first_name = models.CharField(max_length=150, blank=True)
    last_name = models.CharField(max_length=150, blank=True)
    email = models.EmailField(blank=True)
    subject = models.CharField(max_length=100, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    mailed = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.OneToOneField(
        User, on_delete=models.RESTRICT, null=True, related_name="invitation"
    )

    class Meta:
        """Newest first; accepted by somebody or not at all; never both taken and withdrawn."""

        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("municipality", "made_at"), name="invitation_by_place"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=Role.values), name="invitation_has_a_known_role"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False, withdrawn_at=None),
                name="invitation_taken_once",
            ),
            models.CheckConstraint(
                condition=Q(municipality__isnull=False, region__isnull=True)
                | Q(municipality__isnull=True, region__isnull=False),
                name="invitation_to_one_place",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.JOBSEEKER) | Q(municipality__isnull=False),
                name="jobseeker_has_a_municipality",
            ),
            models.UniqueConstraint(
                fields=("municipality", "subject"),
                condition=~Q(subject="") & Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_a_subject",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.made_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether the link works now."""
        return self.is_waiting and self.expires_at > timezone.now()

    @property
    def is_waiting(self) -> bool:
        """Whether nobody took it and nobody withdrew it; it may have expired."""
        return self.accepted_at is None and self.withdrawn_at is None

    @property
    def place(self) -> Municipality | Region:
        """Return where the role is: a municipality, or a whole region."""
        place = self.municipality or self.region
        assert place is not None  # noqa: S101 - a constraint of the database; for the type checker
        return place

    @property
    def role_words(self) -> Text:
        """Name the role it gives."""
        return Role(self.role).words

    @property
    def invited_name(self) -> str:
        """Return the name the inviter gave, may be empty."""
        return f"{self.first_name} {self.last_name}".strip()


class SignInSession(AbstractBaseSession):
    """A session, with whose it is, since when, and what it was last used on.

    The columns repeat what stands in the session's own data, so that a person can see
    the own sessions and somebody else can end them without opening the data.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=200, blank=True)

    class Meta(AbstractBaseSession.Meta):
        """A table of its own; deleting a row ends the session."""

        verbose_name = "session"
        verbose_name_plural = "sessions"

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        """Return the store that writes these rows."""
        from streekwerk.accounts.entry.sessions import SessionStore  # noqa: PLC0415 (needs us)

        return SessionStore

    def fill_in(self, user_id: str | None, entry: dict[str, Any]) -> None:
        """Copy from the session's data what the columns show."""
        self.user_id = int(user_id) if user_id else None
        self.started_at = _moment(entry.get("started"))
        self.seen_at = _moment(entry.get("seen"))
        self.device = str(entry.get("device", ""))[:200]


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


class RightsReview(models.Model):
    """Somebody confirmed that a person still needs this role. Rows are added, never changed."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    region = models.ForeignKey(Region, on_delete=models.RESTRICT, null=True, related_name="+")
    person = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="rights_reviews")
    role = models.CharField(max_length=30, choices=Role)
    confirmed_by = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="+")
    confirmed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; nobody confirms oneself."""

        ordering = ("-confirmed_at", "-pk")
        indexes = (models.Index(fields=("person", "-confirmed_at"), name="review_of_person"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=Role.values), name="review_has_a_known_role"
            ),
            models.CheckConstraint(
                condition=~Q(person=models.F("confirmed_by")), name="review_by_somebody_else"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.confirmed_at:%Y-%m-%d}"
