"""Small comparisons to learn from, with truth, and quick settings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from streekwerk.evidence.benefit.features import Feature, FeatureValues
from streekwerk.evidence.benefit.groups import Condition, GroupRule
from streekwerk.evidence.benefit.sample import Sample
from streekwerk.evidence.benefit.sampler import ForestSettings
from streekwerk.evidence.benefit.settings import BenefitSettings
from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.results.evaluation import OutcomeLabel
from streekwerk.evidence.trial.table import Floats, Scale
from streekwerk.vocabulary.language import Text

SMALL = ForestSettings(prognostic_trees=20, effect_trees=10, warm_up=3, draws=12, keep_every=1)
QUICK = BenefitSettings(seed=3, forest=SMALL, held_out_forest=SMALL)

AGE = Feature("age", Text("leeftijd", "age"))
MONTHS = Feature("months", Text("uitkeringsduur", "time on benefit"))
HOUSEHOLD = Feature(
    "household", Text("leefvorm", "household"), ("alleen", "met kind", "paar", "anders")
)
OUTCOME = OutcomeLabel(
    "work",
    Text("duurzaam aan het werk", "lasting work"),
    Scale.BINARY,
    12.0,
    None,
    Text("vinden werk", "find work"),
    True,
)
RULES = tuple(
    GroupRule(
        Text(f"{who.nl}, {how.nl}", f"{who.en}, {how.en}"),
        (Condition("age", *ages), Condition("months", *months)),
    )
    for who, ages in (
        (Text("jonger dan 40", "under 40"), (None, 40.0)),
        (Text("40 en ouder", "40 and over"), (40.0, None)),
    )
    for how, months in (
        (Text("kort", "short"), (None, 24.0)),
        (Text("lang", "long"), (24.0, None)),
    )
)


def sample(n: int = 400, seed: int = 1, gap: float = 0.4, *, pull: float = 0.5) -> Sample:
    """Return a yes/no outcome: under 40 the measure adds ``gap`` more than from 40 on."""
    rng = np.random.default_rng(seed)
    age = rng.uniform(18, 64, n)
    months = rng.gamma(2.0, 15.0, n)
    household = rng.choice([0.0, 1.0, 2.0], n)  # nobody is "anders"
    chance = 1 / (1 + np.exp(-pull * (age - 40) / 12))
    treated = rng.binomial(1, chance).astype(np.float64)
    effect = np.where(age < 40, gap, 0.0)
    y = rng.binomial(1, np.clip(0.35 - 0.002 * months + treated * effect, 0.02, 0.98))
    return made(y.astype(np.float64), treated, (age, months, household))


def made(y: Floats, treated: Floats, values: tuple[Floats, Floats, Floats]) -> Sample:
    """Return the sample of these columns."""
    columns = np.column_stack([(v - v.mean()) / max(v.std(), 1e-9) for v in values])
    features = (AGE, MONTHS, HOUSEHOLD)
    comparison = Comparison(
        "work", "40", "not_now", y, treated, columns, tuple(f.name for f in features), binary=True
    )
    return Sample(
        Text("Coaching tegenover nu niets", "Coaching against nothing now"),
        OUTCOME,
        comparison,
        tuple(FeatureValues(f, v) for f, v in zip(features, values, strict=True)),
    )


def blanked(whole: Sample, feature: int, every: int) -> Sample:
    """Return the sample with every so many values of a feature unknown."""
    features = list(whole.features)
    values = features[feature].values.copy()
    values[::every] = np.nan
    features[feature] = replace(features[feature], values=values)
    return replace(whole, features=tuple(features))
