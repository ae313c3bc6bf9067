"""The rules by theme, as people look for them, and what one can ask the assistant about."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.rights import CATALOGUE, Rule, rule
from streekwerk.rights.engine.rules import Audience, Decides
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


@dataclass(frozen=True)
class Theme:
    """Rules that belong together; ``key`` stands in addresses."""

    key: str
    name: Text
    lead: Text
    rules: tuple[Rule, ...]


THEMES: tuple[Theme, ...] = (
    Theme(
        "hulp",
        Text("Hulp bij werk", "Help with work"),
        Text(
            "Begeleiding, jobcoach, vervoer, aanpassingen en scholing.",
            "Guidance, job coach, transport, adaptations and training.",
        ),
        support.RULES,
    ),
    Theme(
        "plichten",
        Text("Plichten en ontheffing", "Duties and exemption"),
        Text("Wat moet, en wanneer het even niet hoeft.", "What you must do, and when not."),
        duties.RULES,
    ),
    Theme(
        "loonkostensubsidie",
        Text("Loonkostensubsidie", "Wage-cost subsidy"),
        Text(
            "Voor wie (nog) niet het hele minimumloon kan verdienen.",
            "For those who cannot (yet) earn the full minimum wage.",
        ),
        (*wage_subsidy.RULES, *wage_value.RULES),
    ),
    Theme(
        "plaatsen",
        Text("Bijzondere werkplekken", "Special work places"),
        Text(
            "Beschut werk, participatieplaats en proefplaats.",
            "Sheltered work, participation place and trial placement.",
        ),
        placement.RULES,
    ),
    Theme(
        "inkomen",
        Text("Werken naast de uitkering", "Working beside the benefit"),
        Text("Wat u mag houden van uw loon, en premies.", "What you may keep, and premiums."),
        (*disregards.RULES, *income.RULES),
    ),
    Theme(
        "werkgever",
        Text("Voordelen voor de werkgever", "Benefits for the employer"),
        Text(
            "Loonkostenvoordeel, no-riskpolis en de banenafspraak.",
            "Wage-cost benefit, no-risk policy and the job agreement.",
        ),
        (*wage_cost_benefits.RULES, *no_risk.RULES, *job_agreement.RULES),
    ),
)


@dataclass(frozen=True)
class Scope:
    """What somebody wants to know: a name and the rules that answer it."""

    key: str
    name: Text
    rules: tuple[Rule, ...]


# The wage value itself is measured by an expert; nobody is asked about pace and quality here
# unless somebody chooses the rule or its theme.
ENTITLEMENTS = Scope(
    "recht",
    Text(
        "Alles waar deze persoon recht op kan hebben",
        "Everything this person may be entitled to",
    ),
    tuple(
        one
        for one in CATALOGUE
        if one.audience is Audience.PERSON
        and one.decides is not Decides.DUTY
        and one not in wage_value.RULES
    ),
)
EVERYTHING = Scope(
    "alles",
    Text("Alle regels, ook plichten en de werkgever", "All rules, duties and employer too"),
    CATALOGUE,
)
SCOPES: tuple[Scope, ...] = (
    ENTITLEMENTS,
    *(Scope(theme.key, theme.name, theme.rules) for theme in THEMES),
    EVERYTHING,
)
_ONE_RULE = "regel:"


def scope(key: str) -> Scope:
    """Return a scope by its key; ``regel:<key>`` asks about one rule.

    Raises
    ------
    LookupError
        When there is no such scope or rule.
    """
    if key.startswith(_ONE_RULE):
        return scope_of(rule(key.removeprefix(_ONE_RULE)))
    for one in SCOPES:
        if one.key == key:
            return one
    raise LookupError(f"no scope {key!r}; there are: {', '.join(s.key for s in SCOPES)}")


def scope_of(one: Rule) -> Scope:
    """Return the scope that asks about one rule only."""
    name = Text(f"Alleen: {one.name.nl}", f"Only: {one.name.en}")
    return Scope(f"{_ONE_RULE}{one.key}", name, (one,))


def theme_of(one: Rule) -> Theme:
    """Return the theme a rule stands under."""
    return next(theme for theme in THEMES if one in theme.rules)
