"""Read accounts."""

from __future__ import annotations

from django.db.models import QuerySet

from streekwerk.accounts.models import Region, User


def demo_people() -> QuerySet[User]:
    """Return the fictitious people one may play, with their municipality, in order of role."""
    return (
        User.objects.filter(fictitious=True, is_active=True)
        .select_related("municipality__region")
        .order_by("role", "municipality__name", "last_name")
    )


def regions() -> QuerySet[Region]:
    """Return every region with its municipalities."""
    return Region.objects.prefetch_related("municipalities").order_by("name")
