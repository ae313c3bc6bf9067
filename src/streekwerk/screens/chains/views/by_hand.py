"""Put a chain together by hand, checked at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.partners.permissions import ADVISERS
from streekwerk.screens.chains import bench
from streekwerk.screens.chains.forms import ByHandForm
from streekwerk.screens.chains.shown import ChainShown
from streekwerk.work.actions.chains import Asked, check, propose
from streekwerk.work.chaining import Calculated
from streekwerk.work.queries.demand import demand_visible_to, placed
from streekwerk.work.refusals import Refused


@require_http_methods(["GET", "POST"])
@for_roles(*ADVISERS)
def by_hand(request: SignedInRequest) -> HttpResponse:
    """Choose work of two or three employers, see what it makes, propose it."""
    rows = placed(demand_visible_to(request.user).order_by("employer__search_name", "pk"))
    sent = request.POST if request.method == "POST" else request.GET
    form = ByHandForm(rows, sent or None)
    more: dict[str, Any] = {}
    if sent and form.is_valid():
        given = form.cleaned_data
        chain = Asked.of(form.rows, given["form"], float(given["within"]))
        if request.method == "POST":
            try:
                made = propose(request.user, chain)
            except Refused as refused:
                messages.error(request, bench.said(refused.words))
            else:
                messages.success(request, _("Voorgesteld. De werkgevers kunnen nu antwoorden."))
                return redirect("chains:proposal", made.public_id)
        more = _checked(request, chain)
    return bench.page(request, "by_hand.html", "by-hand", form=form, rows=rows, **more)


def _checked(request: SignedInRequest, chain: Asked) -> dict[str, Any]:
    checked = check(request.user, chain)
    if not isinstance(checked, Calculated):
        return {"reasons": [bench.sentence(each) for each in checked]}
    demands = {demand.key: demand for demand in chain.demands}
    titles = {str(row.public_id): row.title for row in chain.rows}
    return {
        "shown": ChainShown.of(checked.as_json(), demands, chain.form, chain.names, titles),
        "chain": chain,
    }
