"""Did the groups look alike? Standardised differences, and one joint test for experiments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc, ndtri

from streekwerk.evidence.design.rules import DesignRules
from streekwerk.evidence.effects.weighting import Weights
from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.design import BalanceRow
from streekwerk.evidence.saying import Spoken, say
from streekwerk.evidence.trial.table import (
    Floats,
    Integers,
    TrialTable,
    column_label,
    covariate_columns,
)
from streekwerk.vocabulary.language import Text

TITLE = Text("Lijken de groepen op elkaar?", "Do the groups look alike?")


@dataclass(frozen=True, slots=True)
class JointTest:
    """Whether all covariates together differ more than the draw can explain."""

    statistic: float
    covariates: int
    p_value: float


def balance_rows(pair: TrialTable, weights: Weights) -> tuple[BalanceRow, ...]:
    """Return every covariate column's difference in standard deviations, before and after.

    The unit is the pooled standard deviation before weighting, so that weighting
    cannot shrink a difference by changing the yardstick.
    """
    treated = pair.arm == 1
    mass = np.ones(pair.n) if pair.weights is None else pair.weights
    rows = []
    for covariate in pair.covariates:
        for name, column in covariate_columns(covariate):
            ours, theirs = column[treated], column[~treated]
            spread = float(np.sqrt((ours.var() + theirs.var()) / 2))
            if spread == 0 and np.ptp(column) == 0:
                continue
            with_it, without = _mean(column, mass * treated), _mean(column, mass * ~treated)
            weighted = _mean(column, weights.arm) - _mean(column, weights.comparison)
            rows.append(
                BalanceRow(
                    name,
                    column_label(covariate, name),
                    with_it,
                    without,
                    _standardised(with_it - without, spread),
                    _standardised(weighted, spread),
                )
            )
    return tuple(rows)


def joint_test(
    covariates: Floats, treated: Floats, cluster: Integers | None = None
) -> JointTest | None:
    """Return the joint balance test of Hansen & Bowers (2008); None without covariates.

    Without clusters the covariance is that of drawing the arm at random among
    these people, and the small-sample reference is the F distribution. With clusters
    it is estimated from the cluster sums (Hotelling's T-squared); None when there are
    too few clusters for the number of covariates.
    """
    n, p = covariates.shape
    if p == 0:
        return None
    deviations = (treated - treated.mean())[:, None] * (covariates - covariates.mean(axis=0))
    total = deviations.sum(axis=0)
    if cluster is None:
        units = n
        spread = np.cov(covariates.T).reshape(p, p) * n * treated.mean() * (1 - treated.mean())
    else:
        index = np.unique(cluster, return_inverse=True)[1]
        units = int(index.max()) + 1
        sums = np.column_stack([np.bincount(index, column) for column in deviations.T])
        spread = np.cov(sums.T).reshape(p, p) * units
    rank = int(np.linalg.matrix_rank(spread, hermitian=True))
    if rank == 0 or units < 2 * rank + 2:
        return None
    statistic = float(total @ np.linalg.pinv(spread, rcond=1e-9, hermitian=True) @ total)
    if cluster is None:
        # The statistic is (n - 1) times the R-squared of the arm on the covariates.
        explained = min(statistic / (units - 1), 1 - 1e-12)
        rest = units - rank - 1
        ratio = explained / (1 - explained) * rest / rank
    else:
        rest = units - rank
        ratio = statistic * rest / (rank * (units - 1))
    return JointTest(statistic, rank, float(fdtrc(rank, rest, ratio)))


def judge_weighted(
    rows: tuple[BalanceRow, ...], sizes: tuple[float, float], rules: DesignRules
) -> Check:
    """Return the light for what weighting leaves of the differences."""
    if not rows:
        return _nothing_measured()
    worst = max(rows, key=lambda row: abs(row.after))
    chance = _chance(len(rows), sizes, rules)
    left = abs(worst.after)
    values: dict[str, Spoken] = {
        "name": worst.label,
        "left": (left, 2),
        "limit": (rules.largest_imbalance, 2),
    }
    if left <= rules.largest_imbalance:
        return Check(
            "balance",
            Light.GREEN,
            TITLE,
            say(
                "Na weging lijken de groepen op elkaar: het grootste verschil is {left} "
                "standaardafwijking ({name}).",
                "After weighting the groups look alike: the largest difference is {left} "
                "standard deviations ({name}).",
                **values,
            ),
        )
    if left <= chance and left <= rules.largest_adjusted_imbalance:
        return Check(
            "balance",
            Light.GREEN,
            TITLE,
            say(
                "Na weging blijft er een klein verschil: {name} verschilt {left} "
                "standaardafwijking. In groepen van deze grootte is dat toeval, en het effect is "
                "ervoor gecorrigeerd.",
                "A small difference remains after weighting: {name} differs by {left} standard "
                "deviations. In groups of this size that is chance, and the effect is adjusted "
                "for it.",
                **values,
            ),
        )
    if left <= chance:
        return Check(
            "balance",
            Light.AMBER,
            TITLE,
            say(
                "Na weging blijft er verschil: {name} verschilt {left} standaardafwijking. In "
                "groepen van deze grootte kan dat toeval zijn. Het is meer dan een correctie "
                "achteraf met zekerheid herstelt.",
                "A difference remains after weighting: {name} differs by {left} standard "
                "deviations. In groups of this size that can be chance. It is more than "
                "adjusting afterwards surely repairs.",
                **values,
            ),
        )
    return Check(
        "balance",
        Light.RED,
        TITLE,
        say(
            "De groepen leken al vóór de start niet op elkaar: {name} verschilt ook na weging nog "
            "{left} standaardafwijking (hoogstens {limit} is goed), meer dan toeval kan verklaren.",
            "The groups did not look alike before the start: even after weighting {name} differs "
            "by {left} standard deviations (at most {limit} is good), more than chance explains.",
            **values,
        ),
    )


def judge_drawn(test: JointTest | None, rows: tuple[BalanceRow, ...], rules: DesignRules) -> Check:
    """Return the light for the balance that the draw of an experiment left."""
    if not rows:
        return _nothing_measured()
    worst = max(rows, key=lambda row: abs(row.before))
    largest = say(
        "Het grootste verschil is {smd} standaardafwijking ({name}).",
        "The largest difference is {smd} standard deviations ({name}).",
        smd=(abs(worst.before), 2),
        name=worst.label,
    )
    if test is None:
        reason = say(
            "Te weinig onafhankelijke eenheden om alle kenmerken samen te toetsen. {largest}",
            "Too few independent units to test all characteristics together. {largest}",
            largest=largest,
        )
        return Check("balance", Light.AMBER, TITLE, reason)
    p = (test.p_value, 3)
    if test.p_value < rules.joint_fail_p:
        beyond = abs(worst.before) > rules.largest_drawn_imbalance
        return Check("balance", Light.RED if beyond else Light.AMBER, TITLE, _odd_draw(largest))
    if test.p_value < rules.joint_doubt_p:
        reason = say(
            "De groepen verschillen iets meer dan bij een loting te verwachten is (p = {p}). "
            "De regressie corrigeert ervoor. {largest}",
            "The groups differ a little more than a draw would give (p = {p}). The regression "
            "adjusts for it. {largest}",
            p=p,
            largest=largest,
        )
        return Check("balance", Light.AMBER, TITLE, reason)
    reason = say(
        "De groepen lijken op elkaar zoals bij een loting te verwachten is (p = {p}). {largest}",
        "The groups look as alike as a draw makes them (p = {p}). {largest}",
        p=p,
        largest=largest,
    )
    return Check("balance", Light.GREEN, TITLE, reason)


def _odd_draw(largest: Text) -> Text:
    return say(
        "De groepen leken al vóór de start niet op elkaar: zulke verschillen geeft een gewone "
        "loting minder dan 1 op de 1.000 keer. Was de kans om te loten voor iedereen en in elke "
        "periode gelijk? Zo niet, vergelijk dan als zonder loting, met wat de kans bepaalde als "
        "kenmerk. {largest}",
        "The groups did not look alike before the start: a plain draw gives such differences fewer "
        "than 1 in 1,000 times. Was the chance to be drawn the same for everyone and in every "
        "period? If not, compare as without a draw, with what decided the chance as a "
        "characteristic. {largest}",
        largest=largest,
    )


def _nothing_measured() -> Check:
    return Check(
        "balance",
        Light.AMBER,
        TITLE,
        Text(
            "Er is geen enkel kenmerk van vóór de start bekend; of de groepen op elkaar lijken is "
            "niet te zien.",
            "Nothing is known from before the start; whether the groups look alike cannot be seen.",
        ),
    )


def _chance(columns: int, sizes: tuple[float, float], rules: DesignRules) -> float:
    """Return the largest standardised difference that chance alone makes in these sizes."""
    noise = np.sqrt(sum(1 / max(size, 1.0) for size in sizes))
    return float(ndtri(1 - rules.chance_level / (2 * columns)) * noise)


def _mean(column: Floats, weights: Floats) -> float:
    return float(column @ weights / weights.sum())


def _standardised(difference: float, spread: float) -> float:
    """Return the difference in spreads; a difference without any spread counts as ten."""
    if spread > 0:
        return difference / spread
    return 0.0 if difference == 0 else float(np.sign(difference)) * 10.0
