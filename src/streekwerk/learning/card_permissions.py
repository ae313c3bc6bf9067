"""Who may have cards computed and read them.

A municipality's researcher works with the records of the own municipality. Whoever
works for the region works with those of the municipalities that joined, if there are
enough of them that none can be recognised in what comes out.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role

CARD_READERS = (Role.RESEARCHER, Role.REGION_COORDINATOR)
# Fewer, and a municipality could subtract its own figures and see another's.
LEAST_MUNICIPALITIES = 3
LARGEST_SHARE = 0.85


def may_compute(user: User | AnonymousUser) -> bool:
    """Allow a researcher, and a coordinator of the whole region."""
    if not isinstance(user, User):
        return False
    return has_role(user, Role.RESEARCHER) or (
        has_role(user, Role.REGION_COORDINATOR) and user.municipality_id is None
    )


def is_of_region(user: User) -> bool:
    """Whether ``user`` works for the region as a whole."""
    return user.municipality_id is None
