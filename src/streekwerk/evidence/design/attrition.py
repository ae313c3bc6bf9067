"""Who is missing: blanks in what was known before, and people without an outcome."""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri

from streekwerk.evidence.design.rules import DesignRules
from streekwerk.evidence.results.check import Check, Light, Table
from streekwerk.evidence.saying import percent, say
from streekwerk.evidence.trial.table import Booleans, NumericCovariate, TrialTable
from streekwerk.vocabulary.language import Text

# How strongly staying in sight goes together with the outcome, in the arm and in the
# comparison: the two sets of assumptions of the What Works Clearinghouse (Deke & Chiang 2017).
CAUTIOUS = (0.45, 0.39)
OPTIMISTIC = (0.27, 0.22)

MISSINGNESS_TITLE = Text("Zijn de gegevens volledig?", "Are the data complete?")
ATTRITION_TITLE = Text("Van wie ontbreekt de uitkomst?", "Whose outcome is missing?")


def missingness(pair: TrialTable, rules: DesignRules) -> Check:
    """Return the check on blanks in covariates, with the shares per arm."""
    treated = pair.arm == 1
    shares = []
    for covariate in pair.covariates:
        if isinstance(covariate, NumericCovariate):
            blank = np.isnan(covariate.values)
        else:
            blank = covariate.codes < 0
        shares.append((covariate.label, *_shares(blank, treated)))
    table = Table(
        MISSINGNESS_TITLE,
        (
            Text("Kenmerk", "Characteristic"),
            Text("Onbekend, met (%)", "Unknown, with (%)"),
            Text("Onbekend, zonder (%)", "Unknown, without (%)"),
        ),
        tuple((label, 100 * a, 100 * b) for label, a, b in shares),
    )
    worst = max(shares, key=lambda s: max(s[1], s[2]), default=None)
    if worst is None or max(worst[1], worst[2]) == 0:
        reason = Text(
            "Alle kenmerken van vóór de start zijn volledig.",
            "Everything from before the start is complete.",
        )
        return Check("missingness", Light.GREEN, MISSINGNESS_TITLE, reason, table)
    gap = max(shares, key=lambda s: abs(s[1] - s[2]))
    doubtful = (
        max(worst[1], worst[2]) > rules.missing_share or abs(gap[1] - gap[2]) > rules.missing_gap
    )
    told = gap if abs(gap[1] - gap[2]) > rules.missing_gap else worst
    reason = say(
        "{name} is onbekend bij {a}% met en {b}% zonder. Niemand valt daardoor weg: onbekend telt "
        "mee als eigen kenmerk.",
        "{name} is unknown for {a}% with and {b}% without. Nobody is dropped for it: unknown "
        "counts as a characteristic of its own.",
        name=told[0],
        a=percent(told[1]),
        b=percent(told[2]),
    )
    return Check(
        "missingness", Light.AMBER if doubtful else Light.GREEN, MISSINGNESS_TITLE, reason, table
    )


def attrition(pair: TrialTable, rules: DesignRules) -> Check:
    """Return the check on people without an outcome; looks only at who has a value.

    The light follows the bias to be expected under the What Works Clearinghouse's
    model. Weights for people lost from sight keep it from red.
    """
    treated = pair.arm == 1
    lost = [(o.label, *_shares(~o.observed, treated)) for o in pair.outcomes]
    table = Table(
        ATTRITION_TITLE,
        (
            Text("Uitkomst", "Outcome"),
            Text("Ontbreekt, met (%)", "Missing, with (%)"),
            Text("Ontbreekt, zonder (%)", "Missing, without (%)"),
        ),
        tuple((label, 100 * a, 100 * b) for label, a, b in lost),
    )
    worst = max(lost, key=lambda row: attrition_bias(row[1], row[2], OPTIMISTIC), default=None)
    if worst is None or max(max(row[1], row[2]) for row in lost) == 0:
        reason = Text("Van iedereen is de uitkomst bekend.", "Everyone's outcome is known.")
        return Check("attrition", Light.GREEN, ATTRITION_TITLE, reason, table)
    light = _attrition_light(worst[1], worst[2], rules)
    if pair.weights is not None:
        light = min(light, Light.AMBER)
    return Check("attrition", light, ATTRITION_TITLE, _attrition_words(light, worst), table)


def attrition_bias(
    lost_treated: float, lost_comparison: float, model: tuple[float, float]
) -> float:
    """Return the expected bias, in standard deviations, from the shares lost in each arm.

    The outcome of those who stay lies above the mean by the correlation times the
    inverse Mills ratio of the share that stays (Deke & Chiang 2017).
    """
    return abs(model[0] * _mills(1 - lost_treated) - model[1] * _mills(1 - lost_comparison))


def _attrition_light(a: float, b: float, rules: DesignRules) -> Light:
    if attrition_bias(a, b, CAUTIOUS) <= rules.tolerable_attrition_bias:
        return Light.GREEN
    if attrition_bias(a, b, OPTIMISTIC) <= rules.unacceptable_attrition_bias:
        return Light.AMBER
    return Light.RED


def _attrition_words(light: Light, worst: tuple[Text, float, float]) -> Text:
    conclusion = {
        Light.GREEN: Text(
            "Dat kan het effect nauwelijks vertekenen.", "That can hardly distort the effect."
        ),
        Light.AMBER: Text("Dat kan het effect vertekenen.", "That can distort the effect."),
        Light.RED: Text(
            "Zo veel of zo ongelijk verlies maakt de groepen onvergelijkbaar.",
            "So much or so unequal a loss makes the groups incomparable.",
        ),
    }[light]
    return say(
        "De uitkomst ‘{name}’ ontbreekt bij {a}% met en {b}% zonder. {conclusion}",
        "The outcome ‘{name}’ is missing for {a}% with and {b}% without. {conclusion}",
        name=worst[0],
        a=percent(worst[1]),
        b=percent(worst[2]),
        conclusion=conclusion,
    )


def _shares(flag: Booleans, treated: Booleans) -> tuple[float, float]:
    return float(flag[treated].mean()), float(flag[~treated].mean())


def _mills(share: float) -> float:
    """Return the mean of a standard normal above the point that ``share`` exceeds."""
    if share <= 0:
        return np.inf
    if share >= 1:
        return 0.0
    return float(np.exp(-(ndtri(share) ** 2) / 2) / np.sqrt(2 * np.pi) / share)
