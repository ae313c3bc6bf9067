"""The addresses of the pages that both sides have, for either to mount."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from streekwerk.screens.partner_file.frame import Page
from streekwerk.screens.partner_file.views import agenda, agreements, contacts, drives


class Opening(Protocol):
    """Give a page its frame, for whoever may open it; ``writes`` where something changes."""

    def __call__(self, page: Page, /, *, writes: bool = False) -> Callable[..., HttpResponseBase]:
        """Return the view."""


def shared(opened: Opening) -> list[URLPattern]:
    """Return the addresses below one employer's file."""
    return [
        path("drijfveren/", opened(drives.overview), name="drives"),
        path("drijfveren/gesprek/", opened(drives.motives, writes=True), name="motives"),
        path(
            "drijfveren/mogelijkheden/",
            opened(drives.possibilities, writes=True),
            name="possibilities",
        ),
        path("drijfveren/opbrengst/", opened(drives.value, writes=True), name="value"),
        path("agenda/", opened(agenda.overview), name="agenda"),
        path("agenda/nieuw/", opened(agenda.new, writes=True), name="agenda-new"),
        path("agenda/<uuid:item_id>/", opened(agenda.change, writes=True), name="agenda-change"),
        path("agenda/<uuid:item_id>/stand/", opened(agenda.move, writes=True), name="agenda-move"),
        path("afspraken/", opened(agreements.overview), name="agreements"),
        path("afspraken/<uuid:agreement_id>/", opened(agreements.one), name="agreement"),
        path("contact/nieuw/", opened(contacts.new, writes=True), name="contact-new"),
        path(
            "contact/<uuid:contact_id>/",
            opened(contacts.change, writes=True),
            name="contact-change",
        ),
    ]
