"""Case files: a case, or a case with its expected outcome, in YAML a policy officer can read.

All words in the files are Dutch legal terms; see docs/reference/rights-cases.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

import yaml

from streekwerk.rights.catalogue import rule
from streekwerk.rights.engine.evaluation import Case, make_case
from streekwerk.rights.engine.municipality import Municipality, OpenTerm
from streekwerk.rights.engine.parameters import Parameters, national_parameters
from streekwerk.rights.engine.rules import Rule
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.facts import REGISTRY
from streekwerk.rights.law import open_terms

_ANSWERS = {
    "ja": Truth.YES,
    "nee": Truth.NO,
    "onbekend": Truth.UNKNOWN,
    True: Truth.YES,
    False: Truth.NO,
}


_FIELDS = {
    *("datum", "gemeente", "regels", "feiten", "veronderstel"),
    *("zaak", "titel", "regel", "artikel", "uitkomst", "bron"),
}
OPEN_TERMS: Mapping[str, OpenTerm] = {
    term.key: term for term in vars(open_terms).values() if isinstance(term, OpenTerm)
}


class CaseFileError(ValueError):
    """A case file is not as it should be; the message names file, place and what to do."""


@dataclass(frozen=True)
class CaseFile:
    """A case to check, and the rules to check it against (none: all)."""

    case: Case
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class WorkedCase:
    """A case with the outcome the law gives.

    Attributes
    ----------
    name, title, article
        Which case, what it shows, and where the law says so.
    figures
        Expected figures by outcome key, for whom the rule's condition holds.
    asks
        Expected smallest set of questions, where the file names one.
    source
        Where the outcome was validated, where that was elsewhere.
    """

    name: str
    title: str
    article: str
    rule: Rule
    case: Case
    answer: Truth
    figures: Mapping[str, float]
    asks: tuple[str, ...] | None
    source: str = ""


def read_case(text: str, name: str = "zaak") -> CaseFile:
    """Read one case.

    Raises
    ------
    CaseFileError
        When something is missing or wrong: names the file, the place and what to do.
    """
    entry = _mapping(yaml.safe_load(text), name)
    keys = entry.get("regels") or []
    try:
        rules = tuple(rule(str(key)) for key in keys)
    except LookupError as fault:
        raise CaseFileError(f"{name}, regels: {fault}") from fault
    return CaseFile(_case(entry, name), rules)


def read_worked_cases(text: str, name: str) -> tuple[WorkedCase, ...]:
    """Read a list of cases with their expected outcomes.

    Raises
    ------
    CaseFileError
        As :func:`read_case`.
    """
    entries = yaml.safe_load(text)
    if not isinstance(entries, list):
        raise CaseFileError(f"{name}: verwacht een lijst van zaken (elk begint met '- zaak:')")
    return tuple(_worked(_mapping(entry, name), name) for entry in entries)


def shipped_cases() -> tuple[WorkedCase, ...]:
    """Return every worked case that comes with the package."""
    folder = files("streekwerk.rights") / "cases"
    names = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=str)
    return tuple(
        case
        for item in names
        for case in read_worked_cases(item.read_text(encoding="utf-8"), item.name)
    )


def _worked(entry: dict[str, Any], name: str) -> WorkedCase:
    place = f"{name}, zaak {entry.get('zaak', '(zonder naam)')}"
    for needed in ("zaak", "titel", "regel", "artikel", "uitkomst"):
        if needed not in entry:
            raise CaseFileError(f"{place}: '{needed}' ontbreekt")
    outcome = _mapping(entry["uitkomst"], place)
    if outcome.get("antwoord") not in _ANSWERS:
        raise CaseFileError(f"{place}: 'antwoord' moet ja, nee of onbekend zijn")
    asks = outcome.get("vraag")
    return WorkedCase(
        name=str(entry["zaak"]),
        title=str(entry["titel"]),
        article=str(entry["artikel"]),
        rule=rule(str(entry["regel"])),
        case=_case(entry, place),
        answer=_ANSWERS[outcome["antwoord"]],
        figures={str(key): float(value) for key, value in outcome.get("bedragen", {}).items()},
        asks=None if asks is None else tuple(str(key) for key in asks),
        source=str(entry.get("bron", "")),
    )


def _case(entry: dict[str, Any], place: str) -> Case:
    unknown = set(entry) - _FIELDS
    if unknown:
        raise CaseFileError(f"{place}: onbekend veld {sorted(unknown)}; kies uit {sorted(_FIELDS)}")
    day = entry.get("datum")
    if not isinstance(day, date):
        raise CaseFileError(f"{place}: 'datum' ontbreekt of is geen datum als 2026-07-01")
    try:
        return make_case(
            day,
            _mapping(entry.get("feiten") or {}, place),
            REGISTRY,
            _parameters(_mapping(entry.get("veronderstel") or {}, place)),
            _municipality(_mapping(entry.get("gemeente") or {}, place)),
        )
    except (ValueError, LookupError) as fault:
        raise CaseFileError(f"{place}: {fault}") from fault


def _parameters(supposed: dict[str, Any]) -> Parameters:
    parameters = national_parameters()
    for key, value in supposed.items():
        parameters = parameters.supposing(key, float(value), "verondersteld in de zaak")
    return parameters


def _municipality(entry: dict[str, Any]) -> Municipality:
    unknown = set(entry) - {"naam", "vooruitlopend", "invulling"}
    if unknown:
        raise CaseFileError(f"gemeente: onbekend veld {sorted(unknown)}")
    yes = {"ja": True, "nee": False}
    terms = {key: yes.get(value, value) for key, value in (entry.get("invulling") or {}).items()}
    for key, value in terms.items():
        if key not in OPEN_TERMS:
            raise CaseFileError(
                f"gemeente: onbekende open norm {key!r}. Bekend: {sorted(OPEN_TERMS)}"
            )
        OPEN_TERMS[key].check(value)
    ahead = entry.get("vooruitlopend", False)
    return Municipality(entry.get("naam", "de gemeente"), terms, yes.get(ahead, ahead) is True)


def _mapping(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise CaseFileError(f"{place}: verwacht velden (naam: waarde), gevonden {value!r}")
    return value
