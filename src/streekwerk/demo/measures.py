"""What the fictitious municipalities offer: shares, duration, selection and true effect.

Codes and names are those of SRG field 14 (TYPE VOORZIENING, Regeling statistiek
Participatiewet, IOAW en IOAZ, annex 2). Code 20 (WIW/ID-baan) has no new
entrants since 2004 and is therefore not offered. All numbers are chosen, not
measured; ``docs/reference/demo-region.md`` gives the reason for each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from streekwerk.demo.arrays import Floats
from streekwerk.vocabulary.language import Text


class Purpose(StrEnum):
    """Whom a caseworker thinks of for a measure; decides the observed selection."""

    JOB = "job"
    TRAINING = "training"
    ACTIVATION = "activation"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class EffectProfile:
    """The true effect of starting a measure, on the log-odds of leaving for work that month.

    During ``lock_in_months`` it is ``lock_in``; it then climbs in equal steps over
    ``rise_months`` to the plateau, stays there ``hold_months`` and fades to zero in
    equal steps over ``fade_months``. The plateau is the sum of ``plateau`` and of the
    additions for every group the person is in at the start.
    """

    lock_in_months: int = 0
    lock_in: float = 0.0
    plateau: float = 0.0
    rise_months: int = 0
    hold_months: int = 6
    fade_months: int = 6
    women: float = 0.0
    long_term: float = 0.0
    low_education: float = 0.0
    fifty_plus: float = 0.0

    def __post_init__(self) -> None:
        months = (self.lock_in_months, self.rise_months, self.hold_months, self.fade_months)
        if min(months) < 0:
            raise ValueError(f"the phases of an effect cannot last less than 0 months: {months}")

    def phases(self, length: int, lock_in_scale: float = 1.0) -> tuple[Floats, Floats]:
        """Return (lock-in, share of the plateau) for ``length`` months from the start."""
        rise = np.arange(1, self.rise_months + 1) / (self.rise_months + 1)
        fade = np.arange(self.fade_months, 0, -1) / (self.fade_months + 1)
        before = np.zeros(self.lock_in_months)
        share = np.concatenate([before, rise, np.ones(self.hold_months), fade, np.zeros(length)])
        lock = np.zeros(length)
        lock[: self.lock_in_months] = self.lock_in * lock_in_scale
        return lock, share[:length]


@dataclass(frozen=True, slots=True)
class MeasureType:
    """One SRG type as offered in the demo region.

    Parameters
    ----------
    code, label
        SRG field 14 and a short description without diacritics (field 15).
    share
        Share of all starts; the shares of a region are normalised to one.
    mean_months
        Mean of the planned duration (1 + geometric), in months.
    continues_in_work
        True when the measure goes on after an exit to work (wage subsidy, job coach).
    purpose
        The pattern of selection on observed traits.
    motivation
        How strongly unobserved selection pulls motivated people in (negative: pushes out).
    effect
        The true effect.
    """

    code: str
    label: Text
    share: float
    mean_months: float
    continues_in_work: bool
    purpose: Purpose
    motivation: float
    effect: EffectProfile = field(default_factory=EffectProfile)

    def __post_init__(self) -> None:
        if self.share < 0 or self.mean_months < 1:
            raise ValueError(f"measure {self.code}: share must be >= 0 and mean_months >= 1")


_P = EffectProfile
_JOB, _TRAIN, _ACTIVATE, _SUPPORT = Purpose

DEFAULT_MEASURES: tuple[MeasureType, ...] = (
    # code, name; share, months, continues in work, purpose, motivation; lock-in months and
    # depth, plateau, rise, hold and fade months, what is added for a group.
    MeasureType("10", Text("Loonkostensubsidie", "Wage-cost subsidy"),
                0.08, 18, True, _JOB, 0.6,
                _P(0, 0, 0.85, 0, 6, 12, low_education=0.2, long_term=-0.1)),
    MeasureType("11", Text("Forfaitaire loonkostensubsidie", "Flat-rate wage-cost subsidy"),
                0.03, 6, True, _JOB, 0.6, _P(0, 0, 0.7, 0, 6, 12)),
    MeasureType("12", Text("Tijdelijke loonkostensubsidie", "Temporary wage-cost subsidy"),
                0.05, 6, True, _JOB, 0.6, _P(1, -0.1, 0.5, 0, 9, 12, women=0.1, long_term=0.2)),
    MeasureType("21", Text("Beschut werk", "Sheltered work"),
                0.03, 30, True, _SUPPORT, 0.1, _P(0, 0, 0.6, 0, 6, 6)),
    MeasureType("22", Text("Participatieplaats", "Participation placement"),
                0.04, 18, False, _ACTIVATE, 0.2, _P(12, -0.45, -0.1, 0, 6, 6)),
    MeasureType("23", Text("Proefplaatsing", "Trial placement"),
                0.05, 2, False, _JOB, 0.7, _P(2, -0.2, 0.65, 1, 6, 12)),
    MeasureType("29", Text("Overige werkplekken", "Other work placements"),
                0.08, 6, False, _TRAIN, 0.3, _P(6, -0.4, 0.15, 2, 9, 12, fifty_plus=-0.15)),
    MeasureType("30", Text("Jobcoach", "Job coach"),
                0.10, 12, True, _JOB, 0.4, _P(0, 0, 0.35, 0, 12, 6, low_education=0.15)),
    MeasureType("31", Text("Werkplekaanpassing", "Workplace adaptation"),
                0.02, 12, True, _JOB, 0.3, _P(0, 0, 0.25, 0, 6, 6)),
    MeasureType("40", Text("Coaching naar werk", "Coaching towards work"),
                0.18, 6, False, _TRAIN, 0.4, _P(1, -0.1, 0.25, 1, 6, 9, long_term=-0.2)),
    MeasureType("42", Text("Training of cursus", "Training or course"),
                0.13, 6, False, _TRAIN, 0.5,
                _P(5, -0.6, 0.55, 3, 12, 12, women=0.15, low_education=0.15, fifty_plus=-0.3)),
    MeasureType("43", Text("Vrijwilligerswerk", "Voluntary work"),
                0.06, 12, False, _ACTIVATE, -0.2, _P(6, -0.25)),
    MeasureType("49", Text("Sociale activering", "Social activation"),
                0.06, 9, False, _ACTIVATE, -0.5, _P(6, -0.15, 0.0, 0, 6, 6, long_term=0.1)),
    MeasureType("50", Text("Vervoersvoorziening", "Transport provision"),
                0.02, 12, True, _SUPPORT, 0.2, _P(0, 0, 0.1, 0, 6, 6)),
    MeasureType("59", Text("Overige faciliterende voorziening", "Other facilitating provision"),
                0.03, 3, False, _SUPPORT, 0.2, _P(0, 0, 0.05, 0, 6, 6)),
    MeasureType("60", Text("Uitbesteed en onbekend", "Contracted out and unknown"),
                0.02, 6, False, _TRAIN, 0.2, _P(3, -0.2, 0.1, 0, 6, 6)),
    MeasureType("98", Text("Niet nader in te delen", "Cannot be classified"),
                0.02, 4, False, _SUPPORT, 0.0, _P()),
)  # fmt: skip
