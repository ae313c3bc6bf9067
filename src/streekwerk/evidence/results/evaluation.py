"""The result object of every method: what was found, how sure, and under what assumptions."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.design import DesignReport
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.trial.table import Assignment, Scale
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class OutcomeLabel:
    """What a finding is about; an :class:`Outcome` without its values."""

    name: str
    label: Text
    scale: Scale
    horizon_months: float | None
    unit: Text | None
    event: Text | None
    higher_is_better: bool


@dataclass(frozen=True, slots=True)
class ArmCount:
    """An arm and how many people it has."""

    code: str
    label: Text
    n: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How strong an unseen confounder must be to undo the finding.

    ``robustness_value``: the share of the remaining variance of both treatment
    and outcome that it would have to explain to bring the estimate to zero;
    ``robustness_value_interval``: to bring the interval to touch zero (Cinelli &
    Hazlett 2020). ``benchmark``: the strongest measured covariate and its
    shares, for comparison.
    """

    robustness_value: float
    robustness_value_interval: float
    benchmark_covariate: str | None
    benchmark_treatment: float | None
    benchmark_outcome: float | None
    words: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one arm's effect on one outcome.

    ``leading`` is the figure to quote; ``beside`` are the other methods' figures.
    ``causal`` is False when the design was red: ``leading`` is then only an
    association and ``sentence`` says so and why. ``flags`` warn (for instance
    of methods that disagree by more than one standard error).
    """

    outcome: OutcomeLabel
    arm: str
    causal: bool
    leading: Effect
    beside: tuple[Effect, ...]
    sentence: Text
    flags: tuple[Text, ...] = ()
    sensitivity: Sensitivity | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything an evaluation says, complete enough to store, print and redo.

    ``left_out`` says which outcomes could not be compared, and why.
    """

    title: Text
    assignment: Assignment
    arms: tuple[ArmCount, ...]
    design: DesignReport
    findings: tuple[Finding, ...]
    assumptions: tuple[Text, ...]
    seed: int
    code_version: str
    data_fingerprint: str
    left_out: tuple[Text, ...] = ()

    @property
    def verdict(self) -> Light:
        """Return the design's verdict."""
        return self.design.verdict

    def arm(self, code: str) -> ArmCount:
        """Return the arm with ``code``; KeyError when there is none."""
        for arm in self.arms:
            if arm.code == code:
                return arm
        raise KeyError(f"no arm {code!r}")

    def finding(self, outcome: str, arm: str) -> Finding:
        """Return the finding for one outcome and arm; KeyError when there is none."""
        for finding in self.findings:
            if finding.outcome.name == outcome and finding.arm == arm:
                return finding
        raise KeyError(f"no finding for outcome {outcome!r} and arm {arm!r}")
