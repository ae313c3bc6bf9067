"""Four kinds of measures: what a caseworker thinks of when choosing one.

The regulation lists types under headings by form (money, workplace, support). For who
gets what, the aim matters more; this grouping is ours and only used for history.
"""

from __future__ import annotations

from enum import Enum

from streekwerk.registers.codes import MeasureType
from streekwerk.vocabulary.language import Text


class Kind(Enum):
    """What a measure is for."""

    AT_WORK = "at_work"
    TOWARDS_WORK = "towards_work"
    ACTIVATION = "activation"
    FACILITY = "facility"

    @property
    def words(self) -> Text:
        """Name the kind."""
        return _WORDS[self]

    @property
    def types(self) -> frozenset[str]:
        """Return the SRG codes of this kind."""
        return frozenset(code for code in MeasureType if kind_of(code) is self)


_WORDS = {
    Kind.AT_WORK: Text("voorziening bij een werkgever", "measure at an employer"),
    Kind.TOWARDS_WORK: Text("voorziening naar werk", "measure towards work"),
    Kind.ACTIVATION: Text("activering of participatie", "activation or participation"),
    Kind.FACILITY: Text("faciliterende of overige voorziening", "facilitating or other measure"),
}

# Given to, or because of, somebody who already has an employer in sight.
WORK_BOUND = frozenset(
    {
        MeasureType.WAGE_SUBSIDY,
        MeasureType.FLAT_WAGE_SUBSIDY,
        MeasureType.TEMPORARY_WAGE_SUBSIDY,
        MeasureType.TRIAL_PLACEMENT,
        MeasureType.JOB_COACH,
        MeasureType.WORKPLACE_ADAPTATION,
    }
)
_TOWARDS = frozenset(
    {
        MeasureType.OTHER_WORKPLACE,
        MeasureType.COACHING,
        MeasureType.TRAINING,
        MeasureType.OUTSOURCED_UNKNOWN,
    }
)
_ACTIVATION = frozenset(
    {
        MeasureType.PARTICIPATION_PLACE,
        MeasureType.VOLUNTARY_WORK,
        MeasureType.SOCIAL_ACTIVATION,
    }
)


def kind_of(code: str) -> Kind:
    """Return the kind of an SRG type; everything not named elsewhere is a facility."""
    if code in WORK_BOUND:
        return Kind.AT_WORK
    if code in _TOWARDS:
        return Kind.TOWARDS_WORK
    return Kind.ACTIVATION if code in _ACTIVATION else Kind.FACILITY
