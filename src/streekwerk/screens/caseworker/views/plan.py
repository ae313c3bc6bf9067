"""Goal and plan: agree on steps, say how they went, look back."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.plan.goals import GoalKind, PlanResult
from streekwerk.guidance.plan.steps import NotDoneReason, StepEvent
from streekwerk.people.actions import plans
from streekwerk.people.models import Person, Step
from streekwerk.people.queries.guidance import (
    active_goal,
    earlier_goals,
    earlier_plans,
    open_plan,
    step_of,
)
from streekwerk.people.refusals import Refused
from streekwerk.screens.caseworker.forms.plans import (
    EvaluationDayForm,
    GoalForm,
    LookBackForm,
    MoveForm,
    NotDoneForm,
    StepForm,
)
from streekwerk.screens.caseworker.person_page import context, for_person
from streekwerk.screens.caseworker.words import who_words
from streekwerk.screens.design.templatetags.design import reader_language


@require_http_methods(["GET", "POST"])
@for_person
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show goal, open steps, what was done, and earlier plans; agree on a day to look back."""
    plan = open_plan(person)
    form = EvaluationDayForm(request.POST or None)
    if request.method == "POST" and plan and form.is_valid():
        plans.agree_to_look_back(request.user, plan, form.cleaned_data["on"])
        return redirect("caseworker:plan", person.public_id)
    steps = (
        [(step, who_words(step)) for step in plan.steps.select_related("person__caseworker")]
        if plan
        else []
    )
    whole = context(
        request,
        person,
        "plan",
        goal=active_goal(person),
        plan=plan,
        open_steps=[pair for pair in steps if pair[0].state == "planned"],
        settled=[pair for pair in steps if pair[0].state != "planned"],
        earlier=earlier_plans(person),
        goals=earlier_goals(person),
        day_form=form,
        today=timezone.localdate(),
    )
    return render(request, "caseworker/plan.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def goal(request: SignedInRequest, person: Person) -> HttpResponse:
    """Agree on a goal."""
    form = GoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        plans.set_goal(request.user, person, given["words"], GoalKind(given["kind"]))
        messages.success(request, _("Het doel is afgesproken."))
        return redirect("caseworker:plan", person.public_id)
    whole = context(request, person, "plan", form=form, goal=active_goal(person))
    return render(request, "caseworker/goal.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def new_step(request: SignedInRequest, person: Person) -> HttpResponse:
    """Agree on a step."""
    form = StepForm(person, request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        plans.add_step(request.user, person, form.step())
        messages.success(request, _("De stap staat in het plan."))
        return redirect("caseworker:plan", person.public_id)
    whole = context(request, person, "plan", form=form, goal=active_goal(person))
    return render(request, "caseworker/new_step.html", whole)


@require_http_methods(["GET", "POST"])
@for_person
def step(request: SignedInRequest, person: Person, step_id: uuid.UUID) -> HttpResponse:
    """Show one step and everything that happened to it; say how it went."""
    found = step_of(person, step_id)
    if found is None:
        raise Http404
    not_done, move = NotDoneForm(), MoveForm(initial={"due": found.due})
    if request.method == "POST":
        event = _event(request)
        not_done = NotDoneForm(request.POST if event is StepEvent.NOT_DONE else None)
        moves = event in {StepEvent.MOVED, StepEvent.REOPENED}
        move = MoveForm(request.POST if moves else None, initial={"due": found.due})
        if _happened(request, found, event, not_done, move):
            if event is StepEvent.DONE:
                return redirect("caseworker:step-outcome", person.public_id, step_id)
            return redirect("caseworker:plan", person.public_id)
    whole = context(
        request,
        person,
        "plan",
        step=found,
        who=who_words(found),
        not_done=not_done,
        move=move,
        open_now=found.state == "planned" and found.plan.closed_on is None,
    )
    return render(request, "caseworker/step.html", whole)


def _event(request: SignedInRequest) -> StepEvent:
    try:
        return StepEvent(request.POST.get("event", ""))
    except ValueError:
        raise BadRequest from None


def _happened(
    request: SignedInRequest, found: Step, event: StepEvent, not_done: NotDoneForm, move: MoveForm
) -> bool:
    if (not_done.is_bound and not not_done.is_valid()) or (move.is_bound and not move.is_valid()):
        return False
    try:
        plans.happened(
            request.user,
            found,
            event,
            due=move.cleaned_data["due"] if move.is_bound else None,
            reason=NotDoneReason(not_done.cleaned_data["reason"]) if not_done.is_bound else None,
            note=not_done.cleaned_data["note"] if not_done.is_bound else "",
        )
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return True
    messages.success(request, _("Bewaard."))
    return True


@require_http_methods(["GET", "POST"])
@for_person
def look_back(request: SignedInRequest, person: Person) -> HttpResponse:
    """Look back on the plan that runs."""
    plan = open_plan(person)
    if plan is None:
        return redirect("caseworker:plan", person.public_id)
    form = LookBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        result = PlanResult(given["result"])
        plans.look_back(request.user, plan, result, given["words"], given["next_on"])
        messages.success(request, _("Bewaard."))
        return redirect("caseworker:plan", person.public_id)
    steps = [(each, who_words(each)) for each in plan.steps.select_related("person__caseworker")]
    whole = context(request, person, "plan", form=form, plan=plan, steps=steps)
    return render(request, "caseworker/look_back.html", whole)
