"""The plan on paper for the jobseeker, and the record of a decision."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.reports.pdf import typeset
from streekwerk.reports.plan_words import WORDS
from streekwerk.vocabulary.language import Language


@dataclass(frozen=True, slots=True)
class StepContent:
    """One step: what, who, and by when."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """What is known about a chosen option, and how sure; ``low`` and ``high`` per 100 people.

    ``has_figure`` is False where nothing is known; the numbers are then 0.
    """

    words: str
    sure: str
    why: str
    origin: str
    lock_in: str
    has_figure: bool = False
    with_it: float = 0.0
    without: float = 0.0
    low: float = 0.0
    high: float = 0.0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceContent:
    """One option that was chosen."""

    name: str
    what: str
    offer: str
    law: str
    evidence: EvidenceContent | None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Everything on the jobseeker's plan, in one language."""

    language: Language
    person: str
    municipality: str
    caseworker: str
    contact: str
    day: str
    goal: str
    choices: tuple[ChoiceContent, ...]
    reason: str
    wish: str
    steps: tuple[StepContent, ...]
    look_back: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class DecisionContent:
    """A decision with what it stood on. ``made_from`` holds (name, value) pairs."""

    language: Language
    person: str
    municipality: str
    day: str
    decided_by: str
    together: str
    choices: tuple[ChoiceContent, ...]
    others: tuple[str, ...]
    reason: str
    wish: str
    view: str
    made_from: tuple[tuple[str, str], ...]
    words: dict[str, str]


def plan_pdf(content: PlanContent) -> bytes:
    """Return the plan as an accessible PDF (PDF/UA-1)."""
    return typeset("plan.typ", content)


def decision_pdf(content: DecisionContent) -> bytes:
    """Return the record of a decision as an accessible PDF (PDF/UA-1)."""
    return typeset("decision.typ", content)


def words_in(language: Language) -> dict[str, str]:
    """Return the fixed words of both papers in one language."""
    return {name: text.in_language(language) for name, text in WORDS.items()}
