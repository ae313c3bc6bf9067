"""Declare, set limits, ask for designs; see how far it is; stop; loosen."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.models import Employer
from streekwerk.partners.queries.files_now import file_now
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import context, done, for_employer
from streekwerk.screens.employer.forms.limits import DeclarationForm, LimitsForm
from streekwerk.screens.employer.shown import Asked, DesignShown, compared, compared_chart
from streekwerk.screens.employer.words import said
from streekwerk.vocabulary.language import Text
from streekwerk.work import declaring
from streekwerk.work.actions import computing
from streekwerk.work.actions.designs import ask_for_designs, cancel, declare
from streekwerk.work.actions.limits import WAYS, loosen, set_limits
from streekwerk.work.models import DesignLimits, DesignSet
from streekwerk.work.queries.designs import declaration_of, designs_of, set_of, sets_of
from streekwerk.work.queries.groups import groups_of
from streekwerk.work.queries.inventory import newest_of, work_of
from streekwerk.work.queries.limits import limits_of
from streekwerk.work.queries.overview import choice_of
from streekwerk.work.refusals import Refused

MOST_EARLIER = 12


@require_http_methods(["GET", "POST"])
@for_employer
def redesign(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Set the limits, declare, and ask for designs."""
    work = work_of(employer)
    declared = declaration_of(work.analysis)
    sent = request.POST or None
    form = LimitsForm(_limits(request, employer), groups_of(employer.region_id), sent)
    declaration = None if declared else DeclarationForm(sent)
    if request.method == "POST" and _valid(form, declaration):
        try:
            asked = _ask(request, employer, form, declaration)
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            return redirect("employer:designs", employer.public_id, asked.public_id)
    whole = context(
        request,
        employer,
        "redesign",
        work=work,
        form=form,
        declaration=declaration,
        declared=declared,
        declaring=declaring.WORDS,
        earlier=list(sets_of(employer)[:MOST_EARLIER]),
        choice=choice_of(employer),
    )
    return render(request, "employer/redesign.html", whole)


def _limits(request: SignedInRequest, employer: Employer) -> DesignLimits:
    """Return the limits; the first time with the guidance that the employer said is possible."""
    limits = limits_of(employer)
    if not limits.is_kept:
        possible = file_now(request.user, employer).possibilities
        if possible is not None and possible.guidance_minutes is not None:
            limits.guidance_room = possible.guidance_minutes
    return limits


def _valid(form: LimitsForm, declaration: DeclarationForm | None) -> bool:
    # Both are looked at, so that everything that is wrong is said at once.
    right = [form.is_valid(), declaration is None or declaration.is_valid()]
    return all(right)


def _ask(
    request: SignedInRequest,
    employer: Employer,
    form: LimitsForm,
    declaration: DeclarationForm | None,
) -> DesignSet:
    set_limits(request.user, employer, form.values())
    if declaration is not None:
        declare(request.user, employer, declaration.cleaned_data["name"])
    asked = ask_for_designs(request.user, employer)
    computing.start(request.user, asked)
    return asked


@require_GET
@for_employer
def designs(request: SignedInRequest, employer: Employer, set_id: uuid.UUID) -> HttpResponse:
    """Show how far a computation is, what stands in the way, or the designs side by side."""
    asked = _set(employer, set_id)
    if request.headers.get("HX-Request"):
        # The page asks how far it is.
        if not asked.is_unfinished:
            return HttpResponseClientRefresh()
        return render(request, "employer/busy.html", {"asked": asked, "employer": employer})
    newest = newest_of(employer)
    whole = context(request, employer, "redesign", asked=asked, **_result(asked))
    whole["newest_number"] = newest.number if newest else 0
    if asked.is_unfinished:
        whole["refresh_seconds"] = 3
    return render(request, "employer/designs.html", whole)


def _result(asked: DesignSet) -> dict[str, Any]:
    found = designs_of(asked)
    if not found:
        return {"loosen": [_loosening(each) for each in asked.relaxations]}
    given = Asked(asked)
    shown = [DesignShown.of(given, design) for design in found]
    computed = [one for one in shown if one.design and not one.design.by_hand]
    return {
        "shown": computed,
        "by_hand": [one for one in shown if one.design and one.design.by_hand],
        "table": compared(computed),
        "chart": compared_chart(computed) if len(computed) > 1 else None,
        "choice": choice_of(asked.employer),
        "proven": all(one.design.is_proven for one in computed if one.design),
    }


def _loosening(stored: dict[str, Any]) -> dict[str, Any]:
    words = said(Text.from_json(stored["words"]))
    return {
        "rule": stored["rule"],
        "words": words[:1].upper() + words[1:],
        "can_be_applied": stored["rule"] in WAYS,
    }


@require_POST
@for_employer
def stop(request: SignedInRequest, employer: Employer, set_id: uuid.UUID) -> HttpResponse:
    """Stop a computation."""
    asked = _set(employer, set_id)
    done(request, lambda: cancel(request.user, asked), _("Gestopt. Er is niets bewaard."))
    return redirect("employer:redesign", employer.public_id)


@require_POST
@for_employer
def relax(request: SignedInRequest, employer: Employer, set_id: uuid.UUID) -> HttpResponse:
    """Loosen one rule as far as is needed, and compute again."""
    asked = _set(employer, set_id)
    try:
        loosen(request.user, asked, request.POST.get("regel", ""))
        again = ask_for_designs(request.user, employer)
        computing.start(request.user, again)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return redirect("employer:redesign", employer.public_id)
    return redirect("employer:designs", employer.public_id, again.public_id)


@require_POST
@for_employer
def longer(request: SignedInRequest, employer: Employer, set_id: uuid.UUID) -> HttpResponse:
    """Search on, with more time, in the background."""
    _set(employer, set_id)
    try:
        again = ask_for_designs(request.user, employer)
        computing.start(request.user, again, patient=True)
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return redirect("employer:redesign", employer.public_id)
    return redirect("employer:designs", employer.public_id, again.public_id)


def _set(employer: Employer, public_id: uuid.UUID) -> DesignSet:
    found = set_of(employer, public_id)
    if found is None:
        raise Http404
    return found
