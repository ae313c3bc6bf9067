"""Who had a benefit, what they got, and where they went."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.evidence.cohort.months import month_label
from streekwerk.learning import card_queries
from streekwerk.learning.card_permissions import CARD_READERS, is_of_region, may_compute
from streekwerk.learning.counting import EXACT, REGION
from streekwerk.registers.labour_market.choose import MarketSeries
from streekwerk.registers.labour_market.writer import as_csv, as_excel
from streekwerk.screens.cohort import pictures
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Language

TEMPLATES = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@require_GET
@for_roles(*CARD_READERS)
def market_template(_request: SignedInRequest, kind: str) -> HttpResponse:
    """Give an empty table on the labour market to fill in, as Excel or CSV."""
    if kind not in TEMPLATES:
        raise Http404
    write, content_type = TEMPLATES[kind]
    answer = HttpResponse(write(), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="arbeidsmarkt.{kind}"'
    return answer


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
            **_market(found.market, language),
        }
    return render(request, "cohort/overview.html", context)


def _market(found: MarketSeries | None, language: Language) -> dict[str, Any]:
    """Return the labour market as a picture, with its source and period."""
    if found is None:
        return {}
    months = found.by_month()
    return {
        "market": pictures.market(found, language),
        "market_area": found.area,
        "market_sources": "; ".join(found.sources),
        "market_first": month_label(min(months)).in_language(language),
        "market_last": month_label(max(months)).in_language(language),
        "market_known": found.known,
        "market_counts": found.counts,
    }
