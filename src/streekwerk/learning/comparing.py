"""Which two measures can be compared with each other.

Both need enough people who started: a comparison of two small groups says nothing and
takes as long. Nobody gets all pairs at once: with eighteen measures there are three
hundred, and of so many some would differ by chance alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from streekwerk.evidence.cards.card import EvidenceCard, HorizonResult
from streekwerk.learning.cohort import CohortOverview
from streekwerk.vocabulary.language import Text

LEAST_PEOPLE = 50
MOST_IN_A_ROUND = 12


def comparable(cohort: CohortOverview | None) -> tuple[str, ...]:
    """Return the measures (SRG codes) that enough people started, most used first."""
    if cohort is None:
        return ()
    enough = [use for use in cohort.measures if use.people >= LEAST_PEOPLE]
    return tuple(use.measure for use in sorted(enough, key=lambda use: -use.people))


def worded_for_two(card: EvidenceCard) -> EvidenceCard:
    """Return a comparison of two measures whose sentences name the other measure.

    The core's sentences tell what a measure does beside getting nothing; here the others
    got something too.
    """
    if card.against is None:
        return card
    return replace(card, results=tuple(_named(each, card.against_label) for each in card.results))


def _named(result: HorizonResult, other: Text) -> HorizonResult:
    if result.evaluation is None:
        return result
    findings = tuple(
        replace(finding, sentence=_sentence(finding.sentence, other))
        for finding in result.evaluation.findings
    )
    return replace(result, evaluation=replace(result.evaluation, findings=findings))


def _sentence(sentence: Text, other: Text) -> Text:
    nl = sentence.nl.replace(" dan bij wie het niet kreeg", "")
    en = sentence.en.replace(" than among those who did not get it", "")
    return Text(
        re.sub(r"^(Na [\d,]+ maand(?:en)?):", rf"\1, vergeleken met {other.nl}:", nl),
        re.sub(r"^(After [\d.]+ months?):", rf"\1, compared with {other.en}:", en),
    )
