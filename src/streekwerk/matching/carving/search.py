"""Search the best design over the kinds of its jobs, best bound first.

For every combination of kinds there is a bound, made sharper only where it matters:

1. what its jobs could be worth each by itself, together with everybody they could be for;
2. the combination's own programme, relaxed;
3. the programme itself.

The combination with the highest bound goes one step further, until none is left that
could beat the best design found. So the search may stop at any moment and tell how far
from the best there is it can be at most (best-first branch and bound; Land and Doig, 1960).
"""

from __future__ import annotations

import heapq
import itertools
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from streekwerk.matching.carving import block, programme
from streekwerk.matching.carving.block import Block
from streekwerk.matching.carving.design import CarvedJob, Portion
from streekwerk.matching.carving.kinds import Workplace, kinds
from streekwerk.matching.carving.programme import TOLERANCE, Answer, Programme, Weights

_AT_ONCE = 2
# Without any design yet, so many relaxations are enough to try for one.
_LOOK_FIRST = 8
_PATIENCE = 1.0
_APART, _RELAXED = 0, 1


@dataclass(order=True, slots=True)
class _Open:
    """A combination that may still hold the best design; ``bound`` is minus the bound."""

    bound: float
    stage: int
    combination: tuple[int, ...]
    patience: float = field(default=_PATIENCE, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """The best jobs found (none when ``jobs`` is empty), their value, and the bound on any."""

    jobs: tuple[CarvedJob, ...]
    value: float
    bound: float
    complete: bool


def search(place: Workplace, weights: Weights, seconds: float) -> Found:
    """Return the best design of one up to ``rules.jobs`` jobs, within ``seconds``."""
    blocks = [made for kind in kinds(place) if (made := block.build(place, kind))]
    return _Search(place, weights, blocks, time.perf_counter() + seconds).run()


def is_possible(place: Workplace, until: float) -> bool | None:
    """Return whether any design lives up to the rules; None when ``until`` comes first.

    One job is the least there can be, so one job decides it. ``until`` as of
    :func:`time.perf_counter`.
    """
    indifferent = Weights(0.0, 0.0, 0.0)
    undecided = False
    for kind in kinds(place):
        made = block.build(place, replace(kind, others=()))
        if made is None:
            continue
        whole = programme.combine(place, [made], indifferent)
        if not np.isfinite(programme.relaxed(whole)):
            continue
        left = until - time.perf_counter()
        answer = programme.solve(whole, max(left, 0.01))
        if answer.columns is not None:
            return True
        undecided |= not answer.proven
    return None if undecided else False


@dataclass(slots=True)
class _Search:
    place: Workplace
    weights: Weights
    blocks: Sequence[Block]
    until: float
    heap: list[_Open] = field(default_factory=list)
    programmes: dict[tuple[int, ...], Programme] = field(default_factory=dict)
    best: tuple[CarvedJob, ...] = ()
    value: float = -np.inf
    relaxations: int = 0

    def run(self) -> Found:
        """Go on until nothing can be better, or the time is up."""
        self._open_all()
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            while self._undecided() and time.perf_counter() < self.until:
                chosen = self._next()
                if chosen[0].stage == _APART:
                    for each, bound in zip(chosen, pool.map(self._relax, chosen), strict=True):
                        self._again(each, bound, _RELAXED, each.patience)
                else:
                    answers = list(pool.map(self._solve, chosen))
                    for each, answer in zip(chosen, answers, strict=True):
                        self._take(each, answer)
        complete = not self._undecided()
        bound = self.value if complete else max(self.value, -self.heap[0].bound)
        return Found(self.best, self.value, bound, complete)

    def _undecided(self) -> bool:
        if not self.heap:
            return False
        return not self.best or -self.heap[0].bound > self.value * (1 + TOLERANCE)

    def _open_all(self) -> None:
        alone = [self._alone(each) for each in self.blocks]
        possible = [number for number, worth in enumerate(alone) if np.isfinite(worth)]
        people = {group.key: group.people for group in self.place.groups}
        for size in range(1, self.place.rules.jobs + 1):
            for combination in itertools.combinations_with_replacement(possible, size):
                reached = frozenset[str]().union(*(self._reaches(n) for n in combination))
                worth = sum(alone[n] for n in combination)
                worth += self.weights.people * sum(people[key] for key in reached)
                self.heap.append(_Open(-worth, _APART, combination))
        heapq.heapify(self.heap)

    def _alone(self, one: Block) -> float:
        """Bound what a job is worth apart from the people it is for."""
        without = Weights(self.weights.gain, 0.0, self.weights.quality)
        return programme.relaxed(programme.combine(self.place, [one], without))

    def _reaches(self, number: int) -> frozenset[str]:
        return self.blocks[number].kind.reaches()

    def _next(self) -> list[_Open]:
        """Take what goes on: the best bounds, at the same stage, as many as go at once."""
        if not self.best and self.relaxations >= _LOOK_FIRST:
            ready = [each for each in self.heap if each.stage == _RELAXED]
            if ready:
                self.relaxations = 0
                chosen = heapq.nsmallest(_AT_ONCE, ready)
                self.heap = [each for each in self.heap if each not in chosen]
                heapq.heapify(self.heap)
                return chosen
        chosen = [heapq.heappop(self.heap)]
        while len(chosen) < _AT_ONCE and self.heap and self.heap[0].stage == chosen[0].stage:
            if self.best and -self.heap[0].bound <= self.value * (1 + TOLERANCE):
                break
            chosen.append(heapq.heappop(self.heap))
        return chosen

    def _relax(self, one: _Open) -> float:
        blocks = [self.blocks[number] for number in one.combination]
        made = programme.combine(self.place, blocks, self.weights)
        self.programmes[one.combination] = made
        return programme.relaxed(made)

    def _solve(self, one: _Open) -> Answer:
        left = max(0.05, min(one.patience, self.until - time.perf_counter()))
        above = self.value * (1 + TOLERANCE / 2) if self.best else None
        return programme.solve(self.programmes[one.combination], left, above)

    def _again(self, one: _Open, bound: float, stage: int, patience: float) -> None:
        """Put a combination back with a sharper bound, unless it is out of the running."""
        self.relaxations += stage == _RELAXED and one.stage == _APART
        sharper = min(-one.bound, bound)
        if np.isfinite(sharper):
            heapq.heappush(self.heap, _Open(-sharper, stage, one.combination, patience))

    def _take(self, one: _Open, answer: Answer) -> None:
        if answer.columns is not None and answer.value > self.value:
            made = self.programmes[one.combination]
            self.best, self.value = _jobs(made, answer.columns), answer.value
        if answer.proven:
            del self.programmes[one.combination]
        else:
            # It took too long: longer, when its turn comes again.
            self._again(one, answer.bound, _RELAXED, 4 * one.patience)


def _jobs(made: Programme, columns: block.Floats) -> tuple[CarvedJob, ...]:
    jobs = []
    for one, start in zip(made.blocks, made.starts, strict=False):
        taken = {key: round(columns[start + place]) for key, place in one.moved.items()}
        portions = tuple(Portion(key, hours) for key, hours in taken.items() if hours)
        also = {key for key, place in one.made_for.items() if columns[start + place] > 0.5}
        jobs.append((portions, {one.kind.first.key, *also}))
    order = [group.key for group in made.groups]
    return tuple(
        CarvedJob(portions, tuple(key for key in order if key in groups))
        for portions, groups in jobs
    )
