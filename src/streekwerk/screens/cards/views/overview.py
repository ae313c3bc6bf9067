"""All cards of the latest round, and having them computed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.learning import card_queries
from streekwerk.learning.actions.cards import ask_for_cards
from streekwerk.learning.brief import Tells
from streekwerk.learning.card_permissions import CARD_READERS, is_of_region, may_compute
from streekwerk.learning.models import Round
from streekwerk.learning.refusals import Refused
from streekwerk.screens.cards.filters import CardFilter
from streekwerk.screens.cards.listing import listed, tally
from streekwerk.screens.cohort.counts import EXACT, REGION
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(*CARD_READERS)
def cards(request: SignedInRequest) -> HttpResponse:
    """Show the cards of the reader's municipality or region; the filter lives in the address."""
    of_region = is_of_region(request.user)
    latest, shown = card_queries.latest(request.user), card_queries.shown(request.user)
    every = listed(shown, REGION if of_region else EXACT) if shown else []
    form = CardFilter(request.GET or None)
    counts = tally(every)
    context = {
        "latest": latest,
        "shown": shown,
        "form": form,
        "cards": form.chosen(every),
        "total": len(every),
        "helps": counts[Tells.HELPS],
        "harms": counts[Tells.HARMS],
        "unsure": counts[Tells.UNKNOWN] + counts[Tells.UNFAIR] + counts[Tells.TOO_FEW],
        "filtered": form.is_bound,
        "of_region": of_region,
        "may_compute": may_compute(request.user),
        "newer": _is_newer(request, latest),
        "again": bool(latest and not latest.is_unfinished) and any(c.brief is None for c in every),
        "refresh_seconds": 5 if latest and latest.is_unfinished else None,
        **_progress(latest),
    }
    return render(request, "cards/overview.html", context)


def _is_newer(request: SignedInRequest, latest: Round | None) -> bool:
    """Whether deliveries have changed since the cards were asked for."""
    if latest is None or latest.is_unfinished:
        return False
    return card_queries.inputs_for(request.user).fingerprint != latest.inputs


def _progress(latest: Round | None) -> dict[str, object]:
    if latest is None or not latest.is_unfinished:
        return {}
    done, total = card_queries.progress_of(latest)
    return {"done": done, "all": total, "percent": 100 * done // total if total else None}


@require_POST
@for_roles(*CARD_READERS)
def compute(request: SignedInRequest) -> HttpResponse:
    """Have the cards computed from what counts now."""
    try:
        ask_for_cards(request.user)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    return redirect("cards:overview")


@require_GET
@for_roles(*CARD_READERS)
def busy(request: SignedInRequest) -> HttpResponse:
    """Answer how far the computing is; when it is over, show the page anew."""
    latest = card_queries.latest(request.user)
    if latest is None or not latest.is_unfinished:
        return HttpResponseClientRefresh()
    return render(request, "cards/busy.html", {"latest": latest, **_progress(latest)})
