"""The trial table: what every comparison starts from, validated once.

One row per person. Everything measured before time zero may be used to make
the comparison fair; everything after it is an outcome and stays sealed until
the design has been judged (:mod:`streekwerk.evidence.design`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

from streekwerk.vocabulary.language import Text

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Dates = npt.NDArray[np.datetime64]


class Assignment(Enum):
    """How people came to be in their arm."""

    RANDOMISED = "randomised"
    OBSERVATIONAL = "observational"


class Scale(Enum):
    """What an outcome's numbers mean."""

    BINARY = "binary"
    NUMERIC = "numeric"


@dataclass(frozen=True, slots=True)
class Arm:
    """One of the alternatives that people got."""

    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class NumericCovariate:
    """A number known before time zero; ``values`` is (n,), missing is NaN."""

    name: str
    label: Text
    values: Floats


@dataclass(frozen=True, slots=True)
class CategoricalCovariate:
    """A category known before time zero; ``codes`` is (n,) into ``levels``, missing is -1."""

    name: str
    label: Text
    levels: tuple[str, ...]
    codes: Integers


Covariate = NumericCovariate | CategoricalCovariate


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something measured at a horizon; ``values`` is (n,), missing is NaN.

    ``horizon_months`` counts from time zero; a pre-period (placebo) outcome has
    a negative one or none. ``unit`` is written after a number ("euro", "weken");
    a binary outcome has none and is told per 100 people: ``event`` then
    completes the sentence "van de 100 mensen … er 6 meer" ("vinden werk"). ``weights``,
    (n,) and zero or more, stand for people without a value where being known depends on
    what is known of them; they come on top of the trial's own.
    """

    name: str
    label: Text
    scale: Scale
    values: Floats
    horizon_months: float | None = None
    unit: Text | None = None
    event: Text | None = None
    higher_is_better: bool = True
    weights: Floats | None = None

    @property
    def observed(self) -> Booleans:
        """Return who has a value, (n,)."""
        return ~np.isnan(self.values)

    def rows(self, keep: Booleans | Integers) -> Outcome:
        """Return the outcome of the kept rows."""
        weights = None if self.weights is None else self.weights[keep]
        return replace(self, values=self.values[keep], weights=weights)


@dataclass(frozen=True, slots=True)
class TrialTable:
    """A validated comparison of two or more arms.

    Attributes
    ----------
    title : what is compared, for people.
    assignment : randomised or observational.
    arms : the first is the comparison arm ("not now", "control").
    arm : (n,) index into ``arms``.
    person : (n,) identifier; one row per person unless ``cluster`` says otherwise.
    covariates : known before time zero.
    outcomes : after time zero, in the order they are reported.
    placebos : outcomes from before time zero that no arm can have changed.
    cluster : (n,) index of the cluster (caseworker, site, person), or None.
    take_up : (n,) whether the person really got the treatment (0/1, NaN unknown), or None.
    time_zero : (n,) date at which a person's clock starts, or None.
    weights : (n,) non-negative analysis weights (for censoring or sampling), or None.
    """

    title: Text
    assignment: Assignment
    arms: tuple[Arm, ...]
    arm: Integers
    person: npt.NDArray[np.str_]
    covariates: tuple[Covariate, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    placebos: tuple[Outcome, ...] = ()
    cluster: Integers | None = None
    cluster_name: str | None = None
    take_up: Floats | None = None
    time_zero: Dates | None = None
    weights: Floats | None = None

    def __post_init__(self) -> None:
        n = self.arm.shape[0]
        if len(self.arms) < 2:
            raise ValueError(f"a trial compares two or more arms, got {len(self.arms)}")
        if self.arm.min(initial=0) < 0 or self.arm.max(initial=0) >= len(self.arms):
            raise ValueError("arm holds an index outside arms")
        if empty := [a.code for k, a in enumerate(self.arms) if not (self.arm == k).any()]:
            raise ValueError(f"arms without a person: {', '.join(empty)}")
        for name, column in self._columns():
            if column.shape != (n,):
                raise ValueError(f"{name} has shape {column.shape}, expected ({n},)")
        if self.weights is not None and not (np.isfinite(self.weights) & (self.weights >= 0)).all():
            raise ValueError("weights must be finite and zero or more")
        for outcome in self.outcomes:
            given = outcome.weights
            if given is not None and not (np.isfinite(given) & (given >= 0)).all():
                raise ValueError(f"weights of {outcome.name} must be finite and zero or more")

    def _columns(self) -> list[tuple[str, npt.NDArray[np.generic]]]:
        columns: list[tuple[str, npt.NDArray[np.generic]]] = [("person", self.person)]
        for covariate in self.covariates:
            if isinstance(covariate, NumericCovariate):
                columns.append((covariate.name, covariate.values))
            else:
                columns.append((covariate.name, covariate.codes))
        columns += [(o.name, o.values) for o in (*self.outcomes, *self.placebos)]
        columns += [
            (f"{o.name} weights", o.weights) for o in self.outcomes if o.weights is not None
        ]
        optional = {
            "cluster": self.cluster,
            "take_up": self.take_up,
            "time_zero": self.time_zero,
            "weights": self.weights,
        }
        return columns + [(k, v) for k, v in optional.items() if v is not None]

    @property
    def n(self) -> int:
        """Return the number of rows."""
        return int(self.arm.shape[0])

    @property
    def n_per_arm(self) -> tuple[int, ...]:
        """Return how many rows each arm has, in the order of ``arms``."""
        return tuple(int(c) for c in np.bincount(self.arm, minlength=len(self.arms)))

    def outcome(self, name: str) -> Outcome:
        """Return the outcome called ``name``; KeyError lists the known ones."""
        for outcome in (*self.outcomes, *self.placebos):
            if outcome.name == name:
                return outcome
        known = ", ".join(o.name for o in (*self.outcomes, *self.placebos))
        raise KeyError(f"no outcome {name!r}; known: {known}")

    def rows(self, keep: Booleans | Integers) -> TrialTable:
        """Return the trial of the kept rows (mask or index); arms stay as they are."""
        return replace(
            self,
            arm=self.arm[keep],
            person=self.person[keep],
            covariates=tuple(covariate_rows(c, keep) for c in self.covariates),
            outcomes=tuple(o.rows(keep) for o in self.outcomes),
            placebos=tuple(o.rows(keep) for o in self.placebos),
            cluster=None if self.cluster is None else self.cluster[keep],
            take_up=None if self.take_up is None else self.take_up[keep],
            time_zero=None if self.time_zero is None else self.time_zero[keep],
            weights=None if self.weights is None else self.weights[keep],
        )

    def two_arms(self, treated: int) -> TrialTable:
        """Return the comparison of arm ``treated`` (becomes 1) with the first arm (0)."""
        renamed = replace(
            self,
            arms=(self.arms[0], self.arms[treated]),
            arm=(self.arm == treated).astype(np.int64),
        )
        return renamed.rows((self.arm == 0) | (self.arm == treated))

    def fingerprint(self) -> str:
        """Return a SHA-256 over everything the estimates depend on, as 64 hex digits."""
        digest = hashlib.sha256()
        digest.update(repr((self.assignment, [a.code for a in self.arms])).encode())
        digest.update(self.arm.astype("<i8").tobytes())
        for name, column in self._columns():
            digest.update(name.encode())
            stored = column.astype("<f8") if column.dtype.kind in "fiu" else column.astype("U")
            digest.update(stored.tobytes())
        return digest.hexdigest()


def covariate_rows(covariate: Covariate, keep: Booleans | Integers) -> Covariate:
    """Return the covariate of the kept rows."""
    if isinstance(covariate, NumericCovariate):
        return replace(covariate, values=covariate.values[keep])
    return replace(covariate, codes=covariate.codes[keep])


def covariate_matrix(covariates: Sequence[Covariate], n: int) -> tuple[Floats, tuple[str, ...]]:
    """Return the design matrix of ``covariates``, (n, p), without an intercept, and its names.

    Numeric columns are centred and scaled to unit variance; missing values
    become the mean with an indicator column beside it, so that nobody is
    dropped for a blank. Categories become indicators without the most frequent
    level; a missing category is a level of its own. Constant columns are left out.
    """
    columns: list[Floats] = []
    names: list[str] = []
    for covariate in covariates:
        for name, column in covariate_columns(covariate):
            spread = column.std()
            if spread > 1e-12 * max(1.0, float(np.abs(column).max(initial=0.0))):
                columns.append((column - column.mean()) / spread)
                names.append(name)
    matrix = np.column_stack(columns) if columns else np.empty((n, 0))
    return matrix, tuple(names)


def column_label(covariate: Covariate, column: str) -> Text:
    """Return what people call the ``column`` of :func:`covariate_columns`."""
    label, rest = covariate.label, column.removeprefix(covariate.name)
    rest_en = " unknown" if rest == " onbekend" else rest
    return Text(f"{label.nl}{rest}", f"{label.en}{rest_en}")


def covariate_columns(covariate: Covariate) -> list[tuple[str, Floats]]:
    """Return a covariate as named number columns (n,) in its own unit, blanks filled in."""
    if isinstance(covariate, NumericCovariate):
        missing = np.isnan(covariate.values)
        mean = float(covariate.values[~missing].mean()) if (~missing).any() else 0.0
        filled = np.where(missing, mean, covariate.values)
        encoded = [(covariate.name, filled)]
        if missing.any():
            encoded.append((f"{covariate.name} onbekend", missing.astype(float)))
        return encoded
    counts = np.bincount(covariate.codes[covariate.codes >= 0], minlength=len(covariate.levels))
    reference = int(counts.argmax()) if counts.size else -1
    encoded = [
        (f"{covariate.name}: {level}", (covariate.codes == k).astype(float))
        for k, level in enumerate(covariate.levels)
        if k != reference
    ]
    if (covariate.codes < 0).any():
        encoded.append((f"{covariate.name} onbekend", (covariate.codes < 0).astype(float)))
    return encoded
