"""One evidence card, whole."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRefresh

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.learning import card_queries
from streekwerk.learning.card_permissions import CARD_READERS, is_of_region, may_compute
from streekwerk.learning.counting import EXACT, REGION
from streekwerk.screens.cards.pairs import pair_form
from streekwerk.screens.cards.whole import card_page
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(*CARD_READERS)
def card(
    request: SignedInRequest, public_id: uuid.UUID, measure: str, against: str = ""
) -> HttpResponse:
    """Show the card: what was found, for whom, who was compared, and what is not known."""
    found = card_queries.card_for(request.user, public_id, measure, against)
    if found is None:
        raise Http404
    if request.headers.get("HX-Request"):
        # The page asks how far it is.
        if not found.is_unfinished:
            return HttpResponseClientRefresh()
        return render(request, "cards/making.html", {"card": found})
    language = reader_language()
    label = capfirst(found.label.in_language(language))
    whole = card_queries.whole(found)
    counting = REGION if is_of_region(request.user) else EXACT
    context = {
        "card": found,
        "label": label,
        "may_compute": may_compute(request.user),
        "pair": pair_form(card_queries.shown(request.user), measure)
        if may_compute(request.user) and not against
        else None,
        "refresh_seconds": 5 if found.is_unfinished else None,
        "where": found.round.municipality or found.round.region,
        "breadcrumb": [Link(_("Bewijskaarten"), reverse("cards:overview")), Link(label)],
        **(card_page(whole, counting, language) if whole else {}),
    }
    return render(request, "cards/card.html", context)
