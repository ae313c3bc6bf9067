"""A plain sequential target-trial emulation on what the files can show.

Written apart from the product's own, and as simple as can be, so that the truth
is checked by something that does not share its code: pooled monthly trials,
odds weights from a logistic propensity on the stated adjustment set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from streekwerk.demo.config import RegionConfig
from streekwerk.demo.simulation import History
from streekwerk.demo.state import RECENT_MONTHS

Simulated = Callable[[RegionConfig], tuple[History, ...]]
"""The fixture that simulates a region once per config."""

SUSTAINED = 3


@dataclass(frozen=True)
class Trials:
    """One row per eligible person and month: covariates, start (1) or not now (0), outcome."""

    covariates: NDArray[np.float64]
    started: NDArray[np.bool_]
    outcome: NDArray[np.float64]

    def naive(self) -> float:
        """The difference in means."""
        return float(self.outcome[self.started].mean() - self.outcome[~self.started].mean())

    def adjusted(self) -> float:
        """The ATT with odds weights."""
        scaled = (self.covariates - self.covariates.mean(0)) / (self.covariates.std(0) + 1e-9)
        model = LogisticRegression(C=1e4, max_iter=400).fit(scaled, self.started)
        chance = model.predict_proba(scaled)[:, 1]
        odds = (chance / (1 - chance))[~self.started]
        control = np.average(self.outcome[~self.started], weights=odds)
        return float(self.outcome[self.started].mean() - control)


def sustained_work(history: History, month: int, horizon: int) -> NDArray[np.float64]:
    """Whether an exit to work within the horizon was followed by whole months off benefit."""
    found = np.zeros(len(history.benefit), dtype=np.bool_)
    for exit_month in range(month, month + horizon - SUSTAINED):
        work = np.isin(history.exit_code[:, exit_month], (11, 13))
        off = ~history.benefit[:, exit_month + 1 : exit_month + 1 + SUSTAINED].any(axis=1)
        found |= work & off
    return found.astype(np.float64)


def any_work(history: History, month: int, horizon: int) -> NDArray[np.float64]:
    """Whether there were earnings or an exit to work within the horizon."""
    months = slice(month, month + horizon)
    work = np.isin(history.exit_code[:, months], (11, 13)) | history.earnings[:, months]
    return np.asarray(work.any(axis=1), dtype=np.float64)


def months_off(history: History, month: int, horizon: int) -> NDArray[np.float64]:
    """Months without benefit within the horizon."""
    return (~history.benefit[:, month : month + horizon]).sum(axis=1).astype(np.float64)


Outcome = Callable[[History, int, int], NDArray[np.float64]]
OUTCOMES: dict[str, Outcome] = {
    "sustained_work": sustained_work,
    "any_work": any_work,
    "months_without_benefit": months_off,
}


def emulate(
    histories: tuple[History, ...], measure: str, horizon: int, outcome: str = "sustained_work"
) -> Trials:
    """Pool the trials of all months that can be followed for the whole horizon."""
    parts = [
        _trial(history, number, measure, (month, horizon), OUTCOMES[outcome])
        for number, history in enumerate(histories)
        for month in range(RECENT_MONTHS, history.benefit.shape[1] - horizon + 1)
    ]
    return Trials(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _trial(
    history: History, number: int, measure: str, when: tuple[int, int], outcome: Outcome
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    month, horizon = when
    starts, config = history.starts, history.world.config
    code = np.array(config.measure_codes)[starts.measure]
    running = (starts.month < month) & (starts.end >= month)
    size = len(history.benefit)

    def people(which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.bincount(starts.person[which], minlength=size) > 0

    now, mine = starts.month == month, code == measure
    started = people(now & mine)
    same_spell = history.since[:, month] < month
    eligible = history.benefit[:, month] & same_spell & ~people(running & mine)
    moved = np.isin(history.exit_code[:, month : month + horizon], (32, 33)).any(axis=1)
    eligible &= (started | ~people(now)) & ~moved
    recent = people((starts.month < month) & (starts.month >= month - RECENT_MONTHS))
    covariates = _covariates(history, month, number, people(running), recent)
    return covariates[eligible], started[eligible], outcome(history, month, horizon)[eligible]


def _covariates(
    history: History,
    month: int,
    number: int,
    in_force: NDArray[np.bool_],
    recent: NDArray[np.bool_],
) -> NDArray[np.float64]:
    people, config = history.world.people, history.world.config
    places = len(config.municipalities)
    numbers = np.zeros((len(people), places))
    numbers[:, number] = 1
    calendar = np.zeros((len(people), 12))
    calendar[:, month % 12] = 1
    return np.column_stack(
        [
            month - people.birth_month.astype(float),
            people.sex == 2,
            *(people.household == each for each in (2, 3, 4)),
            *(people.education == each for each in (2, 3)),
            np.log1p(np.maximum(month - history.since[:, month], 0) / 12),
            *(history.exemption[:, month - 1] == each for each in (4, 5, 6)),
            history.earnings[:, month - 1],
            in_force,
            recent,
            np.full(len(people), month),
            numbers,
            calendar,
        ]
    ).astype(np.float64)
