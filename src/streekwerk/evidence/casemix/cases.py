"""People with what was known of them at the start, and what happened; some of it unknown.

Only features of the allow-list enter. A value that is not known becomes the average of
those who are known: it moves what is expected neither up nor down, so that silence cannot
make anybody's result look better or worse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from streekwerk.vocabulary.protected import refuse_protected

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float64] | npt.NDArray[np.object_]
ALLOWED = frozenset({"age", "months_on_benefit", "household", "education_level"})
# Of a category with fewer people nothing can be learnt; they count as unknown.
FEWEST_OF_A_LEVEL = 10


class NotAllowedError(ValueError):
    """A feature was offered that is not on the allow-list."""


@dataclass(frozen=True, eq=False)
class Cases:
    """People and what happened to them.

    Attributes
    ----------
    features : by name, shape (n,): numbers (NaN is unknown) or categories as objects
        (None is unknown), as things were at the start.
    outcome : shape (n,): 1 happened, 0 did not, NaN is unknown.
    """

    features: Mapping[str, Values]
    outcome: Floats

    def __post_init__(self) -> None:
        refuse_protected(self.features)
        if refused := set(self.features) - ALLOWED:
            raise NotAllowedError(f"not on the allow-list of case mix: {sorted(refused)}")
        sizes = {len(each) for each in self.features.values()} | {len(self.outcome)}
        if len(sizes) > 1:
            raise ValueError(f"features and outcome differ in length: {sorted(sizes)}")
        known = self.outcome[~np.isnan(self.outcome)]
        if not np.isin(known, (0.0, 1.0)).all():
            raise ValueError("an outcome is 1, 0 or not known (NaN)")

    @property
    def known(self) -> Booleans:
        """Return of whom the outcome is known, (n,)."""
        return ~np.isnan(self.outcome)


def columns_of(cases: Cases, learnt_from: Booleans) -> Floats:
    """Return the columns (n, k) of a model: standardised, zero where a value is not known.

    Means, spread and levels come from ``learnt_from`` (n,) alone, so that nothing of the
    people who are compared enters what they are compared with.
    """
    blocks = [
        column
        for name in sorted(cases.features)
        for column in _columns(cases.features[name], learnt_from)
    ]
    return np.column_stack(blocks) if blocks else np.zeros((len(cases.outcome), 0))


def _columns(values: Values, learnt_from: Booleans) -> list[Floats]:
    if values.dtype != object:
        number = values.astype(np.float64)
        # The second column lets an effect bend: nobody's chances fall by the year for ever.
        one = _standardised(number, learnt_from)
        return [one, _standardised(np.where(np.isnan(number), np.nan, one**2), learnt_from)]
    unknown = np.array([each is None for each in values])
    counted = [each for each in values[learnt_from] if each is not None]
    levels = sorted({each for each in counted if counted.count(each) >= FEWEST_OF_A_LEVEL})
    made = []
    for level in levels[1:]:
        column = np.where(unknown, np.nan, (values == level).astype(np.float64))
        made.append(_standardised(column, learnt_from))
    return made


def _standardised(column: Floats, learnt_from: Booleans) -> Floats:
    seen = column[learnt_from & ~np.isnan(column)]
    if seen.size < 2 or seen.std() == 0:
        return np.zeros_like(column)
    return np.where(np.isnan(column), 0.0, (column - seen.mean()) / seen.std())
