"""The own goal and plan: say how a step goes, ask for help."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.guidance.plan.steps import NotDoneReason, StepEvent
from streekwerk.people.actions.outcomes import say_what_came_of
from streekwerk.people.actions.plans import happened
from streekwerk.people.actions.requests import ask_help
from streekwerk.people.models import Person, Step
from streekwerk.people.queries.decisions import latest_decision
from streekwerk.people.queries.follow_ups import outcomes_of
from streekwerk.people.queries.guidance import earlier_plans, guidance_of, step_of
from streekwerk.people.refusals import Refused
from streekwerk.reports.plan import plan_pdf
from streekwerk.screens.caseworker.options.paper import plan_content
from streekwerk.screens.caseworker.words import who_words
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.jobseeker.forms import HelpForm, NotDoneForm
from streekwerk.screens.jobseeker.own_page import context, own, said


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show the goal, the choice and the steps: what is open first."""
    guidance = guidance_of(person)
    settled = [step for step in guidance.steps if step.state != "planned"]
    whole = {
        "guidance": guidance,
        "planned": [(step, who_words(step)) for step in guidance.planned],
        "settled": settled,
        "decision": latest_decision(person),
        "earlier": earlier_plans(person),
    }
    return render(request, "jobseeker/plan.html", context(request, person, "plan", **whole))


@require_http_methods(["GET", "POST"])
@own
def step(request: SignedInRequest, person: Person, step_id: uuid.UUID) -> HttpResponse:
    """Say how a step went: done, or not yet with a plain reason; or ask for help."""
    found = step_of(person, step_id)
    if found is None:
        raise Http404
    event = request.POST.get("event", "")
    not_done = NotDoneForm(request.POST if event == "not_done" else None)
    help_form = HelpForm(request.POST if event == "help" else None)
    if request.method == "POST":
        answer = _happened(request, person, found, not_done, help_form)
        if answer is not None:
            return answer
    whole = {
        "step": found,
        "who": who_words(found),
        "not_done": not_done,
        "help": help_form,
        "outcome": outcomes_of(person).get(found.pk),
        "outcomes": list(CameOf),
        "running": found.plan.closed_on is None,
    }
    return render(request, "jobseeker/step.html", context(request, person, "plan", **whole))


def _happened(
    request: SignedInRequest, person: Person, step: Step, not_done: NotDoneForm, help_form: HelpForm
) -> HttpResponse | None:
    """Do what was sent; None when a form must be shown again."""
    event = request.POST.get("event", "")
    try:
        if event == "help" and help_form.is_valid():
            made = ask_help(request.user, person, help_form.cleaned_data["words"], step)
            return redirect("jobseeker:request", made.public_id)
        if event == "not_done" and not_done.is_valid():
            given = not_done.cleaned_data
            reason = NotDoneReason(given["reason"])
            happened(request.user, step, StepEvent.NOT_DONE, reason=reason, note=given["note"])
            messages.success(request, _("Bewaard. Samen kijkt u wat nodig is."))
        elif event in {"done", "reopened"}:
            due = step.due if event == "reopened" else None
            happened(request.user, step, StepEvent(event), due=due)
            messages.success(request, _("Bewaard."))
        elif event == "came_of" and (outcome := _outcome(request)):
            say_what_came_of(request.user, step, outcome)
            messages.success(request, _("Bewaard. Dank u wel."))
        else:
            return None
    except Refused as refused:
        said(request, refused)
    return redirect("jobseeker:step", step.public_id)


def _outcome(request: SignedInRequest) -> CameOf | None:
    given = request.POST.get("outcome", "")
    return next((each for each in CameOf if each.value == given), None)


@require_GET
@own
def on_paper(request: SignedInRequest, person: Person) -> HttpResponse:
    """Return the plan as a PDF."""
    content = plan_content(request.user, person, reader_language())
    audit.record(request.user, "plan.printed", person)
    return pdf(plan_pdf(content), _("plan"))


def pdf(content: bytes, name: str) -> HttpResponse:
    """Return a PDF to open; no name of a person in the name of the file."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
