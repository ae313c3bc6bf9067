"""What the rights engine says about a measure, made small enough to keep with the advice."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date

from streekwerk.advice.features import (
    CHANGEABLE_LAW_FACTS,
    FEATURES,
    JUDGEMENTS,
    LAW_FACTS,
)
from streekwerk.advice.measures import Measure
from streekwerk.advice.request import Article, Lawful, Lawfulness, LegalChange, Question
from streekwerk.advice.situation import NotAllowedError, Situation
from streekwerk.rights import (
    NOT_FILLED_IN,
    Municipality,
    RuleAnswer,
    Truth,
    evaluate,
    national_parameters,
    new_case,
    rule,
)
from streekwerk.rights.engine.evaluation import Case, Change
from streekwerk.rights.engine.explanation import Reason
from streekwerk.rights.engine.facts import FactSpec, YesNo, facts_of
from streekwerk.rights.engine.routes import Step
from streekwerk.rights.engine.rules import Audience, Decides
from streekwerk.vocabulary.language import Text

MOST_CHANGES = 3
_ANSWERS = {Truth.YES: Lawful.YES, Truth.NO: Lawful.NO, Truth.UNKNOWN: Lawful.OPEN}
_SAYS = {
    (Lawful.YES, Decides.ENTITLED): Text("U hebt hier recht op.", "You are entitled to this."),
    (Lawful.YES, Decides.MAY): Text(
        "De gemeente kan dit geven.", "The municipality can grant this."
    ),
    (Lawful.NO, None): Text("Dit mag nu niet van de wet.", "The law does not allow this now."),
    (Lawful.OPEN, None): Text(
        "Of dit mag, weten we nog niet. Er zijn vragen open.",
        "Whether this is allowed, we do not know yet. There are open questions.",
    ),
}
_EMPLOYER = Text(
    "Uw werkgever kan hier geld voor krijgen.", "Your employer can get money for this."
)


def lawfulness(
    measure: Measure,
    situation: Situation,
    day: date,
    municipality: Municipality,
    judgements: Mapping[str, bool] | None = None,
) -> Lawfulness:
    """Say whether the law lets a person in ``situation`` have ``measure`` on ``day``.

    Parameters
    ----------
    judgements
        What a professional judged about this measure for this person, by fact.

    Raises
    ------
    NotAllowedError
        For a judgement that is not on the allow-list.
    """
    case = case_of(situation, day, municipality, judgements or {})
    # Of several ways to get it, the one that is furthest counts; then the order of the law.
    best = max(evaluate(case, map(rule, measure.rules)), key=lambda one: one.truth)
    answer = _ANSWERS[best.truth]
    return Lawfulness(
        answer=answer,
        rule=best.rule.key,
        says=_says(answer, best),
        articles=_articles(best),
        because=tuple(_because(best.reason().decisive())) if answer is not Lawful.OPEN else (),
        questions=_questions(best, measure) if answer is Lawful.OPEN else (),
        changes=tuple(_changes(best, case)) if answer is Lawful.NO else (),
        remarks=tuple(_remarks(best)),
    )


def case_of(
    situation: Situation, day: date, municipality: Municipality, judgements: Mapping[str, bool]
) -> Case:
    """Return the case the rights engine judges: allow-listed facts and judgements only."""
    if refused := set(judgements) - set(JUDGEMENTS):
        raise NotAllowedError(f"not on the allow-list of judgements: {sorted(refused)}")
    facts = {key: situation[f"law:{key}"] for key in LAW_FACTS if f"law:{key}" in situation}
    case = new_case(day, {**facts, **judgements}, municipality)
    return Case(day, case.answers, national_parameters(), municipality)


def _says(answer: Lawful, best: RuleAnswer) -> Text:
    if answer is not Lawful.YES:
        return _SAYS[answer, None]
    if best.rule.audience is Audience.EMPLOYER:
        return _EMPLOYER
    return _SAYS.get((answer, best.rule.decides), _SAYS[Lawful.YES, Decides.MAY])


def _articles(best: RuleAnswer) -> tuple[Article, ...]:
    version = best.version or best.rule.versions[-1]
    return tuple(Article(basis.citation, basis.url) for basis in version.basis)


def _because(reason: Reason) -> Iterator[Text]:
    """Yield the leaves that decided; a group with words of its own speaks for its parts."""
    parts = [leaf for part in reason.parts for leaf in _because(part)]
    yield from parts or [reason.text]


def _questions(best: RuleAnswer, measure: Measure) -> tuple[Question, ...]:
    return tuple(question_about(fact, measure.code) for fact in best.questions().fewest)


def question_about(fact: FactSpec, measure: str) -> Question:
    """Return the question that settles ``fact``; a judgement is asked for each measure."""
    judged = fact.key in JUDGEMENTS
    return Question(
        key=fact.key if judged else f"law:{fact.key}",
        # The file keeps a date of birth, and no age.
        text=FEATURES["age"].question if fact.key == "leeftijd" else fact.question,
        who=fact.holder.value,
        about=measure if judged else "",
        for_professional=fact.discretionary,
    )


def _changes(best: RuleAnswer, case: Case) -> Iterator[LegalChange]:
    """Yield what would undo a "no", where it can be changed; each is tried out."""
    found = 0
    for change in best.changes():
        steps = [step for step in change.steps if not _is_open(step, case)]
        if found == MOST_CHANGES or not steps or not all(map(_can_be_turned, steps)):
            continue
        asked = [(fact, step.goal is Truth.YES) for step in steps for fact in facts_of(step.leaf)]
        other = case
        for fact, value in asked:
            other = other.knowing(fact, value)
        (after,) = evaluate(other, [best.rule])
        if after.truth is not Truth.NO:
            found += 1
            yield LegalChange(
                tuple((fact.key, value) for fact, value in asked),
                Change(tuple(steps), change.frame).texts("plain"),
                certain=after.truth is Truth.YES,
            )


def _is_open(step: Step, case: Case) -> bool:
    """Whether it is a question still to ask, and nothing to change."""
    answers = (case.answers.get(fact.key, float("nan")) for fact in facts_of(step.leaf))
    return any(math.isnan(answer) for answer in answers)


def _can_be_turned(step: Step) -> bool:
    leaf = step.leaf
    return isinstance(leaf, YesNo) and leaf.fact.key in CHANGEABLE_LAW_FACTS


def _remarks(best: RuleAnswer) -> Iterator[Text]:
    for term in best.not_filled_in:
        yield Text(f"{term.label.nl}: {NOT_FILLED_IN.nl.lower()}.",
                   f"{term.label.en}: {NOT_FILLED_IN.en.lower()}.")  # fmt: skip
    if best.rule.status_note is not None:
        yield best.rule.status_note
