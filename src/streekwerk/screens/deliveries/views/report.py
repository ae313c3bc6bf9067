"""The quality report of one delivery."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.deliveries import queries
from streekwerk.deliveries.models import State
from streekwerk.deliveries.permissions import may_change
from streekwerk.screens.deliveries import finding, quality
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(Role.RESEARCHER)
def report(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show what was found in a delivery, what it replaces, and what can be decided."""
    delivery = finding.find(request, public_id)
    language = reader_language()
    before = delivery.replaces
    if delivery.state == State.CHECKED:
        before = queries.predecessor(delivery)
    title = quality.title_of(delivery)
    context = {
        "delivery": delivery,
        "title": title,
        "results": quality.results_of(delivery, language),
        "summary": quality.summary_of(delivery, language),
        "trend": quality.trend_of(delivery, language),
        "before": before,
        "changes": queries.changes(before, delivery) if before else None,
        "successor": delivery.replaced_by.filter(state=State.ACCEPTED).first(),
        "may_change": may_change(request.user, delivery),
        "breadcrumb": [Link(_("Leveringen"), reverse("deliveries:overview")), Link(title)],
    }
    return render(request, "deliveries/report.html", context)
