"""How a delivery gets found."""

from __future__ import annotations

import uuid

from django.http import Http404

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.deliveries import queries
from streekwerk.deliveries.models import Delivery


def find(request: SignedInRequest, public_id: uuid.UUID) -> Delivery:
    """Return the delivery, or 404 when it is not this reader's to see."""
    delivery = queries.delivery_for(request.user, public_id)
    if delivery is None:
        raise Http404
    return delivery
