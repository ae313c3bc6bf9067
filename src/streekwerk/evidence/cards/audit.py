"""Ask whether the past of people tells who starts, where their present does not.

Motivation is not registered, but it lasts. If it decides who starts now, it decided
earlier too, and who got which measures in the past then tells who starts now *among
people with the same registered traits*. One measure is too small to see that; a region
is not. The audit therefore takes all measures together.

For every kind of measure that starts and every kind of earlier measure (longer than six
months ago) the score of a logistic model is taken: does the number of earlier measures
still predict a start, given everything else that is adjusted for? Scores are summed per
person over all trials, so a person who is in many counts once (cluster-robust; Boos 1992).

A lasting trait leaves a pattern in that table of kinds by kinds: with loading l it gives
every cell the sign and size of l(now) x l(before). The table is then symmetric, with one
large positive eigenvalue. So the largest eigenvalue of the table's symmetric part, every
cell in its own standard errors, is compared with what cells without any association give
(normal, with the cells' own correlations). A test of all cells at once (chi-square,
reported per kind) looks in every direction and sees half as much.

What the audit cannot do: tell unseen traits from a fixed order of measures that runs both
ways. Earlier measures are adjusted for in the effects, so what it finds is a reason for
care (amber), not for refusal; when it finds nothing, an unseen trait that leaves no trace
may exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, expit

from streekwerk.evidence.results.check import Check, Light, Table
from streekwerk.evidence.target_trial.covariates import HISTORY
from streekwerk.evidence.target_trial.kinds import Kind, kind_of
from streekwerk.evidence.trial.table import (
    Floats,
    Integers,
    NumericCovariate,
    TrialTable,
    covariate_matrix,
)
from streekwerk.vocabulary.language import Text, number

DOUBT_P = 0.01
"""Stricter than usual: one finding turns every card of the region amber."""
TITLE = Text(
    "Bepaalt iets dat niet geregistreerd is wie start?",
    "Does something not registered decide who starts?",
)
_DRAWS = 9_999  # to integrate the null distribution with: the same at every call
_RIDGE = 1.0  # the field's default penalty, for columns of unit variance
_STEPS, _CLOSE = 30, 1e-8


@dataclass(frozen=True, slots=True)
class Scores:
    """What one trial adds: per person the score of each kind of earlier measures.

    ``person`` is (k,), ``score`` is (k, kinds).
    """

    kind: Kind
    person: Integers
    score: Floats


@dataclass(frozen=True, slots=True)
class KindAudit:
    """The test for starts of one kind of measure."""

    kind: Kind
    statistic: float
    freedom: int

    @property
    def p_value(self) -> float:
        """Return the chance of so much association when the past does not matter."""
        return float(chdtrc(self.freedom, self.statistic)) if self.freedom else 1.0


@dataclass(frozen=True, slots=True)
class LastingTrait:
    """The test for one trait behind starts now and starts before."""

    eigenvalue: float
    p_value: float


@dataclass(frozen=True, slots=True)
class SelectionAudit:
    """The region's audit: one test per kind, and one for a trait that lasts.

    ``trait`` is None in audits stored before it existed; all kinds together then decide.
    """

    kinds: tuple[KindAudit, ...]
    trait: LastingTrait | None = None

    @property
    def p_value(self) -> float:
        """Return the p-value that decides."""
        if self.trait is not None:
            return self.trait.p_value
        freedom = sum(each.freedom for each in self.kinds)
        statistic = sum(each.statistic for each in self.kinds)
        return float(chdtrc(freedom, statistic)) if freedom else 1.0

    @property
    def found(self) -> bool:
        """Whether the past tells who starts."""
        return self.p_value < DOUBT_P

    def check(self) -> Check:
        """Return the audit as a check for the card."""
        light = Light.AMBER if self.found else Light.GREEN
        if not sum(each.freedom for each in self.kinds):
            return Check("selection_audit", Light.AMBER, TITLE, _NO_HISTORY)
        return Check("selection_audit", light, TITLE, self._words(), self._table())

    def _words(self) -> Text:
        nl, en = number(self.p_value, "nl", 3), number(self.p_value, "en", 3)
        if self.found:
            return Text(
                f"Waarschijnlijk wel: wie eerder welke voorzieningen kreeg, zegt in deze regio wie "
                f"er nu start, ook bij verder gelijke kenmerken (p = {nl}). Daarvoor is "
                f"gecorrigeerd, maar het wijst op iets dat niet geregistreerd is, zoals motivatie.",
                f"Probably: in this region, who got which measures before tells who starts now, "
                f"even with otherwise equal traits (p = {en}). That was adjusted for, but it "
                f"points to something not registered, such as motivation.",
            )
        return Text(
            f"Daar is geen spoor van: eerdere voorzieningen zeggen bij gelijke kenmerken niet wie "
            f"er nu start (p = {nl}). Iets dat geen sporen nalaat, ziet deze toets niet.",
            f"No trace of it: with equal traits, earlier measures do not tell who starts now "
            f"(p = {en}). This test does not see what leaves no trace.",
        )

    def _table(self) -> Table:
        return Table(
            TITLE,
            (
                Text("Start van een", "Start of a"),
                Text(
                    "Samenhang met eerder (chi-kwadraat)", "Association with earlier (chi-square)"
                ),
                Text("Vrijheidsgraden", "Degrees of freedom"),
                Text("p", "p"),
            ),
            tuple((k.kind.words, k.statistic, k.freedom, k.p_value) for k in self.kinds),
        )


_NO_HISTORY = Text(
    "Dat is niet te zien: er zijn te weinig maanden geschiedenis over eerdere voorzieningen.",
    "That cannot be seen: there are too few months of history on earlier measures.",
)


def scores_of(table: TrialTable, measure: str) -> Scores:
    """Return what the trial of ``measure`` adds to the audit."""
    history = _history(table)
    rest = tuple(c for c in table.covariates if not c.name.startswith(HISTORY))
    matrix, _ = covariate_matrix(rest, table.n)
    rows = np.column_stack([np.ones(table.n), matrix])
    started = (table.arm == 1).astype(np.float64)
    chance = _logistic(rows, started)
    contribution = _left_over(history, rows, chance) * (started - chance)[:, None]
    cluster = table.cluster if table.cluster is not None else np.arange(table.n)
    person, index = np.unique(cluster.astype(np.int64), return_inverse=True)
    sums = np.zeros((person.size, history.shape[1]))
    np.add.at(sums, index, contribution)
    return Scores(kind_of(measure), person, sums)


def _history(table: TrialTable) -> Floats:
    """Return the counts of earlier measures, (n, kinds); a trial without them has no columns."""
    columns = [
        c.values
        for c in table.covariates
        if c.name.startswith(HISTORY) and isinstance(c, NumericCovariate)
    ]
    return np.column_stack(columns) if columns else np.empty((table.n, 0))


def audit(scores: Iterable[Scores]) -> SelectionAudit:
    """Return the audit over the trials of a region."""
    given = list(scores)
    kinds = tuple(kind for kind in Kind if any(each.kind is kind for each in given))
    audits = tuple(_of_kind(kind, [s for s in given if s.kind is kind]) for kind in kinds)
    known = any(each.freedom for each in audits)
    return SelectionAudit(audits, _lasting_trait(given) if known else None)


def _lasting_trait(scores: list[Scores]) -> LastingTrait:
    """Test the table of kinds by kinds for one trait; see the top of this file."""
    kinds = list(Kind)
    every = np.unique(np.concatenate([each.person for each in scores]))
    cells = np.zeros((every.size, len(kinds), len(kinds)))
    for each in scores:
        cells[np.searchsorted(every, each.person), kinds.index(each.kind)] += each.score
    flat = cells.reshape(every.size, -1)
    errors = np.sqrt(np.square(flat).sum(axis=0))
    flat /= np.where(errors > 0, errors, 1.0)
    values, vectors = np.linalg.eigh(flat.T @ flat)
    root = vectors * np.sqrt(np.clip(values, 0, None))
    normal = np.random.default_rng(_DRAWS).standard_normal((_DRAWS, values.size))
    found = float(_largest(flat.sum(axis=0)[None, :])[0])
    beyond = int((_largest(normal @ root.T) >= found).sum())
    return LastingTrait(found, (1 + beyond) / (1 + _DRAWS))


def _largest(tables: Floats) -> Floats:
    """Return the largest eigenvalue of each table's symmetric part, (n,); rows are flat tables."""
    size = len(Kind)
    square = tables.reshape(-1, size, size)
    values = np.linalg.eigvalsh((square + square.transpose(0, 2, 1)) / 2)
    return np.asarray(values[:, -1], dtype=np.float64)


def _of_kind(kind: Kind, scores: list[Scores]) -> KindAudit:
    person = np.unique(np.concatenate([each.person for each in scores]), return_inverse=True)[1]
    every = np.concatenate([each.score for each in scores])
    sums = np.zeros((int(person.max()) + 1, every.shape[1]))
    np.add.at(sums, person, every)
    spread = sums.T @ sums
    freedom = int(np.linalg.matrix_rank(spread, hermitian=True)) if spread.any() else 0
    total = sums.sum(axis=0)
    statistic = float(total @ np.linalg.pinv(spread, hermitian=True) @ total) if freedom else 0.0
    return KindAudit(kind, statistic, freedom)


def _left_over(history: Floats, rows: Floats, chance: Floats) -> Floats:
    """Return what the covariates leave of history, in the logistic model's own weights."""
    root = np.sqrt(chance * (1 - chance))[:, None]
    fitted = np.linalg.lstsq(rows * root, history * root, rcond=None)[0]
    return np.asarray(history - rows @ fitted)


def _logistic(rows: Floats, y: Floats) -> Floats:
    """Return fitted chances by Newton's method; the first column is the intercept."""
    penalty = np.full(rows.shape[1], _RIDGE)
    penalty[0] = 0.0
    beta = np.zeros(rows.shape[1])
    beta[0] = np.log(y.mean() / (1 - y.mean()))
    for _ in range(_STEPS):
        chance = expit(rows @ beta)
        gradient = rows.T @ (y - chance) - penalty * beta
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        beta = beta + step
        if gradient @ step < _CLOSE:
            break
    return np.asarray(expit(rows @ beta))
