"""What somebody from assistance receives beside a job, month by month, by the rules.

It describes a household one could think of, never a person: a case is made for a job and
the group it is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from streekwerk.matching.cases.formula import Formula, formula
from streekwerk.matching.cases.law import MONTHS_A_YEAR, NotKnownError, Statute, month_on
from streekwerk.rights import Municipality, Rule, Truth, new_case, rule
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.law.disregards import RULES as DISREGARDS

SUPPLEMENT = "aanvullende-bijstand"
READING = "aanvulling_met_vakantiegeld"
_EARNS = "netto_inkomsten_per_maand"
_APPLIED = "toegepaste_vrijlating"
# Which months are counted by which disregard; the law ends them.
_COUNTERS = {
    "vrijlating-25-procent": "maanden_vrijlating_25",
    "vrijlating-alleenstaande-ouder": "maanden_vrijlating_alleenstaande_ouder",
    "vrijlating-loonkostensubsidie": "maanden_vrijlating_lks",
    "vrijlating-loonkostensubsidie-verlengd": "maanden_vrijlating_lks",
    "vrijlating-uniform": "maanden_vrijlating_15",
}


@dataclass(frozen=True, slots=True)
class FromAssistance:
    """A typical household from which somebody comes to the job.

    Attributes
    ----------
    couple
        Whether the norm for a couple applies (the partner without income).
    more
        Other facts by their Dutch key, when they are known.
    """

    couple: bool = False
    age: int = 40
    limited_hours: bool = False
    helps_towards_work: bool = True
    more_hours_impossible: bool = False
    more: Mapping[str, object] = field(default_factory=dict)

    def answers(self, *, subsidised: bool) -> dict[str, object]:
        """Return the household as facts."""
        counters = dict.fromkeys(_COUNTERS.values(), 0)
        return {
            "algemene_bijstand": True,
            "leeftijd": self.age,
            "aow_leeftijd_bereikt": False,
            "leefvorm": "gehuwd" if self.couple else "alleenstaand",
            "medisch_urenbeperkt": self.limited_hours,
            "alleenstaande_ouder": False,
            "doelgroep_lks": subsidised,
            "baan_met_loonkostensubsidie": subsidised,
            "draagt_bij_aan_arbeidsinschakeling": self.helps_towards_work,
            "uitbreiding_uren_niet_mogelijk": self.more_hours_impossible,
            **counters,
            **self.more,
        }


@dataclass(frozen=True, slots=True)
class Month:
    """Assistance in one month: with the job, and without it."""

    beside: Formula
    without: Formula


@dataclass(frozen=True, slots=True)
class Earnings:
    """Net pay a month: its formula, and about how much it is (to see which rules apply)."""

    net: Formula
    about: float


def months(
    statute: Statute,
    household: FromAssistance,
    earnings: Earnings,
    start: date,
    years: int,
    municipality: Municipality,
    *,
    subsidised: bool,
) -> tuple[Month, ...]:
    """Return assistance in every month of the case.

    Raises
    ------
    LookupError
        When a fact about the household is missing.
    """
    answers = household.answers(subsidised=subsidised)
    found = []
    for number in range(years * MONTHS_A_YEAR):
        day = month_on(start, number)
        frame = new_case(day, {**answers, _EARNS: earnings.about}, municipality).frame()
        disregard, applied = _disregard(statute, frame, earnings)
        if applied in _COUNTERS:
            counter = _COUNTERS[applied]
            answers[counter] = int(str(answers[counter])) + 1
        found.append(
            Month(
                _supplement(statute, frame, earnings.net, disregard),
                _supplement(statute, frame, formula(0), formula(0)),
            )
        )
    return tuple(found)


def _disregard(statute: Statute, frame: Frame, earnings: Earnings) -> tuple[Formula, str]:
    """Return what is not settled this month, and the rule that says so (the best one counts)."""
    best, applied, most = formula(0), "", 0.0
    for one in DISREGARDS:
        held = statute.apply(one, "vrijlating", frame, {_EARNS: earnings.net})
        if held.truth is Truth.YES and held.figure is not None:
            worth = _worth(one, frame)
            if worth > most:
                best, applied, most = held.figure, one.key, worth
    return best, applied


def _worth(one: Rule, frame: Frame) -> float:
    version = one.on(frame.day, frame.municipality)
    if version is None:
        return 0.0
    return float(version.outcomes[0].value.amount(frame)[0])


def _supplement(statute: Statute, frame: Frame, net: Formula, disregard: Formula) -> Formula:
    """Return the formula of the supplement; where earnings are enough it is zero by itself."""
    version = rule(SUPPLEMENT).on(frame.day, frame.municipality)
    if version is None:
        raise NotKnownError(f"{SUPPLEMENT} geldt niet op {frame.day}")
    outcome = next(one for one in version.outcomes if one.key == READING)
    return statute.formula(outcome, frame, {_EARNS: net, _APPLIED: disregard})
