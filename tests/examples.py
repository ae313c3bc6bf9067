"""Ready-made results for tests of what is said and shown about them."""

from __future__ import annotations

from dataclasses import replace

from streekwerk.evidence.results.check import Check, Light, Table
from streekwerk.evidence.results.design import ArmDesign, BalanceRow, DesignReport, Overlap
from streekwerk.evidence.results.effect import Effect, Estimand, Method
from streekwerk.evidence.results.evaluation import (
    ArmCount,
    Evaluation,
    Finding,
    OutcomeLabel,
    Sensitivity,
)
from streekwerk.evidence.results.wording import finding_sentence
from streekwerk.evidence.trial.table import Assignment, Scale
from streekwerk.vocabulary.language import Text

WORK = OutcomeLabel(
    name="werk_12",
    label=Text("Betaald werk", "Paid work"),
    scale=Scale.BINARY,
    horizon_months=12,
    unit=None,
    event=Text("vinden werk", "find work"),
    higher_is_better=True,
)
EARNINGS = OutcomeLabel(
    name="inkomen",
    label=Text("Inkomen per maand", "Monthly earnings"),
    scale=Scale.NUMERIC,
    horizon_months=None,
    unit=Text("euro", "euros"),
    event=None,
    higher_is_better=True,
)


def effect(
    estimate: float = 0.06,
    low: float = -0.01,
    high: float = 0.13,
    *,
    method: Method = Method.LIN,
    estimand: Estimand = Estimand.ATE,
    outcome: str = "werk_12",
) -> Effect:
    return Effect(
        outcome=outcome,
        arm="1",
        comparison="0",
        method=method,
        estimand=estimand,
        estimate=estimate,
        standard_error=(high - low) / 3.92,
        low=low,
        high=high,
        n_treated=410,
        n_comparison=395,
        comparison_mean=0.31,
    )


def arm_design(verdict: Light = Light.GREEN) -> ArmDesign:
    balance = Check(
        name="balance",
        light=verdict,
        title=Text("Leken de groepen op elkaar?", "Were the groups alike?"),
        reason=Text("Het grootste verschil is 0,04.", "The largest difference is 0.04."),
        table=Table(
            Text("Balans", "Balance"),
            (Text("Kenmerk", "Trait"), Text("Verschil", "Difference")),
            (("leeftijd", 0.04), ("opleiding", None)),
        ),
    )
    return ArmDesign(
        arm="1",
        comparison="0",
        verdict=verdict,
        reason=Text("De groepen leken op elkaar.", "The groups were alike."),
        checks=(balance,),
        balance=(BalanceRow("leeftijd", Text("leeftijd", "age"), 34.1, 33.8, 0.21, 0.04),),
        overlap=Overlap((0.0, 0.5, 1.0), (200, 210), (215, 180)),
        effective_sample_size=(402.0, 388.0),
        estimand=Estimand.ATE,
        estimand_reason=Text("Er is genoeg overlap.", "There is enough overlap."),
    )


def evaluation(
    verdict: Light = Light.GREEN, assignment: Assignment = Assignment.RANDOMISED
) -> Evaluation:
    design = arm_design(verdict)
    causal = design.causal
    leading, beside = effect(), effect(0.05, -0.03, 0.13, method=Method.DIFFERENCE_IN_MEANS)
    work = Finding(
        outcome=WORK,
        arm="1",
        causal=causal,
        leading=leading,
        beside=(beside,),
        sentence=finding_sentence(WORK, leading, design, assignment, causal),
        flags=(Text("De methoden verschillen.", "The methods differ."),),
        sensitivity=Sensitivity(
            0.12, 0.04, "leeftijd", 0.03, 0.02, Text("Dit is vrij sterk.", "This is rather strong.")
        ),
    )
    earned = effect(212.5, 40.25, 384.75, outcome="inkomen")
    earnings = Finding(
        outcome=EARNINGS,
        arm="1",
        causal=causal,
        leading=earned,
        beside=(),
        sentence=finding_sentence(EARNINGS, earned, design, assignment, causal),
    )
    return Evaluation(
        title=Text("Training tegenover niets", "Training against nothing"),
        assignment=assignment,
        arms=(
            ArmCount("0", Text("Niets", "Nothing"), 395),
            ArmCount("1", Text("Training", "Training"), 410),
        ),
        design=DesignReport("f" * 64, (design,)),
        findings=(work, earnings),
        assumptions=(Text("Het lot bepaalde de groep.", "Chance decided the group."),),
        seed=1,
        code_version="0.1.0",
        data_fingerprint="f" * 64,
        left_out=(Text("Van ‘uren’ is niets bekend.", "Nothing is known of ‘hours’."),),
    )


def in_three_arms() -> Evaluation:
    """Return an evaluation with a second treated arm."""
    two = evaluation()
    third = ArmCount("2", Text("Coaching", "Coaching"), 120)
    design = replace(two.design.arms[0], arm="2")
    finding = replace(two.findings[0], arm="2")
    return replace(
        two,
        arms=(*two.arms, third),
        design=replace(two.design, arms=(*two.design.arms, design)),
        findings=(*two.findings, finding),
    )
