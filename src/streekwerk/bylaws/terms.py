"""The open terms a municipality can fill in, and how their values are stored.

The switch "vooruitlopend toepassen" is one of them: a yes or no with a source and a date.
"""

from __future__ import annotations

from collections.abc import Mapping

from streekwerk.rights.casefiles import OPEN_TERMS
from streekwerk.rights.engine.municipality import OpenTerm
from streekwerk.vocabulary.language import Text

AHEAD_OF_LAW = OpenTerm(
    "vooruitlopend_toepassen",
    Text(
        "vooruitlopend toepassen: de gemeente past gunstige delen van de Participatiewet in "
        "balans al toe vóór 1 januari 2027",
        "applying the law early: the municipality already applies favourable parts of the "
        "Participation Act in balance before 1 January 2027",
    ),
    False,
    Text(
        "zonder besluit van de gemeente geldt de wet zoals die vandaag is",
        "without a decision of the municipality the law applies as it is today",
    ),
    "Participatiewet in balans, tolerantiejaar 2026",
)
TERMS: Mapping[str, OpenTerm] = {AHEAD_OF_LAW.key: AHEAD_OF_LAW} | dict(OPEN_TERMS)
MOST_PER_CENT = 100


def is_choice(term: OpenTerm) -> bool:
    """Whether the term is a yes or no; otherwise it is a number."""
    return isinstance(term.default, bool)


def stored(term: OpenTerm, value: float | bool) -> float:
    """Return a value as it is kept: yes is 1, no is 0.

    Raises
    ------
    ValueError
        When the value is not of the term's kind, is negative, or is more than 100 per cent.
    """
    checked = term.check(value)
    if term.unit and term.unit.nl == "%" and checked > MOST_PER_CENT:
        raise ValueError(f"open term {term.key!r}: at most {MOST_PER_CENT} per cent, got {value!r}")
    return float(checked)


def read(term: OpenTerm, kept: float) -> float | bool:
    """Return a kept value as the rules want it."""
    return bool(kept) if is_choice(term) else kept
