"""What there is to be had: who offers a measure, when, where, and what it asks of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer of one measure.

    Attributes
    ----------
    key : its identity, the same in every advice.
    measure : SRG type of measure.
    title, provider, place : as the municipality wrote them.
    starts_on : first day; None when one can start any time.
    hours_per_week, weeks : what it asks; None where that is agreed with the person.
    places_free : places left; None where there is no limit.
    online : whether it can be followed from home.
    travel : how to get there and who pays, in words.
    asks : what the provider asks beforehand, in words. It is told, never used to
        leave anybody out.
    """

    key: str
    measure: str
    title: str
    provider: str
    place: str = ""
    starts_on: date | None = None
    hours_per_week: int | None = None
    weeks: int | None = None
    places_free: int | None = None
    online: bool = False
    travel: str = ""
    asks: str = ""

    @property
    def hours_in_all(self) -> int | None:
        """Return the hours it takes from beginning to end, where that is known."""
        if self.hours_per_week is None or self.weeks is None:
            return None
        return self.hours_per_week * self.weeks
