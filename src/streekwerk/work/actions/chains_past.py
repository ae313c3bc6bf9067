"""Work by week and chains of fictitious employers, written at once for the demo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.matching.chains.demand import Demand
from streekwerk.partners.models import Employer
from streekwerk.partners.permissions import may_advise
from streekwerk.work.actions.chains import confirm
from streekwerk.work.actions.demand import values_of
from streekwerk.work.models import Answer, ChainProposal, ChainState, Vacancy, WeeklyDemand


@transaction.atomic
def load_demand(
    user: User, drawn: Sequence[tuple[Employer, Demand]], titles: Mapping[str, str]
) -> list[WeeklyDemand]:
    """Write work by week of employers that have none; ``titles`` by key of the demand."""
    require(all(may_advise(user, employer) for employer, _demand in drawn))
    known = set(WeeklyDemand.objects.values_list("employer_id", flat=True))
    rows = [
        WeeklyDemand(
            region_id=employer.region_id,
            employer=employer,
            changed_by=user,
            **(values_of(demand) | {"title": titles[demand.key]}),
        )
        for employer, demand in drawn
        if employer.pk not in known
    ]
    WeeklyDemand.objects.bulk_create(rows)
    if rows:
        audit.record(user, "demand.loaded", rows[0].employer, rows=len(rows))
    return rows


@transaction.atomic
def confirm_fictitious(user: User, proposal: ChainProposal) -> list[Vacancy]:
    """Let fictitious employers have said yes, and confirm.

    Raises
    ------
    PermissionDenied
        When one of them is a real employer: those answer for themselves.
    """
    members = list(proposal.members.select_related("employer"))
    require(all(each.employer.fictitious for each in members))
    proposal.members.update(answer=Answer.YES, answered_at=timezone.now())
    ChainProposal.objects.filter(pk=proposal.pk).update(
        said_yes=len(members), state=ChainState.AGREED
    )
    return confirm(user, ChainProposal.objects.get(pk=proposal.pk))
