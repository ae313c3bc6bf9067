"""Every rule, and the page behind each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from streekwerk.bylaws import queries
from streekwerk.rights import rule as rule_by_key
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.catalogue import left_out, number_of_rules, rule_on_page, shelves
from streekwerk.screens.rights.forms import CatalogueFilter
from streekwerk.screens.rights.section import section
from streekwerk.screens.rights.themes import scope_of, theme_of


@require_GET
def catalogue(request: HttpRequest) -> HttpResponse:
    """List the rules by theme; the filter lives in the address."""
    form = CatalogueFilter(request.GET or None)
    chosen = form.chosen() if form.is_bound else dict.fromkeys(form.fields, "")
    found = shelves(**chosen, language=reader_language())
    context = section(request, "catalogue") | {
        "form": form,
        "filtered": form.is_bound,
        "shelves": found,
        "shown": sum(len(shelf.rules) for shelf in found),
        "total": number_of_rules(),
        "not_included": left_out(**chosen, language=reader_language()),
    }
    return render(request, "rights/catalogue.html", context)


@require_GET
def rule(request: HttpRequest, key: str) -> HttpResponse:
    """Show everything about one rule."""
    try:
        found = rule_by_key(key)
    except LookupError as unknown:
        raise Http404 from unknown
    today, language = timezone.localdate(), reader_language()
    municipality = queries.municipality_on(request.user, today)
    trail = (
        Link(_("Alle regels"), reverse("rights:catalogue")),
        Link(found.name.in_language(language)),
    )
    context = section(request, "catalogue", *trail) | {
        "page": rule_on_page(found, today, municipality, language),
        "rule": found,
        "theme": theme_of(found),
        "municipality": municipality,
        "only": scope_of(found).key,
    }
    return render(request, "rights/rule.html", context)
