"""Read searches and proposals, starting from what somebody may see."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from streekwerk.accounts.models import User
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import own_contact, reads_employers, region_of
from streekwerk.work.models import ChainMember, ChainProposal, ChainSearch, ChainState
from streekwerk.work.models.chain import RUNNING


def searches(user: User | AnonymousUser) -> QuerySet[ChainSearch]:
    """Return the searches of the user's region."""
    if not reads_employers(user):
        return ChainSearch.objects.none()
    return ChainSearch.objects.filter(region_id=region_of(user)).select_related("asked_by")


def proposals(user: User | AnonymousUser) -> QuerySet[ChainProposal]:
    """Return the proposals of the user's region, versions that were replaced left out."""
    if not reads_employers(user):
        return ChainProposal.objects.none()
    found = ChainProposal.objects.filter(region_id=region_of(user))
    return found.exclude(state=ChainState.REPLACED).select_related("proposed_by")


def proposal_for(user: User | AnonymousUser, public_id: uuid.UUID) -> ChainProposal | None:
    """Return one proposal for who works for the region, also one that was replaced."""
    if not reads_employers(user):
        return None
    found = ChainProposal.objects.filter(region_id=region_of(user), public_id=public_id)
    return (
        found.select_related("formal__municipality", "calculation", "proposed_by", "confirmed_by")
        .prefetch_related("members__employer", "vacancies")
        .first()
    )


def own_parts(user: User | AnonymousUser) -> QuerySet[ChainMember]:
    """Return the parts of the user's own employer in chains, newest first."""
    contact = own_contact(user)
    if contact is None:
        return ChainMember.objects.none()
    found = ChainMember.objects.filter(employer_id=contact.employer_id)
    return found.select_related("proposal", "employer__municipality").order_by("-pk")


def own_part(user: User | AnonymousUser, public_id: uuid.UUID) -> ChainMember | None:
    """Return one of them, by its own id."""
    return own_parts(user).filter(public_id=public_id).first()


def waiting_for(user: User | AnonymousUser) -> int:
    """Return how many proposals wait for an answer of the user's own employer."""
    return own_parts(user).filter(answer="waiting", proposal__state__in=RUNNING).count()


def chains_of(user: User, employer: Employer) -> list[ChainMember]:
    """Return in which running or confirmed chains an employer takes part."""
    if not reads_employers(user) or employer.region_id != region_of(user):
        return []
    states = (*RUNNING, ChainState.CONFIRMED)
    found = ChainMember.objects.filter(employer=employer, proposal__state__in=states)
    return list(found.select_related("proposal"))


def confirmed_bonds(user: User | AnonymousUser) -> list[tuple[int, list[int]]]:
    """Return (proposal, ids of its employers) of every confirmed chain of the region."""
    if not reads_employers(user):
        return []
    rows = ChainMember.objects.filter(
        region_id=region_of(user), proposal__state=ChainState.CONFIRMED
    ).values_list("proposal_id", "employer_id")
    bonds: dict[int, list[int]] = {}
    for proposal, employer in rows:
        bonds.setdefault(proposal, []).append(employer)
    return list(bonds.items())
