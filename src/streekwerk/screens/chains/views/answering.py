"""For an employer: proposals for us, in our own terms, and our answer."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.matching.chains.contract import FORMS, WAADI
from streekwerk.screens.chains import bench
from streekwerk.screens.chains.forms import AnswerForm
from streekwerk.screens.chains.shown import year_of
from streekwerk.work.actions.chains import answer
from streekwerk.work.models import ChainMember
from streekwerk.work.queries.chains import own_part, own_parts
from streekwerk.work.refusals import Refused

MOST_SHOWN = 30


@require_GET
@for_roles(Role.EMPLOYER)
def own(request: SignedInRequest) -> HttpResponse:
    """Show the proposals for the own employer."""
    return bench.page(request, "own.html", "own", parts=own_parts(request.user)[:MOST_SHOWN])


@require_http_methods(["GET", "POST"])
@for_roles(Role.EMPLOYER)
def part(request: SignedInRequest, member_id: uuid.UUID) -> HttpResponse:
    """Show one proposal in the employer's own terms; answer it."""
    mine = own_part(request.user, member_id)
    if mine is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer(request.user, mine, form.reply())
        except Refused as refused:
            form.add_error(None, bench.said(refused.words))
        else:
            messages.success(request, _("Uw antwoord is bewaard. U kunt het nog veranderen."))
            return redirect("chains:part", mine.public_id)
    return bench.page(request, "part.html", "own", form=form, mine=mine, **_shown(mine))


def _shown(mine: ChainMember) -> dict[str, Any]:
    proposal = mine.proposal
    formal: dict[str, Any] = next((e for e in proposal.roster if e["signs"]), {})
    return {
        "proposal": proposal,
        "words": bench.said(mine.own_words),
        "gained": bench.euros(mine.gained),
        "keeps": bench.euros(mine.keeps),
        "pays": bench.euros(abs(mine.pays)),
        "hours": bench.hours(mine.hours_a_year),
        "others": [
            each["name"]
            for each in proposal.roster
            if each["employer"] != str(mine.employer.public_id)
        ],
        "form_words": bench.sentence(FORMS[proposal.form].words),
        "formal": formal.get("name", ""),
        "we_sign": formal.get("employer") == str(mine.employer.public_id),
        "formal_reason": bench.said(proposal.reason_words),
        "waadi": bench.said(WAADI),
        "year": year_of([(f"{e['name']}: {e['work']}", e["half_hours"]) for e in proposal.roster]),
        "total": len(proposal.roster),
    }
