"""For whom work is made in this region: groups said in what work may ask."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from streekwerk.accounts.models import Region, User
from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.inventory import HEAVIEST, Level, Load, Moment
from streekwerk.vocabulary.language import Text
from streekwerk.work.models.inventory import upto, within

MOST_SUSTAINED = 10 * HEAVIEST


class RegionalGroup(models.Model):
    """One group. No row knows a person; ``people`` is a count that the region made elsewhere.

    ``people`` is empty while nobody counted; ``counted_on`` and ``counted_from`` say when and
    from what. The other attributes are those of ``matching.candidates.CandidateGroup``.
    """

    region = models.ForeignKey(Region, on_delete=models.RESTRICT, related_name="+", db_index=False)
    key = models.SlugField(max_length=40)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    says_nl = models.CharField(max_length=300)
    says_en = models.CharField(max_length=300)
    people = models.PositiveIntegerField(null=True)
    counted_on = models.DateField(null=True)
    counted_from = models.CharField(max_length=200, blank=True)
    level = models.PositiveSmallIntegerField()
    grows_to = models.PositiveSmallIntegerField()
    peak_physical = upto(HEAVIEST)
    peak_cognitive = upto(HEAVIEST)
    peak_social = upto(HEAVIEST)
    peak_energetic = upto(HEAVIEST)
    physical = upto(MOST_SUSTAINED)
    cognitive = upto(MOST_SUSTAINED)
    social = upto(MOST_SUSTAINED)
    energetic = upto(MOST_SUSTAINED)
    shortest = models.PositiveSmallIntegerField()
    longest = models.PositiveSmallIntegerField()
    moments = models.JSONField(default=list)
    skills = models.JSONField(default=list, blank=True)
    guidance = models.PositiveSmallIntegerField(default=100)
    most_risk = upto(HEAVIEST, HEAVIEST)
    changed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        """In the order they were added; a key once a region; a count says from what."""

        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("region", "key"), name="group_once_a_region"),
            within("group_in_range", level=(1, 5), grows_to=(1, 5), most_risk=(0, HEAVIEST)),
            models.CheckConstraint(
                condition=Q(people=None) | (Q(counted_on__isnull=False) & ~Q(counted_from="")),
                name="group_count_has_a_source",
            ),
            models.CheckConstraint(
                condition=Q(shortest__gte=1, shortest__lte=models.F("longest")),
                name="group_week_whole",
            ),
        )

    def __str__(self) -> str:
        return self.name_nl

    @property
    def name(self) -> Text:
        """Name the group."""
        return Text(self.name_nl, self.name_en)

    @property
    def says(self) -> Text:
        """Say what work may ask."""
        return Text(self.says_nl, self.says_en)

    def as_group(self) -> CandidateGroup:
        """Return the group as the solver wants it; ``people`` 0 where nobody counted."""
        return CandidateGroup(
            key=self.key,
            name=self.name_nl,
            people=self.people or 0,
            level=Level(self.level),
            grows_to=Level(self.grows_to),
            peak=Load(
                self.peak_physical, self.peak_cognitive, self.peak_social, self.peak_energetic
            ),
            sustained=(self.physical, self.cognitive, self.social, self.energetic),
            shortest=self.shortest,
            longest=self.longest,
            moments=frozenset(Moment(value) for value in self.moments),
            skills=frozenset(self.skills),
            guidance=self.guidance,
            most_risk=self.most_risk,
        )
