"""Search chains over the demand of the region, see how far it is, look through what was found."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.matching.chains.stored import demand_from
from streekwerk.partners.permissions import ADVISERS, READERS, advises_employers
from streekwerk.screens.chains import bench
from streekwerk.screens.chains.forms import SearchForm
from streekwerk.screens.chains.shown import ChainShown
from streekwerk.work.actions.chains import Asked, propose
from streekwerk.work.actions.searching import ask_for_search, stop_search
from streekwerk.work.models import ChainSearch
from streekwerk.work.queries.chains import searches as searches_of
from streekwerk.work.queries.demand import demand_visible_to
from streekwerk.work.refusals import Refused

MOST_EARLIER = 12


@require_http_methods(["GET", "POST"])
@for_roles(*READERS)
def searches(request: SignedInRequest) -> HttpResponse:
    """Start a search; earlier ones below."""
    form = SearchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            asked = ask_for_search(request.user, given["kinds"], float(given["within"]))
        except Refused as refused:
            form.add_error(None, bench.said(refused.words))
        else:
            return redirect("chains:search", asked.public_id)
    return bench.page(
        request,
        "searches.html",
        "searches",
        form=form,
        number=demand_visible_to(request.user).count(),
        earlier=list(searches_of(request.user).defer("inputs", "found")[:MOST_EARLIER]),
    )


@require_GET
@for_roles(*READERS)
def search(request: SignedInRequest, search_id: uuid.UUID) -> HttpResponse:
    """Show how far a search is, or what was found."""
    asked = _search(request, search_id)
    if request.headers.get("HX-Request"):
        if not asked.is_unfinished:
            return HttpResponseClientRefresh()
        return render(request, "chains/busy.html", {"asked": asked})
    more: dict[str, Any] = {"refresh_seconds": 3} if asked.is_unfinished else _result(asked)
    return bench.page(request, "search.html", "searches", asked=asked, **more)


def _result(asked: ChainSearch) -> dict[str, Any]:
    figures, names = asked.figures, asked.inputs["names"]
    if not figures:
        return {}
    kept = sorted(figures["kept"], key=lambda each: each[2])[:3]
    return {
        "chains": [_brief(asked, each) for each in asked.found],
        "value": bench.euros(figures["value"]),
        "greedy": bench.euros(figures["greedy"]),
        "bound": bench.euros(figures["bound"]),
        "gap": bench.share(figures["gap"]),
        "figures": figures,
        "weakest": [
            (names.get(key, key), jobs, bench.share(value / max(1, figures["value"])))
            for key, jobs, value in kept
        ],
    }


def _brief(asked: ChainSearch, found: dict[str, Any]) -> dict[str, Any]:
    names = asked.inputs["names"]
    shown = ChainShown.of(
        found, _demands(asked, found), found["form"], names, asked.inputs["titles"]
    )
    return {
        "names": shown.names,
        "shape": shown.shape,
        "value": shown.value,
        "holds": shown.holds,
        "form": shown.form,
    }


def _demands(asked: ChainSearch, found: dict[str, Any]) -> dict[str, Any]:
    wanted = {key for key, _weeks in found["job"]["shares"]}
    return {
        each["key"]: demand_from(each) for each in asked.inputs["demands"] if each["key"] in wanted
    }


@require_http_methods(["GET", "POST"])
@for_roles(*READERS)
def found(request: SignedInRequest, search_id: uuid.UUID, number: int) -> HttpResponse:
    """Show one chain that was found; propose it."""
    asked = _search(request, search_id)
    if not 1 <= number <= len(asked.found):
        raise Http404
    one = asked.found[number - 1]
    demands, inputs = _demands(asked, one), asked.inputs
    if request.method == "POST" and advises_employers(request.user):
        rows = list(demand_visible_to(request.user).filter(public_id__in=demands))
        chain = Asked.of(rows, one["form"], inputs["within"])
        try:
            made = propose(request.user, chain)
        except Refused as refused:
            messages.error(request, bench.said(refused.words))
        else:
            messages.success(request, _("Voorgesteld. De werkgevers kunnen nu antwoorden."))
            return redirect("chains:proposal", made.public_id)
    shown = ChainShown.of(one, demands, one["form"], inputs["names"], inputs["titles"])
    return bench.page(request, "found.html", "searches", asked=asked, shown=shown, number=number)


@require_POST
@for_roles(*ADVISERS)
def stop(request: SignedInRequest, search_id: uuid.UUID) -> HttpResponse:
    """Stop a search."""
    asked = _search(request, search_id)
    return bench.click(
        request,
        lambda: stop_search(request.user, asked),
        _("Gestopt. Er is niets bewaard."),
        "searches",
    )


def _search(request: SignedInRequest, search_id: uuid.UUID) -> ChainSearch:
    asked = searches_of(request.user).filter(public_id=search_id).first()
    if asked is None:
        raise Http404
    return asked
