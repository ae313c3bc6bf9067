"""The saved column mappings: see, change, rename, withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.deliveries import municipality_queries as queries
from streekwerk.deliveries import refusals
from streekwerk.deliveries.actions import explaining
from streekwerk.deliveries.models import Source
from streekwerk.registers.sources.mapping import ColumnMapping
from streekwerk.screens.deliveries import saved_mapping
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
@for_roles(Role.RESEARCHER)
def sources(request: SignedInRequest) -> HttpResponse:
    """List the saved mappings of the reader's municipality."""
    found = [saved_mapping.listed(source) for source in queries.sources_for(request.user)]
    context = {"sources": found, "breadcrumb": _trail(_("Kolomindelingen"))}
    return render(request, "deliveries/sources.html", context)


@require_http_methods(["GET", "POST"])
@for_roles(Role.RESEARCHER)
def source(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one mapping; change what its values become, or its name."""
    found = _find(request, pk)
    mapping = ColumnMapping.from_json(found.mapping)
    name, problem = found.name, ""
    if request.method == "POST":
        name = str(request.POST.get("naam", "")).strip()[:60]
        mapping = saved_mapping.changed(mapping, name or found.name, request.POST)
        problem = _change(request, found, mapping) if name else _no_name()
        if not problem:
            messages.success(request, _("Bewaard. Het geldt voor wat u hierna levert."))
            return redirect("deliveries:sources")
    context = {
        "source": found,
        "name": name,
        "problem": problem,
        "facts": saved_mapping.facts_of(mapping),
        "meanings": saved_mapping.meanings_of(mapping),
        "breadcrumb": [
            *_trail(),
            Link(_("Kolomindelingen"), reverse("deliveries:sources")),
            Link(found.name),
        ],
    }
    return render(request, "deliveries/source.html", context, status=422 if problem else 200)


@require_POST
@for_roles(Role.RESEARCHER)
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Forget a mapping."""
    explaining.withdraw_source(request.user, _find(request, pk))
    messages.success(request, _("Ingetrokken. Wat al is ingelezen, telt gewoon mee."))
    return redirect("deliveries:sources")


def _change(request: SignedInRequest, found: Source, mapping: ColumnMapping) -> str:
    """Change a mapping; return why it cannot be, or nothing."""
    try:
        explaining.change_source(request.user, found, mapping)
    except refusals.Refused as refused:
        return refused.words.in_language(reader_language())
    return ""


def _no_name() -> str:
    return refusals.NO_NAME.in_language(reader_language())


def _find(request: SignedInRequest, pk: int) -> Source:
    found = queries.sources_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _trail(*labels: str) -> list[Link]:
    start = Link(_("Leveringen"), reverse("deliveries:overview"))
    return [start, *(Link(label) for label in labels)]
