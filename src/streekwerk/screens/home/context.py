"""Where the reader can go from any page, and as whom."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import has_role
from streekwerk.deliveries import permissions as deliveries
from streekwerk.learning.permissions import READERS
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


def places(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the main navigation and the line under the reader's name."""
    entries = [
        (_("Wat werkt"), reverse("public:what-works")),
        (_("Wat de wet geeft"), reverse("rights:catalogue")),
    ]
    user = getattr(request, "user", None)
    role = ""
    if isinstance(user, User):
        role = user.role_words.in_language(reader_language())
        if user.municipality:
            role = f"{role}, {user.municipality}"
        if has_role(user, *deliveries.READERS):
            entries.append((_("Leveringen"), reverse("deliveries:overview")))
            entries.append((_("Mensen en voorzieningen"), reverse("cohort:overview")))
            entries.append((_("Bewijskaarten"), reverse("cards:overview")))
        if has_role(user, *READERS):
            entries.append((_("Evaluaties"), reverse("researcher:evaluations")))
    links = [Link(label, url, current=request.path.startswith(url)) for label, url in entries]
    return {"navigation": links, "account_role": role}
