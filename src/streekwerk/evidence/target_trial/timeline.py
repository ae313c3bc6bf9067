"""Running counts over the panel: every question about a stretch of months is a subtraction.

Column t of a count holds what happened in months before t, so the number of months
in [a, b) is count[b] - count[a], and nothing read at column t can come from t or later.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from streekwerk.evidence.cohort.panel import Booleans, Integers, Panel
from streekwerk.evidence.target_trial.kinds import Kind
from streekwerk.evidence.target_trial.protocol import MOVED_CODES, WORK_CODES

Counts = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened before each month; ``before`` is (n, months + 1)."""

    before: Counts

    @classmethod
    def of(cls, happened: npt.NDArray[np.bool_] | npt.NDArray[np.uint8]) -> Count:
        """Count a (n, months) matrix of events."""
        n, months = happened.shape
        width = np.uint8 if months < 256 else np.uint16
        before = np.zeros((n, months + 1), dtype=width)
        np.cumsum(happened, axis=1, dtype=width, out=before[:, 1:])
        return cls(before)

    def between(self, person: Integers, first: Integers, end: Integers) -> Integers:
        """Return how often it happened in months [first, end) of each person."""
        last = self.before.shape[1] - 1
        high = self.before[person, np.clip(end, 0, last)].astype(np.int64)
        return high - self.before[person, np.clip(first, 0, last)]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The counts every emulation asks for; build once per panel, use for all measures.

    ``started`` and ``ended`` count episodes of any measure by their first month and by
    the month after their last; ``before_panel`` (n,) counts starts before month 0.
    ``by_kind`` counts starts per kind of measure, those before month 0 in month 0.
    """

    benefit: Count
    worked: Count
    earned: Count
    left_for_work: Count
    moved: Count
    started: Count
    ended: Count
    before_panel: Integers
    by_kind: tuple[Count, ...]

    @classmethod
    def of(cls, panel: Panel) -> Timeline:
        """Count everything in ``panel``."""
        to_work = np.isin(panel.exit, WORK_CODES)
        earns = panel.earnings > 0
        episodes, shape = panel.episodes, panel.benefit.shape
        early = np.bincount(episodes.person[episodes.start < 0], minlength=panel.people)
        return cls(
            benefit=Count.of(panel.benefit),
            worked=Count.of(to_work | earns),
            earned=Count.of(earns),
            left_for_work=Count.of(to_work),
            moved=Count.of(np.isin(panel.exit, MOVED_CODES)),
            started=Count.of(_events(shape, episodes.person, episodes.start)),
            ended=Count.of(_events(shape, episodes.person, np.maximum(episodes.last + 1, 0))),
            before_panel=early,
            by_kind=tuple(_of_kind(panel, kind) for kind in Kind),
        )

    def in_force(self, person: Integers, month: Integers) -> Integers:
        """Return how many measures began before ``month`` and had not ended by then."""
        zero = np.zeros_like(month)
        begun = self.before_panel[person] + self.started.between(person, zero, month)
        return begun - self.ended.between(person, zero, month + 1)


def sustained_exits(panel: Panel, timeline: Timeline, months: int) -> Count:
    """Count exits to work that were followed by ``months`` whole months off benefit."""
    found: Booleans = np.isin(panel.exit, WORK_CODES)
    end = panel.months - months
    found[:, max(end, 0) :] = False
    for wait in range(1, months + 1):
        found[:, : max(end, 0)] &= ~panel.benefit[:, wait : wait + max(end, 0)]
    return Count.of(found)


def _of_kind(panel: Panel, kind: Kind) -> Count:
    episodes = panel.episodes
    mine = np.array([code in kind.types for code in episodes.types], dtype=np.bool_)[episodes.type]
    start = np.maximum(episodes.start[mine], 0)
    return Count.of(_events(panel.benefit.shape, episodes.person[mine], start))


def _events(shape: tuple[int, ...], person: Integers, month: Integers) -> npt.NDArray[np.uint8]:
    inside = (month >= 0) & (month < shape[1])
    matrix = np.zeros(shape, dtype=np.uint8)
    np.add.at(matrix, (person[inside], month[inside]), 1)
    return matrix
