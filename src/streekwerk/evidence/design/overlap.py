"""Who has a comparable counterpart, and so for whom an effect can be estimated at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.design.rules import DesignRules
from streekwerk.evidence.effects.weighting import Weights, estimand_weights
from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.design import Overlap, Refusal
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.saying import percent, say
from streekwerk.evidence.trial.table import Floats
from streekwerk.vocabulary.language import Text

TITLE = Text("Zijn er vergelijkbare mensen?", "Are there comparable people?")
SIZE_TITLE = Text("Zijn het er genoeg?", "Are there enough of them?")
BINS = 20


@dataclass(frozen=True, slots=True)
class Target:
    """The average that the overlap allows, why, and the ones it does not.

    ``feasible`` is False when no average can be estimated.
    """

    estimand: Estimand
    reason: Text
    weights: Weights
    refused: tuple[Refusal, ...]
    feasible: bool


def choose_target(treated: Floats, chance: Floats, mass: Floats, rules: DesignRules) -> Target:
    """Return the estimand for chances (n,): ATT where possible, else overlap-weighted."""
    refusals = {
        estimand: why
        for estimand in (Estimand.ATE, Estimand.ATT, Estimand.OVERLAP)
        if (why := _refuse(treated, chance, mass, estimand, rules)) is not None
    }
    refused = tuple(Refusal(estimand, why) for estimand, why in refusals.items())
    estimand, reason, feasible = _choose(refusals)
    return Target(
        estimand, reason, estimand_weights(treated, chance, estimand, mass), refused, feasible
    )


def histogram(treated: Floats, chance: Floats) -> Overlap:
    """Return how the chances (n,) lie in both arms, in twenty equal steps."""
    edges = np.linspace(0, 1, BINS + 1)
    arms = [np.histogram(chance[treated == arm], edges)[0] for arm in (1, 0)]
    ours, theirs = (tuple(int(c) for c in counts) for counts in arms)
    return Overlap(tuple(float(e) for e in edges), ours, theirs)


def judge_overlap(target: Target) -> Check:
    """Return the light on overlap: green for the ATT, amber for a narrower group."""
    if not target.feasible:
        return Check("overlap", Light.RED, TITLE, target.reason)
    light = Light.GREEN if target.estimand is Estimand.ATT else Light.AMBER
    return Check("overlap", light, TITLE, target.reason)


def judge_sizes(target: Target, rules: DesignRules) -> Check:
    """Return the light on Kish's effective sample sizes after weighting."""
    ours, theirs = target.weights.effective_sizes
    values = {"a": (ours, 0), "b": (theirs, 0), "least": (rules.smallest_effective_size, 0)}
    if min(ours, theirs) < rules.smallest_effective_size:
        return Check(
            "effective_sample_size",
            Light.RED,
            SIZE_TITLE,
            say(
                "Nee: na weging tellen de groepen als {a} en {b} mensen; {least} is het minste. De "
                "uitkomst hangt dan aan enkelen.",
                "No: after weighting the groups count as {a} and {b} people; {least} is the "
                "least. The result then hangs on a few.",
                **values,
            ),
        )
    return Check(
        "effective_sample_size",
        Light.GREEN,
        SIZE_TITLE,
        say(
            "Ja: na weging tellen de groepen als {a} en {b} mensen.",
            "Yes: after weighting the groups count as {a} and {b} people.",
            **values,
        ),
    )


def _choose(refusals: dict[Estimand, Text]) -> tuple[Estimand, Text, bool]:
    if Estimand.ATT not in refusals:
        reason = Text(
            "Wie het kreeg, heeft genoeg vergelijkbare mensen zonder. Het effect is het gemiddelde "
            "over wie het kreeg.",
            "Those who got it have enough comparable people without. The effect is the average "
            "over those who got it.",
        )
        return Estimand.ATT, reason, True
    if Estimand.OVERLAP not in refusals:
        reason = say(
            "{why} Het effect is daarom het gemiddelde over wie zowel wel als niet had kunnen "
            "meedoen (overlapgewogen).",
            "{why} The effect is therefore the average over those who could have gone either way "
            "(overlap-weighted).",
            why=refusals[Estimand.ATT],
        )
        return Estimand.OVERLAP, reason, True
    reason = say(
        "{why} Ook wie zowel wel als niet had kunnen meedoen, zijn met te weinig.",
        "{why} Those who could have gone either way are too few as well.",
        why=refusals[Estimand.ATT],
    )
    return Estimand.ATT, reason, False


def _refuse(
    treated: Floats, chance: Floats, mass: Floats, estimand: Estimand, rules: DesignRules
) -> Text | None:
    """Say why ``estimand`` cannot be estimated, or None when it can."""
    if estimand is Estimand.ATT:
        without = float((chance[treated == 1] > rules.nearly_certain).mean())
        if without > rules.most_nearly_certain:
            return say(
                "Voor {share}% van wie het kreeg, zijn er bijna geen vergelijkbare mensen zonder.",
                "For {share}% of those who got it there are hardly any comparable people without.",
                share=percent(without),
            )
    if estimand is Estimand.ATE:
        low = float((chance < rules.excluded_chance).mean())
        high = float((chance > 1 - rules.excluded_chance).mean())
        if low + high > rules.most_excluded:
            return say(
                "{share}% van de mensen had (bijna) geen kans op het een of het ander. Over hen "
                "is niets te zeggen, dus ook niet over iedereen.",
                "{share}% of the people had (nearly) no chance of one or the other. Nothing can "
                "be said about them, so nothing about everyone.",
                share=percent(low + high),
            )
    if estimand is Estimand.OVERLAP and mass @ (chance * (1 - chance)) < rules.smallest_openness:
        return Text(
            "Voor bijna niemand kon het beide kanten op.",
            "Hardly anyone could have gone either way.",
        )
    sizes = estimand_weights(treated, chance, estimand, mass).effective_sizes
    if min(sizes) < rules.smallest_effective_size:
        return say(
            "Na weging tellen de groepen als {a} en {b} mensen, te weinig om op te bouwen.",
            "After weighting the groups count as {a} and {b} people, too few to build on.",
            a=(sizes[0], 0),
            b=(sizes[1], 0),
        )
    return None
