"""What every page about the law shares: its second row of navigation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.models import User
from streekwerk.bylaws.permissions import may_read
from streekwerk.screens.design.navigation import Link


def section(request: HttpRequest, here: str, *trail: Link) -> dict[str, Any]:
    """Return navigation and breadcrumb of a page; ``here`` is the name of its part's address."""
    parts = [
        ("catalogue", _("Alle regels")),
        ("start", _("Rekenhulp")),
        ("income", _("Wat werken oplevert")),
        ("employer", _("Voor de werkgever")),
    ]
    own = ""
    if isinstance(request.user, User) and may_read(request.user):
        own = str(request.user.municipality)
        parts.append(("terms", _("Onze gemeente")))
    links = [Link(label, reverse(f"rights:{name}"), current=name == here) for name, label in parts]
    return {"subnavigation": links, "breadcrumb": list(trail), "own_municipality": own}
