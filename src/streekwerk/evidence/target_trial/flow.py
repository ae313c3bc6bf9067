"""Who was compared: the numbers of the flow diagram."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.target_trial.eligibility import LostStarts


@dataclass(frozen=True, slots=True)
class ArmFlow:
    """One arm: person-months compared, different people in them, and those lost from sight.

    ``rows`` includes ``lost``; ``also_started`` had another measure start in the same month.
    """

    rows: int
    people: int
    lost: int
    also_started: int


@dataclass(frozen=True, slots=True)
class Flow:
    """From everybody on benefit to the two arms.

    Attributes
    ----------
    people : ever on benefit in the data.
    eligible_months, eligible_people : person-months (people) that could have started.
    registered_starts : starts of the measure within the data.
    lost_starts : registered starts that are in no trial, by reason.
    started, compared : the two arms; ``compared`` is the draw from those who did not start
        (or everybody who started the other measure).
    overlapping_people : people who are in both arms, at different moments.
    started_later : rows of ``compared`` that started the measure later in the follow-up.
    """

    people: int
    eligible_months: int
    eligible_people: int
    registered_starts: int
    lost_starts: LostStarts
    started: ArmFlow
    compared: ArmFlow
    overlapping_people: int
    started_later: int
