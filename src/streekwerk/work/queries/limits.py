"""What the employer chose that a new job must live up to."""

from __future__ import annotations

from streekwerk.partners.models import Employer
from streekwerk.work.models import DesignLimits

# An hour of a task is too little to hand over; the employer can say otherwise.
SMALLEST_PORTION = 4


def limits_of(employer: Employer) -> DesignLimits:
    """Return the limits as kept, or those to begin with, not kept yet."""
    kept = DesignLimits.objects.filter(employer=employer).first()
    return kept or DesignLimits(
        region_id=employer.region_id, employer=employer, smallest_portion=SMALLEST_PORTION
    )
