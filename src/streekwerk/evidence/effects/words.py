"""What goes with an effect in words: assumptions, warnings, refusals."""

from __future__ import annotations

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.regression import Adjustment
from streekwerk.evidence.effects.side_by_side import Candidate
from streekwerk.evidence.effects.take_up import WEAK_BELOW_F, TakeUp
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import Arm, Assignment, Outcome, TrialTable
from streekwerk.vocabulary.language import Text

# Fewer independent groups than this and even a careful interval rests on little.
FEW_CLUSTERS = 20

_SPILL_OVER = Text(
    "Wat de een kreeg, veranderde de uitkomst van de ander niet (geen verdringing).",
    "What one person got did not change another's outcome (no displacement).",
)
_DRAW = Text(
    "De groepen zijn door loting gemaakt en iedereen telt mee in de groep van de loting.",
    "The groups were made by a draw and everyone counts in the group they drew.",
)
_NO_HIDDEN = Text(
    "Alles wat zowel bepaalde wie het kreeg als hoe het afliep, staat in de gegevens "
    "(geen ongemeten verstoring).",
    "Everything that decided both who got it and how it ended is in the data "
    "(no unmeasured confounding).",
)
_LOST = Text(
    "Wie geen uitkomst heeft, verschilt daarin niet van wie er een heeft, gegeven de groep.",
    "Those without an outcome do not differ in it from those with one, given their group.",
)
_EXCLUSION = Text(
    "Het aanbod werkte alleen doordat mensen meededen, en niemand bleef weg omdát het werd "
    "aangeboden (voor het effect van deelname).",
    "The offer worked only because people took part, and nobody stayed away because it was "
    "offered (for the effect of taking part).",
)


def assumptions(trial: TrialTable, estimands: set[Estimand]) -> tuple[Text, ...]:
    """Return what has to be true for the effects of ``trial`` to be effects."""
    drawn = trial.assignment is Assignment.RANDOMISED
    found = [_DRAW if drawn else _NO_HIDDEN]
    if not drawn:
        found += [
            say(
                "Het effect is {whom}; voor anderen kan het anders zijn.",
                "The effect is the {whom}; for others it may differ.",
                whom=estimand.words,
            )
            for estimand in sorted(estimands, key=lambda e: e.value)
        ]
    found.append(_SPILL_OVER)
    if any(not o.observed.all() for o in trial.outcomes):
        found.append(_LOST)
    if drawn and trial.take_up is not None:
        found.append(_EXCLUSION)
    return tuple(found)


def adjustment_flags(comparison: Comparison, how: Adjustment) -> list[Text]:
    """Return remarks on a regression that could not adjust fully, or had few clusters."""
    flags = []
    if how is not Adjustment.INTERACTED and comparison.covariates.shape[1] > 0:
        flags.append(
            Text(
                "Er zijn te weinig mensen om volledig voor alle kenmerken te corrigeren; de "
                "correctie is eenvoudiger gehouden.",
                "There are too few people to adjust fully for every characteristic; the "
                "adjustment was kept simpler.",
            )
        )
    if comparison.cluster is not None and sum(comparison.units) < FEW_CLUSTERS:
        flags.append(
            say(
                "Er zijn maar {n} onafhankelijke groepen; het interval rust op weinig.",
                "There are only {n} independent groups; the interval rests on little.",
                n=sum(comparison.units),
            )
        )
    return flags


def weak_offer(taken: TakeUp) -> Text:
    """Warn that the offer hardly changed who took part."""
    return say(
        "Het aanbod veranderde weinig aan wie meedeed (F = {f}; onder {limit} is zwak). Het effect "
        "van deelname is daardoor zeer onzeker.",
        "The offer changed little in who took part (F = {f}; below {limit} is weak). The effect of "
        "taking part is therefore very uncertain.",
        f=(taken.f, 1),
        limit=(WEAK_BELOW_F, 0),
    )


def disagreement(leading: Candidate, other: Candidate) -> Text:
    """Warn that another method says something else by more than one standard error."""
    apart = abs(other.estimate.value - leading.estimate.value) / leading.estimate.standard_error
    return say(
        "De methoden zijn het niet eens: ‘{other}’ wijkt {apart} standaardfout af van ‘{leading}’. "
        "Wees voorzichtig met dit cijfer.",
        "The methods disagree: ‘{other}’ is {apart} standard errors from ‘{leading}’. Be careful "
        "with this figure.",
        other=other.method.words,
        leading=leading.method.words,
        apart=(apart, 1),
    )


def nobody_left(outcome: Outcome, arm: Arm) -> Text:
    """Say that an outcome cannot be compared because hardly anyone has it."""
    return say(
        "‘{outcome}’ is bij ‘{arm}’ of in de vergelijkingsgroep van minder dan twee mensen bekend; "
        "daarover is niets te zeggen.",
        "‘{outcome}’ is known of fewer than two people with ‘{arm}’ or in the comparison group; "
        "nothing can be said about it.",
        outcome=outcome.label,
        arm=arm.label,
    )


def other_average(asked: Estimand) -> Text:
    """Refuse an average that does not belong to the design."""
    return say(
        "Het effect ‘{asked}’ kan hier niet als hoofdcijfer worden gevraagd.",
        "The effect ‘{asked}’ cannot be asked for here as the main figure.",
        asked=asked.words,
    )
