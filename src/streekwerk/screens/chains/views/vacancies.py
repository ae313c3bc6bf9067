"""Vacancies: for who works for the region, who seeks work there, and the employers in them."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.matching.inventory import Moment
from streekwerk.matching.skills import skill_words
from streekwerk.partners.permissions import ADVISERS
from streekwerk.screens.chains import bench
from streekwerk.screens.chains.shown import year_of
from streekwerk.vocabulary.language import Text
from streekwerk.work.actions.vacancies import end_vacancy
from streekwerk.work.models import Vacancy, VacancyState
from streekwerk.work.queries.vacancies import READERS, vacancies_visible_to, vacancy_for

ON_A_PAGE = 20
LOADS = (
    Text("lichamelijk", "physical"),
    Text("denkwerk", "mental"),
    Text("omgang met mensen", "dealing with people"),
    Text("energie", "energy"),
)
HEAVY = (
    Text("niet zwaar", "not heavy"),
    Text("licht", "light"),
    Text("gewoon", "ordinary"),
    Text("zwaar", "heavy"),
    Text("heel zwaar", "very heavy"),
)


@require_GET
@for_roles(*READERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show the vacancies, newest first."""
    found = vacancies_visible_to(request.user)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(each, _hours(each), _where(each)) for each in page.object_list]
    return bench.page(request, "vacancies.html", "vacancies", page_obj=page, rows=rows)


@require_GET
@for_roles(*READERS)
def vacancy(request: SignedInRequest, vacancy_id: uuid.UUID) -> HttpResponse:
    """Show one vacancy."""
    found = _vacancy(request, vacancy_id)
    return bench.page(request, "vacancy.html", "vacancies", vacancy=found, **_shown(found))


def _shown(found: Vacancy) -> dict[str, Any]:
    shared = len(found.places) > 1
    loads = zip(LOADS, found.load or (), strict=False)
    return {
        "hours": _hours(found),
        "where": _where(found),
        "signs": next((each["name"] for each in found.places if each["signs"]), ""),
        "skills": [bench.sentence(skill_words(key)) for key in found.skills],
        "moments": [bench.sentence(Moment(key).words) for key in found.moments],
        "loads": [(bench.sentence(kind), bench.said(HEAVY[step])) for kind, step in loads],
        "shared": shared,
        "year": year_of([(_lane(each), each["half_hours"]) for each in found.places])
        if shared
        else None,
    }


def _lane(each: dict[str, Any]) -> str:
    return f"{each['name']}: {each['work']}" if each["work"] else str(each["name"])


def _hours(found: Vacancy) -> str:
    low, high = found.hours_of_weeks
    if low == high:
        return _("%(n)s uur per week") % {"n": bench.hours(low)}
    return _("%(low)s tot %(high)s uur per week") % {
        "low": bench.hours(low),
        "high": bench.hours(high),
    }


def _where(found: Vacancy) -> str:
    return ", ".join(dict.fromkeys(each["place"] for each in found.places))


@require_POST
@for_roles(*ADVISERS)
def end(request: SignedInRequest, vacancy_id: uuid.UUID) -> HttpResponse:
    """Note that it was filled, or withdraw it."""
    found = _vacancy(request, vacancy_id)
    filled = request.POST.get("hoe") == VacancyState.FILLED.value
    state = VacancyState.FILLED if filled else VacancyState.WITHDRAWN
    return bench.click(
        request,
        lambda: end_vacancy(request.user, found, state),
        _("Bewaard. De vacature is niet meer te zien voor wie werk zoekt."),
        "vacancy",
        found.public_id,
    )


def _vacancy(request: SignedInRequest, vacancy_id: uuid.UUID) -> Vacancy:
    found = vacancy_for(request.user, vacancy_id)
    if found is None:
        raise Http404
    return found
