"""What is on offer, and how much of it is taken."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from streekwerk.accounts.models import User
from streekwerk.advice import Offer as OfferInput
from streekwerk.people.models import Offer
from streekwerk.people.offer_permissions import may_keep_offers, may_read_offers

# A place is taken by whoever chose it and did not choose otherwise since.
_TAKEN = Count("choices", filter=Q(choices__decision__replaced_by=None))


def offers_visible_to(user: User | AnonymousUser) -> QuerySet[Offer]:
    """Return the offers of the user's municipality, with ``taken``: how many chose each."""
    if not isinstance(user, User) or not may_read_offers(user):
        return Offer.objects.none()
    own = Offer.objects.filter(municipality_id=user.municipality_id or 0)
    return own.annotate(taken=_TAKEN).order_by("measure", "title", "pk")


def offers_with_taken(user: User | AnonymousUser) -> list[tuple[Offer, int]]:
    """Return the offers of the user's municipality, each with how many chose it."""
    return [(offer, int(vars(offer)["taken"])) for offer in offers_visible_to(user)]


def offer_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Offer | None:
    """Return one offer that ``user`` may change, or None."""
    offer = offers_visible_to(user).filter(public_id=public_id).first()
    return offer if offer is not None and may_keep_offers(user, offer) else None


def offers_for_advice(municipality_id: int, day: date) -> tuple[OfferInput, ...]:
    """Return what can be offered on ``day``, with the places left: one query."""
    open_ = Offer.objects.filter(municipality_id=municipality_id, closed_on=None)
    current = open_.filter(Q(starts_on=None) | Q(starts_on__gte=day)).annotate(taken=_TAKEN)
    return tuple(offer.as_input(offer.taken) for offer in current)


def open_offers(municipality_id: int) -> QuerySet[Offer]:
    """Return what a municipality offers now; its screen has checked who asks."""
    return Offer.objects.filter(municipality_id=municipality_id, closed_on=None)


def picked_offer(municipality_id: int, public_id: str) -> Offer:
    """Return an offer of the municipality; Offer.DoesNotExist when it is not theirs."""
    return Offer.objects.get(public_id=public_id, municipality_id=municipality_id)
