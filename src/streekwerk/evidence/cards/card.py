"""The evidence card of one measure: a value object, complete enough to print and to redo.

Stored and sent with :mod:`streekwerk.evidence.results.codec`.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.results.check import Check, Light, Table
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.results.evaluation import Evaluation, Finding
from streekwerk.evidence.target_trial.flow import Flow
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class HorizonResult:
    """What was found over one length of follow-up.

    ``evaluation`` is None when there are too few people; ``too_few`` then says so. It
    also names single outcomes that were left out for that reason.
    """

    months: int
    flow: Flow
    evaluation: Evaluation | None
    too_few: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupResult:
    """The effect within one predeclared group, on the main outcome and horizon.

    ``effect`` is the group's own figure, ``pooled`` the estimate with its interval after
    drawing it towards the other groups of the same ``dimension`` as far as chance alone
    would explain the difference. Both are None when there are too few people.
    """

    dimension: Text
    group: Text
    started: int
    compared: int
    effect: Effect | None
    pooled: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Trap:
    """A known way in which such a comparison misleads, as it applies to this card."""

    name: str
    title: Text
    words: Text


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """What is known of a measure in a region.

    Attributes
    ----------
    measure, label : SRG code and name; ``against`` is another code or None ("not now").
    municipalities : codes of those whose people are in it.
    first_month, last_month : time zeros it is about, as ``2021-07``.
    protocol : the target trial, as a table.
    results : one per horizon, ascending.
    main_horizon : which of them leads.
    checks : of the card as a whole, beside the design report of every horizon.
    verdict : the worst of the main design and ``checks``; None with too little data.
    reason : why, in words.
    groups : for whom. ``groups_differ`` says whether that was shown.
    unknown : what is not known. ``traps`` : how it may still mislead.
    """

    measure: str
    label: Text
    against: str | None
    against_label: Text
    municipalities: tuple[str, ...]
    first_month: str
    last_month: str
    protocol: Table
    results: tuple[HorizonResult, ...]
    main_horizon: int
    checks: tuple[Check, ...]
    verdict: Light | None
    reason: Text
    groups: tuple[GroupResult, ...]
    groups_differ: Text | None
    unknown: tuple[Text, ...]
    traps: tuple[Trap, ...]
    seed: int
    code_version: str

    def result(self, months: int) -> HorizonResult:
        """Return the result over ``months``; KeyError when the card has none."""
        for each in self.results:
            if each.months == months:
                return each
        raise KeyError(f"no horizon of {months} months; known: {[r.months for r in self.results]}")

    @property
    def main(self) -> HorizonResult:
        """Return the leading result."""
        return self.result(self.main_horizon)

    def over_time(self, outcome: str) -> tuple[Finding, ...]:
        """Return the findings on one outcome over the horizons, where there are any."""
        return tuple(
            finding
            for each in self.results
            if each.evaluation is not None
            for finding in each.evaluation.findings
            if finding.outcome.name == outcome
        )
