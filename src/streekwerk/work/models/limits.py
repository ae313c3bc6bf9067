"""What the employer chose that a new job must live up to."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.inventory import Level
from streekwerk.partners.models import AboutEmployer

NUMBERS = (
    "jobs",
    "shortest",
    "longest",
    "fewest_tasks",
    "most_tasks",
    "largest_share",
    "smallest_portion",
    "most_roles",
    "kept",
    "learning",
    "guidance_room",
    "guidance_cost",
    "moment_room",
    "relief",
)
# A design is computed with the declaration only; this one holds the numbers.
USUAL = DesignRules(no_displacement=True)


def usual_costs() -> dict[str, int]:
    """Return the placeholders for what an hour of each level costs, in cents."""
    return {level.name: cents for level, cents in USUAL.cost.items()}


class DesignLimits(AboutEmployer):
    """The limits of one employer; what they mean stands with ``matching.carving.DesignRules``.

    ``groups`` are keys of the region's groups for whom work is made; empty is all of them.
    ``costs`` is cents an hour by the name of a level; ``own_costs`` says whether the employer
    looked at them.
    """

    jobs = models.PositiveSmallIntegerField(default=USUAL.jobs)
    shortest = models.PositiveSmallIntegerField(default=USUAL.shortest)
    longest = models.PositiveSmallIntegerField(default=USUAL.longest)
    fewest_tasks = models.PositiveSmallIntegerField(default=USUAL.fewest_tasks)
    most_tasks = models.PositiveSmallIntegerField(default=USUAL.most_tasks)
    largest_share = models.PositiveSmallIntegerField(default=USUAL.largest_share)
    smallest_portion = models.PositiveSmallIntegerField(default=USUAL.smallest_portion)
    most_roles = models.PositiveSmallIntegerField(default=USUAL.most_roles)
    kept = models.PositiveSmallIntegerField(default=USUAL.kept)
    learning = models.PositiveSmallIntegerField(default=USUAL.learning)
    guidance_room = models.PositiveIntegerField(default=USUAL.guidance_room)
    guidance_cost = models.PositiveIntegerField(default=USUAL.guidance_cost)
    moment_room = models.PositiveSmallIntegerField(default=USUAL.moment_room)
    relief = models.PositiveIntegerField(default=USUAL.relief)
    costs = models.JSONField(default=usual_costs)
    own_costs = models.BooleanField(default=False)
    groups = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        """One for an employer."""

        default_related_name = "design_limits"
        verbose_name_plural = "design limits"
        constraints = (
            models.UniqueConstraint(fields=("employer",), name="limits_once_an_employer"),
        )

    def __str__(self) -> str:
        return f"{self.employer_id}"

    @property
    def is_kept(self) -> bool:
        """Whether the employer chose them; otherwise they are those to begin with."""
        return not self._state.adding

    def rules(self) -> DesignRules:
        """Return the limits as the solver wants them, with the declaration taken as given.

        Raises ValueError where they contradict each other. Whether there is a declaration is
        for who asks for a design to check.
        """
        cost = {Level[name]: cents for name, cents in self.costs.items()}
        numbers = {name: getattr(self, name) for name in NUMBERS}
        return DesignRules(**numbers, cost=cost, no_displacement=True)
