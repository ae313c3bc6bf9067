"""When is asked how it went: 3, 6, 12 and 24 months after a choice or the start of a plan.

A moment is asked until the next one comes; what was missed is not caught up on, for people
remember badly how things stood a year ago. The last one stays open for half a year.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

MONTHS = (3, 6, 12, 24)
STAYS_OPEN = 6
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment: how many months after, and from which day until (not including) which."""

    months: int
    on: date
    until: date


def months_after(day: date, months: int) -> date:
    """Return the day ``months`` later (earlier when negative); the last day where it is shorter."""
    number = day.year * _YEAR + day.month - 1 + months
    year, month = divmod(number, _YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def moments(anchor: date) -> tuple[Moment, ...]:
    """Return every moment after ``anchor``, the day something was chosen or agreed."""
    ends = (*MONTHS[1:], MONTHS[-1] + STAYS_OPEN)
    return tuple(
        Moment(months, months_after(anchor, months), months_after(anchor, end))
        for months, end in zip(MONTHS, ends, strict=True)
    )


def moment_on(anchor: date, today: date) -> Moment | None:
    """Return the moment that is asked about on ``today``; None before, and after all of them."""
    return next((each for each in moments(anchor) if each.on <= today < each.until), None)


def next_moment(anchor: date, today: date) -> Moment | None:
    """Return the first moment that is still to come."""
    return next((each for each in moments(anchor) if each.on > today), None)
