"""Read employers, starting from what somebody may see."""

from streekwerk.partners.queries.files import (
    EmployerBrief,
    advisers_for,
    employer_for,
    findable_by,
    municipalities_for,
    own_employer,
    visible_to,
)
from streekwerk.partners.queries.lists import number_known, sectors_here

__all__ = [
    "EmployerBrief",
    "advisers_for",
    "employer_for",
    "findable_by",
    "municipalities_for",
    "number_known",
    "own_employer",
    "sectors_here",
    "visible_to",
]
