"""Who may do what with evaluations.

Evaluations belong to one municipality. Somebody who works for the whole region
sees what was published, not what a municipality still keeps to itself.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.learning.models import Evaluation

READERS = (Role.RESEARCHER, Role.DISCLOSURE_OFFICER)


def may_evaluate(user: User | AnonymousUser) -> bool:
    """Allow a researcher of a municipality."""
    return (
        isinstance(user, User)
        and has_role(user, Role.RESEARCHER)
        and user.municipality_id is not None
    )


def may_read(user: User, evaluation: Evaluation) -> bool:
    """Allow a researcher or disclosure officer of the municipality it belongs to."""
    return has_role(user, *READERS) and user.municipality_id == evaluation.municipality_id


def may_change(user: User, evaluation: Evaluation) -> bool:
    """Allow a researcher of the municipality it belongs to."""
    return may_evaluate(user) and user.municipality_id == evaluation.municipality_id


def may_approve(user: User, evaluation: Evaluation) -> bool:
    """Allow a disclosure officer of the same municipality, never the one who asked."""
    return (
        has_role(user, Role.DISCLOSURE_OFFICER)
        and user.municipality_id == evaluation.municipality_id
        and user.pk != evaluation.publication_asked_by_id
    )
