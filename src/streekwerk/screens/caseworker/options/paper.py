"""What goes on the plan and on the record of a decision: taken from what was stored."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.advice import Advice, Finding, Option
from streekwerk.guidance.file.field import said_day
from streekwerk.people.models import Decision, DecisionChoice, Offer, Person
from streekwerk.people.queries.decisions import latest_decision
from streekwerk.people.queries.facts import wishes_of
from streekwerk.people.queries.guidance import guidance_of
from streekwerk.reports.plan import (
    ChoiceContent,
    DecisionContent,
    EvidenceContent,
    PlanContent,
    StepContent,
    words_in,
)
from streekwerk.screens.caseworker.words import who_words
from streekwerk.vocabulary.language import Language, Text, number

_TOGETHER = Text("samen", "together")
_ALONE = Text("door de klantmanager", "by the caseworker")
_NO_DAY = Text("nog af te spreken", "still to agree")
_FACTS = (
    ("inputs_hash", Text("Invoer (SHA-256)", "Input (SHA-256)")),
    ("advice_hash", Text("Advies (SHA-256)", "Advice (SHA-256)")),
    ("evidence_version", Text("Bewijs (SHA-256)", "Evidence (SHA-256)")),
    ("algorithm", Text("Rekenwijze, versie", "Algorithm, version")),
    ("features", Text("Kenmerkenlijst, versie", "Features, version")),
    ("code_version", Text("Programma, versie", "Program, version")),
)


def plan_content(user: User, person: Person, language: Language) -> PlanContent:
    """Return the plan of ``person`` as it stands now."""
    guidance, decision = guidance_of(person), latest_decision(person)
    goal = guidance.goal.words if guidance.goal else ""
    caseworker = str(person.caseworker or user)
    steps = tuple(
        StepContent(step.what, who_words(step), _day(step.due, language))
        for step in guidance.planned
    )
    look_back = guidance.plan.evaluate_on if guidance.plan else None
    return PlanContent(
        language=language,
        person=str(person),
        municipality=str(person.municipality),
        caseworker=caseworker,
        contact=_contact(caseworker, str(person.municipality)).in_language(language),
        day=said_day(timezone.localdate()).in_language(language),
        goal=goal,
        choices=_choices(decision, language),
        reason=_reason(decision, language),
        wish=(decision.wish_words if decision else "") or wishes_of([person]).get(person.pk, ""),
        steps=steps,
        look_back=said_day(look_back).in_language(language) if look_back else "",
        words=words_in(language),
    )


def decision_content(decision: Decision, language: Language) -> DecisionContent:
    """Return the record of a decision: everything from what was stored with it."""
    advice = _advice(decision)
    chosen = {choice.key for choice in decision.choices.all()}
    others = [o for o in advice.options if o.key not in chosen] if advice else []
    together = _TOGETHER if decision.together else _ALONE
    return DecisionContent(
        language=language,
        person=str(decision.person),
        municipality=str(decision.person.municipality),
        day=said_day(decision.decided_on).in_language(language),
        decided_by=str(decision.decided_by),
        together=together.in_language(language),
        choices=_choices(decision, language),
        others=tuple(option.name.in_language(language) for option in others),
        reason=_reason(decision, language),
        wish=_wanted(advice, decision.wish, decision.wish_words, language),
        view=_wanted(advice, decision.view, decision.view_words, language),
        made_from=_made_from(decision, language),
        words=words_in(language),
    )


def _made_from(decision: Decision, language: Language) -> tuple[tuple[str, str], ...]:
    if decision.advice is None:
        return ()
    return tuple(
        (label.in_language(language), str(getattr(decision.advice, name))) for name, label in _FACTS
    )


def _advice(decision: Decision) -> Advice | None:
    return decision.advice.record.given() if decision.advice else None


def _choices(decision: Decision | None, language: Language) -> tuple[ChoiceContent, ...]:
    if decision is None:
        return ()
    advice = _advice(decision)
    options = {option.key: option for option in advice.options} if advice else {}
    return tuple(
        _choice(choice, options.get(choice.key), language) for choice in decision.choices.all()
    )


def _choice(choice: DecisionChoice, option: Option | None, language: Language) -> ChoiceContent:
    what = option.what.in_language(language) if option else ""
    law = option.law if option else None
    articles = ", ".join(article.citation for article in law.articles) if law else ""
    return ChoiceContent(
        name=choice.name_words.in_language(language),
        what=choice.words or what,
        offer=_offer(choice.offer, language) if choice.offer else "",
        law=f"{law.says.in_language(language)} ({articles})" if law else "",
        evidence=_evidence(option.finding, language) if option and option.finding else None,
    )


def _offer(offer: Offer, language: Language) -> str:
    parts = [offer.title, offer.provider, offer.place]
    if offer.starts_on:
        parts.append(said_day(offer.starts_on).in_language(language))
    if offer.hours_per_week:
        hours = Text("uur per week", "hours a week").in_language(language)
        parts.append(f"{offer.hours_per_week} {hours}")
    return ", ".join(part for part in parts if part) + "."


def _evidence(finding: Finding, language: Language) -> EvidenceContent:
    main = finding.main
    content = EvidenceContent(
        words=finding.words.in_language(language),
        sure=finding.sure_words.in_language(language),
        why=finding.why.in_language(language),
        origin=finding.origin.words.in_language(language) if finding.origin else "",
        lock_in=finding.lock_in.in_language(language) if finding.lock_in else "",
    )
    if main is None:
        return content
    low, high = (min(max(main.without + each, 0.0), 100.0) for each in (main.low, main.high))
    said = [number(value, language) for value in (main.with_it, main.without, low, high)]
    alt = Text(
        "Van 100 mensen vonden er {} werk met deze stap en {} zonder; met deze stap kan het ook "
        "tussen {} en {} zijn.",
        "Of 100 people {} found work with this step and {} without; with this step it may also "
        "be between {} and {}.",
    )
    return EvidenceContent(
        content.words,
        content.sure,
        content.why,
        content.origin,
        content.lock_in,
        has_figure=True,
        with_it=main.with_it,
        without=main.without,
        low=low,
        high=high,
        alt=alt.in_language(language).format(*said),
    )


def _reason(decision: Decision | None, language: Language) -> str:
    if decision is None:
        return ""
    clicked = decision.reason_now.words.in_language(language) if decision.reason_now else ""
    said = ": ".join(part for part in (clicked, decision.reason_words) if part)
    return f"{said[:1].upper()}{said[1:]}"


def _wanted(advice: Advice | None, key: str, words: str, language: Language) -> str:
    names = {o.key: o.name.in_language(language) for o in advice.options} if advice else {}
    return ": ".join(part for part in (names.get(key, ""), words) if part)


def _contact(caseworker: str, municipality: str) -> Text:
    return Text(
        f"Vraag het aan {caseworker} van de gemeente {municipality}.",
        f"Ask {caseworker} of the municipality of {municipality}.",
    )


def _day(day: date | None, language: Language) -> str:
    return (said_day(day) if day else _NO_DAY).in_language(language)
