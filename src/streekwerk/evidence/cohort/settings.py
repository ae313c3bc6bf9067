"""How messy registration is read: the few numbers that can be set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CohortSettings:
    """Rules for turning deliveries into a panel.

    Parameters
    ----------
    gap_months : a hole in the deliveries of at most this many months is bridged when no
        end was registered before it and no new start after it.
    longest_quantile : a measure that was never closed is taken to have lasted as long as
        this share of the closed measures of its type at most did ...
    longest_at_least : ... but never less than this many months.
    """

    gap_months: int = 1
    longest_quantile: float = 0.95
    longest_at_least: int = 6

    def __post_init__(self) -> None:
        if self.gap_months < 0 or self.longest_at_least < 1:
            raise ValueError("gap_months cannot be negative, longest_at_least is at least 1")
        if not 0 < self.longest_quantile <= 1:
            raise ValueError(f"longest_quantile lies in (0, 1], got {self.longest_quantile}")
