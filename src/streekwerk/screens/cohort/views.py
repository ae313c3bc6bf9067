"""Who had a benefit, what they got, and where they went."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.evidence.cohort.months import month_label
from streekwerk.learning import card_queries
from streekwerk.learning.card_permissions import CARD_READERS, is_of_region, may_compute
from streekwerk.screens.cohort import pictures
from streekwerk.learning.counting import EXACT, REGION
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(*CARD_READERS)
def cohort(request: SignedInRequest) -> HttpResponse:
    """Show the cohort of the reader's municipality, or of the region in rounded numbers."""
    latest, shown = card_queries.latest(request.user), card_queries.shown(request.user)
    found = card_queries.cohort_of(shown) if shown else None
    of_region = is_of_region(request.user)
    context: dict[str, Any] = {
        "latest": latest,
        "shown": shown,
        "of_region": of_region,
        "may_compute": may_compute(request.user),
    }
    if found is not None:
        language = reader_language()
        counting = REGION if of_region else EXACT
        context |= {
            "people": counting.say(found.people, language),
            "first": month_label(found.first_month).in_language(language),
            "last": month_label(found.first_month + found.months - 1).in_language(language),
            "months": found.months,
            "streams": pictures.streams(found, counting, language),
            "over_time": pictures.over_time(found, counting, language),
            "starts": pictures.starts_over_time(found, counting, language),
            "measures": pictures.measures(found, counting, language),
            "exits": pictures.exits(found, counting, language),
            "repairs": pictures.repairs(found, counting, language),
        }
    return render(request, "cohort/overview.html", context)
