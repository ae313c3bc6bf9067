"""Who may take part in the trial of a month, and who starts in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.cohort.panel import Booleans, Integers, Panel
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Moments:
    """Person-months: element k is person ``person[k]`` at month index ``month[k]``."""

    person: Integers
    month: Integers

    def __len__(self) -> int:
        return int(self.person.shape[0])

    def take(self, keep: Booleans | Integers) -> Moments:
        """Return the kept person-months."""
        return Moments(self.person[keep], self.month[keep])

    def joined(self, other: Moments) -> Moments:
        """Return the person-months of both."""
        return Moments(
            np.concatenate([self.person, other.person]), np.concatenate([self.month, other.month])
        )


@dataclass(frozen=True, slots=True)
class LostStarts:
    """Starts of the measure that are in no trial, each for the first reason that holds."""

    no_history: int
    no_follow_up: int
    no_benefit: int
    already_in_force: int

    @property
    def total(self) -> int:
        """Return how many starts are in no trial."""
        return self.no_history + self.no_follow_up + self.no_benefit + self.already_in_force


def open_months(panel: Panel, protocol: TargetTrialProtocol) -> tuple[Integers, Integers]:
    """Return per municipality the first month with a trial and the month after the last.

    Both are (municipalities,). The whole follow-up must have been delivered
    (administrative censoring is thus handled by eligibility, not by weights).
    """
    count = len(panel.municipalities)
    first, end = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for place in range(count):
        here = panel.municipality == place
        delivered = np.flatnonzero(panel.benefit[here].any(axis=0))
        first[place] = delivered[0] + protocol.look_back
        end[place] = panel.last_month[here][0] - protocol.horizon + 2
    return first, end


def eligible(panel: Panel, protocol: TargetTrialProtocol) -> Booleans:
    """Return (n, months) who may take part, apart from what they have in force already.

    On benefit this month and in the month before, in one and the same spell.
    """
    may = np.zeros(panel.benefit.shape, dtype=np.bool_)
    may[:, 1:] = panel.benefit[:, 1:] & panel.benefit[:, :-1]
    may[:, 1:] &= panel.spell[:, 1:] == panel.spell[:, :-1]
    first, end = open_months(panel, protocol)
    month = np.arange(panel.months)
    may &= month >= first[panel.municipality][:, None]
    may &= month < end[panel.municipality][:, None]
    return may


def in_force(panel: Panel, code: str) -> Booleans:
    """Return (n, months) who had the measure in force when the month began.

    A start in month t itself does not count; a measure that ended in t - 1 neither.
    """
    mine = panel.episodes.of(code)
    change = np.zeros((panel.people, panel.months + 1), dtype=np.int8)
    begin = np.clip(mine.start + 1, 0, panel.months)
    end = np.clip(mine.last + 1, 0, panel.months)
    np.add.at(change, (mine.person, begin), 1)
    np.add.at(change, (mine.person, np.maximum(end, begin)), -1)
    return np.cumsum(change[:, :-1], axis=1, dtype=np.int8) > 0


def starts_of(panel: Panel, code: str) -> Moments:
    """Return every start of a measure within the panel, once per person and month."""
    person, month = panel.starts(code)
    unique = np.unique(person * panel.months + month)
    return Moments(unique // panel.months, unique % panel.months)


def eligible_starts(
    panel: Panel, protocol: TargetTrialProtocol, may: Booleans, code: str, busy: Booleans
) -> tuple[Moments, LostStarts]:
    """Return the starts of ``code`` by eligible people, and why the others are in no trial.

    ``busy`` is (n, months) who had a compared measure in force already.
    """
    starts = starts_of(panel, code)
    at = starts.person, starts.month
    first, end = open_months(panel, protocol)
    place = panel.municipality[starts.person]
    early = starts.month < first[place]
    late = ~early & (starts.month >= end[place])
    open_ = ~early & ~late
    taken = open_ & may[at] & busy[at]
    keep = open_ & may[at] & ~busy[at]
    lost = LostStarts(
        no_history=int(early.sum()),
        no_follow_up=int(late.sum()),
        no_benefit=int((open_ & ~may[at]).sum()),
        already_in_force=int(taken.sum()),
    )
    return starts.take(keep), lost


def starts_now(timeline: Timeline, month: int) -> Booleans:
    """Return (n,) who starts any measure at all in ``month``."""
    before = timeline.started.before
    return np.asarray(before[:, month + 1] > before[:, month])
