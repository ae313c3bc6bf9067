"""The steps of redesign, as far as anything was noted."""

from __future__ import annotations

from collections.abc import Mapping

from streekwerk.partners.models import Employer
from streekwerk.work.models import RedesignStep


def steps_of(employer: Employer) -> Mapping[str, RedesignStep]:
    """Return what was noted, by the key of the step."""
    found = RedesignStep.objects.filter(employer=employer).select_related("changed_by")
    return {each.key: each for each in found}
