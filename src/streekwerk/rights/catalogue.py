"""The catalogue: every rule with its versions, sources and status, and what is not included."""

from __future__ import annotations

from streekwerk.rights.engine.rules import NotIncluded, Rule
from streekwerk.rights.law import (
    disregards,
    duties,
    income,
    job_agreement,
    no_risk,
    placement,
    support,
    wage_cost_benefits,
    wage_subsidy,
    wage_value,
)
from streekwerk.vocabulary.language import Text

CATALOGUE: tuple[Rule, ...] = (
    *support.RULES,
    *duties.RULES,
    *wage_subsidy.RULES,
    *wage_value.RULES,
    *placement.RULES,
    *disregards.RULES,
    *income.RULES,
    *wage_cost_benefits.RULES,
    *no_risk.RULES,
    *job_agreement.RULES,
)
_NOT_READ = Text(
    "De wettekst is niet gelezen; wij rekenen niets uit wat wij niet hebben nagekeken.",
    "The text was not read; we compute nothing we have not checked.",
)
NOT_INCLUDED: tuple[NotIncluded, ...] = (
    NotIncluded(Text("IOAW-uitkering", "IOAW benefit"), "IOAW (BWBR0004044)", _NOT_READ),
    NotIncluded(Text("IOAZ-uitkering", "IOAZ benefit"), "IOAZ (BWBR0004163)", _NOT_READ),
    NotIncluded(
        Text("Loondispensatie Wajong", "Wajong wage dispensation"),
        "Wajong art. 2:20",
        Text(
            "Uitvoering door UWV; drie Wajong-regimes zijn niet uitgewerkt.",
            "Carried out by UWV; the three Wajong regimes are not worked out.",
        ),
    ),
    NotIncluded(
        Text("Jobcoach en voorzieningen van UWV", "UWV job coach and provisions"),
        "Wet WIA art. 35, Reïntegratiebesluit, Wajong art. 2:22",
        Text(
            "Tarieven en normen voor 2026 zijn niet gevonden.",
            "Rates and standards for 2026 were not found.",
        ),
    ),
    NotIncluded(
        Text("Verbreding banenafspraak per 2026", "Job-agreement widening of 2026"),
        "Wet banenafspraak (BWBR0051018)",
        Text(
            "Alleen bekend uit berichtgeving; de nieuwe gronden zijn niet gezien.",
            "Known from news only; the new grounds were not seen.",
        ),
    ),
    NotIncluded(
        Text("Studietoeslag", "Study allowance"),
        "Pw art. 36b",
        Text(
            "Geen re-integratie-instrument; het bedrag wisselt halfjaarlijks.",
            "Not a re-integration instrument; the amount changes every half year.",
        ),
    ),
    NotIncluded(
        Text("Individuele inkomenstoeslag", "Individual income supplement"),
        "Pw art. 36",
        Text("Hoogte en voorwaarden staan in de verordening.", "Set by the council's by-law."),
    ),
    NotIncluded(
        Text("Tolk en werkvoorziening UWV", "UWV interpreter and work aids"),
        "Pw art. 10g en 10h",
        Text(
            "UWV beslist; wij noemen alleen dat vervoer bij een visuele beperking via UWV loopt.",
            "UWV decides; we only note that transport for visual impairment goes through UWV.",
        ),
    ),
    NotIncluded(
        Text("Verlaging van de bijstand", "Reduction of assistance"),
        "Pw art. 18",
        Text(
            "Bewust niet: dit systeem kent geen maatregelen.",
            "Deliberately not: this system knows no sanctions.",
        ),
    ),
)


def rule(key: str) -> Rule:
    """Return a rule by its key.

    Raises
    ------
    LookupError
        When there is no such rule: names the keys there are.
    """
    for one in CATALOGUE:
        if one.key == key:
            return one
    known = ", ".join(one.key for one in CATALOGUE)
    raise LookupError(f"onbekende regel {key!r}. Bekend zijn: {known}")
