"""What the design report says about a comparison, before any outcome is opened."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.effect import Estimand
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Standardised mean difference of one covariate column, before and after weighting.

    ``covariate`` is the column's name, ``label`` what people call it.
    """

    covariate: str
    label: Text
    treated_mean: float
    comparison_mean: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """Histogram of the estimated chance of getting the treatment, by arm.

    ``edges`` has one more element than ``treated`` and ``comparison``, whose
    elements count people. Small cells are merged by whoever publishes.
    """

    edges: tuple[float, ...]
    treated: tuple[int, ...]
    comparison: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An average that this comparison cannot give, and why."""

    estimand: Estimand
    reason: Text


@dataclass(frozen=True, slots=True)
class ArmDesign:
    """The design of one arm against the comparison arm.

    ``estimand`` is what the overlap allows to be estimated; ``estimand_reason``
    says why; ``refused`` are the averages that it does not allow.
    ``effective_sample_size`` is Kish's, per arm after weighting.
    """

    arm: str
    comparison: str
    verdict: Light
    reason: Text
    checks: tuple[Check, ...]
    balance: tuple[BalanceRow, ...]
    overlap: Overlap | None
    effective_sample_size: tuple[float, float]
    estimand: Estimand
    estimand_reason: Text
    refused: tuple[Refusal, ...] = ()

    @property
    def causal(self) -> bool:
        """Whether a causal sentence may be said."""
        return self.verdict is not Light.RED


@dataclass(frozen=True, slots=True)
class DesignReport:
    """The verdict on a trial's design; the key that opens its outcomes.

    ``trial_fingerprint`` ties it to the trial it judged.
    """

    trial_fingerprint: str
    arms: tuple[ArmDesign, ...]

    @property
    def verdict(self) -> Light:
        """Return the worst verdict of all arms."""
        return max(arm.verdict for arm in self.arms)

    def of(self, arm: str) -> ArmDesign:
        """Return the design of the arm with code ``arm``."""
        return next(design for design in self.arms if design.arm == arm)
