"""Lists of employers: for today, all of them, and by phase."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import READERS, advises_employers
from streekwerk.partners.queries.lists import (
    InPhase,
    Wanted,
    by_phase,
    employers,
    leading_motives,
)
from streekwerk.partners.signals import SIGNALS, Signal, any_signal, counted, signals_of
from streekwerk.screens.adviser import bench
from streekwerk.screens.adviser.forms import Filter
from streekwerk.vocabulary.dennis import TILES
from streekwerk.vocabulary.motives import Motive

ON_A_PAGE = 30
EVERYBODY = "iedereen"


@dataclass(frozen=True, slots=True)
class Row:
    """One employer in a list."""

    employer: Employer
    motives: tuple[Motive, ...]
    reasons: tuple[Signal, ...]


@require_GET
@for_roles(*READERS)
def today(request: SignedInRequest) -> HttpResponse:
    """Show which employers ask attention and why; an adviser's own ones unless all are asked."""
    user, day = request.user, timezone.localdate()
    all_of_them = not advises_employers(user) or request.GET.get("van") == EVERYBODY
    mine = employers(user, Wanted(adviser=None if all_of_them else user))
    chosen = SIGNALS.get(request.GET.get("reden", ""))
    found = mine.filter(chosen.holds(day) if chosen else any_signal(day))
    ordered = found.order_by(F("next_on").asc(nulls_last=True), "search_name", "pk")
    page = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    numbers = counted(mine)
    return bench.page(
        request,
        "today.html",
        "today",
        page_obj=page,
        rows=_rows(page),
        chosen=chosen,
        reasons=[(each, numbers[key]) for key, each in SIGNALS.items() if numbers[key]],
        all_of_them=all_of_them,
        today=day,
    )


@require_GET
@for_roles(*READERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show every employer, by name; search and filter."""
    form = Filter(request.user, request.GET or None)
    found = employers(request.user, form.wanted())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return bench.page(
        request,
        "list.html",
        "list",
        form=form,
        asks=form.asks(),
        page_obj=page,
        rows=_rows(page),
    )


@require_GET
@for_roles(*READERS)
def phases(request: SignedInRequest) -> HttpResponse:
    """Show how many employers are in each phase, and those in the phase one points at."""
    form = Filter(request.user, request.GET or None)
    phase = request.GET.get("fase", "")
    numbers = by_phase(employers(request.user, form.wanted()))
    found = employers(request.user, form.wanted(phase)) if phase in TILES else None
    page = _page(found, request) if found is not None else None
    return bench.page(
        request,
        "phases.html",
        "phases",
        form=form,
        asks=form.asks(),
        phases=_bars(numbers),
        total=sum(each.number for each in numbers),
        tile=TILES.get(phase),
        page_obj=page,
        rows=_rows(page) if page is not None else [],
        kept=_without(request, "fase", "page"),
    )


def _page(found: QuerySet[Employer], request: SignedInRequest) -> Page[Employer]:
    return Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))


def _rows(page: Page[Employer]) -> list[Row]:
    shown = list(page.object_list)
    motives, reasons = leading_motives(shown), signals_of(shown)
    return [Row(each, motives.get(each.pk, ()), reasons[each.pk]) for each in shown]


def _bars(numbers: tuple[InPhase, ...]) -> list[tuple[InPhase, float]]:
    """Return each phase with the length of its bar, of a hundred."""
    most = max((each.number for each in numbers), default=0) or 1
    return [(each, round(100 * each.number / most, 1)) for each in numbers]


def _without(request: SignedInRequest, *names: str) -> str:
    kept = request.GET.copy()
    for name in names:
        kept.pop(name, None)
    return f"&{kept.urlencode()}" if kept else ""
