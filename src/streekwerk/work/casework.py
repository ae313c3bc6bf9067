"""The business case of a chosen design: what the employer said, worked out and summed up.

Pure: the same design, assumptions and seed give the same outcome, so the workbook and the
report can be made again from what was stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from streekwerk.matching.carving import Design
from streekwerk.matching.cases import (
    Account,
    Beliefs,
    Believed,
    Declarations,
    FromAssistance,
    Input,
    Outcome,
    Pert,
    Setting,
    WageValueBelief,
    case_of_design,
    payback_words,
    verdict,
    work_out,
)
from streekwerk.rights.engine.municipality import Municipality
from streekwerk.vocabulary.language import Text
from streekwerk.work.computing import Problem

SEED = 2026
MOST_BARS = 8


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the employer says, or leaves as Streekwerk assumes.

    Attributes
    ----------
    start : first day of the jobs; amounts of the law are those of this day.
    employer_charges : share of the gross wage.
    wage_value : lowest, likely and highest, in percent of a normal performance at the start.
    subsidy : whether to count on wage-cost subsidy and the no-risk policy, as the law gives
        them for somebody of that target group.
    used : percent of the freed time that is put to use; None leaves the assumption.
    stay : years that somebody stays; None leaves the assumption.
    setup : euros that analysing and rearranging cost once; None leaves the assumption.
    """

    start: date
    employer_charges: float
    wage_value: tuple[float, float, float]
    subsidy: bool = True
    used: float | None = None
    stay: float | None = None
    setup: float | None = None

    def as_json(self) -> dict[str, Any]:
        """Return what is stored."""
        return {
            "start": self.start.isoformat(),
            "employer_charges": self.employer_charges,
            "wage_value": list(self.wage_value),
            "subsidy": self.subsidy,
            "used": self.used,
            "stay": self.stay,
            "setup": self.setup,
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Assumptions:
        """Read what was stored."""
        low, likely, high = data["wage_value"]
        read = {"start": date.fromisoformat(data["start"]), "wage_value": (low, likely, high)}
        return cls(**{**data, **read})


def outcome_of(
    design: Design, problem: Problem, assumed: Assumptions, municipality: Municipality
) -> Outcome:
    """Work the case out, with the choices of the municipality where the employer stands."""
    model = case_of_design(
        design,
        problem.inventory,
        problem.groups,
        problem.rules,
        _beliefs(assumed),
        _setting(assumed, municipality),
    )
    return work_out(model, np.random.default_rng(SEED))


def summary(outcome: Outcome) -> dict[str, Any]:
    """Return everything a page shows of a case, in both languages."""
    return {
        "years": outcome.model.years,
        "accounts": [_account(outcome, one) for one in outcome.accounts],
        "payback": payback_words(outcome.simulation.payback(Account.EMPLOYER)).as_json(),
        "bars": [
            {
                "label": bar.input.label.as_json(),
                "unit": bar.input.unit.as_json(),
                "low": bar.low,
                "high": bar.high,
                "at_low": round(bar.at_low, 2),
                "at_high": round(bar.at_high, 2),
            }
            for bar in outcome.bars[Account.EMPLOYER][:MOST_BARS]
        ],
        "questions": [
            {"account": one.account.value, "words": one.words().as_json()}
            for one in outcome.questions
        ],
        "inputs": [_input(one) for one in outcome.model.inputs],
        "lines": _lines(outcome),
        "notes": [each.as_json() for each in outcome.model.notes],
        "not_counted": [each.as_json() for each in outcome.model.not_counted],
    }


def _account(outcome: Outcome, account: Account) -> dict[str, Any]:
    # As the charts of the house draw it.
    interval = outcome.simulation.interval(account, 0.95)
    statement = outcome.calculation.statements[account]
    return {
        "account": account.value,
        "name": account.words.as_json(),
        "verdict": verdict(outcome, account).as_json(),
        "low": round(interval.low, 2),
        "middle": round(interval.middle, 2),
        "high": round(interval.high, 2),
        "chance": outcome.simulation.chance_of_gain(account),
        "exact": str(statement.net_present_value),
    }


def _input(one: Input) -> dict[str, Any]:
    return {
        "label": one.label.as_json(),
        "unit": one.unit.as_json(),
        "value": str(one.median),
        "low": one.belief.at(0.05) if one.uncertain else None,
        "high": one.belief.at(0.95) if one.uncertain else None,
        "origin": one.origin.words.as_json(),
        "source": one.source.as_json(),
    }


def _lines(outcome: Outcome) -> list[dict[str, Any]]:
    statement = outcome.calculation.statements[Account.EMPLOYER]
    return [
        {
            "label": line.flow.label.as_json(),
            "amounts": [str(amount) for amount in line.amounts],
            "in_cash": line.flow.in_cash,
        }
        for line in statement.lines
    ]


def _beliefs(assumed: Assumptions) -> Beliefs:
    beliefs = Beliefs.about(WageValueBelief(*assumed.wage_value))
    if assumed.stay is None:
        return beliefs
    return beliefs.supposing(stay=_said(0.3 * assumed.stay, assumed.stay, 3 * assumed.stay))


def _setting(assumed: Assumptions, municipality: Municipality) -> Setting:
    known = Declarations(wage_subsidy_group=assumed.subsidy, in_register=assumed.subsidy)
    setting = Setting(
        start=assumed.start,
        employer_charges=assumed.employer_charges,
        declarations=known,
        household=FromAssistance(),
        municipality=municipality,
    )
    if assumed.used is not None:
        low, high = max(0.0, assumed.used - 20), min(100.0, assumed.used + 10)
        setting = replace(setting, used=_said(low, assumed.used, high))
    if assumed.setup is not None:
        setting = replace(setting, setup=_said(assumed.setup / 2, assumed.setup, 2 * assumed.setup))
    return setting


def _said(lowest: float, likely: float, highest: float) -> Believed:
    source = Text(
        "opgave werkgever, met een marge van Streekwerk", "said by employer, margin by Streekwerk"
    )
    if lowest == highest:
        return Believed.by_employer(likely, source)
    return Believed.by_employer(Pert(lowest, likely, highest), source)
