"""Chains: searched for, proposed, answered by every member, confirmed by an adviser.

What all members may know stands in :class:`ChainProposal`: who takes part, who works where in
which week, who signs. What one employer gains is in its own :class:`ChainMember`; everybody's
figures together in :class:`ChainCalculation`, which only the region's people can read.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from streekwerk.accounts.models import Region, User
from streekwerk.partners.models import Employer, OfEmployer
from streekwerk.partners.models.checks import of_region
from streekwerk.vocabulary.language import Text
from streekwerk.work.models.demand import WeeklyDemand
from streekwerk.work.models.design import UNFINISHED, SetState


class OfRegion(models.Model):
    """A row of the region that several employers may share."""

    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+", db_index=False)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        """Shared columns only."""

        abstract = True


class ChainSearch(OfRegion):
    """One search over all demand of the region: what went in, how far it is, what came out.

    ``found`` are the jobs with their figures; ``figures`` those of the whole: value, bounds
    and what greed would have given, in cents a year.
    """

    inputs = models.JSONField()
    inputs_hash = models.CharField(max_length=64)
    code_version = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=SetState, default=SetState.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True)
    found = models.JSONField(default=list)
    figures = models.JSONField(default=dict)
    failure = models.JSONField(null=True)

    class Meta:
        """Newest first; one under way at a time in a region."""

        default_related_name = "chain_searches"
        ordering = ("-pk",)
        verbose_name_plural = "chain searches"
        constraints = (
            models.UniqueConstraint(
                fields=("region",), condition=Q(state__in=UNFINISHED), name="one_chain_search"
            ),
            models.CheckConstraint(
                condition=Q(state__in=SetState.values), name="chain_search_state_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} {self.percent}%"

    @property
    def is_unfinished(self) -> bool:
        """Whether there is something to wait for."""
        return self.state in UNFINISHED

    @property
    def failure_words(self) -> Text | None:
        """Say why it failed."""
        return Text.from_json(self.failure) if self.failure else None


class ChainState(models.TextChoices):
    """How it stands with a proposal."""

    OPEN = "open", "Voorgesteld"
    AGREED = "agreed", "Iedereen zegt ja"
    CONFIRMED = "confirmed", "Bevestigd"
    DECLINED = "declined", "Gaat niet door"
    REPLACED = "replaced", "Vervangen"
    WITHDRAWN = "withdrawn", "Ingetrokken"


RUNNING = (ChainState.OPEN, ChainState.AGREED)


class ChainProposal(OfRegion):
    """A shared job as it was proposed; a change makes a next version and keeps this one.

    ``roster`` has for each member its public id, name, place, work and 52 half hours;
    ``said_yes`` how many members accepted.
    """

    number = models.PositiveSmallIntegerField(default=1)
    earlier = models.ForeignKey("self", on_delete=models.RESTRICT, null=True, related_name="later")
    title = models.CharField(max_length=160)
    roster = models.JSONField()
    level = models.PositiveSmallIntegerField()
    skills = models.JSONField(default=list)
    form = models.CharField(max_length=12)
    formal = models.ForeignKey(Employer, on_delete=models.RESTRICT, related_name="+")
    formal_reason = models.JSONField()
    state = models.CharField(max_length=10, choices=ChainState, default=ChainState.OPEN)
    said_yes = models.PositiveSmallIntegerField(default=0)
    proposed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; confirmed by somebody."""

        default_related_name = "chain_proposals"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("region", "state"), name="chains_by_state"),)
        constraints = (
            of_region("chain_of_region"),
            models.CheckConstraint(
                condition=Q(state__in=ChainState.values), name="chain_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=ChainState.CONFIRMED)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="chain_confirmed_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_running(self) -> bool:
        """Whether members can still answer."""
        return self.state in RUNNING

    @property
    def reason_words(self) -> Text:
        """Say why this employer signs."""
        return Text.from_json(self.formal_reason)


class ChainCalculation(OfRegion):
    """What a proposal was calculated with and what came out, for everybody together.

    Read by the region's people only: it holds what hours are worth to each employer.
    """

    proposal = models.OneToOneField(
        ChainProposal, on_delete=models.RESTRICT, related_name="calculation"
    )
    inputs = models.JSONField()
    inputs_hash = models.CharField(max_length=64)
    result = models.JSONField()
    code_version = models.CharField(max_length=40)

    class Meta:
        """In order."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return self.inputs_hash[:8]


class Answer(models.TextChoices):
    """What a member said."""

    WAITING = "waiting", "Nog geen antwoord"
    YES = "yes", "Doet mee"
    CHANGES = "changes", "Doet mee met andere voorwaarden"
    NO = "no", "Doet niet mee"


class ChainMember(OfEmployer):
    """One employer in a proposal: its own hours, its own figures (cents a year), its answer.

    ``most`` is, with an answer of changes, the half hours a week the employer offers at most;
    ``not_weeks`` the weeks (from 1) in which it offers none.
    """

    proposal = models.ForeignKey(ChainProposal, on_delete=models.RESTRICT, related_name="members")
    demand = models.ForeignKey(WeeklyDemand, on_delete=models.RESTRICT, related_name="chains")
    place = models.PositiveSmallIntegerField()
    half_hours = models.JSONField()
    gained = models.IntegerField()
    keeps = models.IntegerField()
    words = models.JSONField()
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.WAITING)
    reason = models.TextField(blank=True)
    most = models.PositiveIntegerField(null=True)
    not_weeks = models.JSONField(default=list, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """In their order; an employer once; no answer but yes without a reason."""

        default_related_name = "chain_members"
        ordering = ("place",)
        indexes = (models.Index(fields=("employer", "-id"), name="chains_of_employer"),)
        constraints = (
            models.UniqueConstraint(fields=("proposal", "employer"), name="member_once"),
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="chain_answer_known"
            ),
            models.CheckConstraint(
                condition=~Q(answer__in=(Answer.CHANGES, Answer.NO)) | ~Q(reason=""),
                name="chain_answer_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.employer_id} {self.answer}"

    @property
    def own_words(self) -> Text:
        """Say what it means for this employer."""
        return Text.from_json(self.words)

    @property
    def pays(self) -> int:
        """Return what goes to the common purse; negative when it receives."""
        return self.gained - self.keeps

    @property
    def hours_a_year(self) -> float:
        """Return hours a year with this employer."""
        return float(sum(self.half_hours)) / 2
