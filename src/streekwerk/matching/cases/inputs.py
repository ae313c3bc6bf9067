"""Inputs of a case: what is put in, how sure it is, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from streekwerk.matching.cases.distributions import Distribution
from streekwerk.vocabulary.language import Text

# Medians are written with so many decimals, so that a spreadsheet holds the same number.
_DECIMALS = 6


class Origin(Enum):
    """Where an input comes from."""

    EMPLOYER = Text("van de werkgever", "from the employer")
    RULE = Text("uit de regels", "from the law")
    PUBLISHED = Text("gepubliceerd", "published")
    DESIGN = Text("uit het ontwerp", "from the design")
    ASSUMPTION = Text("aanname, te bevestigen", "assumption, to be confirmed")

    @property
    def words(self) -> Text:
        """Name the origin."""
        return self.value


class Unit:
    """The units of inputs and results."""

    EURO = Text("€", "€")
    EURO_YEAR = Text("€ per jaar", "€ a year")
    EURO_MONTH = Text("€ per maand", "€ a month")
    EURO_HOUR = Text("€ per uur", "€ an hour")
    EURO_UNIT = Text("€ per stuk", "€ a unit")
    EURO_TONNE = Text("€ per ton", "€ a tonne")
    EURO_WEEK = Text("€ per week", "€ a week")
    PERCENT = Text("%", "%")
    PERCENT_YEAR = Text("% per jaar", "% a year")
    POINTS_YEAR = Text("procentpunt per jaar", "percentage points a year")
    HOURS_WEEK = Text("uur per week", "hours a week")
    HOURS_UNIT = Text("uur per stuk", "hours a unit")
    HOURS_YEAR = Text("uur per jaar", "hours a year")
    YEARS = Text("jaar", "years")
    MONTHS = Text("maanden", "months")
    WEEKS = Text("weken", "weeks")
    DAYS = Text("dagen", "days")
    UNITS_YEAR = Text("stuks per jaar", "units a year")
    KILOGRAM_UNIT = Text("kg CO₂ per stuk", "kg CO₂ a unit")
    KILOGRAM_YEAR = Text("kg CO₂ per jaar", "kg CO₂ a year")
    FACTOR = Text("factor", "factor")
    JOBS = Text("banen", "jobs")


@dataclass(frozen=True, slots=True)
class Input:
    """One number that is put in.

    Attributes
    ----------
    name
        Key, used by formulas and questions ("at which *wage_value* …").
    label, unit
        What it is, for people.
    belief
        How sure it is; the median counts in the calculation without uncertainty.
    origin, source
        Where it comes from: an article and the day of its text, a publication, or who said it.
    limits
        What is possible at all; a break-even value is looked for between them.
    """

    name: str
    label: Text
    unit: Text
    belief: Distribution
    origin: Origin
    source: Text
    limits: tuple[float, float] = (0.0, float("inf"))

    def __post_init__(self) -> None:
        low, high = self.limits
        least, most = self.belief.at(0.0), self.belief.at(1.0)
        # A normal distribution without ends has no least; its limits then hold no promise.
        if least != float("-inf") and not low <= least <= most <= high:
            raise ValueError(
                f"{self.label.nl}: {least:g} tot {most:g} valt buiten {low:g} tot {high:g}"
            )

    @property
    def median(self) -> Decimal:
        """The value of the calculation without uncertainty."""
        return Decimal(str(round(self.belief.median, _DECIMALS)))

    @property
    def uncertain(self) -> bool:
        """Whether it is drawn."""
        return not self.belief.certain
