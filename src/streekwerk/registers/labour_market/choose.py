"""Choose the one series that stands for the labour market in a panel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from streekwerk.registers.labour_market.facts import MarketRow
from streekwerk.registers.labour_market.indicators import Indicator

_ORDER = list(Indicator)


@dataclass(frozen=True, slots=True)
class MarketSeries:
    """One figure of one area over the months of a panel.

    Attributes
    ----------
    area : its code. ``sources`` : where the figures come from, as delivered.
    first_month : month number (12 * year + month - 1) of the first value.
    values : per month of the panel; None where it is unknown.
    """

    indicator: Indicator
    area: str
    sources: tuple[str, ...]
    first_month: int
    values: tuple[float | None, ...]

    @property
    def known(self) -> int:
        """Return of how many months the figure is known."""
        return sum(value is not None for value in self.values)

    @property
    def counts(self) -> bool:
        """Whether enough is known to weigh it: at least half of the months."""
        return 2 * self.known >= len(self.values)

    def by_month(self) -> dict[int, float]:
        """Return the known values by month number."""
        return {
            self.first_month + place: value
            for place, value in enumerate(self.values)
            if value is not None
        }


def choose(rows: Iterable[MarketRow], first_month: int, months: int) -> MarketSeries | None:
    """Return the series that is known for most of the ``months``; None when there is none.

    Of series as long as each other the indicator decides (tightness first), then a region
    before a municipality, then the code. Where municipalities delivered different values
    for one area and month the middle one counts. The order of ``rows`` does not matter.
    """
    found: dict[tuple[str, Indicator], dict[int, list[float]]] = {}
    sources: dict[tuple[str, Indicator], set[str]] = {}
    for row in rows:
        place = 12 * row.period.year + row.period.month - 1 - first_month
        if 0 <= place < months:
            key = (row.area, Indicator(row.indicator))
            found.setdefault(key, {}).setdefault(place, []).append(row.value)
            sources.setdefault(key, set()).update([row.source] if row.source else [])
    if not found:
        return None
    area, indicator = min(
        found,
        key=lambda key: (
            -len(found[key]),
            _ORDER.index(key[1]),
            not key[0].startswith("AM"),
            key[0],
        ),
    )
    chosen = found[area, indicator]
    values = tuple(median(chosen[t]) if t in chosen else None for t in range(months))
    return MarketSeries(
        indicator, area, tuple(sorted(sources[area, indicator])), first_month, values
    )
