"""The pages of the style guide and the accessibility statement; nothing here keeps state."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from streekwerk.screens.design.guide import moments
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """Show every component in its three moments."""
    context = {
        "subnavigation": moments.navigation("guide"),
        "breadcrumb": [Link(_("Begin"), "/"), Link(_("Vormgeving"))],
        **moments.parts(reader_language()),
        **moments.pictures(reader_language()),
    }
    return render(request, "design/guide/parts.html", context)


@require_GET
def guide_forms(request: HttpRequest) -> HttpResponse:
    """Show a form when it is met, and when something in it is wrong."""
    context = {"subnavigation": moments.navigation("guide-forms"), **moments.forms()}
    return render(request, "design/guide/forms.html", context)


@require_GET
def guide_charts(request: HttpRequest) -> HttpResponse:
    """Show every chart with its words and its table."""
    context = {
        "subnavigation": moments.navigation("guide-charts"),
        **moments.pictures(reader_language()),
    }
    return render(request, "design/guide/charts.html", context)


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what was checked, what was not, and where to report a problem."""
    return render(request, "design/accessibility.html")


@require_GET
def error_page(request: HttpRequest, code: int) -> HttpResponse:
    """Show what a reader sees when access is refused, a page is gone, or we failed."""
    return render(request, f"{code}.html", status=200)
