"""Work out what a chosen design costs and brings; keep what went in and what came out."""

from __future__ import annotations

from django.db import transaction

from streekwerk import __version__
from streekwerk.accounts.models import User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.bylaws.queries import municipality_for
from streekwerk.matching.cases import Account
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.partners.actions.noting import note
from streekwerk.partners.models import Employer
from streekwerk.work import refusals
from streekwerk.work.casework import SEED, Assumptions, outcome_of, summary
from streekwerk.work.models import Case, Choice, Design
from streekwerk.work.permissions import require_fill_in
from streekwerk.work.queries.cases import municipality_json, pure_design
from streekwerk.work.refusals import Refused


@transaction.atomic
def work_out_case(user: User, employer: Employer, assumed: Assumptions) -> Case:
    """Work the chosen design out under ``assumed``, and keep what the employer may see of it.

    What it means for others is made again from the same inputs when the region asks.

    Raises
    ------
    Refused
        When no design was chosen, or what is assumed cannot be.
    """
    require_fill_in(user, employer)
    choice = Choice.objects.filter(employer=employer).select_related("design__set").first()
    if choice is None:
        raise Refused(refusals.NOT_CHOSEN)
    design: Design = choice.design
    # What a by-law says is public; an employer's own session reads no municipality's tables.
    with acting(Scope.of_municipality(employer.municipality_id)):
        municipality = municipality_for(employer.municipality, assumed.start)
    pure, problem = pure_design(design)
    try:
        outcome = outcome_of(pure, problem, assumed, municipality)
        result = summary(outcome.seen_by(Account.EMPLOYER))
    except ValueError as error:
        raise Refused(refusals.CANNOT_BE) from error
    inputs = {
        "design": design.fingerprint,
        "assumed": assumed.as_json(),
        "municipality": municipality_json(municipality),
        "seed": SEED,
    }
    made = Case.objects.create(
        region_id=employer.region_id,
        employer=employer,
        design=design,
        inputs=inputs,
        result=result,
        fingerprint=fingerprint([inputs, result]),
        code_version=__version__,
        made_by=user,
    )
    note(user, "work.case_made", made, employer, design=str(design.public_id))
    return made
