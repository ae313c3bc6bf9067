"""What the law gives: dated rules with their legal source. Pure.

>>> from datetime import date
>>> from streekwerk.rights import CATALOGUE, evaluate, new_case, rule
>>> case = new_case(date(2026, 7, 1), {"algemene_bijstand": "ja", "leeftijd": 30})
>>> answer, = evaluate(case, [rule("aanspraak-ondersteuning")])
>>> answer.truth.name
'YES'
"""

from collections.abc import Mapping
from datetime import date

from streekwerk.rights.as_json import answer_json, rule_json
from streekwerk.rights.casefiles import (
    OPEN_TERMS,
    CaseFile,
    CaseFileError,
    WorkedCase,
    read_case,
    shipped_cases,
)
from streekwerk.rights.catalogue import CATALOGUE, NOT_INCLUDED, rule
from streekwerk.rights.engine.caseload import RuleColumn, check_caseload
from streekwerk.rights.engine.dialogue import Dialogue, Question
from streekwerk.rights.engine.evaluation import Case, RuleAnswer, evaluate, make_case
from streekwerk.rights.engine.municipality import NOT_FILLED_IN, Municipality, OpenTerm
from streekwerk.rights.engine.parameters import national_parameters
from streekwerk.rights.engine.rules import NotIncluded, Rule, Version
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.facts import REGISTRY


def new_case(
    day: date, answers: Mapping[str, object], municipality: Municipality | None = None
) -> Case:
    """Build a case with the country's amounts.

    Parameters
    ----------
    day
        The day for which the law is applied.
    answers
        Facts by Dutch key; ``None`` or ``"onbekend"`` means not known.

    Raises
    ------
    ValueError
        For an unknown fact or an answer of the wrong kind.
    """
    return make_case(day, answers, REGISTRY, national_parameters(), municipality)


__all__ = [
    "CATALOGUE",
    "NOT_FILLED_IN",
    "NOT_INCLUDED",
    "OPEN_TERMS",
    "REGISTRY",
    "Case",
    "CaseFile",
    "CaseFileError",
    "Dialogue",
    "Municipality",
    "NotIncluded",
    "OpenTerm",
    "Question",
    "Rule",
    "RuleAnswer",
    "RuleColumn",
    "Truth",
    "Version",
    "WorkedCase",
    "answer_json",
    "check_caseload",
    "evaluate",
    "national_parameters",
    "new_case",
    "read_case",
    "rule",
    "rule_json",
    "shipped_cases",
]
