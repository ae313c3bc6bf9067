"""The limits of the traffic lights, together in one place, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DesignRules:
    """Limits that decide between green, amber and red.

    Attributes
    ----------
    smallest_effective_size : effective number of people per arm after weighting.
        At 50, LaLonde's PSID comparison (13) and the small CPS ones (37) fall.
    smallest_openness : sum of chance times one minus chance, for the overlap-weighted
        average: 100 people at even odds give 25. Weights alone do not show that
        everyone is certain; this does.
    largest_imbalance : standardised mean difference that needs no remark (Austin
        2009). Beyond it chance decides: more than chance can make is red.
    largest_adjusted_imbalance : what chance can make is green up to here, because the
        effect is also adjusted for the trait, and amber beyond: regression repairs
        differences of a quarter of a standard deviation, not of more (Rubin 2001; What
        Works Clearinghouse 2022, which asks for adjustment between 0.05 and 0.25). Below
        some 250 people in an arm, chance alone makes more than 0.1 somewhere in thirty
        traits; Austin (2009) says himself that his limit is one for large samples.
    chance_level : an imbalance is beyond chance at this two-sided level, shared
        by all covariates (Bonferroni).
    placebo_doubt_p, placebo_fail_p : p-value of an "effect" on something from
        before the start, shared by all placebos: about 2 and 3 standard errors.
    placebo_material : standardised size that makes a doubtful placebo a failed one.
    joint_doubt_p, joint_fail_p : p-value of the joint balance test of an
        experiment. Real draws fall below .05 once in twenty; below .001 the draw was
        not a plain one, or the records are not those of the draw.
    largest_drawn_imbalance : with such a draw, the standardised difference beyond
        which regression cannot be trusted to repair it (Rubin 2001; What Works
        Clearinghouse).
    nearly_certain, most_nearly_certain : a treated person with a chance above the
        first has fewer than one comparable person for every nineteen; more than
        the second share of them and the average over the treated is not offered.
    excluded_chance, most_excluded : likewise for the average over everyone, at
        both ends.
    missing_share, missing_gap : share of blanks in a covariate, and difference
        between the arms, that deserve a remark.
    tolerable_attrition_bias : expected bias, in standard deviations, from people
        without an outcome (What Works Clearinghouse: 0.05).
    unacceptable_attrition_bias : twice that, under its optimistic assumptions.
    splits : cross-fits that the chance of treatment is averaged over.
    """

    smallest_effective_size: float = 50.0
    smallest_openness: float = 25.0
    largest_imbalance: float = 0.1
    largest_adjusted_imbalance: float = 0.25
    chance_level: float = 0.05
    placebo_doubt_p: float = 0.0455
    placebo_fail_p: float = 0.0027
    placebo_material: float = 0.1
    joint_doubt_p: float = 0.05
    joint_fail_p: float = 0.001
    largest_drawn_imbalance: float = 0.25
    nearly_certain: float = 0.95
    most_nearly_certain: float = 0.05
    excluded_chance: float = 0.01
    most_excluded: float = 0.05
    missing_share: float = 0.3
    missing_gap: float = 0.1
    tolerable_attrition_bias: float = 0.05
    unacceptable_attrition_bias: float = 0.1
    splits: int = 3


RULES = DesignRules()
