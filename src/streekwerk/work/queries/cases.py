"""Business cases as they were made, and the same case once more for a workbook or report."""

from __future__ import annotations

import uuid
from typing import Any

from streekwerk.matching.carving import Design as PureDesign
from streekwerk.matching.carving import stored
from streekwerk.matching.cases import Account, Outcome
from streekwerk.partners.models import Employer
from streekwerk.rights.engine.municipality import Municipality
from streekwerk.work.casework import Assumptions, outcome_of, summary
from streekwerk.work.computing import Problem
from streekwerk.work.models import Case, Design


class OtherOutcomeError(RuntimeError):
    """A stored case gives another outcome with this version of the program."""


def case_for(employer: Employer, public_id: uuid.UUID) -> Case | None:
    """Return one case; None when it is not of this employer."""
    found = Case.objects.filter(employer=employer, public_id=public_id)
    return found.select_related("design__set", "employer__municipality", "made_by").first()


def pure_design(design: Design) -> tuple[PureDesign, Problem]:
    """Return a design as the pure core knows it, with the work it is about."""
    jobs, worth = stored.jobs_from(design.jobs), stored.worth_from(design.worth)
    return PureDesign(jobs, worth), Problem.of(design.set.inputs)


def again(case: Case) -> Outcome:
    """Work a stored case out once more, for everybody in it; cut it with ``seen_by``.

    Raises
    ------
    OtherOutcomeError
        When the amounts are not those that were stored: another version of the program.
    """
    pure, problem = pure_design(case.design)
    outcome = outcome_of(
        pure, problem, Assumptions.of(case.inputs["assumed"]), _municipality(case.inputs)
    )
    if summary(outcome.seen_by(Account.EMPLOYER))["accounts"] != case.result["accounts"]:
        raise OtherOutcomeError(case.code_version)
    return outcome


def municipality_json(municipality: Municipality) -> dict[str, Any]:
    """Return the choices of a municipality as they are stored with a case."""
    return {
        "name": municipality.name,
        "terms": dict(municipality.terms),
        "ahead": municipality.ahead_of_law,
    }


def _municipality(inputs: dict[str, Any]) -> Municipality:
    known = inputs["municipality"]
    return Municipality(known["name"], known["terms"], known["ahead"])
