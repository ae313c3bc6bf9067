"""The steps of redesign, what was noted, and the working paper of each."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.matching.carving.method import BY_KEY, STEPS, MethodStep
from streekwerk.partners.models import Employer
from streekwerk.reports.working_paper import working_paper_pdf
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import context, done, for_employer
from streekwerk.screens.employer.forms.designs import StepForm
from streekwerk.screens.employer.paper import paper_of
from streekwerk.screens.employer.stages import flow_of
from streekwerk.screens.employer.words import said
from streekwerk.vocabulary.language import LANGUAGES, Language, Text
from streekwerk.work.actions.steps import note_step
from streekwerk.work.models import RedesignStep, StepState
from streekwerk.work.queries.steps import steps_of

STATES = {
    StepState.OPEN: Text("Nog te doen", "To do"),
    StepState.BUSY: Text("Mee bezig", "Under way"),
    StepState.DONE: Text("Klaar", "Done"),
    StepState.SKIPPED: Text("Slaan wij over", "We skip this"),
}


@require_GET
@for_employer
def method(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Show the eight steps and how far each is."""
    noted = steps_of(employer)
    rows = [(one, _state(noted.get(one.key.value)), noted.get(one.key.value)) for one in STEPS]
    whole = context(request, employer, "method", rows=rows, flow=flow_of(employer, noted))
    return render(request, "employer/method.html", whole)


@require_http_methods(["GET", "POST"])
@for_employer
def step(request: SignedInRequest, employer: Employer, key: str) -> HttpResponse:
    """Talk a step through, and note what was said."""
    one = _step(key)
    noted = steps_of(employer).get(key)
    states = [(state.value, said(words)) for state, words in STATES.items()]
    form = StepForm(
        states, [said(each) for each in one.questions], request.POST or None, _initial(noted)
    )
    if request.method == "POST" and form.is_valid():
        state = StepState(form.cleaned_data["state"])
        kept = done(
            request,
            lambda: note_step(request.user, employer, key, state, form.notes),
            _("Bewaard."),
        )
        if kept:
            return redirect("employer:method", employer.public_id)
    whole = context(request, employer, "method", step=one, noted=noted, form=form)
    return render(request, "employer/step.html", whole)


@require_GET
@for_employer
def paper(request: SignedInRequest, employer: Employer, key: str) -> HttpResponse:
    """Return the working paper of a step as a PDF."""
    content = paper_of(employer, _step(key), steps_of(employer).get(key), _language(request))
    answer = HttpResponse(working_paper_pdf(content), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{_("werkblad")}-{key}.pdf"'
    return answer


def _language(request: SignedInRequest) -> Language:
    asked = request.GET.get("taal", "")
    return next((each for each in LANGUAGES if each == asked), reader_language())


def _state(noted: RedesignStep | None) -> str:
    return said(STATES[StepState(noted.state) if noted else StepState.OPEN])


def _initial(noted: RedesignStep | None) -> dict[str, Any]:
    if noted is None:
        return {"state": StepState.BUSY}
    notes = {f"note_{number}": words for number, words in enumerate(noted.notes)}
    return {"state": noted.state, **notes}


def _step(key: str) -> MethodStep:
    if key not in BY_KEY:
        raise Http404
    return BY_KEY[key]
