"""All cards of the latest round, and having them computed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.evidence.cohort.months import month_number
from streekwerk.learning import card_queries
from streekwerk.learning.actions.cards import ask_for_cards
from streekwerk.learning.actions.comparisons import ask_for_comparison
from streekwerk.learning.brief import Tells
from streekwerk.learning.card_permissions import CARD_READERS, is_of_region, may_compute
from streekwerk.learning.comparing import LEAST_PEOPLE
from streekwerk.learning.counting import EXACT, REGION
from streekwerk.learning.models import Round
from streekwerk.learning.refusals import Refused
from streekwerk.screens.cards.filters import CardFilter
from streekwerk.screens.cards.listing import CardOnPage, listed, tally, url_of
from streekwerk.screens.cards.pairs import pair_form
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(*CARD_READERS)
def cards(request: SignedInRequest) -> HttpResponse:
    """Show the cards of the reader's municipality or region; the filter lives in the address."""
    of_region = is_of_region(request.user)
    latest, shown = card_queries.latest(request.user), card_queries.shown(request.user)
    every = listed(shown, REGION if of_region else EXACT) if shown else []
    last_month = month_number(shown.last_month) if shown and shown.last_month else 0
    form = CardFilter(request.GET or None, cards=every, last_month=last_month)
    chosen = form.chosen(every)
    own = [card for card in every if not card.against]
    making = [card for card in every if card.against and card.card.is_unfinished]
    context = {
        "latest": latest,
        "shown": shown,
        "form": form,
        "cards": [card for card in chosen if not card.against],
        "pairs": [card for card in chosen if card.against],
        "making": making,
        "found": len(chosen),
        "every": len(every),
        "verdicts": _verdicts(own, request.GET.get("tells", "")),
        "filtered": any(request.GET.values()),
        "pair": pair_form(shown) if may_compute(request.user) else None,
        "least": LEAST_PEOPLE,
        "of_region": of_region,
        "may_compute": may_compute(request.user),
        "newer": _is_newer(request, latest),
        "again": bool(latest and not latest.is_unfinished) and any(c.brief is None for c in own),
        "refresh_seconds": 5 if making or (latest and latest.is_unfinished) else None,
        **_counts(own),
        **_progress(latest),
    }
    return render(request, "cards/overview.html", context)


def _counts(own: list[CardOnPage]) -> dict[str, int]:
    counts = tally(own)
    return {
        "total": len(own),
        "helps": counts[Tells.HELPS],
        "harms": counts[Tells.HARMS],
        "unsure": counts[Tells.UNKNOWN] + counts[Tells.UNFAIR] + counts[Tells.TOO_FEW],
    }


def _verdicts(own: list[CardOnPage], asked: str) -> list[Link]:
    """Return what cards tell, how often, each a link to those cards; pressed again it lets go."""
    base = reverse("cards:overview")
    return [
        Link(
            f"{tells.words.in_language(reader_language())} ({count})",
            base if tells.value == asked else f"{base}?tells={tells.value}",
            tells.value == asked,
        )
        for tells, count in tally(own).items()
        if count
    ]


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
        _refuse(request, refused)
    return redirect("cards:overview")


@require_POST
@for_roles(*CARD_READERS)
def compare(request: SignedInRequest) -> HttpResponse:
    """Have two measures compared; then show how far it is."""
    measure, against = request.POST.get("measure", ""), request.POST.get("against", "")
    try:
        card = ask_for_comparison(request.user, measure, against)
    except Refused as refused:
        _refuse(request, refused)
        return redirect("cards:overview")
    return redirect(url_of(card.round, card.measure, card.against))


def _refuse(request: HttpRequest, refused: Refused) -> None:
    messages.error(request, refused.words.in_language(reader_language()))


@require_GET
@for_roles(*CARD_READERS)
def busy(request: SignedInRequest) -> HttpResponse:
    """Answer how far the computing is; when it is over, show the page anew."""
    latest = card_queries.latest(request.user)
    if latest is None or not latest.is_unfinished:
        return HttpResponseClientRefresh()
    return render(request, "cards/busy.html", {"latest": latest, **_progress(latest)})
