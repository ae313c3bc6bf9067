"""What works: cards, and the page behind each."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from streekwerk.learning import queries
from streekwerk.learning.cards import all_cards, chosen, study_card
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.findings.figures import forests
from streekwerk.screens.findings.results import result_page
from streekwerk.screens.public.filters import CardFilter


@require_GET
def what_works(request: HttpRequest) -> HttpResponse:
    """List what is known, newest own work first; the filter lives in the address."""
    form = CardFilter(request.GET or None)
    cards = all_cards(request.user)
    shown = chosen(cards, **form.chosen()) if form.is_bound else cards
    context = {"form": form, "cards": shown, "total": len(cards), "filtered": form.is_bound}
    return render(request, "public/what_works.html", context)


@require_GET
def study(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published study with all its figures and where to check them."""
    found = get_object_or_404(queries.studies(), slug=slug)
    card = study_card(found)
    drawn = [line for line in card.lines if line.interval]
    context = {
        "study": found,
        "card": card,
        "figures": forests(drawn, reader_language()),
        "breadcrumb": _trail(card.title.in_language(reader_language())),
    }
    return render(request, "public/study.html", context)


@require_GET
def evaluation(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show an evaluation that was published, or that the reader's own municipality saved."""
    readable = queries.published().filter(public_id=public_id).first()
    found = readable or queries.saved_for(request.user).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    title = found.title_words.in_language(reader_language())
    context = result_page(found) | {"breadcrumb": _trail(title)}
    return render(request, "public/evaluation.html", context)


def _trail(title: str) -> list[Link]:
    return [Link(_("Wat werkt"), reverse("public:what-works")), Link(title)]
