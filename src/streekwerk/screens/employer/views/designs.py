"""One design: read it, change it by hand, choose it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.matching.carving import CarvedJob, Portion, stored, worth_of
from streekwerk.matching.inventory import Task
from streekwerk.partners.models import Employer
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import context, done, for_employer
from streekwerk.screens.employer.forms.designs import ChooseForm, field_name, portions_in
from streekwerk.screens.employer.shown import Asked, DesignShown, breach_words
from streekwerk.vocabulary.language import number
from streekwerk.work.actions.designs import breach_json, change_by_hand, checked, choose
from streekwerk.work.actions.vacancies import open_vacancies
from streekwerk.work.models import Design
from streekwerk.work.queries.designs import design_of, vacancies_of
from streekwerk.work.queries.overview import choice_of
from streekwerk.work.refusals import Refused


@require_http_methods(["GET", "POST"])
@for_employer
def design(request: SignedInRequest, employer: Employer, design_id: uuid.UUID) -> HttpResponse:
    """Explain a design task by task; choose it with a reason."""
    found = _design(employer, design_id)
    form = ChooseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            choose(request.user, found, form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("Gekozen. Reken nu uit wat het oplevert."))
            return redirect("employer:case", employer.public_id)
    shown = DesignShown.of(Asked(found.set), found)
    choice = choice_of(employer)
    whole = context(
        request,
        employer,
        "redesign",
        design=found,
        shown=shown,
        form=form,
        chosen=choice if choice and choice.design_id == found.pk else None,
        vacancies=vacancies_of(found),
    )
    return render(request, "employer/design.html", whole)


@require_POST
@for_employer
def open_up(request: SignedInRequest, employer: Employer, design_id: uuid.UUID) -> HttpResponse:
    """Open a vacancy for every job of the chosen design."""
    found = _design(employer, design_id)
    choice = choice_of(employer)
    if choice is None or choice.design_id != found.pk:
        raise Http404
    done(
        request,
        lambda: open_vacancies(request.user, found),
        _("De vacature staat open voor de regio. Begeleiders en werkzoekenden kunnen haar zien."),
    )
    return redirect("employer:design", employer.public_id, design_id)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: the hours of a task in a job."""

    name: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A task that can move, with a field for every job."""

    task: Task
    role: str
    cells: tuple[Cell, ...]
    wrong: bool


@require_http_methods(["GET", "POST"])
@for_employer
def edit(request: SignedInRequest, employer: Employer, design_id: uuid.UUID) -> HttpResponse:
    """Change the hours of tasks in jobs; every change is checked at once, without the solver."""
    found = _design(employer, design_id)
    given = Asked(found.set)
    movable = [task for task in given.problem.inventory.tasks if not task.core]
    before = stored.jobs_from(found.jobs)
    room = min(max(given.problem.rules.jobs, len(before)), 6)
    portions, wrong = [job.portions for job in before], list[str]()
    if request.method == "POST":
        portions, wrong = portions_in(request.POST, room, [task.key for task in movable])
        if "bewaar" in request.POST and not wrong:
            kept = _keep(request, found, portions)
            if kept is not None:
                return redirect("employer:design", employer.public_id, kept.public_id)
    result = _checked(found, given, portions, wrong)
    if request.headers.get("HX-Request"):
        return render(request, "employer/checked.html", result)
    lines = [_line(task, given, portions, room, request, wrong) for task in movable]
    whole = context(request, employer, "redesign", design=found, lines=lines, **result)
    whole["numbers"] = range(1, room + 1)
    return render(request, "employer/edit.html", whole, status=422 if wrong else 200)


def _keep(
    request: SignedInRequest, design: Design, portions: list[tuple[Portion, ...]]
) -> Design | None:
    try:
        made = change_by_hand(request.user, design, portions)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return None
    messages.success(
        request, _("Bewaard als nieuw ontwerp. Het ontwerp waar u mee begon staat er nog.")
    )
    return made


def _checked(
    design: Design, given: Asked, portions: list[tuple[Portion, ...]], wrong: list[str]
) -> dict[str, Any]:
    if wrong:
        return {"wrong": [given.tasks[key].name for key in dict.fromkeys(wrong)]}
    jobs, broken = checked(design, portions)
    problem = given.problem
    worth = worth_of(jobs, problem.inventory, problem.groups, problem.rules)
    return {
        "shown": DesignShown(given, jobs, worth),
        "before": DesignShown.of(given, design),
        "breaches": breach_words([breach_json(each) for each in broken]),
        "lengths": _lengths(jobs),
    }


def _lengths(jobs: tuple[CarvedJob, ...]) -> list[float]:
    return [job.half_hours / 2 for job in jobs]


def _line(
    task: Task,
    given: Asked,
    portions: list[tuple[Portion, ...]],
    room: int,
    request: SignedInRequest,
    wrong: list[str],
) -> Line:
    taken = [{p.task: p.half_hours for p in job} for job in portions]
    cells = []
    for job in range(room):
        name = field_name(job, task.key)
        now = taken[job].get(task.key, 0) if job < len(taken) else 0
        value = request.POST.get(name, "") if task.key in wrong else _hours(now)
        label = _("%(task)s: uren in baan %(n)s") % {"task": task.name, "n": job + 1}
        cells.append(Cell(name, value, label))
    role = given.problem.inventory.role_of[task.role].name
    return Line(task, role, tuple(cells), task.key in wrong)


def _hours(half_hours: int) -> str:
    """Return hours as they are typed; empty for none."""
    return number(half_hours / 2, reader_language(), half_hours % 2) if half_hours else ""


def _design(employer: Employer, public_id: uuid.UUID) -> Design:
    found = design_of(employer, public_id)
    if found is None:
        raise Http404
    return found
