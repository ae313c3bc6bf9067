"""Season and demand: the months in which it is easier to find work."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.demo.arrays import Floats, Ints
from streekwerk.demo.config import RegionConfig, calendar_month, month_label
from streekwerk.demo.streams import Draw, Streams

# Demand is highest in June and lowest in December (seasonal work, agriculture, hospitality).
_SEASON_AMPLITUDE = 0.15
_PEAK_MONTH = 6
_PERSISTENCE, _SHOCK = 0.9, 0.06
_VACANCIES_AT_ZERO = 12.0
# Courses and placements start after the holidays; July, August and December are quiet.
_STARTS_BY_MONTH = np.array([1.25, 1.1, 1.1, 1.0, 0.95, 0.9, 0.6, 0.65, 1.4, 1.25, 1.15, 0.65])


@dataclass(frozen=True, slots=True)
class LabourMarket:
    """The regional market, one number per month of the window.

    ``season`` and ``demand`` are shifts of the log-odds of leaving for work;
    ``starts`` multiplies the places of a month.
    """

    first_month: str
    season: Floats
    demand: Floats
    starts: Floats

    @property
    def shift(self) -> Floats:
        """Season and demand together."""
        return self.season + self.demand

    def columns(self) -> dict[str, list[str] | Floats | Ints]:
        """Return the table a researcher would import: what can be known of the market."""
        months = range(len(self.season))
        return {
            "month": [month_label(self.first_month, month) for month in months],
            "calendar_month": np.array([calendar_month(self.first_month, m) for m in months]),
            "vacancies_per_100_benefits": _VACANCIES_AT_ZERO * np.exp(self.shift),
        }


def draw_labour_market(config: RegionConfig) -> LabourMarket:
    """Draw season and demand (a first-order autoregression) for all months of the window."""
    months = np.array([calendar_month(config.first_month, m) for m in range(config.months)])
    angle = 2 * np.pi * (months - _PEAK_MONTH) / 12
    season = config.seasonality * _SEASON_AMPLITUDE * np.cos(angle)
    shocks = Streams(config.seed, 0).generator(Draw.MARKET).normal(0, _SHOCK, config.months)
    demand = np.zeros(config.months)
    for month in range(1, config.months):
        demand[month] = _PERSISTENCE * demand[month - 1] + shocks[month]
    return LabourMarket(config.first_month, season, demand, season_of_starts(config, months))


def season_of_starts(config: RegionConfig, calendar_months: Ints) -> Floats:
    """Return the factor on the places for calendar months 1..12."""
    return 1 + config.seasonality * (_STARTS_BY_MONTH[calendar_months - 1] - 1)
