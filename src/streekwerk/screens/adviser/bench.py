"""What the pages of the workbench share: its parts, and which employers are asked for."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.permissions import advises_employers
from streekwerk.screens.design.navigation import Link


def parts(here: str) -> list[Link]:
    """Return the parts of the workbench, of which ``here`` is current."""
    known = (
        ("today", _("Vandaag")),
        ("list", _("Alle werkgevers")),
        ("phases", _("Fasen")),
        ("all-agreements", _("Afspraken")),
        ("map", _("Kaart")),
    )
    return [Link(label, reverse(f"adviser:{name}"), current=name == here) for name, label in known]


def page(
    request: SignedInRequest,
    template: str,
    here: str,
    **more: Any,  # noqa: ANN401 - any template value
) -> HttpResponse:
    """Show a page of the workbench."""
    known = {"subnavigation": parts(here), "advises": advises_employers(request.user)}
    return render(request, f"adviser/{template}", known | more)
