"""The whole story of one fictitious kitchen, for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from streekwerk.charts.table import Column, DataTable
from streekwerk.demo.kitchen import CONTRACTS
from streekwerk.matching.carving import stored
from streekwerk.screens.employer.case_shown import CaseShown
from streekwerk.screens.employer.forms.inventory import PRESSURE
from streekwerk.screens.employer.shown import Asked, DesignShown, compared_chart
from streekwerk.screens.employer.words import euros_and_cents, hours_words, said
from streekwerk.work.declaring import WORDS
from streekwerk.work.example import Example, example
from streekwerk.work.models import Design, DesignSet


@require_GET
def kitchen(request: HttpRequest) -> HttpResponse:
    """Show the work, the designs, the one that is followed, and what it brings."""
    told = example()
    shown = _designs(told)
    context = {
        "roles": _roles(told),
        "declaring": WORDS,
        "rules": told.problem.rules,
        "groups": [(said(name), _people(told, key)) for key, name in told.names.items()],
        "shown": shown,
        "chart": compared_chart(shown),
        "chosen": shown[told.chosen],
        "case": CaseShown(told.case),
    }
    return render(request, "employer/example.html", context)


def _designs(told: Example) -> list[DesignShown]:
    asked = DesignSet(
        inputs=told.problem.as_json(),
        names={key: name.as_json() for key, name in told.names.items()},
        counted=True,
    )
    given = Asked(asked)
    shown = []
    for number, one in enumerate(told.designs, start=1):
        design = one.design
        if design is not None:
            kept = Design(number=number, aim=one.aim.value, status=one.status, gap=one.gap)
            kept.jobs, kept.worth = stored.jobs_json(design.jobs), stored.worth_json(design.worth)
            shown.append(DesignShown.of(given, kept))
    return shown


def _people(told: Example, key: str) -> int:
    return next(group.people for group in told.problem.groups if group.key == key)


def _roles(told: Example) -> DataTable:
    inventory = told.problem.inventory
    rows = tuple(
        (
            role.name,
            f"{role.people} × {CONTRACTS[role.key]}",
            hours_words(inventory.half_hours(role.key)),
            euros_and_cents(role.cost),
            said(PRESSURE[role.pressure]),
        )
        for role in inventory.roles
    )
    columns = (
        Column(_("Functie")),
        Column(_("Mensen × uren"), numeric=True),
        Column(_("Taken samen"), numeric=True),
        Column(_("Per uur"), numeric=True),
        Column(_("Druk")),
    )
    return DataTable(_("Het werk in de keuken"), columns, rows)
