"""Who works here: region, municipality (the tenant), user with one role, audit log.

Foreign keys are RESTRICT: what people did must stay traceable to who did it
and where, so nothing disappears because something else is deleted.
"""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

from streekwerk.vocabulary.language import Text


class Role(models.TextChoices):
    """The ten readers; a user is one of them."""

    JOBSEEKER = "jobseeker", "Werkzoekende"
    CASEWORKER = "caseworker", "Klantmanager"
    TEAM_MANAGER = "team_manager", "Teamleider"
    EMPLOYER = "employer", "Werkgever"
    EMPLOYER_ADVISER = "employer_adviser", "Accountmanager"
    TRAINER = "trainer", "Opleider"
    REGION_COORDINATOR = "region_coordinator", "Regiocoördinator"
    RESEARCHER = "researcher", "Onderzoeker"
    DISCLOSURE_OFFICER = "disclosure_officer", "Outputcontroleur"
    ADMINISTRATOR = "administrator", "Beheerder"

    @property
    def words(self) -> Text:
        """Name the role in both languages."""
        return Text(str(self.label), self.value.replace("_", " ").capitalize())


class Region(models.Model):
    """A labour-market region (arbeidsmarktregio)."""

    name = models.CharField(max_length=100, unique=True)
    fictitious = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality or its joint service: the tenant that every record belongs to."""

    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="municipalities")
    name = models.CharField(max_length=100)

    class Meta:
        """By name, once in a region."""

        ordering = ("name",)
        verbose_name_plural = "municipalities"
        constraints = (
            models.UniqueConstraint(fields=("region", "name"), name="municipality_once_a_region"),
        )

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """Somebody who works with Streekwerk, in one role.

    ``municipality`` is empty for whoever works for a whole ``region``.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    role = models.CharField(max_length=30, choices=Role)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, blank=True, related_name="users"
    )
    region = models.ForeignKey(
        Region, on_delete=models.RESTRICT, null=True, blank=True, related_name="users"
    )
    language = models.CharField(
        max_length=2, choices=(("nl", "Nederlands"), ("en", "English")), default="nl"
    )
    fictitious = models.BooleanField(default=False)

    class Meta(AbstractUser.Meta):
        """The role is one of the ten, in the database too; a municipality or a region."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="user_has_a_known_role"
            ),
            models.CheckConstraint(
                condition=models.Q(municipality=None) | models.Q(region=None),
                name="user_of_one_place",
            ),
        )

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def initials(self) -> str:
        """Return the first letters of the first and the last word of the name."""
        words = str(self).split()
        return "".join(word[0].upper() for word in {0: words[0], 1: words[-1]}.values())

    @property
    def role_words(self) -> Text:
        """Name the user's role."""
        return Role(self.role).words


class AuditEntry(models.Model):
    """What somebody did, when, to what. Rows can be added and never changed.

    The database itself refuses update, delete and truncate, and links every row into
    a chain of hashes when its transaction is committed (:class:`AuditLink`). ``detail``
    holds figures and codes, never a person's data: an erased person must not live on here.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, null=True, related_name="+"
    )
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=60)
    detail = models.JSONField(default=dict)

    class Meta:
        """Read by what it was about, and by municipality."""

        verbose_name_plural = "audit entries"
        indexes = (
            models.Index(fields=("subject", "subject_id"), name="audit_by_subject"),
            models.Index(fields=("municipality", "-id"), name="audit_by_municipality"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject} {self.subject_id}"


class AuditLink(models.Model):
    """One link of the chain: the hash of an entry and of the link before it.

    The database makes it; the application can neither read nor write here.
    """

    number = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(AuditEntry, on_delete=models.RESTRICT, related_name="+")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """In the order of commitment."""

        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"


class AuditReference(models.Model):
    """Under which random reference a person stands in the audit log.

    The log keeps the reference for ever. When the person is erased this row goes, and
    nobody can tell any longer whom the reference meant.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    person = models.UUIDField()
    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        """One reference of a person."""

        constraints = (
            models.UniqueConstraint(fields=("municipality", "person"), name="one_reference"),
        )

    def __str__(self) -> str:
        return str(self.reference)


# Models of the entrance stand beside their subject; Django looks for models here.
from streekwerk.accounts.entry.models import (  # noqa: E402, F401 - they need the ones above
    Invitation,
    RightsReview,
    SignInSession,
)
