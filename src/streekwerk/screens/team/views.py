"""Looking back: one's own people, the team together, and what goes to the learning."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.people.actions import own_records, reflection
from streekwerk.people.queries import feedback
from streekwerk.people.queries.team import (
    agreement_for,
    agreements,
    last_handed_over,
    reflections,
    weeks_now,
)
from streekwerk.people.refusals import Refused
from streekwerk.people.team_permissions import SELF, TEAM, may_set_rhythm
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.team import pictures, words
from streekwerk.screens.team.forms import AgreementForm, ReflectionForm, RhythmForm


@require_GET
@for_roles(*SELF)
def own(request: SignedInRequest) -> HttpResponse:
    """Show a caseworker what happened with the own people; there is no way to ask for others."""
    found = feedback.own_feedback(request.user, timezone.localdate())
    context = {"lines": _lines(found), "picture": pictures.differences(found, reader_language())}
    return render(request, "team/own.html", context)


def _lines(found: tuple[feedback.AtHorizon, ...]) -> list[tuple[Any, Any, Any]]:
    return [(each, words.said(each), words.unknown_words(each.found)) for each in found]


@require_GET
@for_roles(*TEAM)
def team(request: SignedInRequest) -> HttpResponse:
    """Show the team what happened, how choices went with the evidence, and what to talk about."""
    return render(request, "team/team.html", _of_team(request))


def _of_team(request: SignedInRequest, **forms: Any) -> dict[str, Any]:  # noqa: ANN401 - forms
    user, today, language = request.user, timezone.localdate(), reader_language()
    whole, choices = feedback.team_feedback(user, today), feedback.followed(user, today)
    return {
        "fewest": feedback.FEWEST_COLLEAGUES,
        "lines": _lines(whole.horizons) if whole.horizons else [],
        "picture": pictures.differences(whole.horizons, language) if whole.horizons else None,
        "choices": choices,
        "share": words.spread(choices.share) if choices.share else None,
        "after": pictures.after_choices(choices, language),
        "cases": feedback.to_discuss(user, today),
        "reflections": reflections(user)[:5],
        "agreements": agreements(user)[:20],
        "reflection_form": ReflectionForm(),
        "agreement_form": AgreementForm(),
        "weeks": weeks_now(user),
        "rhythm_form": RhythmForm(initial={"weeks": weeks_now(user)})
        if may_set_rhythm(user)
        else None,
        **forms,
    }


@require_http_methods(["GET", "POST"])
@for_roles(*TEAM)
def reflect(request: SignedInRequest) -> HttpResponse:
    """Keep what was talked about; show everything that was."""
    form = ReflectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reflection.note_reflection(request.user, form.cleaned_data["words"])
        messages.success(request, _("Bewaard."))
        return redirect("team:team")
    if request.method == "POST":
        return render(request, "team/team.html", _of_team(request, reflection_form=form))
    return render(request, "team/reflections.html", {"reflections": reflections(request.user)})


@require_POST
@for_roles(*TEAM)
def agree_on(request: SignedInRequest) -> HttpResponse:
    """Keep an agreement of the team."""
    form = AgreementForm(request.POST)
    if not form.is_valid():
        return render(request, "team/team.html", _of_team(request, agreement_form=form))
    reflection.agree(request.user, form.cleaned_data["what"], form.cleaned_data["due"])
    messages.success(request, _("De afspraak staat erbij."))
    return redirect("team:team")


@require_POST
@for_roles(*TEAM)
def done(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that an agreement was kept."""
    found = agreement_for(request.user, public_id)
    if found is None:
        raise Http404
    reflection.agreement_done(request.user, found)
    messages.success(request, _("Gedaan. Mooi om op terug te kijken."))
    return redirect("team:team")


@require_POST
@for_roles(Role.TEAM_MANAGER)
def rhythm(request: SignedInRequest) -> HttpResponse:
    """Set after how many weeks without a conversation a reminder comes."""
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return render(request, "team/team.html", _of_team(request, rhythm_form=form))
    try:
        reflection.set_rhythm(request.user, form.cleaned_data["weeks"])
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    else:
        messages.success(request, _("Bewaard."))
    return redirect("team:team")


@require_http_methods(["GET", "POST"])
@for_roles(Role.RESEARCHER)
def learning(request: SignedInRequest) -> HttpResponse:
    """Say what goes from the files to the evaluations, and let a researcher take it in."""
    if request.method == "POST":
        taken = own_records.hand_over(request.user)
        said = _(
            "%(facts)d gegevens; %(changed)d maanden zijn vernieuwd en %(same)d bleven gelijk."
        )
        numbers = {"facts": taken.facts, "changed": taken.changed, "same": taken.same}
        messages.success(request, said % numbers)
        return redirect("team:learning")
    return render(request, "team/learning.html", {"last": last_handed_over(request.user)})
