"""``{% load account_screens %}``: small words of the account pages."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.translation import gettext as _

from streekwerk.accounts.models import AuditEntry
from streekwerk.screens.account.events import CARE

register = template.Library()


@register.filter
def as_json(options: Any) -> str:  # noqa: ANN401 - what the device is asked, as the library made it
    """Return ``options`` as JSON for a data attribute; the template escapes it."""
    return json.dumps(options)


@register.filter
def needs_care(entry: AuditEntry) -> bool:
    """Whether an event deserves a second look."""
    return entry.action in CARE


@register.filter
def way_words(way: dict[str, str]) -> str:
    """Name another way to confirm who one is."""
    return {
        "reauthenticate": _("met uw wachtwoord"),
        "mfa_reauthenticate": _("met een code"),
        "mfa_reauthenticate:webauthn": _("met een passkey"),
    }[way["id"]]
