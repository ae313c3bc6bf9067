"""One proposal, for who works for the region: follow the answers, go on, confirm."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.matching.chains.stored import demand_from
from streekwerk.partners.permissions import ADVISERS, READERS
from streekwerk.screens.chains import bench
from streekwerk.screens.chains.shown import ChainShown
from streekwerk.work.actions.chains import confirm, next_version, withdraw
from streekwerk.work.models import Answer, ChainProposal
from streekwerk.work.queries.chains import proposal_for


@require_GET
@for_roles(*READERS)
def proposal(request: SignedInRequest, proposal_id: uuid.UUID) -> HttpResponse:
    """Show a proposal with every answer."""
    found = _proposal(request, proposal_id)
    inputs = found.calculation.inputs
    demands = {each["key"]: demand_from(each) for each in inputs["demands"]}
    members = list(found.members.all())
    titles = {
        key: each["work"]
        for each, (key, _weeks) in zip(
            found.roster, found.calculation.result["job"]["shares"], strict=True
        )
    }
    return bench.page(
        request,
        "proposal.html",
        "overview",
        proposal=found,
        members=members,
        asks_changes=any(each.answer == Answer.CHANGES for each in members),
        shown=ChainShown.of(found.calculation.result, demands, found.form, inputs["names"], titles),
        later=found.later.first(),
        earlier=found.earlier,
    )


@require_POST
@for_roles(*ADVISERS)
def confirming(request: SignedInRequest, proposal_id: uuid.UUID) -> HttpResponse:
    """Confirm: agreements and vacancy."""
    found = _proposal(request, proposal_id)
    return bench.click(
        request,
        lambda: confirm(request.user, found),
        _("Bevestigd. De afspraken staan bij de werkgevers, en de vacature is open."),
        "proposal",
        found.public_id,
    )


@require_POST
@for_roles(*ADVISERS)
def again(request: SignedInRequest, proposal_id: uuid.UUID) -> HttpResponse:
    """Propose again on the terms that were asked for."""
    found = _proposal(request, proposal_id)
    made: list[ChainProposal] = []
    answer = bench.click(
        request,
        lambda: made.append(next_version(request.user, found)),
        _("Er is een nieuwe versie. De vorige blijft te lezen."),
        "proposal",
        found.public_id,
    )
    return redirect("chains:proposal", made[0].public_id) if made else answer


@require_POST
@for_roles(*ADVISERS)
def taking_back(request: SignedInRequest, proposal_id: uuid.UUID) -> HttpResponse:
    """Take a proposal back."""
    found = _proposal(request, proposal_id)
    return bench.click(
        request,
        lambda: withdraw(request.user, found),
        _("Ingetrokken. De werkgevers zien dat het niet doorgaat."),
        "proposal",
        found.public_id,
    )


def _proposal(request: SignedInRequest, proposal_id: uuid.UUID) -> ChainProposal:
    found = proposal_for(request.user, proposal_id)
    if found is None:
        raise Http404
    return found
