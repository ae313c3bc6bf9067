"""Answers and rules as plain data: for the command line, the API and stored advice alike."""

from __future__ import annotations

from typing import Any

from streekwerk.rights.engine.evaluation import Figure, RuleAnswer
from streekwerk.rights.engine.explanation import Reason
from streekwerk.rights.engine.rules import Rule
from streekwerk.rights.engine.words import Wording


def answer_json(answer: RuleAnswer, wording: Wording = "plain") -> dict[str, Any]:
    """Return an answer with figures, reasons, open questions and changes."""
    questions = answer.questions()
    return {
        "rule": answer.rule.key,
        "name": answer.rule.name.as_json(),
        "status": answer.rule.status.name.lower(),
        "day": str(answer.frame.day),
        "answer": answer.truth.name.lower(),
        "basis": [basis.citation for basis in answer.version.basis] if answer.version else [],
        "aheadOfLaw": answer.ahead_of_law,
        "figures": [_figure(one) for one in answer.figures],
        "reason": _reason(answer.reason(wording)),
        "fewestQuestions": [fact.key for fact in questions.fewest],
        "changes": [[text.as_json() for text in c.texts(wording)] for c in answer.changes()],
        "notFilledIn": [term.key for term in answer.not_filled_in],
        "outdated": [parameter.key for parameter in answer.outdated],
    }


def _figure(one: Figure) -> dict[str, Any]:
    variant = one.outcome.variant
    return {
        "key": one.outcome.key,
        "label": one.outcome.label.as_json(),
        "unit": one.outcome.unit.as_json(),
        "variant": variant.as_json() if variant else None,
        "ifEntitled": one.if_entitled,
        "value": one.value,
        "notFilledIn": [term.key for term in one.not_filled_in],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "truth": reason.truth.name.lower(),
        "text": reason.text.as_json(),
        "article": reason.article,
        "value": reason.value.as_json() if reason.value else None,
        "parts": [_reason(part) for part in reason.parts],
    }


def rule_json(one: Rule) -> dict[str, Any]:
    """Return a rule of the catalogue with its versions, sources and status."""
    return {
        "key": one.key,
        "name": one.name.as_json(),
        "decides": one.decides.name.lower(),
        "audience": one.audience.name.lower(),
        "status": one.status.name.lower(),
        "statusNote": one.status_note.as_json() if one.status_note else None,
        "versions": [
            {
                "start": str(version.start),
                "end": str(version.end) if version.end else None,
                "onlyAheadOfLaw": version.only_ahead_of_law,
                "basis": [
                    {"citation": b.citation, "linkId": b.link_id, "url": b.url}
                    for b in version.basis
                ],
                "facts": [fact.key for fact in version.facts()],
                "parameters": list(version.parameter_keys()),
                "openTerms": [term.key for term in version.open_terms()],
            }
            for version in one.versions
        ],
    }
