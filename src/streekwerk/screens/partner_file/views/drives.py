"""What drives the employer, what is possible, and what must come out of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.actions.motives import record_motives
from streekwerk.partners.actions.possibilities import record_possibilities, record_value
from streekwerk.partners.models import Possibilities, ValuePackage
from streekwerk.partners.queries.files_now import file_now, rounds_of
from streekwerk.screens.partner_file.forms import (
    POINTS,
    MotivesForm,
    PossibilitiesForm,
    ValueForm,
)
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.screens.partner_file.views.asking import done

HERE = "drives"


def overview(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Show motives, possibilities and value package, each with when it was noted."""
    now = file_now(request.user, frame.employer)
    rounds = rounds_of(request.user, frame.employer)
    return frame.page(request, "drives.html", HERE, now=now, rounds=rounds[1:])


def motives(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Ask the eight statements; nothing is filled in beforehand, so that each is weighed anew."""
    form = MotivesForm(request.POST or None)
    user, employer = request.user, frame.employer
    if done(
        request,
        form,
        lambda: record_motives(user, employer, form.scores(), form.cleaned_data["words"]),
        _("Bewaard. Wat er eerder stond, blijft als geschiedenis."),
    ):
        return redirect(frame.url(HERE))
    return frame.page(request, "motives_form.html", HERE, form=form)


def possibilities(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Ask what is possible, beginning with what was noted last."""
    user, employer = request.user, frame.employer
    form = PossibilitiesForm(
        request.POST or None, initial=_possible(file_now(user, employer).possibilities)
    )
    if done(
        request,
        form,
        lambda: record_possibilities(user, employer, form.possible()),
        _("Bewaard. Wat er eerder stond, blijft als geschiedenis."),
    ):
        return redirect(frame.url(HERE))
    return frame.page(request, "possibilities_form.html", HERE, form=form)


def value(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Ask what must come out of it, beginning with what was said last."""
    user, employer = request.user, frame.employer
    form = ValueForm(request.POST or None, initial=_value(file_now(user, employer).value))
    if done(
        request,
        form,
        lambda: record_value(user, employer, form.cleaned_data["words"], form.points()),
        _("Bewaard. Wat er eerder stond, blijft als geschiedenis."),
    ):
        return redirect(frame.url(HERE))
    return frame.page(request, "value_form.html", HERE, form=form)


def _possible(found: Possibilities | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {name: getattr(found, name) for name in PossibilitiesForm.base_fields}


def _value(found: ValuePackage | None) -> dict[str, Any]:
    if found is None:
        return {}
    initial: dict[str, Any] = {"words": found.words}
    for number, point in enumerate(found.points.all()[:POINTS], start=1):
        told = {f"what_{number}": point.what, f"now_{number}": point.now}
        initial |= told | {f"aim_{number}": point.aim}
    return initial
