"""Least squares with standard errors that hold when the model does not.

Sources: HC0-HC3: MacKinnon & White (1985). CR2 and its degrees of freedom: Bell
& McCaffrey (2002), Pustejovsky & Tipton (2018), with an identity working model.
HC2 is CR2 with every row its own cluster. Nothing of size n x n is ever built:
100,000 rows in 30,000 clusters take a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.trial.table import Booleans, Floats, Integers

Kind = Literal["HC0", "HC1", "HC2", "HC3"]

# Below this, a row (or cluster) is fitted exactly by coefficients of its own: it says
# nothing about noise, and the generalised inverse leaves it out.
_NO_FREEDOM = 1e-9
_BLOCK = 8_192  # rows at a time where a copy of all of them would only take memory


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """A fitted regression; weights are already multiplied in.

    Attributes
    ----------
    rows : (n, k) regressors times the root of the weight.
    residuals : (n,) residuals times the root of the weight.
    coefficients : (k,); zero for a regressor that the others already hold.
    bread : (k, k) inverse of X'WX; zero for such a regressor.
    kept : (k,) which regressors carry information of their own.
    """

    rows: Floats
    residuals: Floats
    coefficients: Floats
    bread: Floats
    kept: Booleans

    @property
    def residual_freedom(self) -> int:
        """Return n minus the number of independent coefficients."""
        return int(self.rows.shape[0] - self.kept.sum())

    def leverage(self) -> Floats:
        """Return each row's hat value, (n,)."""
        hats = np.empty(self.rows.shape[0])
        for first in range(0, hats.size, _BLOCK):
            block = self.rows[first : first + _BLOCK]
            hats[first : first + _BLOCK] = np.einsum("ij,ij->i", block @ self.bread, block)
        return hats

    def classical(self, contrast: Floats) -> Estimate:
        """Return ``contrast`` of the coefficients under equal noise for everyone."""
        df = self.residual_freedom
        noise = float(self.residuals @ self.residuals) / df if df > 0 else np.nan
        variance = noise * float(contrast @ self.bread @ contrast)
        return Estimate(float(contrast @ self.coefficients), float(np.sqrt(variance)), df)

    def robust(self, contrast: Floats, kind: Kind) -> Estimate:
        """Return ``contrast`` (k,) with a heteroskedasticity-consistent standard error.

        HC2 comes with Bell-McCaffrey degrees of freedom (in a two-group comparison
        nearly Welch's), the others with n - k.
        """
        pull = self.rows @ (self.bread @ contrast)
        df: float = self.residual_freedom
        freedom = 1 - self.leverage() if kind in ("HC2", "HC3") else np.ones_like(pull)
        power = {"HC2": -0.5, "HC3": -1.0}.get(kind, 0.0)
        informative = freedom > _NO_FREEDOM
        inflation = np.where(informative, np.where(informative, freedom, 1.0) ** power, 0.0)
        pulled = pull * inflation
        variance = float(np.square(pulled * self.residuals).sum())
        if kind == "HC1":
            variance *= self.rows.shape[0] / df
        if kind == "HC2":
            df = self._satterthwaite(np.square(pulled), self.rows * pulled[:, None])
        return Estimate(float(contrast @ self.coefficients), float(np.sqrt(variance)), df)

    def clustered(self, contrast: Floats, cluster: Integers) -> Estimate:
        """Return ``contrast`` with the CR2 standard error and Satterthwaite's freedom.

        ``cluster`` is (n,): any integers; equal ones belong together. Raises
        ValueError with fewer than two clusters.
        """
        labels, index = np.unique(cluster, return_inverse=True)
        if labels.size < 2:
            raise ValueError("a clustered standard error needs at least two clusters, got 1")
        pulled, adjusted = self._adjust(self.rows @ (self.bread @ contrast), index)
        both = sum_by(index, np.column_stack([adjusted, np.square(pulled)]))
        scores, sizes = both.T
        df = self._satterthwaite(sizes, sum_by(index, self.rows * pulled[:, None]))
        se = float(np.sqrt(np.square(scores).sum()))
        return Estimate(float(contrast @ self.coefficients), se, df, labels.size)

    def _satterthwaite(self, sizes: Floats, sums: Floats) -> float:
        """Match two moments of the variance estimate under equal, independent noise.

        With p_j = A_j X_j M c, ``sizes`` holds p_j'p_j and ``sums`` X_j'p_j. The
        matrix G'G has elements [i=j] p_j'p_j - (X_i'p_i)' M (X_j'p_j), so its trace
        and Frobenius norm need only k x k sums (M is the bread).
        """
        own = np.einsum("ij,jk,ik->i", sums, self.bread, sums, optimize=True)
        trace = float((sizes - own).sum())
        cross = sums.T @ sums @ self.bread
        square = float((sizes**2).sum() - 2 * (sizes * own).sum() + np.sum(cross * cross.T))
        return trace**2 / square if trace > 0 and square > 0 else 1.0

    def _adjust(self, pull: Floats, index: Integers) -> tuple[Floats, Floats]:
        """Multiply ``pull`` by A_j = (I - H_jj)^(-1/2) within every cluster j.

        Return A_j X_j M c, (n,), and its product with the residuals, (n,).
        """
        order = np.argsort(index, kind="stable")
        sizes = np.bincount(index)
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        pulled = np.empty_like(pull)
        for size in np.unique(sizes):
            batch = max(1, 2_000_000 // int(size * max(size, self.rows.shape[1])))
            these = starts[sizes == size]
            for first in range(0, these.size, batch):
                spans = these[first : first + batch, None] + np.arange(size)
                members = order[spans]
                pulled[members] = self._inflate(self.rows[members], pull[members])
        return pulled, pulled * self.residuals

    def _inflate(self, rows: Floats, pull: Floats) -> Floats:
        """Apply (I - H_jj)^(-1/2) for g clusters of m rows: (g, m, k), (g, m) -> (g, m).

        With H = UU' (U = X_j M^(1/2)) the smaller of UU' and U'U is decomposed.
        """
        if rows.shape[1] <= rows.shape[2]:
            hat = rows @ self.bread @ rows.transpose(0, 2, 1)
            values, vectors = np.linalg.eigh(hat)
            scale = _inverse_root(1 - values)
            turned = np.einsum("gim,gi->gm", vectors, pull)
            whole: Floats = np.einsum("gim,gm->gi", vectors, scale * turned)
            return whole
        thin = rows @ _root(self.bread)
        values, vectors = np.linalg.eigh(thin.transpose(0, 2, 1) @ thin)
        seen = values > _NO_FREEDOM
        safe = np.where(seen, values, 1.0)
        scale = np.where(seen, (_inverse_root(1 - values) - 1) / safe, 0.0)
        basis = thin @ vectors
        turned = np.einsum("gik,gi->gk", basis, pull)
        added: Floats = pull + np.einsum("gik,gk->gi", basis, scale * turned)
        return added


def least_squares(rows: Floats, y: Floats, weights: Floats | None = None) -> LeastSquares:
    """Regress ``y`` (n,) on ``rows`` (n, k), which hold their own intercept.

    A regressor that earlier ones already hold is left out, in order, so put the
    ones that matter first. Raises ValueError on shapes that do not fit or on
    values that are not finite.
    """
    if rows.ndim != 2 or y.shape != rows.shape[:1]:
        raise ValueError(f"regressors {rows.shape} and outcome {y.shape} do not fit together")
    if not (np.isfinite(rows).all() and np.isfinite(y).all()):
        raise ValueError("a regression needs finite numbers; leave incomplete rows out first")
    if weights is not None:
        root = np.sqrt(weights / weights.mean())
        rows, y = rows * root[:, None], y * root
    gram = rows.T @ rows
    kept = independent(gram)
    bread = np.zeros_like(gram)
    bread[np.ix_(kept, kept)] = np.linalg.inv(gram[np.ix_(kept, kept)])
    coefficients = bread @ (rows.T @ y)
    # One step of refinement: the normal equations lose half of the digits.
    coefficients += bread @ (rows.T @ (y - rows @ coefficients))
    return LeastSquares(rows, y - rows @ coefficients, coefficients, bread, kept)


def independent(gram: Floats, tolerance: float = 1e-9) -> Booleans:
    """Say which columns of a Gram matrix (k, k) are not combinations of earlier ones, (k,)."""
    rest = gram.astype(float).copy()
    scale = np.diag(gram).copy()
    if _all_independent(rest, scale, tolerance):
        return np.ones(scale.size, dtype=bool)
    kept = np.zeros(scale.size, dtype=bool)
    for column in range(scale.size):
        left = rest[column, column]
        if left > tolerance * scale[column] and left > 0:
            kept[column] = True
            rest -= np.outer(rest[:, column], rest[column]) / left
    return kept


def _all_independent(gram: Floats, scale: Floats, tolerance: float) -> bool:
    """Say so quickly when it is so: the squared diagonal of the root is what was left."""
    try:
        left = np.square(np.diag(np.linalg.cholesky(gram)))
    except np.linalg.LinAlgError:
        return False
    return bool((left > tolerance * scale).all())


def sum_by(index: Integers, values: Floats) -> Floats:
    """Sum the rows of ``values`` (n, k) by group 0..g-1, (g, k)."""
    return np.column_stack([np.bincount(index, column).astype(float) for column in values.T])


def _root(matrix: Floats) -> Floats:
    values, vectors = np.linalg.eigh(matrix)
    root: Floats = vectors * np.sqrt(np.clip(values, 0, None))
    return root


def _inverse_root(values: Floats) -> Floats:
    positive = values > _NO_FREEDOM
    root: Floats = np.where(positive, np.where(positive, values, 1.0) ** -0.5, 0.0)
    return root
