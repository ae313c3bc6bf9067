"""The context of the style guide: parts filled for the normal day, and when things go wrong."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk import charts
from streekwerk.screens.design.guide import samples
from streekwerk.screens.design.guide.forms import ExampleForm
from streekwerk.screens.design.navigation import Link, Step, steps_until
from streekwerk.vocabulary.language import Language

PAGES = ("guide", "guide-forms", "guide-charts")


def navigation(current: str) -> list[Link]:
    """Return the pages of the guide."""
    labels = (_("Onderdelen"), _("Formulieren"), _("Grafieken"))
    return [
        Link(label, reverse(f"design:{page}"), page == current)
        for label, page in zip(labels, PAGES, strict=True)
    ]


def parts(language: Language) -> dict[str, Any]:
    """Return what the page of components shows."""
    labels = (_("Bestand"), _("Kolommen"), _("Vergelijking"), _("Uitkomst"))
    return {
        "flow": steps_until(labels, 2),
        "broken_flow": (
            Step(labels[0], "done"),
            Step(labels[1], "wrong"),
            *(Step(label) for label in labels[2:]),
        ),
        "views": [
            Link(_("Kaarten"), "?weergave=kaarten#tabs", current=True),
            Link(_("Tabel"), "?weergave=tabel#tabs"),
        ],
        "facts": [
            (_("Maatregel"), _("Jobcoaching")),
            (_("Mensen"), _("212 met, 198 zonder")),
            (_("Periode"), _("januari 2023 tot en met december 2024")),
        ],
        "page": Paginator(range(95), 20).page(2),
        "table": charts.forest(samples.FOREST, language).table,
    }


def pictures(language: Language) -> dict[str, Any]:
    """Return every chart, drawn in ``language``."""
    return {
        "forest": charts.forest(samples.FOREST, language),
        "unbounded": charts.forest(samples.UNBOUNDED, language),
        "compact": charts.compact(samples.COMPACT_TITLE, samples.COMPACT, language),
        "horizons": charts.horizons(samples.HORIZONS, language),
        "people": charts.hundred_people(samples.PEOPLE, language),
        "bars": charts.bars(samples.BARS, language),
        "balance": charts.balance(samples.BALANCE, language),
        "overlap": charts.overlap(samples.OVERLAP, language),
        "lines": charts.lines(samples.LINES, language),
        "flow_chart": charts.flow(samples.FLOW, language),
    }


def forms() -> dict[str, Any]:
    """Return a form as it is met, and the same form sent in half empty."""
    return {
        "form": ExampleForm(),
        "broken_form": ExampleForm(
            {"name": "Jobcoaching 2024", "start": "31-02-2024"}, auto_id="fout_%s"
        ),
    }
