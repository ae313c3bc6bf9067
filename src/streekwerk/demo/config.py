"""Everything that can be set about the demo region."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from streekwerk.demo.measures import DEFAULT_MEASURES, MeasureType


@dataclass(frozen=True, slots=True)
class Municipality:
    """A fictitious municipality; ``code`` is four digits that CBS has never given out."""

    code: str
    name: str
    share: float

    def __post_init__(self) -> None:
        if not re.fullmatch(r"99\d\d", self.code):
            raise ValueError(
                f"municipality code {self.code!r}: use 9900-9999, so that it is never a real one"
            )
        if self.share <= 0:
            raise ValueError(f"municipality {self.code}: share must be positive, got {self.share}")


MIDDENLAND: tuple[Municipality, ...] = (
    Municipality("9901", "Rivierstede", 0.40),
    Municipality("9902", "Heidelaar", 0.22),
    Municipality("9903", "Eikhaven", 0.15),
    Municipality("9904", "Zandwolde", 0.11),
    Municipality("9905", "Kleibeek", 0.08),
    Municipality("9906", "Sint Ottengaarde", 0.04),
)


@dataclass(frozen=True, slots=True)
class Messiness:
    """How often each thing goes wrong in the registration (probabilities).

    Parameters
    ----------
    never_closed
        Of measures: the end is never registered.
    closed_late
        Of measures that are closed: the end date comes 1 to 6 months late in the files.
    entered_late
        Of measures: the start comes 1 to 3 months late in the files.
    duplicated
        Of measures: registered twice, under two registration numbers.
    wrong_type
        Of measures: registered as another existing type.
    invalid_type
        Of measures: registered with a code that does not exist (41, 61 or 99).
    missing_srg_month, missing_bus_month
        Of deliveries: never sent.
    reason_unknown
        Of ends of benefit: reason 98 instead of the real one.
    """

    never_closed: float = 0.06
    closed_late: float = 0.15
    entered_late: float = 0.08
    duplicated: float = 0.015
    wrong_type: float = 0.02
    invalid_type: float = 0.004
    missing_srg_month: float = 0.015
    missing_bus_month: float = 0.005
    reason_unknown: float = 0.03

    def __post_init__(self) -> None:
        for each in fields(self):
            if not 0 <= getattr(self, each.name) <= 1:
                given = getattr(self, each.name)
                raise ValueError(f"Messiness.{each.name} must be from 0 to 1, got {given}")

    def scaled(self, factor: float) -> Messiness:
        """Return every rate times ``factor`` (at most 1); 0 gives a perfect registration."""
        rates = {each.name: min(1.0, getattr(self, each.name) * factor) for each in fields(self)}
        return Messiness(**rates)


PERFECT_REGISTRATION = Messiness().scaled(0)


@dataclass(frozen=True, slots=True)
class RegionConfig:
    """One reproducible region: the same config gives the same bytes.

    Parameters
    ----------
    people
        Persons who are on benefit in at least one month of the window.
    months, first_month
        Length of the observed window and its first month (``jjjj-mm``).
    municipalities, measures
        Where and what.
    start_rate
        Mean share of the eligible caseload that starts a measure in a month: the places.
    observed_selection
        0 = places are drawn by lot, 1 = realistic, 2 = twice as strong (log scale).
    unobserved_selection
        0 = caseworkers do not see motivation; 1 = as strong as the observed traits.
    effect_scale, lock_in_scale
        Multiply all true effects; and their lock-in phase alone.
    seasonality
        0 = no seasons in demand and in starts, 1 = realistic.
    anticipation_months, anticipation
        Months between decision and start, and the effect of waiting on the log-odds of work.
    messiness
        What goes wrong in the registration.
    seed
        Any non-negative integer.
    """

    people: int = 12_000
    months: int = 60
    first_month: str = "2021-01"
    municipalities: tuple[Municipality, ...] = MIDDENLAND
    measures: tuple[MeasureType, ...] = DEFAULT_MEASURES
    start_rate: float = 0.035
    observed_selection: float = 1.0
    unobserved_selection: float = 0.0
    effect_scale: float = 1.0
    lock_in_scale: float = 1.0
    seasonality: float = 1.0
    anticipation_months: int = 0
    anticipation: float = -0.5
    messiness: Messiness = Messiness()
    seed: int = 2021

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", self.first_month):
            raise ValueError(f"first_month must look like 2021-01, got {self.first_month!r}")
        if self.people < len(self.municipalities):
            raise ValueError(
                f"{self.people} people are fewer than {len(self.municipalities)} municipalities"
            )
        if not 1 <= self.months <= 240:
            raise ValueError(f"months must be 1 to 240, got {self.months}")
        if not 0 <= self.start_rate <= 0.3:
            raise ValueError(f"start_rate must be 0 to 0.3, got {self.start_rate}")
        if not self.measures or sum(each.share for each in self.measures) <= 0:
            raise ValueError("a region needs measures with a positive share")
        if self.seed < 0 or self.anticipation_months < 0:
            raise ValueError("seed and anticipation_months cannot be negative")
        self._check_codes()

    def _check_codes(self) -> None:
        for what, codes in (
            ("municipality", [each.code for each in self.municipalities]),
            ("measure", [each.code for each in self.measures]),
        ):
            if len(set(codes)) != len(codes):
                raise ValueError(f"a {what} code occurs twice: {sorted(codes)}")

    @property
    def measure_codes(self) -> tuple[str, ...]:
        """The SRG codes on offer, in the order of the simulation's measure numbers."""
        return tuple(each.code for each in self.measures)

    def sizes(self) -> tuple[int, ...]:
        """People per municipality, adding up to ``people`` (largest remainder)."""
        total = sum(each.share for each in self.municipalities)
        exact = [self.people * each.share / total for each in self.municipalities]
        sizes = [int(size) for size in exact]
        by_remainder = sorted(range(len(exact)), key=lambda i: sizes[i] - exact[i])
        for index in by_remainder[: self.people - sum(sizes)]:
            sizes[index] += 1
        return tuple(sizes)

    def without_effects(self) -> RegionConfig:
        """Return the same region in which no measure does anything."""
        return replace(self, effect_scale=0.0)


def month_label(first_month: str, month: int) -> str:
    """Return ``jjjj-mm`` of a month number counted from ``first_month``."""
    year, number = divmod(_serial(first_month) + month, 12)
    return f"{year:04d}-{number + 1:02d}"


def calendar_month(first_month: str, month: int) -> int:
    """Return 1..12 for a month number counted from ``first_month``."""
    return (_serial(first_month) + month) % 12 + 1


def _serial(label: str) -> int:
    return int(label[:4]) * 12 + int(label[5:]) - 1
