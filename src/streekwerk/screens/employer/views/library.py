"""Begin from usual tasks of an occupation, and look at each of them once."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.matching.inventory import Task as PureTask
from streekwerk.matching.library import SOURCE, Occupation, occupation, occupations, typical_tasks
from streekwerk.partners.models import Employer
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import address, context, done, for_employer
from streekwerk.screens.employer.forms.inventory import LibraryForm
from streekwerk.screens.employer.words import facts_of, hours_words
from streekwerk.work.actions import inventory as actions
from streekwerk.work.actions.files import task_values
from streekwerk.work.models import Role, Source
from streekwerk.work.queries.inventory import work_of

USUAL_WEEK = 36


@require_http_methods(["GET", "POST"])
@for_employer
def library(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Choose an occupation, then which of its usual tasks happen here."""
    found = work_of(employer).role(key)
    if found is None:
        raise Http404
    chosen = _occupation(request.GET.get("beroep", ""))
    whole = context(request, employer, "work", found=found, source=SOURCE)
    if chosen is None:
        names = sorted((one.name.in_language(reader_language()), one.key) for one in occupations())
        return render(request, "employer/library.html", whole | {"occupations": names})
    usual = _usual(chosen, found.role)
    form = LibraryForm([(one.key, _told(one)) for one in usual], request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = [one for one in usual if one.key in form.cleaned_data["tasks"]]
        words = ngettext(
            "%(n)s taak staat erbij. Kijk of ze klopt.",
            "%(n)s taken staan erbij. Kijk of ze kloppen.",
            len(taken),
        ) % {"n": len(taken)}
        if done(request, lambda: _add(request, employer, key, taken), words):
            return redirect("employer:confirm", employer.public_id)
    return render(request, "employer/library.html", whole | {"form": form, "chosen": chosen})


@require_http_methods(["GET", "POST"])
@for_employer
def confirm(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Show one task that nobody looked at yet, and ask whether it is so here."""
    if request.method == "POST":
        key = _uuid(request.POST.get("taak", ""))
        done(request, lambda: actions.confirm_task(request.user, employer, key))
        return redirect("employer:confirm", employer.public_id)
    work = work_of(employer)
    waiting = work.to_confirm
    if not waiting:
        return render(request, "employer/confirmed.html", context(request, employer, "work"))
    task = waiting[0]
    role = next(each.role for each in work.roles if each.role.pk == task.role_id)
    whole = context(
        request,
        employer,
        "work",
        task=task,
        role=role,
        facts=facts_of(task),
        left=len(waiting),
        change_url=f"{address('task', employer, task.key)}?na=bevestigen",
    )
    return render(request, "employer/confirm.html", whole)


def _occupation(key: str) -> Occupation | None:
    try:
        return occupation(key)
    except LookupError:
        return None


def _usual(chosen: Occupation, role: Role) -> tuple[PureTask, ...]:
    hours = float(role.contract_hours or USUAL_WEEK)
    return typical_tasks(chosen.key, str(role.key), role.people, hours, reader_language())


def _told(task: PureTask) -> str:
    return _("%(name)s, ongeveer %(hours)s per week") % {
        "name": task.name,
        "hours": hours_words(task.half_hours),
    }


def _add(
    request: SignedInRequest, employer: Employer, key: uuid.UUID, taken: list[PureTask]
) -> int:
    many: list[dict[str, Any]] = [
        task_values(one)
        | {"source": Source.LIBRARY, "library_key": one.key.rpartition(".")[2][:80]}
        for one in taken
    ]
    return actions.add_tasks(request.user, employer, key, many)


def _uuid(words: str) -> uuid.UUID:
    try:
        return uuid.UUID(words)
    except ValueError as error:
        raise Http404 from error
