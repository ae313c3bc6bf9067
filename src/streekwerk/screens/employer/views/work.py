"""Roles and tasks by form."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.models import Employer
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import address, context, done, for_employer
from streekwerk.screens.employer.forms.inventory import RoleForm, TaskForm
from streekwerk.work.actions import inventory as actions
from streekwerk.work.models import Task
from streekwerk.work.queries.inventory import RoleWork, work_of
from streekwerk.work.refusals import Refused


@require_GET
@for_employer
def overview(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Show every role with its tasks, and whether the hours add up."""
    return render(
        request, "employer/work.html", context(request, employer, "work", work=work_of(employer))
    )


@require_http_methods(["GET", "POST"])
@for_employer
def add_role(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Add a role, and go on to its tasks."""
    form = RoleForm(None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            role = actions.add_role(request.user, employer, form.values())
        except Refused as refused:
            form.add_error("name", refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("De functie staat erbij. Welke taken horen erbij?"))
            return redirect("employer:library", employer.public_id, role.key)
    return render(request, "employer/role.html", context(request, employer, "work", form=form))


@require_http_methods(["GET", "POST"])
@for_employer
def role(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Change a role."""
    found = _role(employer, key)
    form = RoleForm(found.role, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_role(request.user, employer, key, form.values())
        except Refused as refused:
            form.add_error("name", refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("employer:work", employer.public_id)
    whole = context(request, employer, "work", form=form, found=found)
    return render(request, "employer/role.html", whole)


@require_POST
@for_employer
def remove_role(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Take a role out with its tasks."""
    _role(employer, key)
    done(
        request,
        lambda: actions.remove_role(request.user, employer, key),
        _("De functie en haar taken zijn weg. In eerdere ontwerpen staan ze nog."),
    )
    return redirect("employer:work", employer.public_id)


@require_http_methods(["GET", "POST"])
@for_employer
def add_task(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Add a task to a role; and another, when asked."""
    found = _role(employer, key)
    form = TaskForm(None, found.role.level, request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = done(
            request,
            lambda: actions.add_task(request.user, employer, key, form.values()),
            _("“%(name)s” staat erbij.") % {"name": form.cleaned_data["name"]},
        )
        if added and "another" in request.POST:
            return redirect("employer:add-task", employer.public_id, key)
        if added:
            return redirect(f"{address('work', employer)}#functie-{key}")
    whole = context(request, employer, "work", form=form, found=found)
    return render(request, "employer/task.html", whole)


@require_http_methods(["GET", "POST"])
@for_employer
def task(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Change a task; whoever does so has looked at it."""
    one, found = _task(employer, key)
    form = TaskForm(one, found.role.level, request.POST or None)
    confirming = request.GET.get("na") == "bevestigen"
    if request.method == "POST" and form.is_valid():
        changed = done(
            request,
            lambda: actions.change_task(request.user, employer, key, form.values()),
            _("Bewaard."),
        )
        if changed and confirming:
            return redirect("employer:confirm", employer.public_id)
        if changed:
            return redirect(f"{address('work', employer)}#functie-{found.role.key}")
    whole = context(request, employer, "work", form=form, found=found, task=one)
    return render(request, "employer/task.html", whole)


@require_POST
@for_employer
def copy_task(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Add a task like this one, and open it."""
    one, _found = _task(employer, key)
    name = _("%(name)s (kopie)") % {"name": one.name}
    try:
        copied = actions.copy_task(request.user, employer, key, name)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return redirect("employer:work", employer.public_id)
    return redirect("employer:task", employer.public_id, copied.key)


@require_POST
@for_employer
def remove_task(request: SignedInRequest, employer: Employer, key: uuid.UUID) -> HttpResponse:
    """Take a task out."""
    _one, found = _task(employer, key)
    done(request, lambda: actions.remove_task(request.user, employer, key), _("De taak is weg."))
    if request.POST.get("na") == "bevestigen":
        return redirect("employer:confirm", employer.public_id)
    return redirect(f"{address('work', employer)}#functie-{found.role.key}")


def _role(employer: Employer, key: uuid.UUID) -> RoleWork:
    found = work_of(employer).role(key)
    if found is None:
        raise Http404
    return found


def _task(employer: Employer, key: uuid.UUID) -> tuple[Task, RoleWork]:
    work = work_of(employer)
    task = work.task(key)
    if task is None:
        raise Http404
    return task, next(each for each in work.roles if each.role.pk == task.role_id)
