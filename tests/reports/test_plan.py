"""The plan and the record of a decision on paper: readable, complete, the same every time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pdf_text import text_of

from streekwerk.reports.plan import (
    ChoiceContent,
    DecisionContent,
    EvidenceContent,
    PlanContent,
    StepContent,
    decision_pdf,
    plan_pdf,
    words_in,
)
from streekwerk.reports.plan_words import WORDS
from streekwerk.vocabulary.language import LANGUAGES, Language

KNOWN = EvidenceContent(
    "Van de 100 mensen vonden er 34 werk met deze stap, en 28 zonder.",
    "Redelijk zeker",
    "Dit is het gemiddelde.",
    "Gemeten in de regio Middenland.",
    "In het eerste half jaar misschien minder snel.",
    has_figure=True,
    with_it=34.0,
    without=28.0,
    low=29.0,
    high=39.0,
    alt="Van 100 mensen 34 met en 28 zonder.",
)
UNKNOWN = EvidenceContent("Wat deze stap doet, weten we niet.", "Weten we niet", "Waarom.", "", "")
CHOICES = (
    ChoiceContent("Training", "U leert iets.", "Lassen, ROC.", "U hebt hier recht op.", KNOWN),
    ChoiceContent("Jobcoach", "Iemand helpt u.", "", "", UNKNOWN),
    ChoiceContent("Iets anders", '#panic("x") $ \\ "]', "", "", None),
)


def plan(language: Language = "nl") -> PlanContent:
    return PlanContent(
        language=language,
        person="Karim Aziz",
        municipality="Rivierstede",
        caseworker="Anna Bos",
        contact="Vraag het aan Anna Bos.",
        day="23 november 2026",
        goal="Ik wil lasser worden",
        choices=CHOICES,
        reason="Dit past bij mij",
        wish="Iets met mijn handen",
        steps=(StepContent("Aanmelden: Lassen", "Anna", "30 november 2026"),),
        look_back="1 maart 2027",
        words=words_in(language),
    )


def decision(language: Language = "nl") -> DecisionContent:
    return DecisionContent(
        language=language,
        person="Karim Aziz",
        municipality="Rivierstede",
        day="23 november 2026",
        decided_by="Anna Bos",
        together="samen",
        choices=CHOICES,
        others=("Nu niet",),
        reason="",
        wish="Training",
        view="",
        made_from=(("Invoer (SHA-256)", "0" * 64),),
        words=words_in(language),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_papers_are_accessible_and_the_same_every_time(language: Language) -> None:
    for make in (lambda: plan_pdf(plan(language)), lambda: decision_pdf(decision(language))):
        first, second = make(), make()
        assert first == second
        assert b"pdfuaid" in first


def _text(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_says_what_was_agreed_and_how_to_object(language: Language) -> None:
    text = _text(plan_pdf(plan(language)))
    for said in ("Karim Aziz", "Ik wil lasser worden", "28 zonder", "30 november 2026"):
        assert said in text
    for key in ("plan", "disagree", "steps", "known", "nobody_is_scored"):
        assert WORDS[key].in_language(language) in text
    assert text.index("Ik wil lasser worden") < text.index("Training") < text.index("Aanmelden")


def test_the_record_names_what_it_stood_on() -> None:
    text = _text(decision_pdf(decision()))
    for said in ("Vastgelegde keuze", "Anna Bos", "Nu niet", "niet gezegd", "0" * 64):
        assert said in text


def test_a_plan_with_nothing_in_it_yet_is_a_plan() -> None:
    bare = replace(plan(), goal="", choices=(), steps=(), reason="", wish="", look_back="")
    text = _text(plan_pdf(bare))
    assert "Dit spreken wij nog af." in text
    assert "Er zijn nog geen stappen afgesproken." in text
