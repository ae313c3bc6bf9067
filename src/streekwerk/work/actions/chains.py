"""Propose a chain, let each member answer, make a next version, confirm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from streekwerk import __version__
from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.matching.chains import explain
from streekwerk.matching.chains.by_hand import put_together
from streekwerk.matching.chains.contract import FORMS
from streekwerk.matching.chains.demand import WEEKS, ChainRules, Demand
from streekwerk.matching.chains.stored import demand_json, rules_json
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.partners.actions.agreements import AgreementCard, agree
from streekwerk.partners.actions.noting import note
from streekwerk.partners.permissions import is_own, may_advise, own_region
from streekwerk.partners.queries.lists import leading_motives
from streekwerk.vocabulary.language import Text, join
from streekwerk.work import refusals
from streekwerk.work.actions.vacancies import open_vacancies
from streekwerk.work.chaining import Calculated, calculate, rules_of
from streekwerk.work.models import (
    Answer,
    ChainCalculation,
    ChainMember,
    ChainProposal,
    ChainState,
    Vacancy,
    WeeklyDemand,
)
from streekwerk.work.models.chain import RUNNING
from streekwerk.work.queries.demand import demand_visible_to, placed, pure
from streekwerk.work.refusals import Refused


@dataclass(frozen=True, slots=True)
class Asked:
    """A chain as somebody puts it together: whose work, in which contract form, how far."""

    rows: tuple[WeeklyDemand, ...]
    form: str
    within: float
    demands: tuple[Demand, ...]

    @classmethod
    def of(cls, rows: Sequence[WeeklyDemand], form: str, within: float) -> Asked:
        """Take the work as it stands now."""
        return cls(tuple(rows), form, within, tuple(pure(row) for row in placed(rows)))

    @property
    def rules(self) -> ChainRules:
        """Return the rules it is held to."""
        return rules_of(self.form, self.within)

    @property
    def names(self) -> dict[str, str]:
        """Return the names of the employers, by public id."""
        return {str(row.employer.public_id): row.employer.name for row in self.rows}


def check(user: User, asked: Asked) -> Calculated | tuple[Text, ...]:
    """Return everything about a chain, or the reasons why it cannot be."""
    own_region(user)
    attempt = put_together(asked.demands, asked.rules)
    if attempt.job is None:
        return attempt.reasons
    others = [pure(row) for row in placed(demand_visible_to(user))]
    return calculate(attempt.job, asked.rules, others, asked.names)


@transaction.atomic
def propose(
    user: User, asked: Asked, earlier: ChainProposal | None = None, yes: Sequence[int] = ()
) -> ChainProposal:
    """Propose a chain to its members.

    ``yes`` are ids of employers whose own terms are in it, and who therefore agree already.

    Raises
    ------
    PermissionDenied
        For who does not advise the employers of the region.
    Refused
        When they cannot share a job, with the reasons.
    """
    require(all(may_advise(user, row.employer) for row in asked.rows))
    checked = check(user, asked)
    if not isinstance(checked, Calculated):
        raise Refused(join([refusals.NOT_A_CHAIN, *checked]))
    made = _proposal(user, asked, checked, earlier)
    _calculation(made, asked, checked)
    _members(made, asked, checked, yes)
    audit.record(user, "chain.proposed", made, members=len(asked.rows), number=made.number)
    return made


def _proposal(
    user: User, asked: Asked, checked: Calculated, earlier: ChainProposal | None
) -> ChainProposal:
    row_of = {str(row.public_id): row for row in asked.rows}
    by_employer = {str(row.employer.public_id): row.employer for row in asked.rows}
    rows = [row_of[share.demand.key] for share in checked.job.shares]
    return ChainProposal.objects.create(
        region=own_region(user),
        number=earlier.number + 1 if earlier else 1,
        earlier=earlier,
        title=", ".join(dict.fromkeys(row.title for row in rows))[:160],
        roster=[
            {
                "employer": share.demand.employer,
                "name": row.employer.name,
                "place": row.employer.place,
                "work": row.title,
                "half_hours": list(share.half_hours),
                "signs": share.demand.employer == checked.formal.employer,
            }
            for share, row in zip(checked.job.shares, rows, strict=True)
        ],
        level=rows[0].level,
        skills=sorted({skill for row in rows for skill in row.skills}),
        form=asked.form,
        formal=by_employer[checked.formal.employer],
        formal_reason=checked.formal.reason.as_json(),
        proposed_by=user,
    )


def _calculation(made: ChainProposal, asked: Asked, checked: Calculated) -> None:
    inputs = {
        "demands": [demand_json(demand) for demand in asked.demands],
        "rules": rules_json(asked.rules),
        "form": asked.form,
        "names": asked.names,
    }
    ChainCalculation.objects.create(
        region_id=made.region_id,
        proposal=made,
        inputs=inputs,
        inputs_hash=fingerprint(inputs),
        result=checked.as_json(),
        code_version=__version__,
    )


def _members(made: ChainProposal, asked: Asked, checked: Calculated, yes: Sequence[int]) -> None:
    row_of = {str(row.public_id): row for row in asked.rows}
    motives = leading_motives(row.employer for row in asked.rows)
    now = timezone.now()
    members = []
    parts = zip(checked.job.shares, checked.shared.settlements, strict=True)
    for place, (share, mine) in enumerate(parts):
        row = row_of[share.demand.key]
        leading = motives.get(row.employer_id, ())
        words = explain.in_own_terms(share, leading[0] if leading else None)
        agrees = row.employer_id in yes
        members.append(
            ChainMember(
                region_id=made.region_id,
                employer=row.employer,
                proposal=made,
                demand=row,
                place=place,
                half_hours=list(share.half_hours),
                gained=mine.gained,
                keeps=mine.keeps,
                words=join([words, explain.in_money(mine)]).as_json(),
                answer=Answer.YES if agrees else Answer.WAITING,
                answered_at=now if agrees else None,
            )
        )
    ChainMember.objects.bulk_create(members)
    ChainProposal.objects.filter(pk=made.pk).update(said_yes=len(yes))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a member answers; for changes at most so many half hours a week, or weeks without."""

    answer: Answer
    reason: str = ""
    most: int | None = None
    not_weeks: tuple[int, ...] = ()


@transaction.atomic
def answer(user: User, member: ChainMember, reply: Reply) -> ChainMember:
    """Answer for an employer: take part, take part on other terms, or not.

    An answer can be changed until the proposal is confirmed, replaced or stopped. A no stops
    it: no member stays bound to a chain that cannot be.

    Raises
    ------
    PermissionDenied
        For who is not of this employer.
    Refused
        When it has ended, or a reason is missing.
    """
    require(is_own(user, member.employer))
    proposal = _held(member.proposal_id)
    if not proposal.is_running:
        raise Refused(refusals.CHAIN_ENDED)
    if reply.answer in {Answer.CHANGES, Answer.NO} and not reply.reason.strip():
        raise Refused(refusals.CHAIN_WITHOUT_REASON)
    before = ChainMember.objects.get(pk=member.pk).answer
    member.answer, member.reason = reply.answer, reply.reason.strip()
    member.most, member.not_weeks = reply.most, sorted(reply.not_weeks)
    member.answered_by, member.answered_at = user, timezone.now()
    member.save(
        update_fields=["answer", "reason", "most", "not_weeks", "answered_by", "answered_at"]
    )
    _count(proposal, (reply.answer == Answer.YES) - (before == Answer.YES), reply.answer)
    note(user, "chain.answered", member, member.employer, answer=reply.answer.value)
    return member


def _count(proposal: ChainProposal, more: int, said: Answer) -> None:
    # A member's session cannot see the others' answers: it adds its own to the number.
    rows = ChainProposal.objects.filter(pk=proposal.pk)
    rows.update(said_yes=F("said_yes") + more)
    proposal.refresh_from_db(fields=["said_yes"])
    state = ChainState.OPEN
    if said == Answer.NO:
        state = ChainState.DECLINED
    elif proposal.said_yes == len(proposal.roster):
        state = ChainState.AGREED
    rows.update(state=state)


@transaction.atomic
def next_version(user: User, proposal: ChainProposal) -> ChainProposal:
    """Propose the chain again on the terms that members asked for; this version stays.

    Who asked for the terms takes part already; the others answer anew.

    Raises
    ------
    Refused
        When nobody asked for changes, or with them no job remains.
    """
    proposal = _held(proposal.pk)
    _require_running(user, proposal)
    members = list(proposal.members.select_related("demand__employer__municipality"))
    asking = [each for each in members if each.answer == Answer.CHANGES]
    if not asking:
        raise Refused(refusals.NO_CHANGES)
    kept = proposal.calculation.inputs
    rows = [each.demand for each in members]
    whole = Asked.of(rows, proposal.form, kept["rules"]["within"])
    terms = {str(each.demand.public_id): each for each in asking}
    demands = tuple(
        _on_terms(demand, terms[demand.key]) if demand.key in terms else demand
        for demand in whole.demands
    )
    yes = [each.employer_id for each in asking]
    made = propose(user, replace(whole, demands=demands), proposal, yes)
    ChainProposal.objects.filter(pk=proposal.pk).update(state=ChainState.REPLACED)
    return made


def _on_terms(demand: Demand, member: ChainMember) -> Demand:
    out = set(member.not_weeks)
    most = member.most if member.most is not None else max(demand.half_hours)
    weeks = (
        0 if week in out else min(most, there)
        for week, there in zip(range(1, WEEKS + 1), demand.half_hours, strict=True)
    )
    return replace(demand, half_hours=tuple(weeks))


@transaction.atomic
def withdraw(user: User, proposal: ChainProposal) -> None:
    """Take a proposal back; answers stay readable."""
    proposal = _held(proposal.pk)
    _require_running(user, proposal)
    ChainProposal.objects.filter(pk=proposal.pk).update(state=ChainState.WITHDRAWN)
    audit.record(user, "chain.withdrawn", proposal)


@transaction.atomic
def confirm(user: User, proposal: ChainProposal) -> list[Vacancy]:
    """Confirm a chain that all members accepted: an agreement with each, and the vacancy.

    Raises
    ------
    Refused
        Unless everybody said yes.
    """
    proposal = _held(proposal.pk)
    _require_running(user, proposal)
    members = list(proposal.members.select_related("employer__municipality"))
    if any(member.answer != Answer.YES for member in members):
        raise Refused(refusals.NOT_ALL_YES)
    names = ", ".join(each["name"] for each in proposal.roster)
    for member in members:
        what = f"Gedeelde baan met {names}: {member.hours_a_year:g} uur per jaar"
        agree(user, member.employer, AgreementCard(what[:300], of_region=user))
    ChainProposal.objects.filter(pk=proposal.pk).update(
        state=ChainState.CONFIRMED, confirmed_by=user, confirmed_at=timezone.now()
    )
    audit.record(user, "chain.confirmed", proposal, members=len(members))
    return open_vacancies(user, proposal)


def _held(pk: int) -> ChainProposal:
    return ChainProposal.objects.select_for_update(of=("self",)).get(pk=pk)


def _require_running(user: User, proposal: ChainProposal) -> None:
    require(own_region(user).pk == proposal.region_id)
    if proposal.state not in RUNNING:
        raise Refused(refusals.CHAIN_ENDED)


def forms_of(keys: Sequence[str]) -> list[str]:
    """Return the contract forms among ``keys`` that exist."""
    return [key for key in keys if key in FORMS]
