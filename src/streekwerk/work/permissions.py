"""Who may see and change the work of an employer.

The same as with the file of the employer in ``partners``: the employer's own account, and the
employer advisers of its region. What work may ask of people is for the whole region: its
advisers and coordinators keep those groups.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.partners.permissions import region_of, require_fill_in

WORKERS = (Role.EMPLOYER, Role.EMPLOYER_ADVISER)
GROUP_KEEPERS = (Role.EMPLOYER_ADVISER, Role.REGION_COORDINATOR)

__all__ = ["GROUP_KEEPERS", "WORKERS", "may_keep_groups", "region_of", "require_fill_in"]


def may_keep_groups(user: User | AnonymousUser) -> bool:
    """Allow who counts and describes for whom the region makes work."""
    return has_role(user, *GROUP_KEEPERS) and region_of(user) > 0
