"""The stored answer: what a measure does for whom, and how far down that may be said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from streekwerk.evidence.benefit import wording
from streekwerk.evidence.benefit.features import (
    TYPICAL,
    Feature,
    Person,
    Support,
    columns_of,
    rounded,
)
from streekwerk.evidence.benefit.forest import Forest
from streekwerk.evidence.benefit.gain import Gain, Slope
from streekwerk.evidence.benefit.groups import GroupBenefit, members
from streekwerk.evidence.benefit.learn import blend
from streekwerk.evidence.benefit.sample import Anchor
from streekwerk.evidence.effects.estimate import critical_value
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.results.evaluation import OutcomeLabel
from streekwerk.evidence.trial.table import Floats, Scale
from streekwerk.vocabulary.language import Text


class Level(Enum):
    """How far down something may be said, from most to least precise."""

    PERSON = "person"
    GROUP = "group"
    AVERAGE = "average"
    NOTHING = "nothing"

    @property
    def words(self) -> Text:
        """Name the level."""
        return wording.LEVELS[self.value]


@dataclass(frozen=True, slots=True)
class PersonBenefit:
    """What is shown for one person.

    Attributes
    ----------
    level : whose effect it is.
    estimate, low, high : in the outcome's unit (a binary outcome in proportions), with the
        interval of ``interval_level``; None where nothing is said. At group and average
        level the interval is that of the mean, not of the person; ``why`` says so.
    n_treated, n_comparison : people behind the figure.
    without : the average outcome without the measure, of the group or of everybody. It is
        never estimated for one person: that would be a score.
    why : which level this is and why, in words.
    sentence : the figure in words.
    """

    level: Level
    estimate: float | None
    low: float | None
    high: float | None
    without: float | None
    interval_level: float
    n_treated: int
    n_comparison: int
    why: Text
    sentence: Text
    group: Text | None = None
    unknown: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """Return the number of people behind the figure."""
        return self.n_treated + self.n_comparison

    @property
    def per_hundred(self) -> tuple[float, float, float] | None:
        """Return estimate, low and high per 100 people, for a binary outcome."""
        if self.estimate is None or self.low is None or self.high is None:
            return None
        return 100 * self.estimate, 100 * self.low, 100 * self.high


@dataclass(frozen=True, slots=True)
class Benefit:
    """What a measure does, by person, group or on average; complete enough to answer alone.

    Attributes
    ----------
    title : what is compared. ``outcome`` : what it is an effect on.
    level : the most precise level that may be shown, and ``why``.
    n_treated, n_comparison : people in each arm.
    average : of the estimand's people; None where nothing is said.
    groups : the predeclared groups with their pooled figures.
    supports : the features as the data knew them.
    forest : draws of a person's difference from the average; None below person level.
    within : variance of the effect within groups.
    widening : what a person's standard deviation is multiplied by.
    slope : how much of expected differences came true. ``gain``, ``group_gain`` : of
        looking at the person and at the group, in people not learnt from.
    seed, code_version, engine, fingerprint : what it was made with, and of.
    """

    title: Text
    outcome: OutcomeLabel
    estimand: Estimand
    level: Level
    why: Text
    n_treated: int
    n_comparison: int
    average: Anchor | None
    groups: tuple[GroupBenefit, ...]
    supports: tuple[Support, ...]
    forest: Forest | None
    within: float
    widening: float
    slope: Slope | None
    gain: Gain | None
    group_gain: Gain | None
    interval_level: float
    seed: int
    code_version: str
    engine: str
    fingerprint: str

    @property
    def n(self) -> int:
        """Return the number of people it was learnt from."""
        return self.n_treated + self.n_comparison

    @property
    def features(self) -> tuple[Feature, ...]:
        """Return the features that a person is asked for."""
        return tuple(each.feature for each in self.supports)

    def for_person(self, person: Person) -> PersonBenefit:
        """Return what may be shown to ``person``: values by the features' names.

        A feature that is absent or None is unknown: the effect is then averaged over what
        people in the data have. Other names are ignored. Values beyond what both arms had
        give the group's figure. Raises TypeError for a number where a category belongs.
        """
        numbers = np.array([s.number(person.get(s.feature.name)) for s in self.supports])
        unknown = tuple(
            s.feature.name for s, x in zip(self.supports, numbers, strict=True) if np.isnan(x)
        )
        outside = tuple(
            s.feature.label
            for s, x in zip(self.supports, numbers, strict=True)
            if not s.holds(float(x))
        )
        if self.level is Level.NOTHING or self.average is None:
            return self._nothing(unknown)
        rows = self._rows(numbers)
        if self.level is Level.PERSON and not outside and self.forest is not None:
            return self._personal(self.average, rows, unknown)
        if self.level in {Level.PERSON, Level.GROUP}:
            shown = self._grouped(rows, outside, unknown)
            if shown is not None:
                return shown
        why = wording.average(self.why, self.level.value, outside)
        return self._shown(Level.AVERAGE, self.average, self._people, why, unknown=unknown)

    def effects(self, values: Floats) -> tuple[Floats, Floats]:
        """Return person-level effects and standard deviations for ``values`` (n, features), (n,).

        For judging the method on many people at once; what a person is shown comes from
        :meth:`for_person`. Raises ValueError when there is no forest.
        """
        if self.forest is None or self.average is None:
            raise ValueError("nothing was learnt of differences between people")
        drawn = self.forest.effects(columns_of(self.features, values))
        group = members([g.rule for g in self.groups], self.features, values)
        pooled, deviation = self._pooled()
        found = blend(drawn, group, self.average, pooled, deviation, self.within)
        used = 1.0 if self.slope is None else self.slope.used
        centre = self.average.value
        return centre + used * (found.effect - centre), self.widening * found.deviation

    def _rows(self, numbers: Floats) -> Floats:
        """Return the person as one row, or as many as it takes to average over the unknown."""
        missing = np.isnan(numbers)
        if not missing.any():
            return numbers[None, :]
        rows = np.tile(numbers, (TYPICAL, 1))
        for place in np.flatnonzero(missing):
            rows[:, place] = self.supports[place].typical
        return rows

    @property
    def _people(self) -> tuple[int, int]:
        return self.n_treated, self.n_comparison

    def _personal(self, average: Anchor, rows: Floats, unknown: tuple[str, ...]) -> PersonBenefit:
        effect, deviation = self.effects(rows)
        mean = float(effect.mean())
        # What is not known of the person adds to what is not known of the effect.
        spread = float(np.sqrt(np.mean(np.square(deviation)) + effect.var()))
        group = self._group(rows)
        without = average.without if group is None or group.without is None else group.without
        labels = tuple(s.feature.label for s in self.supports if s.feature.name in unknown)
        figure = Anchor(mean, spread, without)
        return self._shown(
            Level.PERSON, figure, self._people, wording.person(labels), unknown=unknown
        )

    def _grouped(
        self, rows: Floats, outside: tuple[Text, ...], unknown: tuple[str, ...]
    ) -> PersonBenefit | None:
        group = self._group(rows)
        if group is None or group.pooled is None or group.deviation is None:
            return None
        why = wording.group(group.rule.name, self.why, outside)
        figure = Anchor(group.pooled, group.deviation, group.without or 0.0)
        people = (group.n_treated, group.n_comparison)
        return self._shown(Level.GROUP, figure, people, why, unknown=unknown, group=group.rule.name)

    def _group(self, rows: Floats) -> GroupBenefit | None:
        """Return the group of a person, if what is known of them puts them in one."""
        numbers = np.unique(members([g.rule for g in self.groups], self.features, rows))
        return self.groups[int(numbers[0])] if numbers.size == 1 and numbers[0] >= 0 else None

    def _pooled(self) -> tuple[Floats, Floats]:
        pairs = [
            (np.nan, np.nan) if g.pooled is None or g.deviation is None else (g.pooled, g.deviation)
            for g in self.groups
        ]
        figures = np.array(pairs, dtype=np.float64).reshape(len(pairs), 2)
        return figures[:, 0], figures[:, 1]

    def _shown(
        self,
        level: Level,
        figure: Anchor,
        people: tuple[int, int],
        why: Text,
        *,
        unknown: tuple[str, ...],
        group: Text | None = None,
    ) -> PersonBenefit:
        half = critical_value(self.interval_level, None) * figure.standard_error
        estimate = figure.value
        low, high = estimate - half, estimate + half
        if self.outcome.scale is Scale.BINARY:
            low, high = max(low, -1.0), min(high, 1.0)
        numbers = (rounded(estimate), rounded(low), rounded(high))
        sentence = wording.sentence(self.outcome, numbers, level.value, group)
        return PersonBenefit(
            level,
            *numbers,
            rounded(figure.without),
            self.interval_level,
            *people,
            why,
            sentence,
            group,
            unknown,
        )

    def _nothing(self, unknown: tuple[str, ...]) -> PersonBenefit:
        return PersonBenefit(
            Level.NOTHING,
            *(None, None, None, None),
            self.interval_level,
            *self._people,
            self.why,
            wording.UNKNOWN,
            None,
            unknown,
        )
