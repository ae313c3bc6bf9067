"""Keep the offers of a municipality."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.advice import MEASURES
from streekwerk.people import refusals
from streekwerk.people.models import Offer
from streekwerk.people.offer_permissions import may_keep_offers, own_home
from streekwerk.vocabulary.language import Text

FIELDS = (
    "measure",
    "title",
    "provider",
    "place",
    "online",
    "starts_on",
    "hours_per_week",
    "weeks",
    "places",
    "travel",
    "asks",
)
UNKNOWN_MEASURE = Text(
    "Kies om wat voor voorziening het gaat.", "Choose what kind of measure it is."
)


@transaction.atomic
def add_offer(user: User, values: Mapping[str, Any]) -> Offer:
    """Add an offer to the user's municipality.

    Raises
    ------
    PermissionDenied
        Unless the user keeps offers.
    Refused
        When the type of measure is not one that is talked about.
    """
    require(may_keep_offers(user))
    _require_measure(values)
    offer = Offer.objects.create(
        municipality=own_home(user),
        made_by=user,
        **{key: values[key] for key in FIELDS if key in values},
    )
    audit.record(user, "offer.added", offer, measure=offer.measure)
    return offer


@transaction.atomic
def change_offer(user: User, offer: Offer, values: Mapping[str, Any]) -> None:
    """Change what an offer says. Advice that was given keeps what it said then."""
    require(may_keep_offers(user, offer))
    _require_measure(values)
    changed = [key for key in FIELDS if key in values and getattr(offer, key) != values[key]]
    for key in changed:
        setattr(offer, key, values[key])
    if changed:
        offer.save(update_fields=changed)
        audit.record(user, "offer.changed", offer, fields=changed)


@transaction.atomic
def close_offer(user: User, offer: Offer, *, closed: bool = True) -> None:
    """Take an offer out of what can be chosen, or put it back."""
    require(may_keep_offers(user, offer))
    offer.closed_on = timezone.localdate() if closed else None
    offer.save(update_fields=["closed_on"])
    audit.record(user, "offer.closed" if closed else "offer.opened", offer)


def _require_measure(values: Mapping[str, Any]) -> None:
    if "measure" in values and values["measure"] not in MEASURES:
        raise refusals.Refused(UNKNOWN_MEASURE)
