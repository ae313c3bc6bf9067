"""What the members of a chain could make without the others: the game that is shared out.

The worth of some members is the best job that only their demands can fill, with the weeks
filled anew; alone it is often nothing. What all of them make is the job as proposed, so that
the shares add up to what there is to share. A smaller chain that would earn more than the
proposed one is not hidden: it comes out as a grievance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.matching.chains.candidates import find
from streekwerk.matching.chains.demand import ChainRules, Demand
from streekwerk.matching.chains.job import ChainJob
from streekwerk.matching.chains.share import Split, Worths, least_core, shapley, worths


@dataclass(frozen=True, slots=True)
class Settlement:
    """What one employer gains, contributes and keeps, in cents a year.

    ``gained`` is what the hours are worth to this employer; ``keeps`` is its share of what
    all make together; ``pays`` is the difference: its part in travel, planning and guidance,
    and what makes the split fair (negative: it receives).
    """

    employer: str
    gained: int
    keeps: int

    @property
    def pays(self) -> int:
        """Return what goes to the common purse."""
        return self.gained - self.keeps


@dataclass(frozen=True, slots=True)
class Shared:
    """A job shared out: by Shapley, and by the least core beside it."""

    worth: Worths
    shapley: Split
    least_core: Split
    settlements: tuple[Settlement, ...]


def share_out(job: ChainJob, rules: ChainRules) -> Shared:
    """Share what a job earns among its employers."""
    demands = tuple(share.demand for share in job.shares)
    worth = game(demands, job.value, rules)
    fair = shapley(job.employers, worth)
    return Shared(
        worth, fair, least_core(job.employers, worth), _settled(job, _whole(fair.amounts, job))
    )


def game(demands: Sequence[Demand], together: int, rules: ChainRules) -> Worths:
    """Return the worth of every coalition; bit ``i`` is the employer of demand ``i``."""

    def worth(members: frozenset[str]) -> float:
        mine = [demand for demand in demands if demand.employer in members]
        found = find(mine, rules)
        return float(found.value.max()) if len(found) else 0.0

    table = worths([demand.employer for demand in demands], worth)
    table[-1] = together
    return table


def _whole(amounts: Sequence[float], job: ChainJob) -> list[int]:
    """Return whole cents that add up to what there is; the last cents go to the first."""
    whole = [int(amount // 1) for amount in amounts]
    for place in range(job.value - sum(whole)):
        whole[place % len(whole)] += 1
    return whole


def _settled(job: ChainJob, amounts: Sequence[int]) -> tuple[Settlement, ...]:
    return tuple(
        Settlement(share.demand.employer, share.gained, amount)
        for share, amount in zip(job.shares, amounts, strict=True)
    )
