"""The catalogue on a page: rules by theme, and everything there is to know about one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from streekwerk.reports.rights import FigureContent, written
from streekwerk.rights import (
    CATALOGUE,
    NOT_INCLUDED,
    REGISTRY,
    Municipality,
    NotIncluded,
    Rule,
    Version,
    WorkedCase,
    national_parameters,
    new_case,
    shipped_cases,
)
from streekwerk.rights.engine.explanation import Reason, day_text, explain
from streekwerk.rights.engine.municipality import OpenTerm
from streekwerk.rights.engine.parameters import Parameter
from streekwerk.rights.engine.rules import Outcome, Status
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.engine.words import figure
from streekwerk.screens.rights.themes import THEMES, Theme
from streekwerk.vocabulary.language import Language, Text

TONES: Mapping[Status, str] = {
    Status.VERIFIED: "good",
    Status.PARTLY: "care",
    Status.CONTESTED: "care",
    Status.NOT_INCLUDED: "unknown",
}
_OUTCOMES = {
    Truth.YES: Text("ja", "yes"),
    Truth.NO: Text("nee", "no"),
    Truth.UNKNOWN: Text("nog niet bekend", "not known yet"),
}


@dataclass(frozen=True)
class Shelf:
    """A theme with those of its rules that were asked for."""

    theme: Theme
    rules: tuple[Rule, ...]


def shelves(q: str, theme: str, audience: str, status: str, language: Language) -> list[Shelf]:
    """Return the rules that fit, by theme; empty themes are left out."""
    found = [
        Shelf(
            one,
            tuple(
                rule
                for rule in one.rules
                if (not audience or rule.audience.name == audience)
                and (not status or rule.status.name == status)
                and _mentions(rule, q, language)
            ),
        )
        for one in THEMES
        if not theme or one.key == theme
    ]
    return [shelf for shelf in found if shelf.rules]


def left_out(
    q: str, theme: str, audience: str, status: str, language: Language
) -> list[NotIncluded]:
    """Return what is not included and fits; it stands under no theme and is for nobody yet."""
    if theme or audience or status not in {"", Status.NOT_INCLUDED.name}:
        return []
    return [
        one
        for one in NOT_INCLUDED
        if _all_words(q, f"{one.name.in_language(language)} {one.basis}")
    ]


def _mentions(rule: Rule, q: str, language: Language) -> bool:
    cited = " ".join(basis.citation for version in rule.versions for basis in version.basis)
    summary = rule.summary
    said = [rule.name, summary.plain, summary.professional]
    return _all_words(
        q, " ".join([rule.key, cited, *(text.in_language(language) for text in said)])
    )


def _all_words(q: str, text: str) -> bool:
    return all(word in text.casefold() for word in q.casefold().split())


@dataclass(frozen=True)
class VersionOnPage:
    """One version of a rule: since when, for whom in two wordings, and what it gives."""

    version: Version
    period: Text
    now: bool
    plain: Reason
    professional: Reason
    undisputed: tuple[Outcome, ...]
    readings: tuple[Outcome, ...]


@dataclass(frozen=True)
class TermOnPage:
    """An open term, with the value that counts here and whether the municipality chose it."""

    term: OpenTerm
    value: Text
    filled_in: bool


@dataclass(frozen=True)
class CaseOnPage:
    """A worked case: what is known, what the law gives, figure by figure."""

    case: WorkedCase
    day: Text
    facts: tuple[tuple[Text, Text], ...]
    outcome: Text
    figures: tuple[FigureContent, ...]


@dataclass(frozen=True)
class RuleOnPage:
    """Everything about one rule."""

    rule: Rule
    tone: str
    versions: tuple[VersionOnPage, ...]
    parameters: tuple[Parameter, ...]
    terms: tuple[TermOnPage, ...]
    cases: tuple[CaseOnPage, ...]

    @property
    def example(self) -> CaseOnPage | None:
        """A worked case that computes the contested readings, if there is one."""
        return next((c for c in self.cases if len([f for f in c.figures if f.variant]) > 1), None)


def rule_on_page(
    rule: Rule, day: date, municipality: Municipality, language: Language
) -> RuleOnPage:
    """Return everything about ``rule``, with the choices of ``municipality``."""
    keys = dict.fromkeys(key for version in rule.versions for key in version.parameter_keys())
    terms = {term.key: term for version in rule.versions for term in version.open_terms()}
    now = rule.on(day, municipality)
    return RuleOnPage(
        rule=rule,
        tone=TONES[rule.status],
        versions=tuple(_version(v, v is now, municipality) for v in reversed(rule.versions)),
        parameters=tuple(national_parameters()[key] for key in keys),
        terms=tuple(_term(term, municipality, language) for term in terms.values()),
        cases=tuple(_case(c, language) for c in _worked_cases() if c.rule is rule),
    )


@cache
def _worked_cases() -> tuple[WorkedCase, ...]:
    """Read the files with worked cases once; they come with the package."""
    return shipped_cases()


def _version(version: Version, now: bool, municipality: Municipality) -> VersionOnPage:
    frame = new_case(version.start, {}, municipality).frame()
    plain, professional = (
        replace(found, article=found.article or version.basis[0].citation)
        for found in (
            explain(version.condition, frame, "plain"),
            explain(version.condition, frame, "professional"),
        )
    )
    return VersionOnPage(
        version=version,
        period=period(version),
        now=now,
        plain=plain,
        professional=professional,
        undisputed=tuple(one for one in version.outcomes if one.variant is None),
        readings=tuple(one for one in version.outcomes if one.variant is not None),
    )


def period(version: Version) -> Text:
    """Say from when to when a version holds."""
    start = day_text(version.start)
    if version.end is None:
        return Text(f"vanaf {start.nl}", f"from {start.en}")
    end = day_text(version.end)
    return Text(f"van {start.nl} tot en met {end.nl}", f"from {start.en} to {end.en}")


def _term(term: OpenTerm, municipality: Municipality, language: Language) -> TermOnPage:
    return TermOnPage(
        term,
        term_value(term, municipality.value_of(term), language),
        municipality.has_filled_in(term),
    )


def term_value(term: OpenTerm, value: float | bool, language: Language) -> Text:
    """Write a value of an open term."""
    if isinstance(value, bool):
        return Text("ja", "yes") if value else Text("nee", "no")
    said = figure(value, term.unit, language)
    return Text(said, said)


def _case(case: WorkedCase, language: Language) -> CaseOnPage:
    return CaseOnPage(
        case=case,
        day=day_text(case.case.day),
        facts=tuple(_facts(case)),
        outcome=_OUTCOMES[case.answer],
        figures=tuple(_figures(case, language)),
    )


def _facts(case: WorkedCase) -> Iterator[tuple[Text, Text]]:
    for key, stored in case.case.answers.items():
        fact = REGISTRY[key]
        yield fact.claim.professional, written(fact, stored)


def _figures(case: WorkedCase, language: Language) -> Iterator[FigureContent]:
    version = case.rule.on(case.case.day, case.case.municipality)
    outcomes = {one.key: one for one in version.outcomes} if version else {}
    for key, value in case.figures.items():
        one = outcomes[key]
        variant = one.variant.in_language(language) if one.variant else ""
        said = figure(value, one.unit, language)
        yield FigureContent(one.label.in_language(language), said, variant)


def number_of_rules() -> int:
    """Return how many rules there are."""
    return len(CATALOGUE)
