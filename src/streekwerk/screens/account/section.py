"""What every page about accounts shares: its second row of navigation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.entry import second_factor
from streekwerk.accounts.entry.permissions import may_administer
from streekwerk.accounts.models import User
from streekwerk.people.retention_permissions import may_look_after_keeping
from streekwerk.screens.design.navigation import Link


def section(request: HttpRequest, here: str, *trail: Link) -> dict[str, Any]:
    """Return navigation and breadcrumb of a page; ``here`` is the name of its part's address.

    There is no second row for who looks after nobody's access, nor before the second step.
    """
    user = request.user
    if not isinstance(user, User) or not may_administer(user):
        return {"breadcrumb": list(trail)}
    if not second_factor.is_shown(request, user):
        return {"breadcrumb": list(trail)}
    parts = [
        ("own", _("Mijn account")),
        ("people", _("Mensen met toegang")),
        ("invitations", _("Uitnodigingen")),
    ]
    if may_look_after_keeping(user):
        parts.append(("keeping", _("Bewaren")))
    links = [Link(label, reverse(f"account:{name}"), current=name == here) for name, label in parts]
    return {"subnavigation": links, "breadcrumb": list(trail)}
