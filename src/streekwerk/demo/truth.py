"""The truth: per measure, outcome and horizon the average effect among those who started."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from streekwerk.demo.arrays import Bools, Floats, Ints
from streekwerk.demo.columns import Column, Columns, concatenated, write_parquet
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.forks import OTHERWISE, START, Forks, Retelling, collect_forks
from streekwerk.demo.lives import OUTCOMES, TruthPlan
from streekwerk.demo.people import Education, Household, Sex, age_years
from streekwerk.demo.simulation import History, World, build_worlds
from streekwerk.demo.state import LONG_TERM_MONTHS, Exemption, State

GROUPS = ("sex", "age_group", "education_level", "household", "long_term", "municipality")
"""Unit columns by which the truth is exported."""

_LIVES_AT_ONCE = 200_000  # bounds memory; the outcome does not depend on it


@dataclass(frozen=True, slots=True)
class TrueEffect:
    """A true average effect among starters (ATT).

    Parameters
    ----------
    effect
        ``started - not_now``: a difference of shares, or of months.
    started, not_now
        Mean outcome of the same people in both lives.
    spread
        Standard deviation of the effect over starts divided by the root of their number:
        how far the truth of another draw of people would lie.
    starts, people
        Trials averaged over (every start weighs the same) and the persons in them.
    """

    measure: str
    outcome: str
    horizon: int
    effect: float
    started: float
    not_now: float
    spread: float
    starts: int
    people: int


@dataclass(frozen=True, slots=True)
class Truth:
    """Both lives of every start, and what they come to.

    Parameters
    ----------
    config, plan
        The region and what was asked.
    units
        One row per start: ``person`` (number within the municipality), ``municipality``,
        ``month``, ``measure``, traits before the start, ``first_of_measure``.
    outcomes
        Shape (starts, arms, horizons, outcomes), means over the futures; arms are
        started, not now. NaN where the follow-up does not fit in the window.
    """

    config: RegionConfig
    plan: TruthPlan
    units: Columns
    outcomes: Floats

    def effect(
        self, measure: str, outcome: str, horizon: int, where: Bools | None = None
    ) -> TrueEffect:
        """Return the true effect, over all starts or over those of the mask ``where``.

        Raises
        ------
        ValueError
            When measure, outcome or horizon is unknown or nobody is left to average over.
        """
        lives = self.outcomes[:, :, self._horizon(horizon), self._outcome(outcome)]
        keep = self._kept(measure, horizon, where)
        if not keep.any():
            raise ValueError(
                f"no start of measure {measure} with {horizon} months of follow-up "
                f"in this selection; choose another horizon or a longer window"
            )
        started, not_now = lives[keep, START], lives[keep, OTHERWISE]
        difference = started - not_now
        return TrueEffect(
            measure, outcome, horizon,
            effect=float(difference.mean()),
            started=float(started.mean()),
            not_now=float(not_now.mean()),
            spread=float(difference.std() / np.sqrt(keep.sum())),
            starts=int(keep.sum()),
            people=self._people(keep),
        )  # fmt: skip

    def effects(self, where: Bools | None = None) -> Iterator[TrueEffect]:
        """Yield the effects of all measures, outcomes and horizons that have starts."""
        for measure in np.unique(self.units["measure"]):
            for outcome in OUTCOMES:
                for horizon in self.plan.horizons:
                    if self._kept(str(measure), horizon, where).any():
                        yield self.effect(str(measure), outcome, horizon, where)

    def by_group(self, group: str) -> dict[str, tuple[TrueEffect, ...]]:
        """Return the effects within every value of a unit column of :data:`GROUPS`."""
        values = np.asarray(self.units[group])
        return {str(value): tuple(self.effects(values == value)) for value in np.unique(values)}

    def as_json(self) -> dict[str, object]:
        """Return all effects, overall and by group, with how they were defined."""
        against = self.plan.against or "starting nothing"
        return {
            "estimand": f"ATT, start in month t against {against} in month t",
            "plan": asdict(self.plan),
            "seed": self.config.seed,
            "effects": [asdict(each) for each in self.effects()],
            "by_group": {
                group: {
                    value: [asdict(each) for each in effects]
                    for value, effects in self.by_group(group).items()
                }
                for group in GROUPS
            },
        }

    def write_json(self, path: Path) -> None:
        """Write :meth:`as_json` to a file."""
        path.write_text(json.dumps(self.as_json(), indent=1), encoding="utf-8")

    def write_parquet(self, path: Path) -> None:
        """Write one row per start with both lives, e.g. ``sustained_work_24_not_now``."""
        columns: dict[str, Column] = dict(self.units)
        for o, outcome in enumerate(OUTCOMES):
            for h, horizon in enumerate(self.plan.horizons):
                for arm, name in ((START, "started"), (OTHERWISE, "not_now")):
                    columns[f"{outcome}_{horizon}_{name}"] = self.outcomes[:, arm, h, o]
        write_parquet(columns, path)

    def _kept(self, measure: str, horizon: int, where: Bools | None) -> Bools:
        """Return which starts of a measure can be followed to the horizon (and are asked for)."""
        followed = ~np.isnan(self.outcomes[:, START, self._horizon(horizon), 0])
        mine = np.asarray(self.units["measure"] == measure) & followed
        return mine if where is None else mine & where

    def _people(self, keep: Bools) -> int:
        places = self.units["municipality"][keep]
        return len(set(zip(places.tolist(), self.units["person"][keep].tolist(), strict=True)))

    def _horizon(self, horizon: int) -> int:
        if horizon not in self.plan.horizons:
            raise ValueError(f"horizon {horizon} was not asked for; known: {self.plan.horizons}")
        return self.plan.horizons.index(horizon)

    def _outcome(self, outcome: str) -> int:
        if outcome not in OUTCOMES:
            raise ValueError(f"unknown outcome {outcome!r}; known: {', '.join(OUTCOMES)}")
        return OUTCOMES.index(outcome)


def true_effects(
    config: RegionConfig,
    plan: TruthPlan | None = None,
    tell: Callable[[History], None] = lambda history: None,
) -> Truth:
    """Live both lives of every start in the region and keep what comes of them.

    ``tell`` is called with what really happened in each municipality, so that it need not
    be simulated again for the files.

    Raises
    ------
    ValueError
        When nobody starts a measure, or the measure compared with is not on offer.
    """
    plan = plan or TruthPlan()
    if plan.against is not None and plan.against not in config.measure_codes:
        raise ValueError(f"measure {plan.against} is not on offer: {config.measure_codes}")
    units: list[Mapping[str, Column]] = []
    outcomes: list[Floats] = []
    for world in build_worlds(config):
        forks, history = collect_forks(world, plan.first_month)
        tell(history)
        units.append(_units(world, forks))
        outcomes.append(_mean_over_futures(world, forks, plan))
    if not any(units):
        raise ValueError(
            f"nobody starts a measure from month {plan.first_month} on; "
            "raise start_rate or lengthen the window"
        )
    return Truth(config, plan, concatenated(units), np.concatenate(outcomes))


def _mean_over_futures(world: World, forks: Forks, plan: TruthPlan) -> Floats:
    """Return the mean outcomes of both lives, (starts, arms, horizons, outcomes)."""
    futures = range(1, plan.futures + 1)  # future 0 is what really happened
    at_once = max(1, _LIVES_AT_ONCE // max(1, 2 * len(forks)))
    batches = [tuple(futures[first : first + at_once]) for first in range(0, len(futures), at_once)]
    total = sum(Retelling(world, forks, plan, batch).live().sum(axis=1) for batch in batches)
    return np.asarray(total / plan.futures).swapaxes(0, 1)


def _units(world: World, forks: Forks) -> dict[str, Column]:
    """Return one row per start: who, where, when, what, and the traits before it."""
    codes = np.array(world.config.measure_codes)
    units = concatenated(
        [
            _unit_traits(world, fork.state, month) | {"measure": codes[fork.starts]}
            for month, fork in forks.by_month.items()
        ]
    )
    if units:
        units["first_of_measure"] = _first_of_measure(units["person"], units["measure"])
    return units


def _first_of_measure(person: Column, measure: Column) -> Bools:
    """Mark the first start of each person and measure; rows are in order of month."""
    pairs = np.char.add(np.char.add(person.astype(str), "/"), measure.astype(str))
    first = np.zeros(len(pairs), dtype=np.bool_)
    first[np.unique(pairs, return_index=True)[1]] = True
    return first


def _unit_traits(world: World, state: State, month: int) -> dict[str, Column]:
    people, person = world.people, state.person
    age = age_years(people.birth_month[person], month)
    return {
        "municipality": np.full(len(person), world.code),
        "person": person,
        "month": np.full(len(person), month),
        "age": age,
        "age_group": _named(np.digitize(age, [27, 45, 55]), ("<27", "27-44", "45-54", "55+")),
        "sex": _coded(people.sex[person], Sex),
        "household": _coded(people.household[person], Household),
        "education_level": _coded(people.education[person], Education),
        "duration": state.duration(month),
        "long_term": state.duration(month) >= LONG_TERM_MONTHS,
        "exempt": state.exemption != Exemption.NONE,
        "earnings": state.earnings,
        "measure_in_force": (state.until > month).any(axis=1),
        "motivation": people.motivation[person],
    }


def _named(index: Ints, names: tuple[str, ...]) -> Column:
    return np.array(names)[index]


def _coded(codes: Column, kind: type[Sex] | type[Household] | type[Education]) -> Column:
    names = ["", *(each.name.lower() for each in kind)]
    return np.array(names)[codes]
